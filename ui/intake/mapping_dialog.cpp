#include "ui/intake/mapping_dialog.h"

#include "models/base/canonical_json.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "ui/intake/made_events.h"
#include "ui/intake/mapping_fields.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSaveFile>
#include <QSignalBlocker>

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostPlaces = 300;
constexpr qint64 kMostFileBytes = 1024 * 1024;
constexpr int kRoomForEvents = 128;
constexpr const char* kFirstCommand = "user.human.add";

QLabel* labelFor(QWidget* buddy, const QString& text, QWidget* parent) {
    auto* label = makeLabel(parent, TextSize::Small, Tone::Quiet);
    label->setText(text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

} // namespace

MappingDialog::MappingDialog(Workspace& workspace, RegionName region, std::optional<IntakeRecord> record,
                             const QString& mapping, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_region(std::move(region)),
      m_record(std::move(record)),
      m_kept(new QComboBox(this)),
      m_name(new QLineEdit(this)),
      m_command(new QComboBox(this)),
      m_fields(new MappingFields(this)),
      m_made(new MadeEvents(this)),
      m_error(makeLabel(this, TextSize::Normal, Tone::Bad)),
      m_remove(makeButton(this)),
      m_import(makeButton(this)),
      m_export(makeButton(this)),
      m_save(makeButton(this, "main")),
      m_cancel(makeButton(this)),
      m_trial(this, askIntakeTrial(workspace),
              [this](const IntakeTrial&, const Result<RecordOutcome>& outcome) { m_made->show(outcome); }) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Map Records"));
    setAccessibleName(windowTitle());
    resize(720, 780);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* heading = makeLabel(this, TextSize::Title, Tone::Normal, true);
    heading->setText(windowTitle());
    layout->addWidget(heading);
    auto* intro = makeLabel(this, TextSize::Normal, Tone::Quiet);
    intro->setWordWrap(true);
    intro->setText(tr("A mapping makes one command of each record. What the command's rules refuse is not written."));
    layout->addWidget(intro);
    auto* keptRow = new QHBoxLayout;
    keptRow->setSpacing(kGrid);
    keptRow->addWidget(m_kept, 1);
    for (auto* button : {m_remove, m_import, m_export}) {
        button->setAutoDefault(false);
        keptRow->addWidget(button);
    }
    layout->addWidget(labelFor(m_kept, tr("Kept &mappings"), this));
    layout->addLayout(keptRow);
    layout->addWidget(labelFor(m_name, tr("&Name"), this));
    layout->addWidget(m_name);
    layout->addWidget(labelFor(m_command, tr("&Command"), this));
    layout->addWidget(m_command);
    layout->addWidget(m_fields, 3);
    layout->addWidget(makeLine(this));
    m_made->setMinimumHeight(kRoomForEvents);
    layout->addWidget(m_made, 1);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    setButtonText(m_remove, tr("&Remove"));
    setButtonText(m_import, tr("&Import…"));
    setButtonText(m_export, tr("E&xport…"));
    setButtonText(m_cancel, tr("Cancel"));
    setButtonText(m_save, tr("&Save Mapping"));
    m_save->setDefault(true);
    for (auto* box : {m_kept, m_command})
        box->setFocusPolicy(Qt::StrongFocus);
    m_kept->addItem(tr("New mapping"), QString());
    for (const IntakeMapping& each : workspace.intakeMappings())
        m_kept->addItem(plainText(each.name), QString::fromStdString(each.name));
    for (const std::string& command : mappableCommands())
        m_command->addItem(QString::fromStdString(command));
    if (m_record)
        m_fields->setValues(valuesIn(*m_record, kMostPlaces));
    connect(m_kept, &QComboBox::currentIndexChanged, this, &MappingDialog::showKept);
    connect(m_command, &QComboBox::currentTextChanged, this,
            [this](const QString& command) { m_fields->setCommand(command.toStdString()); });
    connect(m_fields, &MappingFields::edited, this, &MappingDialog::tryOut);
    connect(m_save, &QPushButton::clicked, this, &MappingDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &MappingDialog::remove);
    connect(m_import, &QPushButton::clicked, this, &MappingDialog::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &MappingDialog::chooseExport);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    {
        const QSignalBlocker quietly(m_kept);
        m_kept->setCurrentIndex(std::max(0, m_kept->findData(mapping)));
    }
    showKept();
    m_name->setFocus();
}

void MappingDialog::showKept() {
    const auto kept = mappingNamed(m_workspace.intakeMappings(), m_kept->currentData().toString().toStdString());
    const IntakeMapping mapping = kept.value_or(IntakeMapping{{}, kFirstCommand, {}, {}});
    m_remove->setEnabled(kept.has_value());
    m_export->setEnabled(!m_workspace.intakeMappings().empty());
    m_name->setText(QString::fromStdString(mapping.name));
    {
        const QSignalBlocker quietly(m_command);
        m_command->setCurrentText(QString::fromStdString(mapping.command));
    }
    m_fields->setCommand(mapping.command);
    m_fields->fill(mapping);
    m_error->hide();
}

IntakeMapping MappingDialog::typed() const {
    IntakeMapping mapping{m_name->text().trimmed().toStdString(), m_command->currentText().toStdString(), {}, {}};
    m_fields->read(mapping);
    return mapping;
}

void MappingDialog::tryOut() {
    m_error->hide();
    IntakeMapping mapping = typed();
    if (!m_record)
        return m_made->say(tr("Choose a record before, to see here what becomes of it."));
    if (mapping.name.empty())
        mapping.name = "-"; // it is not kept yet
    if (const auto checked = checkMapping(mapping); !checked) {
        m_trial.drop();
        return m_made->say(errorSentence(checked.error()));
    }
    m_trial.request({m_region, std::move(mapping), *m_record});
}

void MappingDialog::showError(const Error& error) {
    m_error->setText(errorSentence(error));
    m_error->show();
    if (error.get("field") == "name")
        m_name->setFocus();
}

QString MappingDialog::errorText() const {
    return m_error->isVisibleTo(this) ? m_error->text() : QString();
}

void MappingDialog::save() {
    const IntakeMapping mapping = typed();
    if (const auto checked = checkMapping(mapping); !checked)
        return showError(checked.error());
    put({mapping});
}

void MappingDialog::put(std::vector<IntakeMapping> added) {
    auto mappings = m_workspace.intakeMappings();
    const QString name = QString::fromStdString(added.front().name);
    for (IntakeMapping& mapping : added) {
        const auto same = std::ranges::find(mappings, mapping.name, &IntakeMapping::name);
        if (same == mappings.end())
            mappings.push_back(std::move(mapping));
        else
            *same = std::move(mapping);
    }
    emit mappingsChosen(mappings, name);
    accept();
}

void MappingDialog::remove() {
    auto mappings = m_workspace.intakeMappings();
    const std::string name = m_kept->currentData().toString().toStdString();
    std::erase_if(mappings, [&](const IntakeMapping& mapping) { return mapping.name == name; });
    emit mappingsChosen(mappings, {});
    accept();
}

void MappingDialog::chooseImport() {
    auto* dialog = new QFileDialog(this, tr("Import Mappings"), {}, tr("Mappings (*.json *.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MappingDialog::importFrom);
    dialog->open();
}

void MappingDialog::importFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showError({ErrorCode::FileMissing, {}, {{"file", path.toStdString()}}});
    auto mappings = parseMappings(file.read(kMostFileBytes).toStdString());
    if (!mappings)
        return showError(mappings.error());
    if (!mappings->empty())
        put(std::move(*mappings));
}

void MappingDialog::chooseExport() {
    auto* dialog = new QFileDialog(this, tr("Export Mappings"), QStringLiteral("mappings.json"),
                                   tr("Mappings (*.json *.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSaveFile file(path);
        const auto json = QByteArray::fromStdString(prettyJson(printMappings(m_workspace.intakeMappings())));
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
            showError({ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.toStdString()}}});
    });
    dialog->open();
}

} // namespace muniment
