#include "ui/integrity/handover_pane.h"

#include "models/items/error_sentence.h"
#include "models/items/exchange_words.h"
#include "models/items/plain_text.h"
#include "models/items/text_rows_model.h"
#include "ui/integrity/code_picture.h"
#include "ui/pages/cell_delegates.h"
#include "ui/start/background.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/monospace_label.h"
#include "ui/widgets/table_columns.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QTableView>

namespace muniment {

namespace {

constexpr int kCodeSide = 260;

} // namespace

HandoverPane::HandoverPane(std::filesystem::path workspace, const ClockZone& zone, QWidget* parent)
    : QWidget(parent),
      m_workspace(std::move(workspace)),
      m_zone(zone),
      m_table(new QTableView(this)),
      m_empty(new EmptyPlace(this)),
      m_chosen(new QWidget(this)),
      m_code(new QLabel(m_chosen)),
      m_line(makeMonospaceLabel(m_chosen)),
      m_copy(makeButton(this, "main")),
      m_save(makeButton(this)),
      m_copyCode(makeButton(this)),
      m_model(
          new TextRowsModel(static_cast<int>(HandedColumn::Count), {static_cast<int>(HandedColumn::Leaves)}, this)) {
    layOut();
    m_model->setTable(handedTable({}, m_zone));
    m_empty->say(tr("Nothing is sealed yet"),
                 tr("“Seal Now” signs how the trees of this file stand. What is signed can be handed to others: with "
                    "it, they find out when they are told another story."));
    setButtonText(m_copy, tr("&Copy All Lines"));
    setButtonText(m_save, tr("&Save Lines…"));
    setButtonText(m_copyCode, tr("Copy Pict&ure"));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(allLines());
        emit said(tr("%n line(s) copied.", nullptr, m_model->rowCount()));
    });
    connect(m_save, &QPushButton::clicked, this, &HandoverPane::chooseFile);
    connect(m_copyCode, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setImage(code());
        emit said(tr("The picture was copied."));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HandoverPane::showChosen);
    take({});
}

void HandoverPane::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    m_table->setModel(m_model);
    dressTable(m_table);
    m_table->setAccessibleName(tr("The newest checkpoint of each log"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    new TableColumns(m_table, "handover/columns", {{100, 1}, {110, 1}, {70}, {152}, {140, 2}});
    for (const auto column : {HandedColumn::Leaves, HandedColumn::SealedAt})
        m_table->setItemDelegateForColumn(static_cast<int>(column), new FiguresDelegate(m_table));
    auto* beside = new QHBoxLayout;
    beside->setSpacing(2 * kGrid);
    beside->addWidget(m_table, 1);
    beside->addWidget(m_empty, 1);
    auto* chosen = new QVBoxLayout(m_chosen);
    chosen->setContentsMargins(0, 0, 0, 0);
    m_code->setAlignment(Qt::AlignCenter);
    auto* area = new QScrollArea(m_chosen);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_line);
    area->setAccessibleName(tr("The line of the chosen checkpoint"));
    m_line->setWordWrap(true);
    m_line->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    chosen->addWidget(m_code);
    chosen->addWidget(area, 1);
    m_chosen->setFixedWidth(kCodeSide + 8 * kGrid);
    beside->addWidget(m_chosen);
    layout->addLayout(beside, 1);
    auto* row = new QHBoxLayout;
    for (auto* button : {m_copy, m_save, m_copyCode})
        row->addWidget(button);
    row->addStretch();
    layout->addLayout(row);
}

void HandoverPane::reload() {
    using Handed = Result<std::vector<HandedCheckpoint>>;
    runInBackground<Handed>(
        this, [workspace = m_workspace] { return checkpointsToHand(workspace); },
        [this](Handed handed) {
            if (handed)
                take(std::move(*handed));
            else
                emit said(errorSentence(handed.error()));
            emit loaded();
        });
}

void HandoverPane::take(std::vector<HandedCheckpoint> handed) {
    m_handed = std::move(handed);
    m_model->setTable(handedTable(m_handed, m_zone));
    const bool isThere = !m_handed.empty();
    m_table->setVisible(isThere);
    m_chosen->setVisible(isThere);
    m_empty->setVisible(!isThere);
    for (auto* button : {m_copy, m_save, m_copyCode})
        button->setEnabled(isThere);
    if (isThere && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    showChosen();
}

QString HandoverPane::line() const {
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= std::ssize(m_handed)
               ? QString()
               : QString::fromStdString(m_handed[static_cast<std::size_t>(row)].line);
}

QImage HandoverPane::code() const {
    return line().isEmpty() ? QImage() : codePicture(line(), kCodeSide);
}

QString HandoverPane::allLines() const {
    QString lines;
    for (const HandedCheckpoint& one : m_handed)
        lines += QString::fromStdString(one.line) + QLatin1Char('\n');
    return lines;
}

void HandoverPane::showChosen() {
    const QImage picture = code();
    m_code->setVisible(!picture.isNull());
    m_copyCode->setEnabled(!picture.isNull());
    if (!picture.isNull())
        m_code->setPixmap(QPixmap::fromImage(picture));
    m_code->setAccessibleName(tr("The line below as squares for a camera"));
    // A line without a space cannot be wrapped: it is shown in pieces, and copied whole.
    QString shown = line();
    for (qsizetype at = 32; at < shown.size(); at += 33)
        shown.insert(at, QLatin1Char('\n'));
    m_line->setText(shown);
}

void HandoverPane::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Save Checkpoints"), tr("checkpoints.txt"), tr("Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &HandoverPane::saveAs);
    dialog->open();
}

void HandoverPane::saveAs(const QString& path) {
    QSaveFile file(path);
    const QByteArray bytes = allLines().toUtf8();
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    emit said(
        isSaved ? tr("Saved as %1.").arg(isolated(plainText(path.toStdString())))
                : tr("%1 could not be written: %2.").arg(isolated(plainText(path.toStdString())), file.errorString()));
}

} // namespace muniment
