#include "ui/residency/placement_pane.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/placement_tables.h"
#include "models/items/placement_words.h"
#include "models/items/text_rows_model.h"
#include "models/regions/residency_settings.h"
#include "models/replica/kept_texts.h"
#include "models/workspace/workspace.h"
#include "ui/residency/round_patience.h"
#include "ui/residency/rule_dialog.h"
#include "ui/start/background.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/waiting_strip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

#include <algorithm>

namespace muniment {

namespace {

QLabel* makeTitle(QWidget* parent, const QString& text) {
    auto* title = makeLabel(parent, TextSize::Normal, Tone::Normal, true);
    title->setText(text);
    return title;
}

QTableView* makeTable(QWidget* parent, TextRowsModel* model, const char* name, const QString& words,
                      std::vector<ColumnPlan> plan) {
    auto* table = new QTableView(parent);
    table->setModel(model);
    dressTable(table);
    table->setAccessibleName(words);
    table->horizontalHeader()->setAccessibleName(words);
    new TableColumns(table, name, std::move(plan));
    return table;
}

} // namespace

PlacementPane::PlacementPane(Workspace& workspace, const ClockZone& zone, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_zone(zone),
      m_verdict(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_waiting(new WaitingStrip(this)),
      m_limits(makeValueLabel(this)),
      m_again(makeButton(this)),
      m_rule(makeButton(this)),
      m_export(makeButton(this)),
      m_rows(new TextRowsModel(static_cast<int>(PlacementColumn::Count), {}, this)),
      m_found(new TextRowsModel(static_cast<int>(FindingColumn::Count), {}, this)) {
    m_rows->setTable(placementTable({}));
    m_found->setTable(placementFindingTable({}));
    m_organizations = makeTable(this, m_rows, "placement/columns", tr("Organizations, declared and actual"),
                                {{150, 2}, {110, 1}, {120, 1}, {120, 1}, {150, 2}});
    m_findings =
        makeTable(this, m_found, "placement/findings", tr("What was found"), {{96}, {130, 1}, {110, 1}, {260, 4}});
    layOut();
    setButtonText(m_again, tr("Check &Again"));
    setButtonText(m_rule, tr("Where Data &May Lie…"));
    setButtonText(m_export, tr("&Export…"));
    m_waiting->setWords(tr("Asking the servers where the data are …"));
    connect(m_again, &QPushButton::clicked, this, &PlacementPane::ask);
    connect(m_waiting, &WaitingStrip::askedAgain, this, &PlacementPane::ask);
    connect(m_waiting, &WaitingStrip::cancelled, this, [this] {
        ++m_round;
        show();
    });
    connect(m_rule, &QPushButton::clicked, this, &PlacementPane::openRule);
    connect(m_organizations, &QTableView::activated, this, &PlacementPane::openRule);
    connect(m_export, &QPushButton::clicked, this, [this] {
        emit exportWanted({placementRecords(m_answer->round.report, m_answer->round.limits, m_answer->at),
                           QStringLiteral("placement"), verdict()});
    });
    connect(m_organizations->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlacementPane::show);
    show();
}

void PlacementPane::layOut() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(kGrid);
    m_verdict->setWordWrap(true);
    m_limits->setWordWrap(true);
    m_limits->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_limits->setMargin(kGrid);
    auto* area = new QScrollArea(this);
    area->setWidget(m_limits);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("What this cannot prove"));
    layout->addWidget(m_verdict);
    layout->addWidget(m_waiting);
    layout->addWidget(m_organizations, 3);
    layout->addWidget(makeTitle(this, tr("What was found")));
    layout->addWidget(m_findings, 3);
    layout->addWidget(makeTitle(this, tr("What this cannot prove")));
    layout->addWidget(area, 2);
    auto* buttons = new QHBoxLayout;
    for (auto* button : {m_again, m_rule, m_export})
        buttons->addWidget(button);
    buttons->addStretch();
    layout->addLayout(buttons);
}

void PlacementPane::ask() {
    ++m_round;
    m_waiting->begin();
    m_again->setEnabled(false);
    m_workspace.query<PlacementQuestion>(
        this, [](Snapshot& snapshot, std::stop_token) { return placementQuestion(snapshot); },
        [this, round = m_round](Result<PlacementQuestion> question) {
            if (round != m_round)
                return;
            if (!question) {
                m_waiting->end();
                emit failed(question.error());
                return show();
            }
            m_question = std::move(*question);
            askServers();
        });
}

PlacementPane::Answer PlacementPane::answerTo(const PlacementQuestion& question,
                                              const std::shared_ptr<SecretSource>& secrets) {
    Answer answer{askPlacement(question, secrets, kRoundPatience), systemClock().now(), {}, {}, {}};
    answer.organizations = placementTable(answer.round.report);
    answer.findings = placementFindingTable(answer.round.report);
    KeptPlacement placement;
    placement.take(answer.round.report, question.only, answer.at);
    answer.kept = placement.print();
    return answer;
}

/// Once the file has said what is asked of them.
void PlacementPane::askServers() {
    runInBackground<Answer>(
        this, [question = *m_question, secrets = m_workspace.secrets()] { return answerTo(question, secrets); },
        [this, round = m_round](Answer answer) {
            if (round == m_round)
                take(std::move(answer));
        });
}

void PlacementPane::take(Answer answer) {
    m_waiting->end();
    m_answer = std::move(answer);
    m_rows->setTable(m_answer->organizations);
    m_found->setTable(m_answer->findings);
    if (!m_organizations->currentIndex().isValid() && m_rows->rowCount() > 0)
        m_organizations->setCurrentIndex(m_rows->index(0, 0));
    QStringList limits;
    for (const PlacementLimit limit : m_answer->round.limits)
        limits << placementLimitText(limit);
    m_limits->setText(limits.join(QLatin1Char('\n')));
    show();
    keep();
}

void PlacementPane::keep() {
    if (m_workspace.isReadOnly())
        return;
    WorkspaceChange change;
    change.keptTexts[KeptText::Placement] = m_answer->kept;
    m_workspace.change(std::move(change), this, [this](const Result<void>& kept) {
        if (!kept)
            emit failed(kept.error());
    });
}

void PlacementPane::show() {
    m_again->setEnabled(!m_waiting->isWaiting());
    m_export->setEnabled(m_answer.has_value());
    m_rule->setEnabled(chosen() != nullptr && !m_workspace.isReadOnly());
    m_verdict->setText(verdict());
    setTone(m_verdict,
            m_answer && m_answer->round.report.has(PlacementFinding::Severity::Violation) ? Tone::Bad : Tone::Normal);
}

QString PlacementPane::verdict() const {
    if (!m_answer)
        return tr("The servers have not been asked yet.");
    const PlacementReport& report = m_answer->round.report;
    const auto count = [&report](PlacementFinding::Severity severity) {
        return static_cast<int>(std::ranges::count_if(report.findings, [severity](const PlacementFinding& finding) {
            return severityOf(finding.code) == severity;
        }));
    };
    const int violations = count(PlacementFinding::Severity::Violation);
    const int unproven = count(PlacementFinding::Severity::Unproven);
    QStringList sentences{tr("The servers were asked at %1.").arg(formatTimeWithZone(m_answer->at, m_zone.ofMany()))};
    sentences << (violations > 0 ? tr("%n violation(s) were found.", nullptr, violations)
                                 : tr("Nothing is where it may not be."))
              << (unproven > 0 ? tr("%n thing(s) could not be told.", nullptr, unproven)
                               : tr("Every question was answered."));
    return sentences.join(QLatin1Char(' '));
}

QString PlacementPane::limitsText() const {
    return m_limits->text();
}

const TenantPlacement* PlacementPane::chosen() const {
    const int row = m_organizations->currentIndex().row();
    return !m_answer || row < 0 || row >= std::ssize(m_answer->round.report.tenants)
               ? nullptr
               : &m_answer->round.report.tenants[static_cast<std::size_t>(row)];
}

void PlacementPane::openRule() {
    const TenantPlacement* tenant = chosen();
    if (tenant == nullptr || m_workspace.isReadOnly())
        return;
    std::set<RegionName> choices;
    for (const WorkspaceRegion& region : m_workspace.endpoints())
        choices.insert(region.region);
    const auto kept = m_question->rules.find(tenant->tenant);
    auto* dialog = new RuleDialog(tenantNameOf(m_answer->round.report, tenant->tenant), choices,
                                  kept == m_question->rules.end() ? std::set<RegionName>() : kept->second, this);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, id = tenant->tenant] {
        setRule(id, dialog->allowed());
        dialog->accept();
    });
    dialog->open();
}

void PlacementPane::setRule(const TenantId& tenant, const std::set<RegionName>& allowed) {
    ResidencyRules rules = m_question->rules;
    if (allowed.empty())
        rules.erase(tenant);
    else
        rules[tenant] = allowed;
    WorkspaceChange change;
    change.keptTexts[KeptText::Residency] = printRules(rules);
    m_workspace.change(std::move(change), this, [this](const Result<void>& kept) {
        if (!kept)
            emit failed(kept.error());
        else
            ask();
    });
}

} // namespace muniment
