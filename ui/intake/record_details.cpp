#include "ui/intake/record_details.h"

#include "models/intake/record_words.h"
#include "models/items/formats.h"
#include "models/items/intake_list_model.h"
#include "models/items/payload_lines.h"
#include "models/items/plain_text.h"
#include "ui/details/value_table.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/text_grid.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QTabWidget>

namespace muniment {

namespace {

/// JSON laid out as payloads are.
std::vector<ValueRow> linesOf(const std::string& json) {
    if (json.empty())
        return {};
    RecordedEvent event;
    event.payload = json;
    return payloadLines(event, {});
}

TextCell quiet(const QString& text) {
    return {text, {}, Tone::Quiet, false, false};
}

TextCell plain(const QString& text, bool isMonospace = false) {
    return {text, {}, Tone::Normal, isMonospace, false};
}

} // namespace

RecordDetails::RecordDetails(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_title(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_facts(new TextGrid(2, this)),
      m_tabs(new QTabWidget(this)),
      m_body(new ValueTable(new ValueTableModel(1, this), ValueTable::Choice::Rows, this)),
      m_headers(new ValueTable(new ValueTableModel(1, this), ValueTable::Choice::Rows, this)),
      m_mappings(new QComboBox(this)),
      m_made(new MadeEvents(this)),
      m_trial(this, askIntakeTrial(workspace),
              [this](const IntakeTrial&, const Result<RecordOutcome>& outcome) { m_made->show(outcome); }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_title->setWordWrap(true);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    auto* made = new QWidget(this);
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    m_mappings->setFocusPolicy(Qt::StrongFocus);
    column->addWidget(m_mappings);
    column->addWidget(m_made, 1);
    m_tabs->addTab(m_body, QString());
    m_tabs->addTab(m_headers, QString());
    m_tabs->addTab(made, QString());
    m_tabs->setDocumentMode(true);
    layout->addWidget(m_tabs, 1);
    connect(m_mappings, &QComboBox::currentIndexChanged, this, &RecordDetails::tryMapping);
    takeMappings();
    retranslate();
}

void RecordDetails::retranslate() {
    setAccessibleName(tr("Record"));
    m_tabs->setTabText(0, tr("Body"));
    m_tabs->setTabText(1, tr("Headers"));
    m_tabs->setTabText(2, tr("What it makes"));
    m_tabs->setAccessibleName(tr("Sides of the record"));
    m_body->setAccessibleName(tr("Body"));
    m_headers->setAccessibleName(tr("Headers"));
    m_mappings->setAccessibleName(tr("Mapping"));
    m_mappings->setPlaceholderText(tr("No mapping yet"));
    if (m_record)
        tell();
}

void RecordDetails::takeMappings() {
    const QString before = mappingName();
    {
        const QSignalBlocker quietly(m_mappings);
        m_mappings->clear();
        for (const IntakeMapping& mapping : m_workspace.intakeMappings())
            m_mappings->addItem(plainText(mapping.name), QString::fromStdString(mapping.name));
        m_mappings->setCurrentIndex(std::max(m_mappings->findData(before), m_mappings->count() > 0 ? 0 : -1));
    }
    tryMapping();
}

QString RecordDetails::mappingName() const {
    return m_mappings->currentData().toString();
}

void RecordDetails::chooseMapping(const QString& name) {
    m_mappings->setCurrentIndex(m_mappings->findData(name));
}

void RecordDetails::setZone(const ClockZone& zone) {
    m_zone = zone;
    if (m_record)
        tell();
}

void RecordDetails::show(const RegionName& region, const IntakeRecord& record) {
    const bool isSame = m_record && *m_record == record && m_region == region;
    m_region = region;
    m_record = record;
    tell();
    if (!isSame)
        tryMapping();
}

void RecordDetails::tell() {
    const IntakeRecord& record = *m_record;
    m_title->setText(plainText(firstWords(record)));
    std::vector<std::vector<TextCell>> facts{
        {quiet(tr("State")), TextCell{intakeStateText(record.state), {}, Tone::Normal, false, true}},
        {quiet(tr("Received")), plain(formatTimeWithZone(record.key.receivedAt, m_zone.ofMany()))},
        {quiet(tr("Region")), plain(plainText(m_region.text()))},
        {quiet(tr("Id")), plain(QString::fromStdString(record.key.id.text()), true)}};
    if (!record.mapping.empty())
        facts.push_back({quiet(tr("Mapping")), plain(plainText(record.mapping))});
    if (!record.reason.empty())
        facts.push_back({quiet(tr("Reason")), plain(plainText(record.reason))});
    if (record.commandId)
        facts.push_back({quiet(tr("Command")), plain(QString::fromStdString(record.commandId->text()), true)});
    m_facts->setRows(facts);
    for (const auto& [table, json] : {std::pair(m_body, &record.body), std::pair(m_headers, &record.headers)}) {
        table->values()->setRows(linesOf(*json));
        table->fitColumns();
    }
}

void RecordDetails::tryMapping() {
    m_trial.drop();
    m_made->clear();
    if (!m_record)
        return;
    const auto mapping = mappingNamed(m_workspace.intakeMappings(), mappingName().toStdString());
    if (!mapping)
        return m_made->say(tr("A mapping says which place of a record becomes which field of a command. Make one with "
                              "“Map…”."));
    m_trial.request({m_region, *mapping, *m_record});
}

} // namespace muniment
