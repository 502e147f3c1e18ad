#include "ui/pages/access_page.h"

#include "models/base/clock.h"
#include "models/items/access_queries.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"
#include "models/items/time_machine.h"
#include "ui/access/access_pane.h"
#include "ui/access/question_bar.h"
#include "ui/access/way_tree.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/workspace_key.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chosen_row.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QProgressBar>
#include <QSettings>
#include <QStackedWidget>

namespace muniment {

namespace {

constexpr int kWaitingMillis = 250;
constexpr int kRefreshMillis = 500;
constexpr std::size_t kMostEvents = 300; ///< in a filter that a person can still read

/// An organization as a whole has no id of its own among resources.
AggregateId resourceIn(const EntityOption& what) {
    return what.entity.aggregate.type == "org" ? AggregateId() : what.entity.aggregate.id;
}

} // namespace

AccessPage::AccessPage(const PageContext& context, QWidget* parent)
    : PageWidget(context, parent),
      m_bar(new QuestionBar(context.workspace, askActions(context.workspace, context.access), context.actions, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyPlace(this)),
      m_pane(new AccessPane(askNeighbours(context.workspace, context.access), this)),
      m_waiting(new QWidget(this)),
      m_waitingText(makeLabel(m_waiting, TextSize::Normal, Tone::Quiet)),
      m_cancel(makeButton(m_waiting)),
      m_why(this, askAccess(context.workspace, context.access),
            [this](const AccessRequest& request, const Result<AccessAnswer>& answer) { take(request, answer); }),
      m_who(this, askWho(context.workspace, context.access),
            [this](const WhoRequest& request, const Result<WhoAnswer>& answer) { take(request, answer); }),
      m_what(this, askRights(context.workspace, context.access),
             [this](const RightsRequest& request, const Result<RightsAnswer>& answer) { take(request, answer); }),
      m_key(workspaceKey("access", context.workspace.file())) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_waiting);
    auto* waiting = new QVBoxLayout(m_waiting);
    auto* bar = new QProgressBar(m_waiting);
    bar->setRange(0, 0);
    bar->setMaximumWidth(320);
    bar->setTextVisible(false);
    m_waitingText->setAlignment(Qt::AlignCenter);
    waiting->addStretch();
    waiting->addWidget(m_waitingText);
    waiting->addWidget(bar, 0, Qt::AlignHCenter);
    waiting->addWidget(m_cancel, 0, Qt::AlignHCenter);
    waiting->addStretch();
    m_waitingSoon.setSingleShot(true);
    m_waitingSoon.setInterval(kWaitingMillis);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(kRefreshMillis);
    connectActions();
    if (const auto last = wishOf(QSettings().value(m_key).toString()); last && last->isWhole()) {
        m_bar->setWish(*last);
        m_asked = last;
        m_isStale = true;
    }
    retranslate();
}

void AccessPage::connectActions() {
    const auto on = [this](ActionId id, auto kind) {
        connect(context().actions.action(id), &QAction::triggered, this,
                [this, kind] { put(m_bar->wish(kind()), true); });
    };
    on(ActionId::AskAboutAccess, [this] { return m_bar->meant(); });
    on(ActionId::ListHolders, [] { return AccessWish::Kind::Who; });
    on(ActionId::ListRights, [] { return AccessWish::Kind::What; });
    connect(m_bar, &QuestionBar::wishChanged, this, [this] { m_wantsFocus = false; }); // they go on typing
    connect(m_bar, &QuestionBar::entered, this, [this] { put(m_bar->wish(m_bar->meant()), true); });
    connect(m_bar, &QuestionBar::troubleChanged, this, [this](const QString& sentence) {
        if (!sentence.isEmpty())
            emit said({Message::Kind::Failed, sentence, {}, {}});
    });
    connect(m_pane, &AccessPane::eventChosen, this, &AccessPage::eventChosen);
    connect(m_pane, &AccessPane::momentChosen, this, [this](Instant at) { context().time.setAsOf(Moment(at)); });
    connect(m_pane, &AccessPane::wishChosen, this, [this](const AccessWish& wish) { put(wish, true); });
    connect(m_pane, &AccessPane::entityChosen, this, &AccessPage::entityChosen);
    connect(m_pane, &AccessPane::failed, this, &AccessPage::say);
    connect(m_pane, &AccessPane::timelineWanted, this, &AccessPage::showEvents);
    connect(m_cancel, &QPushButton::clicked, this, &AccessPage::cancel);
    connect(&m_waitingSoon, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_waiting); });
    connect(&m_refreshSoon, &QTimer::timeout, this, &AccessPage::reload);
    connect(m_empty, &EmptyPlace::actionChosen, this, [this] { m_bar->focusOpen(); });
}

void AccessPage::ask(const AccessWish& wish) {
    put(wish, m_isActive && wish.isWhole());
}

