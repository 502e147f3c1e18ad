#include "ui/residency/data_on_disk_dialog.h"

#include "models/directory/organizations.h"
#include "models/items/clock_zone.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/items/workspace_queries.h"
#include "models/replica/held_tenants.h"
#include "ui/forms/entity_picker.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTableWidget>

namespace muniment {

namespace {

constexpr int kWidth = 640;
constexpr int kRowsShown = 4;
constexpr int kNoteLines = 6;

QTableWidgetItem* cell(const QString& text, bool isNumber) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

} // namespace

Result<DataOnDisk> readDataOnDisk(Snapshot& snapshot) {
    auto policy = replicaPolicy(snapshot);
    if (!policy)
        return tl::unexpected(policy.error());
    auto notes = policyNotes(snapshot);
    if (!notes)
        return tl::unexpected(notes.error());
    const auto held = heldTenants(snapshot);
    if (!held)
        return tl::unexpected(held.error());
    DataOnDisk data{std::move(*policy), {}, std::move(*notes), {}};
    data.regions = dataOnDisk(data.policy, *held);
    for (const TenantId& tenant : data.policy.tenants)
        if (const auto org = findOrganization(snapshot, tenant.text()))
            data.names[tenant] = plainText(org->name);
    return data;
}

DataOnDiskDialog::DataOnDiskDialog(Workspace& workspace, const ClockZone& zone, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_zone(zone),
      m_table(new QTableWidget(this)),
      m_everything(new QRadioButton(tr("&Everything that the regions have"), this)),
      m_limited(new QRadioButton(tr("&Only what is chosen here"), this)),
      m_limits(new QWidget(this)),
      m_picker(new EntityPicker(askOptions(workspace), {OptionKind::Organization}, this)),
      m_organizations(new QVBoxLayout),
      m_pseudonyms(new QCheckBox(tr("Of everybody else, keep what tells of no &person"), this)),
      m_reason(new QLineEdit(this)),
      m_outlook(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_notes(new QPlainTextEdit(this)),
      m_change(makeButton(this, "main")),
      m_slot(
          this,
          [&workspace](QObject* context, const ReplicaPolicy& policy, std::function<void(Result<PolicyOutlook>)> done) {
              return workspace.query<PolicyOutlook>(
                  context, [policy](Snapshot& snapshot, std::stop_token) { return previewPolicy(snapshot, policy); },
                  std::move(done));
          },
          [this](const ReplicaPolicy& policy, const Result<PolicyOutlook>& outlook) { showOutlook(policy, outlook); }) {
    setWindowTitle(tr("Data on This Disk"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addWidget(makePresent());
    layout->addWidget(makePolicy());
    layout->addWidget(makeNotes());
    auto* buttons = new QHBoxLayout;
    auto* close = makeButton(this);
    setButtonText(close, tr("Close"));
    setButtonText(m_change, tr("&Change Policy"));
    m_change->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(m_change);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &QDialog::accept);
    for (QAbstractButton* button : std::initializer_list<QAbstractButton*>{m_everything, m_limited, m_pseudonyms}) {
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
        connect(button, &QAbstractButton::toggled, this, &DataOnDiskDialog::refresh);
    }
    m_reason->setAccessibleName(tr("Reason"));
    connect(m_picker, &EntityPicker::chosenChanged, this, &DataOnDiskDialog::addOrganization);
    resize(kWidth, sizeHint().height());
    refresh();
    workspace.query<DataOnDisk>(
        this, [](Snapshot& snapshot, std::stop_token) { return readDataOnDisk(snapshot); },
        [this](const Result<DataOnDisk>& known) {
            if (known)
                take(*known);
            else
                m_outlook->setText(errorSentence(known.error()));
        });
}

QWidget* DataOnDiskDialog::makePresent() {
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title = makeLabel(place, TextSize::Normal, Tone::Normal, true);
    title->setText(tr("Whose data lie in this file"));
    layout->addWidget(title);
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Region"), tr("Held"), tr("Organizations"), tr("Events")});
    m_table->setAccessibleName(title->text());
    dressTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setAccessibleName(title->text());
    for (const int number : {2, 3})
        m_table->horizontalHeaderItem(number)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            kRowsShown * m_table->verticalHeader()->defaultSectionSize());
    layout->addWidget(m_table);
    return place;
}

QWidget* DataOnDiskDialog::makePolicy() {
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title = makeLabel(place, TextSize::Normal, Tone::Normal, true);
    title->setText(tr("What may lie in it"));
    layout->addWidget(title);
    layout->addWidget(m_everything);
    layout->addWidget(m_limited);
    auto* limits = new QVBoxLayout(m_limits);
    limits->setContentsMargins(24, 0, 0, 0);
    for (const WorkspaceRegion& region : m_workspace.endpoints()) {
        auto* box =
            new QCheckBox(plainText(region.region.text()).replace(QLatin1Char('&'), QStringLiteral("&&")), place);
        box->setAccessibleName(plainText(region.region.text()));
        connect(box, &QCheckBox::toggled, this, &DataOnDiskDialog::refresh);
        limits->addWidget(box);
        m_regions[region.region] = box;
    }
    auto* label = makeLabel(place, TextSize::Normal, Tone::Quiet);
    label->setText(tr("And these or&ganizations, wherever they live"));
    label->setBuddy(m_picker);
    limits->addWidget(label);
    limits->addLayout(m_organizations);
    m_picker->setPlaceholderText(tr("Name or id of an organization to add"));
    m_picker->setAccessibleName(tr("Organization to add"));
    limits->addWidget(m_picker);
    limits->addWidget(m_pseudonyms);
    layout->addWidget(m_limits);
    auto* why = makeLabel(place, TextSize::Normal, Tone::Quiet);
    why->setText(tr("&Reason"));
    why->setBuddy(m_reason);
    m_reason->setPlaceholderText(tr("Noted with the change"));
    layout->addWidget(why);
    layout->addWidget(m_reason);
    m_outlook->setWordWrap(true);
    layout->addWidget(m_outlook);
    return place;
}

QWidget* DataOnDiskDialog::makeNotes() {
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title = makeLabel(place, TextSize::Normal, Tone::Normal, true);
    title->setText(tr("What was decided and taken out"));
    layout->addWidget(title);
    m_notes->setReadOnly(true);
    m_notes->setAccessibleName(title->text());
    m_notes->setFixedHeight(kNoteLines * m_notes->fontMetrics().lineSpacing() + 12);
    m_notes->setPlaceholderText(tr("Nothing yet: everything may be held since the file was made."));
    layout->addWidget(m_notes);
    return place;
}

void DataOnDiskDialog::take(const DataOnDisk& known) {
    m_data = known;
    m_isKnown = true;
    m_table->setRowCount(static_cast<int>(known.regions.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const RegionOnDisk& region = known.regions.at(static_cast<std::size_t>(row));
        m_table->setItem(row, 0, cell(plainText(region.region.text()), false));
        m_table->setItem(row, 1, cell(dataFormText(region.form), false));
        m_table->setItem(row, 2, cell(formatCount(region.tenants), true));
        m_table->setItem(row, 3, cell(formatCount(region.events), true));
    }
    QStringList notes;
    for (const PolicyNote& note : known.notes) {
        const QString who = note.author.empty() ? QString() : plainText(note.author) + QStringLiteral(": ");
        notes << formatTimeWithZone(note.at, m_zone) + QStringLiteral("  ") + who + policyNoteText(note);
        for (const Purged& purged : note.purged)
            notes << QStringLiteral("    ") + tr("%1 of %2: %3 events, %4 → %5")
                                                  .arg(plainText(purged.tenant.text()), plainText(purged.home.text()),
                                                       formatCount(purged.events), dataFormText(purged.was),
                                                       dataFormText(purged.is));
    }
    m_notes->setPlainText(notes.join(QLatin1Char('\n')));
    (known.policy.isLimited ? m_limited : m_everything)->setChecked(true);
    for (const auto& [region, box] : m_regions)
        box->setChecked(known.policy.regions.contains(region));
    m_tenants = known.policy.tenants;
    m_pseudonyms->setChecked(known.policy.keepsPseudonyms);
    showOrganizations();
    refresh();
}

void DataOnDiskDialog::addOrganization() {
    const auto chosen = m_picker->chosen();
    if (!chosen)
        return;
    const TenantId tenant = chosen->entity.tenant;
    m_data.names[tenant] = plainText(chosen->name);
    m_tenants.insert(tenant);
    m_picker->clearChosen();
    m_picker->clear();
    showOrganizations();
    refresh();
}

void DataOnDiskDialog::showOrganizations() {
    while (auto* item = m_organizations->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const TenantId& tenant : m_tenants) {
        auto* box = new QCheckBox(nameOf(tenant).replace(QLatin1Char('&'), QStringLiteral("&&")), m_limits);
        box->setAccessibleName(nameOf(tenant));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, [this, tenant](bool isAllowed) {
            if (isAllowed)
                m_tenants.insert(tenant);
            else
                m_tenants.erase(tenant);
            refresh();
        });
        m_organizations->addWidget(box);
    }
}

QString DataOnDiskDialog::nameOf(const TenantId& tenant) const {
    const auto name = m_data.names.find(tenant);
    return name == m_data.names.end() ? plainText(tenant.text()) : name->second;
}

ReplicaPolicy DataOnDiskDialog::wanted() const {
    if (!m_limited->isChecked())
        return {};
    ReplicaPolicy policy{true, {}, m_tenants, m_pseudonyms->isChecked()};
    for (const auto& [region, box] : m_regions)
        if (box->isChecked())
            policy.regions.insert(region);
    // One that the workspace does not follow any more stays allowed until somebody says otherwise.
    for (const RegionName& region : m_data.policy.regions)
        if (!m_regions.contains(region))
            policy.regions.insert(region);
    return policy;
}

void DataOnDiskDialog::refresh() {
    const bool canChange = m_isKnown && !m_workspace.isReadOnly();
    for (QWidget* each : std::initializer_list<QWidget*>{m_everything, m_limited, m_reason})
        each->setEnabled(canChange);
    m_limits->setEnabled(canChange && m_limited->isChecked());
    m_change->setEnabled(false);
    m_slot.drop();
    if (!m_isKnown)
        return;
    if (m_workspace.isReadOnly())
        m_outlook->setText(tr("The file is open for reading only: its policy cannot be changed here."));
    else if (wanted() == m_data.policy)
        m_outlook->setText(tr("This is the policy in force."));
    else {
        m_outlook->setText(tr("What this would take out is being looked up…"));
        m_slot.request(wanted());
    }
}

void DataOnDiskDialog::showOutlook(const ReplicaPolicy& policy, const Result<PolicyOutlook>& outlook) {
    if (policy != wanted())
        return;
    if (!outlook)
        return m_outlook->setText(errorSentence(outlook.error()));
    std::int64_t events = 0;
    for (const Purged& purged : outlook->purged)
        events += purged.events;
    QStringList parts;
    if (outlook->purged.empty())
        parts << tr("Nothing that the file holds would be taken out.");
    else
        parts << tr("%n organizations lose %1 events in this file; on the servers nothing changes.", nullptr,
                    static_cast<int>(outlook->purged.size()))
                     .arg(formatCount(events));
    if (outlook->annotations > 0)
        parts << tr("%n notes on them go, too.", nullptr, static_cast<int>(outlook->annotations));
    QStringList refetched;
    for (const RegionName& region : outlook->refetched)
        refetched << plainText(region.text());
    if (!refetched.isEmpty())
        parts << tr("Read from the beginning: %1.").arg(refetched.join(QStringLiteral(", ")));
    parts << tr("The file is written anew, which takes about as long as a first sync; until that is done, the old one "
                "stays as it is.");
    m_outlook->setText(parts.join(QLatin1Char(' ')));
    m_change->setEnabled(true);
}

PolicyChange DataOnDiskDialog::change() const {
    return {wanted(), {}, m_reason->text().trimmed().toStdString()};
}

QCheckBox* DataOnDiskDialog::regionBox(const RegionName& region) const {
    const auto box = m_regions.find(region);
    return box == m_regions.end() ? nullptr : box->second;
}

QString DataOnDiskDialog::outlookText() const {
    return m_outlook->text();
}

} // namespace muniment
