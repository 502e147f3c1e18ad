#include "ui/pages/compromises_page.h"

#include "models/access/live_access.h"
#include "models/base/clock.h"
#include "models/commands/command_text.h"
#include "models/items/compromise_words.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/tracing/trace_fields.h"
#include "ui/compromises/compromise_desk.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/kept_layout.h"
#include "ui/widgets/table_columns.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>

namespace muniment {

namespace {

constexpr int kRefreshMillis = 500;

enum Column { Account, Organization, From, Until, Why, Marked, ColumnCount };

} // namespace

CompromisesPage::CompromisesPage(const PageContext& context, std::function<CompromiseProposal()> proposed,
                                 QWidget* parent)
    : PageWidget(context, parent),
      m_proposed(std::move(proposed)),
      m_desk(new CompromiseDesk(context.workspace, context.undo, this)),
      m_model(new TextRowsModel(ColumnCount, {}, this)),
      m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_pane(new TracePane(context.actions, this)),
      m_splitter(new KeptSplitter("compromises/splitter", {400, 800}, this)),
      m_nameSlot(this, askEntityNames(context.workspace),
                 [this](const auto&, Result<EntityNames> names) {
                     if (names)
                         m_names = std::move(*names);
                     fillMarks();
                 }),
      m_slot(this, askTrace(context.workspace, context.access),
             [this](const TraceRequest& request, auto answer) { take(request, std::move(answer)); }) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_splitter);
    auto* card = makeCard(this, 1);
    m_table->setModel(m_model);
    dressTable(m_table);
    // Account, organization, from, until, reason, marked.
    new TableColumns(m_table, "compromises/columns",
                     {{120, 1}, {110, 1, false}, {130}, {130}, {140, 2, false}, {130, 0, false}});
    for (const int column : {From, Until, Marked})
        m_table->setItemDelegateForColumn(column, new FiguresDelegate(m_table));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->layout()->addWidget(m_stack);
    m_splitter->addWidget(card);
    m_splitter->addWidget(m_pane);
    m_splitter->restore();
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(kRefreshMillis);
    connectActions();
    retranslate();
    takeSettings();
}

void CompromisesPage::connectActions() {
    const auto on = [this](ActionId id, auto carryOut) {
        connect(context().actions.action(id), &QAction::triggered, this, carryOut);
    };
    on(ActionId::TraceCompromise, [this] { openForm(); });
    on(ActionId::StageTraced, [this] { stage(); });
    on(ActionId::ShowAllDone, [this] { showAllDone(); });
    connect(m_empty, &EmptyPlace::actionChosen, context().actions.action(ActionId::TraceCompromise), &QAction::trigger);
    connect(m_desk, &CompromiseDesk::failed, this, [this](const Error& error) {
        m_wish.reset();
        emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompromisesPage::showChosen);
    connect(m_pane, &TracePane::eventChosen, this, &CompromisesPage::eventChosen);
    connect(m_pane, &TracePane::entityChosen, this, &CompromisesPage::entityChosen);
    connect(m_pane, &TracePane::cancelChosen, this, &CompromisesPage::stop);
    connect(m_pane, &TracePane::againChosen, this, &CompromisesPage::ask);
    connect(m_pane->tabs(), &QTabWidget::currentChanged, this, &CompromisesPage::shownTextChanged);
    // A trace that is under way comes to its end first, however fast events come in.
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] { m_slot.isRunning() ? m_refreshSoon.start() : reload(); });
}

void CompromisesPage::openForm() {
    CompromiseProposal proposal = m_proposed();
    if (const auto mark = chosen(); m_isActive && mark) {
        const auto name = m_names.find({mark->tenant, mark->user});
        proposal.account = accessOption({mark->tenant, {"user", mark->user}}, {},
                                        name == m_names.end() ? std::string() : name->second);
    }
    openCompromiseForm(context().desk, proposal, window(), [this](const CompromiseMark& mark) {
        m_wish.emplace(mark.tenant, mark.user);
        m_desk->mark(mark);
        emit wanted();
    });
}

void CompromisesPage::forget(const CompromiseMark& mark) {
    m_desk->forget(mark);
}

void CompromisesPage::takeSettings() {
    auto marks = context().workspace.compromises();
    if (marks == m_marks && !m_wish)
        return;
    m_marks = std::move(marks);
    std::vector<std::pair<TenantId, AggregateKey>> things;
    for (const CompromiseMark& mark : m_marks) {
        things.push_back({mark.tenant, {"user", mark.user}});
        things.push_back({mark.tenant, {"org", AggregateId(mark.tenant.text())}});
    }
    if (!things.empty())
        m_nameSlot.request(std::move(things));
    fillMarks();
    if (m_wish && choose(m_wish->first, m_wish->second))
        m_wish.reset();
    showChosen();
}