/// What a question that is not whole lacks first.
static QString lackOf(const AccessWish& wish) {
    if (wish.kind != AccessWish::Kind::Who && !wish.who)
        return AccessPage::tr("Choose a user or a team from those that are offered.");
    if (wish.kind == AccessWish::Kind::Why && wish.action.empty())
        return AccessPage::tr("Say which action is meant.");
    return AccessPage::tr("Choose a resource or a whole organization from those that are offered.");
}

void AccessPage::put(const AccessWish& wish, bool isByPerson) {
    if (!wish.isWhole() && isByPerson) {
        m_bar->focusOpen();
        emit said({Message::Kind::NotKnown, lackOf(wish), {}, {}});
        return;
    }
    m_bar->setWish(wish);
    if (!wish.isWhole()) {
        m_asked.reset();
        return cancel();
    }
    m_wantsFocus = true;
    if (isByPerson && m_asked && *m_asked != wish)
        emit placeLeft(place());
    m_asked = wish;
    QSettings().setValue(m_key, wishText(wish));
    m_isStale = true;
    if (m_isActive)
        request();
}

void AccessPage::request() {
    m_isStale = false;
    m_why.drop();
    m_who.drop();
    m_what.drop();
    m_isWaiting = true;
    m_waitingSoon.start();
    const auto number = ++m_requestNumber;
    m_isAwaitingWrites = !m_asOf && !context().workspace.areWritesSettled();
    tellWaiting();
    if (!m_isAwaitingWrites)
        return requestNow();
    // Whoever has just added somebody is not told that there is no such person.
    context().workspace.whenWritesSettled(this, [this, number](bool isSettled) {
        if (number != m_requestNumber || !std::exchange(m_isAwaitingWrites, false))
            return;
        tellWaiting();
        if (!isSettled)
            emit said({Message::Kind::NotKnown,
                       tr("Your last change has not reached this workspace yet; the answer does not count it."),
                       {},
                       {}});
        requestNow();
    });
}

void AccessPage::tellWaiting() {
    m_waitingText->setText(m_isAwaitingWrites ? tr("Waiting until this workspace has your last change …")
                                              : tr("Reading the access graph of this workspace …"));
    for (auto* bar : m_waiting->findChildren<QProgressBar*>())
        bar->setAccessibleName(m_waitingText->text());
}

void AccessPage::requestNow() {
    const Instant now = systemClock().now();
    switch (m_asked->kind) {
    case AccessWish::Kind::Why: {
        const auto& [tenant, subject] = m_asked->who->entity;
        const AccessRequest request{tenant, subject, m_asked->action, resourceIn(*m_asked->what), m_asOf, now};
        m_request = request;
        return m_why.request(request);
    }
    case AccessWish::Kind::Who: {
        const WhoRequest request{m_asked->what->entity.tenant, m_asked->action, resourceIn(*m_asked->what), m_asOf,
                                 now};
        m_request = request;
        return m_who.request(request);
    }
    case AccessWish::Kind::What:
        break;
    }
    const auto& [tenant, subject] = m_asked->who->entity;
    const RightsRequest request{tenant, subject, m_asked->role ? m_asked->role->entity.aggregate.id : AggregateId(),
                                m_asOf, now};
    m_request = request;
    m_what.request(request);
}

template <class Request, class Answer>
void AccessPage::take(const Request& request, const Result<Answer>& answer) {
    const auto* awaited = std::get_if<Request>(&m_request);
    if (awaited == nullptr || *awaited != request)
        return;
    m_isWaiting = false;
    m_waitingSoon.stop();
    if (!answer) {
        m_answer = std::monostate();
        m_stack->setCurrentWidget(m_empty);
        say(answer.error());
    } else {
        m_answer = *answer;
        m_pane->show(request, *answer);
        m_stack->setCurrentWidget(m_pane);
        if (std::exchange(m_wantsFocus, false) && m_isActive)
            m_pane->focusAnswer();
    }
    updateActions();
    emit shownTextChanged();
}

void AccessPage::say(const Error& error) {
    emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
}

void AccessPage::cancel() {
    ++m_requestNumber;
    m_isAwaitingWrites = false;
    m_why.drop();
    m_who.drop();
    m_what.drop();
    m_waitingSoon.stop();
    m_isWaiting = false;
    m_request = std::monostate();
    m_answer = std::monostate();
    m_stack->setCurrentWidget(m_empty);
    updateActions();
    emit shownTextChanged();
}

bool AccessPage::isAnswered() const {
    return !m_isWaiting && !m_isStale && m_answer.index() != 0;
}

void AccessPage::showEvents() {
    FilterTerm term = termOf(FilterField::Id, {});
    term.values.clear();
    for (const AccessCause& cause : m_pane->events())
        if (term.values.size() < kMostEvents)
            term.values.push_back(termOf(FilterField::Id, cause.id.text()).values.front());
    if (!term.values.empty())
        emit filterChosen({std::move(term), {}});
}

