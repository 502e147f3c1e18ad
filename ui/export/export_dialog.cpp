#include "ui/export/export_dialog.h"

#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace muniment {

namespace {

const QString kFormat = QStringLiteral("format");
const QString kFields = QStringLiteral("fields");
const QString kOrder = QStringLiteral("order");
const QString kDelimiter = QStringLiteral("delimiter");
const QString kOptions = QStringLiteral("options");
const QString kPath = QStringLiteral("path");

const QString kJson = QStringLiteral("jsonl");
const QString kShown = QStringLiteral("shown");
const QString kOldest = QStringLiteral("oldest");

QString keptKey(const QString& field) {
    return QStringLiteral("export/") + field;
}

QString kept(const QString& field, const QString& otherwise) {
    return QSettings().value(keptKey(field), otherwise).toString();
}

/// Where a comma is the decimal point, spreadsheets expect semicolons.
QString usualDelimiter() {
    return QLocale().decimalPoint() == QStringLiteral(",") ? QStringLiteral(";") : QStringLiteral(",");
}

QString usualFolder() {
    auto folder = kept(QStringLiteral("folder"), QString());
    if (!folder.isEmpty() && QDir(folder).exists())
        return folder;
    const auto documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace

ExportDialog::ExportDialog(ExportOffer offer, const QString& workspace, QWidget* parent)
    : FormDialog(tr("Export…"), offer.words, tr("Export"), parent),
      m_offer(std::move(offer)),
      m_path(new QLineEdit(this)),
      m_choose(makeButton(this)),
      m_guard(new QCheckBox(this)),
      m_description(new QCheckBox(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    addFields();
    const auto name =
        QStringLiteral("%1-%2-%3").arg(workspace, m_offer.name, QDate::currentDate().toString(Qt::ISODate));
    m_path->setText(QDir::toNativeSeparators(QDir(usualFolder()).filePath(name + suffix())));
    connect(this, &FormDialog::edited, this, [this](const QString& field) {
        if (field == kFormat)
            takeFormat();
    });
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::takePath);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
    takeFormat();
    takePath();
    editor(kFormat)->setFocus();
}

void ExportDialog::addFields() {
    addField({kFormat,
              tr("&Format"),
              kept(kFormat, QStringLiteral("csv")),
              {},
              {{QStringLiteral("csv"), tr("CSV, for spreadsheets")}, {kJson, tr("JSON lines, for programs")}}});
    if (std::holds_alternative<EventList>(m_offer.list)) {
        addField({kFields,
                  tr("F&ields"),
                  kept(kFields, QStringLiteral("all")),
                  {},
                  {{QStringLiteral("all"), tr("All fields")}, {kShown, tr("The columns that are shown")}}});
        addField({kOrder,
                  tr("&Order"),
                  kept(kOrder, QStringLiteral("newest")),
                  {},
                  {{QStringLiteral("newest"), tr("Newest first")}, {kOldest, tr("Oldest first")}}});
    }
    addField({kDelimiter,
              tr("&Delimiter"),
              kept(kDelimiter, usualDelimiter()),
              {},
              {{QStringLiteral(","), tr("Comma")},
               {QStringLiteral(";"), tr("Semicolon")},
               {QStringLiteral("\t"), tr("Tab")},
               {QStringLiteral("|"), tr("Vertical bar")}}});
    addWidgetField(kOptions, tr("Options"), makeOptions());
    addWidgetField(kPath, tr("Fil&e"), makePathField());
}

QWidget* ExportDialog::makeOptions() {
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(6);
    m_description->setText(tr("First &line: what was exported, as of when, how far each region was known"));
    m_guard->setText(tr("&Guard against formulas: texts that begin with = + - @ get an apostrophe"));
    m_description->setChecked(kept(QStringLiteral("description"), QStringLiteral("true")) == QStringLiteral("true"));
    m_guard->setChecked(kept(QStringLiteral("guard"), QStringLiteral("true")) == QStringLiteral("true"));
    for (auto* box : {m_description, m_guard}) {
        box->setAccessibleName(box->text().remove(QLatin1Char('&')));
        layout->addWidget(box);
    }
    return place;
}

QWidget* ExportDialog::makePathField() {
    auto* place = new QWidget(this);
    auto* layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_path->setAccessibleName(tr("File"));
    place->setFocusProxy(m_path);
    layout->addWidget(m_path, 1);
    setButtonText(m_choose, tr("&Choose…"));
    m_choose->setAutoDefault(false);
    layout->addWidget(m_choose);
    return place;
}

bool ExportDialog::isCsv() const {
    return value(kFormat) != kJson.toStdString();
}

QString ExportDialog::suffix() const {
    return isCsv() ? QStringLiteral(".csv") : QStringLiteral(".jsonl");
}

void ExportDialog::takeFormat() {
    setFieldVisible(kDelimiter, isCsv());
    m_guard->setVisible(isCsv());
    // The name follows the format while it has the other format's suffix.
    const QString other = isCsv() ? QStringLiteral(".jsonl") : QStringLiteral(".csv");
    if (m_path->text().endsWith(other))
        m_path->setText(m_path->text().chopped(other.size()) + suffix());
    adjustSize();
}

void ExportDialog::takePath() {
    clearErrors();
    const QFileInfo file(m_path->text().trimmed());
    const bool isThere = file.isFile();
    setNote(isThere ? tr("The file is there already. It is replaced when the export is complete.") : QString());
    setVerb(isThere ? tr("Replace the File") : tr("Export"));
}

void ExportDialog::choosePath() {
    auto* dialog =
        new QFileDialog(this, tr("Export To"), m_path->text(),
                        isCsv() ? tr("CSV (*.csv);;All files (*)") : tr("JSON lines (*.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix().mid(1));
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the form says it
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

ExportRequest ExportDialog::request() const {
    ExportRequest request{m_offer.list, {}, {}};
    if (auto* events = std::get_if<EventList>(&request.list)) {
        events->order =
            value(kOrder) == kOldest.toStdString() ? TimelineOrder::OldestFirst : TimelineOrder::NewestFirst;
        if (value(kFields) == kShown.toStdString())
            events->fields = m_offer.shownFields;
    }
    auto& settings = request.settings;
    settings.path = QDir::fromNativeSeparators(m_path->text().trimmed()).toStdString();
    settings.format = isCsv() ? ExportFormat::Csv : ExportFormat::JsonLines;
    if (const auto* box = qobject_cast<const QComboBox*>(editor(kDelimiter)))
        settings.dialect.delimiter = box->currentData().toString().front().toLatin1();
    settings.dialect.guardsFormulas = m_guard->isChecked();
    settings.hasDescription = m_description->isChecked();
    return request;
}

void ExportDialog::setStarting(bool isStarting) {
    for (const auto& field : {kFormat, kFields, kOrder, kDelimiter, kOptions, kPath})
        if (auto* control = editor(field))
            control->setEnabled(!isStarting);
    submitButton()->setEnabled(!isStarting);
}

void ExportDialog::showPathError(const QString& sentence) {
    setNote({});
    showError(kPath, sentence);
}

void ExportDialog::keepChoices() const {
    QSettings settings;
    for (const auto& field : {kFormat, kFields, kOrder, kDelimiter})
        if (const auto* box = qobject_cast<const QComboBox*>(editor(field)))
            settings.setValue(keptKey(field), box->currentData());
    settings.setValue(keptKey(QStringLiteral("description")), m_description->isChecked());
    settings.setValue(keptKey(QStringLiteral("guard")), m_guard->isChecked());
    settings.setValue(keptKey(QStringLiteral("folder")), QFileInfo(m_path->text().trimmed()).absolutePath());
}

} // namespace muniment