void CompromisesPage::fillMarks() {
    TextTable table{{tr("Account"), tr("Organization"), tr("From (%1)").arg(zoneTitle(m_zone)),
                     tr("Until (%1)").arg(zoneTitle(m_zone)), tr("Reason"), tr("Marked (%1)").arg(zoneTitle(m_zone))},
                    {}};
    const auto nameOf = [this](const TenantId& tenant, const AggregateId& id) {
        const auto found = m_names.find({tenant, id});
        return found == m_names.end() ? shortId(id.text()) : plainText(found->second);
    };
    for (const CompromiseMark& mark : m_marks) {
        const ClockZone own = m_zone.ofListed(mark.tenant);
        table.rows.push_back({nameOf(mark.tenant, mark.user), nameOf(mark.tenant, AggregateId(mark.tenant.text())),
                              formatTimeToMinute(mark.from, own),
                              mark.until ? formatTimeToMinute(*mark.until, own) : tr("until now"),
                              plainText(mark.reason), formatTimeToMinute(mark.markedAt, own)});
    }
    m_model->setTable(std::move(table));
    m_stack->setCurrentIndex(m_marks.empty() ? 1 : 0);
    if (!m_table->currentIndex().isValid() && !m_marks.empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
    emit shownTextChanged();
}

bool CompromisesPage::choose(const TenantId& tenant, const AggregateId& user) {
    const auto found = std::ranges::find_if(
        m_marks, [&](const CompromiseMark& mark) { return mark.tenant == tenant && mark.user == user; });
    if (found != m_marks.end())
        m_table->setCurrentIndex(m_model->index(static_cast<int>(found - m_marks.begin()), 0));
    return found != m_marks.end();
}

std::optional<CompromiseMark> CompromisesPage::chosen() const {
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= static_cast<int>(m_marks.size()) ? std::nullopt
                                                              : std::optional(m_marks[static_cast<std::size_t>(row)]);
}

void CompromisesPage::showChosen() {
    const auto mark = chosen();
    if (!mark) {
        m_slot.drop();
        m_asked.reset();
        m_request.reset();
        m_pane->showNone();
    } else if (mark != m_asked) {
        m_isStale = true;
        if (m_isActive)
            ask();
    }
    updateActions();
}

void CompromisesPage::ask() {
    const auto mark = chosen();
    if (!mark)
        return;
    m_isStale = false;
    m_asked = mark;
    m_request = traceRequest(*mark, m_asOf, systemClock().now());
    m_slot.drop(); // the newest alone counts, and each takes a while
    m_pane->showWaiting(*mark);
    m_slot.request(*m_request);
    updateActions();
}

void CompromisesPage::take(const TraceRequest& request, Result<TraceAnswer> answer) {
    if (m_request != request || !m_asked)
        return;
    if (answer) {
        m_pane->show(*m_asked, request, *answer);
    } else {
        m_pane->showStopped();
        if (answer.error().code != ErrorCode::Cancelled)
            emit said({Message::Kind::Failed, errorSentence(answer.error()), {}, {}});
    }
    updateActions();
    emit shownTextChanged();
}

void CompromisesPage::stop() {
    m_slot.drop();
    m_pane->showStopped();
    updateActions();
    emit shownTextChanged();
}

bool CompromisesPage::isTraced() const {
    return !m_isStale && !m_slot.isRunning() && m_pane->answer() != nullptr;
}

void CompromisesPage::stage() {
    if (const auto* answer = m_pane->answer(); answer != nullptr && stageObjection().isEmpty())
        context().desk.stageAll(answer->trace.commands, tr("%n change(s) that take back a compromise", nullptr,
                                                           static_cast<int>(answer->trace.commands.size())));
}

void CompromisesPage::showAllDone() {
    if (const auto* answer = m_pane->answer()) {
        const Compromise& compromise = m_pane->request()->compromise;
        emit filterChosen(doneBy(answer->trace.account, compromise.from, compromise.until));
    }
}

QString CompromisesPage::stageObjection() const {
    const auto* answer = m_pane->answer();
    if (answer == nullptr)
        return tr("It has not been traced yet.");
    if (m_pane->request()->compromise.asOf)
        return tr("The window shows the past.");
    return answer->trace.commands.empty() ? tr("Nothing is left to take back.") : QString();
}

void CompromisesPage::updateActions() {
    auto& actions = context().actions;
    const QString elsewhere = tr("Go to the page Compromises first.");
    actions.setObjection(ActionId::StageTraced, m_isActive ? stageObjection() : elsewhere);
    actions.setObjection(ActionId::ShowAllDone, !m_isActive                   ? elsewhere
                                                : m_pane->answer() == nullptr ? tr("It has not been traced yet.")
                                                                              : QString());
    if (!m_isActive)
        return;
    actions.setMet(Needs::Compromise, chosen().has_value());
    actions.setMet(Needs::Row, chosen().has_value());
}

void CompromisesPage::retranslate() {
    setAccessibleName(tr("Compromises"));
    m_table->setAccessibleName(tr("Accounts marked as compromised, in the order in which they were marked"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_empty->say(
        tr("No account is marked"),
        tr("When an account was in the wrong hands, say which and from when to when: what it gave to others is "
           "followed, and what takes it back is drafted. Marks stay in this workspace."),
        tr("Trace a Compromise…"));
    m_pane->retranslate();
    fillMarks();
}

void CompromisesPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &CompromisesPage::retranslate, Qt::QueuedConnection);
    PageWidget::changeEvent(event);
}

void CompromisesPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    m_pane->setZone(zone);
    fillMarks();
}

