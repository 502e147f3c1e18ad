#include "ui/residency/region_change_dialog.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/region_change_words.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

#include <set>

namespace muniment {

namespace {

constexpr int kSqlLines = 4;
constexpr int kLookAfterMillis = 400;

const QString kChange = QStringLiteral("change");
const QString kRegion = QStringLiteral("region");
const QString kGoal = QStringLiteral("goal");
const QString kPolicy = QStringLiteral("policy");
const QString kName = QStringLiteral("name");
const QString kRegions = QStringLiteral("regions");
const QString kTable = QStringLiteral("table");
const QString kLocality = QStringLiteral("locality");
const QString kConfirmed = QStringLiteral("confirmed");
const QString kState = QStringLiteral("state");

/// What each change wants to know.
const std::map<std::string, std::set<QString>>& fieldsOfChanges() {
    static const std::map<std::string, std::set<QString>> fields{
        {"add", {kRegion}},           {"drop", {kRegion, kConfirmed}},
        {"primary", {kRegion}},       {"secondary", {kRegion}},
        {"survive", {kGoal}},         {"placement", {kPolicy}},
        {"super", {kName, kRegions}}, {"locality", {kTable, kLocality}},
        {"partition", {kRegions}},
    };
    return fields;
}

std::vector<std::string> namesIn(const std::string& text) {
    std::vector<std::string> names;
    for (const QString& name : QString::fromStdString(text).split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString trimmed = name.trimmed(); !trimmed.isEmpty())
            names.push_back(trimmed.toStdString());
    return names;
}

QString jobText(const SchemaJob& job) {
    const QString state = plainText(schemaJobStateName(job.state));
    return job.fraction ? RegionChangeDialog::tr("Job %1: %2, %3 %")
                              .arg(QString::number(job.id), state)
                              .arg(static_cast<int>(*job.fraction * 100))
                        : RegionChangeDialog::tr("Job %1: %2").arg(QString::number(job.id), state);
}

} // namespace

RegionChangeDialog::RegionChangeDialog(const RegionName& region, OpenChange open, QWidget* parent)
    : FormDialog(tr("Change the Database's Regions"),
                 tr("This changes where CockroachDB keeps the data of the database behind %1. Nothing is sent before "
                    "you have seen the SQL.")
                     .arg(isolated(plainText(region.text()))),
                 tr("&Send It"), parent),
      m_open(std::move(open)),
      m_told(makeLabel(this)),
      m_sql(new QPlainTextEdit(this)),
      m_bar(new QProgressBar(this)),
      m_stop(makeButton(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    addFields();
    auto* state = new QWidget(this);
    auto* layout = new QVBoxLayout(state);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    m_told->setWordWrap(true);
    m_sql->setReadOnly(true);
    m_sql->setTabChangesFocus(true);
    m_sql->setFixedHeight(kSqlLines * m_sql->fontMetrics().lineSpacing() + 12);
    m_sql->setAccessibleName(tr("SQL that is sent"));
    m_sql->setPlaceholderText(tr("The SQL stands here before it is sent"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(tr("Progress of the change"));
    layout->addWidget(m_told);
    layout->addWidget(m_sql);
    layout->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    setButtonText(m_stop, tr("Stop &Waiting"));
    m_stop->setToolTip(tr("The change goes on in the cluster; it is only not waited for any more"));
    row->addWidget(m_stop);
    row->addStretch();
    layout->addLayout(row);
    addWidgetField(kState, tr("How it stands"), state);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kLookAfterMillis);
    connect(&m_soon, &QTimer::timeout, this, &RegionChangeDialog::look);
    connect(this, &FormDialog::edited, this, [this](const QString& key) {
        if (key == kConfirmed)
            return submitButton()->setEnabled(m_stage == Stage::Ready && isConfirmed());
        if (key == kChange)
            showFields();
        lookSoon();
    });
    connect(this, &FormDialog::submitted, this, &RegionChangeDialog::carryOut);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (m_job)
            m_job->stop();
    });
    showFields();
    look();
}

void RegionChangeDialog::addFields() {
    addField({kChange,
              tr("&Change"),
              QStringLiteral("add"),
              {},
              {{QStringLiteral("add"), tr("Add a region to the database")},
               {QStringLiteral("drop"), tr("Take a region without rows out of the database")},
               {QStringLiteral("primary"), tr("Make a region the primary one")},
               {QStringLiteral("secondary"), tr("Say which region follows the primary one")},
               {QStringLiteral("survive"), tr("Say what the database survives the failure of")},
               {QStringLiteral("placement"), tr("Say whether copies are kept outside a home")},
               {QStringLiteral("super"), tr("Make, change or remove a super region")},
               {QStringLiteral("locality"), tr("Say how a table lies in the regions")},
               {QStringLiteral("partition"), tr("Partition the tables by hand, with zones")}}});
    addField({kRegion, tr("&Region"), {}, tr("As the cluster's nodes have it"), {{QString(), QString()}}, true});
    addField({kGoal,
              tr("&Survives the failure of"),
              QStringLiteral("zone"),
              {},
              {{QStringLiteral("zone"), tr("a zone")}, {QStringLiteral("region"), tr("a region")}}});
    addField({kPolicy,
              tr("&Copies outside a home"),
              QStringLiteral("default"),
              {},
              {{QStringLiteral("default"), tr("as the cluster sees fit")},
               {QStringLiteral("restricted"), tr("none of regional tables")},
               {QStringLiteral("voters-only"), tr("none: only voters (26.1 and later)")}}});
    addField({kName, tr("&Name of the super region"), {}, {}});
    addField({kRegions, tr("Its re&gions"), {}, tr("eu-west-1, eu-central-1; empty: it goes")});
    addField({kTable,
              tr("&Table"),
              QStringLiteral("events"),
              {},
              {{QStringLiteral("events"), QStringLiteral("events")},
               {QStringLiteral("tenants"), QStringLiteral("tenants")},
               {QStringLiteral("claims"), QStringLiteral("claims")},
               {QStringLiteral("intake"), QStringLiteral("intake")},
               {QStringLiteral("plans"), QStringLiteral("plans")}},
              true});
    addField({kLocality,
              tr("&Lies"),
              QStringLiteral("by-row"),
              {},
              {{QStringLiteral("by-row"), tr("each row in its region")},
               {QStringLiteral("by-table"), tr("all of it in the primary region")},
               {QStringLiteral("global"), tr("in every region, for reading")}}});
    addField({kConfirmed, tr("To confirm, &type the region's name"), {}, {}});
}

void RegionChangeDialog::showFields() {
    const auto fields = fieldsOfChanges().find(value(kChange));
    for (const QString& key : {kRegion, kGoal, kPolicy, kName, kRegions, kTable, kLocality, kConfirmed})
        setFieldVisible(key, fields != fieldsOfChanges().end() && fields->second.contains(key));
}

QString RegionChangeDialog::toldText() const {
    return withoutIsolates(m_told->text());
}

QString RegionChangeDialog::sqlText() const {
    return m_sql->toPlainText();
}

std::optional<RegionChange> RegionChangeDialog::wanted() const {
    const std::string change = value(kChange);
    const std::string region = value(kRegion);
    if (change == "survive")
        return SetSurvivalGoal{value(kGoal) == "region" ? SurvivalGoal::Region : SurvivalGoal::Zone};
    if (change == "placement") {
        const std::string policy = value(kPolicy);
        if (policy == "voters-only")
            return DropNonVoters{};
        return SetPlacement{policy == "restricted" ? PlacementPolicy::Restricted : PlacementPolicy::Default};
    }
    if (change == "super")
        return value(kName).empty()
                   ? std::nullopt
                   : std::optional<RegionChange>(SetSuperRegion{value(kName), namesIn(value(kRegions))});
    if (change == "locality") {
        using Kind = SetTableLocality::Kind;
        const std::string locality = value(kLocality);
        return SetTableLocality{value(kTable), locality == "global"     ? Kind::Global
                                               : locality == "by-table" ? Kind::ByTable
                                                                        : Kind::ByRow};
    }
    if (change == "partition") {
        auto regions = namesIn(value(kRegions));
        return regions.empty() ? std::nullopt : std::optional<RegionChange>(PartitionByRegion{std::move(regions)});
    }
    if (change == "secondary")
        return SetSecondaryRegion{region}; // without a region: none follows any more
    if (region.empty())
        return std::nullopt;
    if (change == "drop")
        return DropDatabaseRegion{region};
    return change == "primary" ? RegionChange(SetPrimaryRegion{region}) : RegionChange(AddDatabaseRegion{region});
}

bool RegionChangeDialog::isConfirmed() const {
    return value(kChange) != "drop" || value(kConfirmed) == value(kRegion);
}

void RegionChangeDialog::enter(Stage stage) {
    m_stage = stage;
    setWaiting(stage == Stage::Running);
    submitButton()->setEnabled(stage == Stage::Ready && isConfirmed());
    m_bar->setVisible(stage == Stage::Asking || stage == Stage::Running);
    m_stop->setVisible(stage == Stage::Running);
    m_stop->setEnabled(stage == Stage::Running);
}

void RegionChangeDialog::lookSoon() {
    clearErrors();
    m_plan.reset();
    m_sql->clear();
    delete m_job;
    enter(Stage::Asking);
    m_soon.start();
}

void RegionChangeDialog::look() {
    m_soon.stop();
    const auto change = wanted();
    if (!change && m_knowsRegions) {
        m_told->setText(tr("Fill in the fields above to see what would be sent."));
        return enter(Stage::Impossible);
    }
    m_told->setText(tr("Asking the server …"));
    enter(Stage::Asking);
    // Which regions there are is worth asking before one is named.
    follow({change.value_or(SetSurvivalGoal{}), {}});
}

void RegionChangeDialog::carryOut() {
    const auto change = wanted();
    if (!change || !m_plan || !isConfirmed())
        return;
    clearErrors();
    m_told->setText(tr("Sending …"));
    enter(Stage::Running);
    follow({*change, m_plan->statements});
}

void RegionChangeDialog::follow(RegionChangeOrder order) {
    delete m_job;
    m_job = new RegionChangeJob(m_open, std::move(order), this);
    connect(m_job, &RegionChangeJob::looked, this, qOverload<const RegionOutlook&>(&RegionChangeDialog::show));
    connect(m_job, &RegionChangeJob::progressed, this, qOverload<const ChangeProgress&>(&RegionChangeDialog::show));
    connect(m_job, &RegionChangeJob::finished, this, &RegionChangeDialog::end);
    connect(m_job, &RegionChangeJob::failed, this, [this](const Error& error) {
        m_told->setText(
            error.get("reason") == "notCockroach"
                ? tr("This server is not CockroachDB. On PostgreSQL each region has a server of its own, and a region "
                     "is added by installing the schema for it.")
                : errorSentence(error));
        enter(Stage::Impossible);
    });
}

void RegionChangeDialog::show(const RegionOutlook& outlook) {
    if (!m_knowsRegions) {
        m_knowsRegions = true;
        std::vector<std::pair<QString, QString>> choices;
        for (const ClusterRegion& region : outlook.facts.clusterRegions)
            choices.emplace_back(QString::fromStdString(region.name), plainText(region.name));
        setChoices(kRegion, choices);
    }
    if (!wanted())
        return look();
    const bool hasChanged = m_stage == Stage::Running;
    QStringList lines;
    if (hasChanged)
        lines << tr("Something has changed meanwhile: nothing was sent. This is how it stands now.");
    for (const Precondition& condition : outlook.plan.preconditions)
        lines << (condition.isMet ? tr("✓ %1") : tr("✗ Not so: %1")).arg(preconditionText(condition));
    for (const ChangeWarning warning : outlook.plan.warnings)
        lines << tr("To know: %1").arg(changeWarningText(warning));
    m_told->setText(lines.join(QLatin1Char('\n')));
    QStringList sql;
    for (const std::string& statement : outlook.plan.statements)
        sql << QString::fromStdString(statement) + QLatin1Char(';');
    m_sql->setPlainText(sql.join(QLatin1Char('\n')));
    m_plan = outlook.plan;
    enter(outlook.plan.isPossible() ? Stage::Ready : Stage::Impossible);
}

void RegionChangeDialog::show(const ChangeProgress& progress) {
    QStringList lines{
        tr("Statement %1 of %2 is under way.").arg(progress.statement + 1).arg(m_plan ? m_plan->statements.size() : 1)};
    for (const SchemaJob& job : progress.jobs)
        lines << jobText(job);
    m_told->setText(lines.join(QLatin1Char('\n')));
}

void RegionChangeDialog::end(const ChangeOutcome& outcome) {
    using State = ChangeOutcome::State;
    if (outcome.state == State::Done) {
        emit ended(tr("The database's regions are changed; the server shows it."));
        return accept();
    }
    QStringList lines;
    if (outcome.error)
        lines << errorSentence(*outcome.error);
    if (const QString meaning = regionRefusalText(outcome.refusal); !meaning.isEmpty())
        lines << meaning;
    if (outcome.state == State::NotShown)
        lines << tr("The server took it and does not show it yet.");
    if (outcome.state == State::NotKnown)
        lines << tr("Whether it takes effect is not known; the cluster may go on with it. Look again before you try it "
                    "once more.");
    look(); // what stands now is what the server says
    showError(kState, lines.join(QLatin1Char(' ')));
}

} // namespace muniment
