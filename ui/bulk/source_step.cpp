#include "ui/bulk/source_step.h"

#include "models/items/bulk_words.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/bulk/work_line.h"
#include "ui/charts/text_table_model.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>

namespace muniment {

namespace {

constexpr char kDelimiters[]{',', ';', '\t', '|'};
constexpr std::size_t kPreviewRows = 50;
const QString kFolderKey = QStringLiteral("bulk/folder");

enum Place { kEmptyPlace, kWorkPlace, kTablePlace };

QString usualFolder() {
    const auto kept = QSettings().value(kFolderKey).toString();
    return !kept.isEmpty() && QDir(kept).exists() ? kept
                                                  : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString columnTitle(const std::string& title, int column) {
    return title.empty() ? SourceStep::tr("Column %1").arg(column + 1) : plainText(title);
}

TextTable beginningOf(const CsvTable& table) {
    TextTable shown;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        shown.header << columnTitle(table.header[i], static_cast<int>(i));
    for (std::size_t i = 0; i < std::min(table.rows.size(), kPreviewRows); ++i) {
        QStringList cells;
        for (const std::string& cell : table.rows[i].cells)
            cells << plainText(cell);
        shown.rows.push_back(cells);
    }
    return shown;
}

/// The one file that is meant; empty: none, or several.
QString fileOf(const QMimeData* data) {
    const auto urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

SourceStep::SourceStep(BulkJob& job, QWidget* parent)
    : BulkStep(parent),
      m_job(job),
      m_paste(makeButton(this)),
      m_open(makeButton(this)),
      m_delimiterLabel(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_delimiter(new QComboBox(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_work(new WorkLine(this)),
      m_preview(new QTableView(this)),
      m_model(new TextTableModel(this)),
      m_told(makeLabel(this, TextSize::Normal, Tone::Normal)) {
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_paste);
    row->addWidget(m_open);
    row->addStretch();
    m_delimiterLabel->setBuddy(m_delimiter);
    m_delimiter->setFocusPolicy(Qt::StrongFocus);
    m_delimiter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (std::size_t i = 0; i <= std::size(kDelimiters); ++i)
        m_delimiter->addItem(QString());
    row->addWidget(m_delimiterLabel);
    row->addWidget(m_delimiter);
    layout->addLayout(row);
    m_told->setWordWrap(true);
    layout->addWidget(m_told);
    auto* card = makeCard(this, 1);
    m_preview->setModel(m_model);
    dressTable(m_preview);
    m_preview->horizontalHeader()->setMinimumSectionSize(90);
    m_preview->horizontalHeader()->setMaximumSectionSize(320);
    m_preview->horizontalHeader()->setStretchLastSection(true);
    auto* workPlace = new QWidget(this);
    auto* workLayout = new QVBoxLayout(workPlace);
    workLayout->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 4 * kGrid);
    workLayout->addStretch();
    workLayout->addWidget(m_work);
    workLayout->addStretch();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(workPlace);
    m_stack->addWidget(m_preview);
    card->layout()->addWidget(m_stack);
    layout->addWidget(card, 1);

    connect(m_paste, &QPushButton::clicked, this, &SourceStep::paste);
    connect(m_open, &QPushButton::clicked, this, &SourceStep::chooseFile);
    connect(m_delimiter, &QComboBox::activated, this, &SourceStep::chooseDelimiter);
    connect(m_work, &WorkLine::stopChosen, this, &SourceStep::stop);
    connect(&job.source(), &BulkSource::changed, this, &SourceStep::follow);
    connect(&job.source(), &BulkSource::progressed, this, &SourceStep::showProgress);
}

QString SourceStep::title() const {
    return tr("Source");
}

QString SourceStep::nextText() const {
    return tr("&Next");
}

bool SourceStep::isReady() const {
    return m_job.source().table() && !m_job.source().table()->rows.empty();
}

bool SourceStep::isBusy() const {
    return m_job.source().isReading();
}

void SourceStep::stop() {
    m_job.source().stop();
}

QString SourceStep::told() const {
    return m_told->text();
}

void SourceStep::enter() {
    follow();
    m_open->setFocus();
}

void SourceStep::retranslate() {
    setAccessibleName(title());
    setButtonText(m_paste, tr("&Paste"));
    setButtonText(m_open, tr("&Open File…"));
    m_delimiterLabel->setText(tr("&Delimiter"));
    m_delimiter->setAccessibleName(tr("Delimiter"));
    m_delimiter->setItemText(0, tr("Found out"));
    for (std::size_t i = 0; i < std::size(kDelimiters); ++i)
        m_delimiter->setItemText(static_cast<int>(i) + 1, delimiterText(kDelimiters[i]));
    m_empty->say(tr("Paste a table here"),
                 tr("Copy the rows in a spreadsheet, with the line that names the columns, and press Ctrl+V. A CSV "
                    "file can be opened, or dropped here."));
    m_work->setWords(tr("Progress of reading"), tr("&Stop"));
    m_preview->setAccessibleName(tr("The first rows of the table"));
    m_preview->horizontalHeader()->setAccessibleName(tr("Columns"));
    follow();
}

void SourceStep::follow() {
    const BulkSource& source = m_job.source();
    if (source.hasSomething())
        m_trouble.clear();
    if (source.isReading()) {
        showProgress();
        m_stack->setCurrentIndex(kWorkPlace);
        m_told->clear();
    } else if (source.table()) {
        showTable();
    } else {
        m_stack->setCurrentIndex(kEmptyPlace);
        m_told->setText(source.error() ? errorSentence(*source.error()) : m_trouble);
        setTone(m_told, Tone::Bad);
    }
    m_told->setVisible(!m_told->text().isEmpty());
    const auto& chosen = source.delimiter();
    const auto* found = chosen ? std::ranges::find(kDelimiters, *chosen) : std::end(kDelimiters);
    m_delimiter->setCurrentIndex(
        found == std::end(kDelimiters) ? 0 : static_cast<int>(found - std::begin(kDelimiters)) + 1);
    m_delimiter->setItemText(0, source.table() && !chosen
                                    ? tr("%1 (found out)").arg(delimiterText(source.table()->delimiter))
                                    : tr("Found out"));
    m_delimiter->setEnabled(source.hasSomething());
    emit stateChanged();
}

void SourceStep::showProgress() {
    const auto progress = m_job.source().progress();
    const auto share = progress.all > 0 ? progress.done * 100 / progress.all : 0;
    m_work->setProgress(progress.all > 0 ? tr("Reading the table: %1 %").arg(share) : tr("Reading the table"),
                        progress.done, progress.all);
}

void SourceStep::showTable() {
    const CsvTable& table = *m_job.source().table();
    m_model->setTable(beginningOf(table));
    m_preview->resizeColumnsToContents();
    m_stack->setCurrentIndex(kTablePlace);
    const auto file = m_job.source().file();
    const QString name =
        file.empty() ? tr("The pasted table") : isolated(plainText(QString::fromStdString(file.filename().string())));
    const auto rows = static_cast<std::int64_t>(table.rows.size());
    const auto columns = static_cast<int>(table.header.size());
    if (table.rows.empty()) {
        m_told->setText(tr("%1 has a line that names the columns, and no rows.").arg(name));
        setTone(m_told, Tone::Bad);
        return;
    }
    m_told->setText(tr("%1: %2 rows, %n column(s).", nullptr, columns).arg(name, formatCount(rows)));
    setTone(m_told, Tone::Normal);
}

void SourceStep::chooseDelimiter(int index) {
    m_job.source().setDelimiter(index == 0 ? std::nullopt : std::optional(kDelimiters[index - 1]));
}

void SourceStep::paste() {
    take(QGuiApplication::clipboard()->mimeData());
}

void SourceStep::take(const QMimeData* offered) {
    const QString file = offered->hasUrls() ? fileOf(offered) : QString();
    if (!file.isEmpty()) {
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
        return m_job.source().readFile(std::filesystem::path(file.toStdString()));
    }
    if (offered->hasText() && !offered->hasUrls())
        return m_job.source().readText(offered->text().toStdString());
    m_trouble = offered->hasUrls() ? tr("One file at a time.") : tr("There is no text in the clipboard.");
    m_job.source().stop();
}

void SourceStep::chooseFile() {
    auto* dialog =
        new QFileDialog(this, tr("Open a Table"), usualFolder(), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
        m_job.source().readFile(std::filesystem::path(file.toStdString()));
    });
    dialog->open();
}

void SourceStep::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() ? !fileOf(event->mimeData()).isEmpty() : event->mimeData()->hasText())
        event->acceptProposedAction();
}

void SourceStep::dropEvent(QDropEvent* event) {
    take(event->mimeData());
    event->acceptProposedAction();
}

} // namespace muniment