void CompromisesPage::setAsOf(const std::optional<Moment>& asOf) {
    if (std::exchange(m_asOf, asOf) != asOf)
        reload();
}

void CompromisesPage::takeBatch(const AppliedBatch& batch) {
    static constexpr const char* kReadModels[]{"organizations", "users",   "userCredentials", "teams",
                                               "teamMembers",   "roles",   "rolePermissions", "resources",
                                               "grants",        "sessions"};
    if (std::ranges::none_of(kReadModels, [&](const char* name) { return batch.touches(name); }))
        return;
    m_isStale = true;
    if (m_isActive && !m_refreshSoon.isActive())
        m_refreshSoon.start();
}

void CompromisesPage::reload() {
    m_isStale = true;
    if (m_isActive)
        ask();
}

void CompromisesPage::setActive(bool isActive) {
    if (m_isActive && !isActive)
        context().actions.setMet(Needs::Compromise, false);
    m_isActive = isActive;
    if (isActive && m_isStale)
        ask();
    updateActions();
}

void CompromisesPage::focusList() {
    if (m_marks.empty())
        return m_empty->setFocus();
    m_table->setFocus();
}

void CompromisesPage::showDetailsPane(bool isShown) {
    m_pane->setVisible(isShown);
}

QString CompromisesPage::shownText() const {
    return tr("%n account(s) marked", nullptr, static_cast<int>(m_marks.size()));
}

QTableView* CompromisesPage::focused() const {
    QTableView* table = m_pane->table(m_pane->side());
    return m_pane->answer() != nullptr && table->hasFocus() ? table : m_table;
}

TextTable CompromisesPage::chosenRow() const {
    return chosenRowOf(*focused());
}

QString CompromisesPage::chosenCell() const {
    return withoutIsolates(focused()->currentIndex().data(Qt::DisplayRole).toString());
}

QString CompromisesPage::chosenJson() const {
    const auto* answer = m_pane->answer();
    const int row = focused()->currentIndex().row();
    if (answer != nullptr && focused() == m_pane->table(TracePane::Commands) && row >= 0)
        return QString::fromStdString(printCommand(answer->trace.commands[static_cast<std::size_t>(row)]));
    const TextTable table = chosenRow();
    QJsonObject json;
    for (qsizetype i = 0; !table.rows.empty() && i < table.header.size(); ++i)
        json.insert(table.header.at(i), withoutIsolates(table.rows.front().value(i)));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ExportOffer> CompromisesPage::exportOffer() const {
    const auto* answer = m_pane->answer();
    if (answer == nullptr)
        return std::nullopt;
    RowList list{.what = {}, .question = m_pane->text().toStdString(), .order = "as listed", .asOf = m_asOf};
    const auto fill = [&list](const char* what, const auto& rows, const auto& fields) {
        list.what = what;
        list.columns = namesOf(fields);
        list.records = recordsOf(rows, fields);
    };
    switch (m_pane->side()) {
    case TracePane::Exposures:
        fill("exposures", tracedExposures(answer->trace, m_pane->request()->now), exposureFields());
        break;
    case TracePane::Commands:
        fill("commands", answer->trace.commands, draftFields());
        break;
    default:
        fill("acts", answer->trace.acts, poisonedActFields());
    }
    const auto count = std::ssize(list.records);
    const auto name = QStringLiteral("compromise-") + QString::fromStdString(list.what);
    return ExportOffer{std::move(list), name, tr("%1 rows, as the list shows them.").arg(formatCount(count))};
}

} // namespace muniment