void AccessPage::setZone(const ClockZone& zone) {
    m_zone = zone;
    retranslate();
}

void AccessPage::setAsOf(const std::optional<Moment>& asOf) {
    if (std::exchange(m_asOf, asOf) == asOf)
        return;
    m_bar->setAsOf(asOf);
    reload();
}

void AccessPage::takeBatch(const AppliedBatch& batch) {
    static constexpr const char* kReadModels[]{"organizations", "users",           "teams",     "teamMembers",
                                               "roles",         "rolePermissions", "resources", "grants"};
    if (std::ranges::none_of(kReadModels, [&](const char* name) { return batch.touches(name); }))
        return;
    if (m_isActive && !m_refreshSoon.isActive())
        m_refreshSoon.start();
    m_isStale = m_isStale || !m_isActive;
}

void AccessPage::reload() {
    if (!m_asked)
        return;
    m_isStale = true;
    if (m_isActive)
        request();
}

std::optional<RegionName> AccessPage::onlyRegion() const {
    if (!m_asked)
        return std::nullopt;
    for (const auto& named : {m_asked->who, m_asked->what})
        if (named && !named->region.isEmpty())
            return named->region;
    return std::nullopt;
}

void AccessPage::setActive(bool isActive) {
    m_isActive = isActive;
    updateActions();
    if (isActive && m_asked && m_isStale)
        request();
}

void AccessPage::updateActions() {
    auto& actions = context().actions;
    for (const auto id : {ActionId::AskAboutAccess, ActionId::ListHolders, ActionId::ListRights})
        actions.setObjection(id, m_isActive ? QString() : tr("Go to the page Access first."));
    if (m_isActive)
        actions.setMet(Needs::Row, isAnswered());
}

void AccessPage::focusList() {
    if (isAnswered())
        m_pane->focusAnswer();
    else
        m_bar->focusOpen();
}

void AccessPage::focusFilter() {
    m_bar->focusOpen();
}

QString AccessPage::shownText() const {
    if (const auto* answer = std::get_if<AccessAnswer>(&m_answer))
        return tr("%n way(s)", nullptr, static_cast<int>(answer->ways.size()));
    if (std::holds_alternative<std::monostate>(m_answer))
        return {};
    return tr("%1 in all").arg(formatCount(m_pane->rowCount()));
}

TextTable AccessPage::chosenRow() const {
    if (!m_pane->table()->hasFocus() && std::holds_alternative<AccessAnswer>(m_answer))
        return {{tr("Why")}, {{m_pane->tree()->currentText()}}};
    const auto* model = m_pane->table()->model();
    const int row = m_pane->table()->currentIndex().row();
    TextTable table;
    if (row < 0)
        return table;
    table.rows.emplace_back();
    for (int column = 0; column < model->columnCount(); ++column) {
        table.header << model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        table.rows.back() << withoutIsolates(model->index(row, column).data().toString());
    }
    return table;
}

QString AccessPage::chosenCell() const {
    if (m_pane->table()->hasFocus())
        return withoutIsolates(m_pane->table()->currentIndex().data().toString());
    return m_pane->tree()->currentText();
}

QString AccessPage::chosenJson() const {
    return rowJson(chosenRow());
}

QString AccessPage::place() const {
    return m_asked ? wishText(*m_asked) : QString();
}

void AccessPage::goToPlace(const QString& place) {
    if (const auto wish = wishOf(place))
        put(*wish, false);
}

void AccessPage::retranslate() {
    setAccessibleName(tr("Access"));
    tellWaiting();
    setButtonText(m_cancel, tr("Cancel"));
    for (auto* bar : m_waiting->findChildren<QProgressBar*>())
        bar->setAccessibleName(m_waitingText->text());
    m_empty->say(tr("Who may do what, and why?"),
                 tr("Choose somebody, an action and a resource to see whether it is allowed, by which ways, and since "
                    "when. With the resource alone it is told who may, with somebody alone what they may."),
                 tr("Ask a Question"));
    m_pane->setZone(m_zone.ofMany()); // tells it anew
    std::visit(
        [this](const auto& request) {
            using Request = std::decay_t<decltype(request)>;
            if constexpr (std::is_same_v<Request, AccessRequest>) {
                if (const auto* answer = std::get_if<AccessAnswer>(&m_answer))
                    m_pane->show(request, *answer);
            } else if constexpr (std::is_same_v<Request, WhoRequest>) {
                if (const auto* answer = std::get_if<WhoAnswer>(&m_answer))
                    m_pane->show(request, *answer);
            } else if constexpr (std::is_same_v<Request, RightsRequest>) {
                if (const auto* answer = std::get_if<RightsAnswer>(&m_answer))
                    m_pane->show(request, *answer);
            }
        },
        m_request);
}

void AccessPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageWidget::changeEvent(event);
}

} // namespace muniment
