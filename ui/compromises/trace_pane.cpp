#include "ui/compromises/trace_pane.h"

#include "models/items/access_sentence.h"
#include "models/items/compromise_words.h"
#include "models/items/plain_text.h"
#include "ui/actions/action_registry.h"
#include "ui/look/look.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QTabWidget>

namespace muniment {

namespace {

constexpr int kIcon = 18;
constexpr int kTime = 178;

struct SidePlan {
    const char* name; ///< of its arrangement
    std::vector<ColumnPlan> columns;
    std::set<int> figures; ///< at the right
    std::vector<int> times;
};

const SidePlan& planOf(TracePane::Side side) {
    static const SidePlan plans[]{
        // When, by, step, what happened, empowered, stands.
        {"compromises/acts", {{kTime}, {100, 1}, {56}, {180, 3}, {110, 1}, {72}}, {2}, {0}},
        // Person, could, on, from, until, hours.
        {"compromises/exposures", {{120, 1}, {90, 1}, {120, 2}, {kTime}, {kTime}, {70}}, {5}, {3, 4}},
        // Change, of, details.
        {"compromises/commands", {{170, 1}, {150, 1}, {220, 2}}, {}, {}}};
    return plans[side];
}

} // namespace

TracePane::TracePane(ActionRegistry& actions, QWidget* parent)
    : QFrame(parent),
      m_stack(new QStackedWidget(this)),
      m_none(new EmptyPlace(this)),
      m_stopped(new EmptyPlace(this)),
      m_waiting(nullptr),
      m_waitingText(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_progress(new QProgressBar(this)),
      m_cancel(makeButton(this)),
      m_told(nullptr),
      m_badgeIcon(makeLabel(this)),
      m_badge(makeLabel(this, TextSize::Normal, Tone::Bad, true)),
      m_sentence(makeValueLabel(this)),
      m_limits(makeLabel(this, TextSize::Small, Tone::Warning)),
      m_freshness(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_tabs(new QTabWidget(this)) {
    setKind(this, "card");
    setMinimumWidth(420);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_stack);
    m_waiting = makeWaiting();
    m_told = makeAnswer(actions);
    for (QWidget* place : {static_cast<QWidget*>(m_none), static_cast<QWidget*>(m_stopped), m_waiting, m_told})
        m_stack->addWidget(place);
    connect(m_stopped, &EmptyPlace::actionChosen, this, &TracePane::againChosen);
}

QWidget* TracePane::makeWaiting() {
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(320);
    m_progress->setTextVisible(false);
    m_waitingText->setAlignment(Qt::AlignCenter);
    m_waitingText->setWordWrap(true);
    layout->addStretch();
    layout->addWidget(m_waitingText);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_cancel, &QPushButton::clicked, this, &TracePane::cancelChosen);
    return place;
}

QWidget* TracePane::makeAnswer(ActionRegistry& actions) {
    auto* place = new QWidget(this);
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto* badge = new QHBoxLayout;
    badge->setSpacing(kGrid);
    m_badgeIcon->setFixedSize(kIcon, kIcon);
    m_badge->setWordWrap(true);
    badge->addWidget(m_badgeIcon, 0, Qt::AlignTop);
    badge->addWidget(m_badge, 1);
    layout->addLayout(badge);
    for (QLabel* label : {m_sentence, m_limits, m_freshness}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    for (const auto id : {ActionId::ShowAllDone, ActionId::ForgetCompromise})
        buttons->addWidget(makeActionButton(place, actions.action(id)));
    buttons->addStretch();
    buttons->addWidget(makeActionButton(place, actions.action(ActionId::StageTraced), "main"));
    layout->addLayout(buttons);
    for (const Side side : {Acts, Exposures, Commands})
        m_tabs->addTab(makeSide(side), QString());
    layout->addWidget(m_tabs, 1);
    return place;
}

QWidget* TracePane::makeSide(Side side) {
    const SidePlan& plan = planOf(side);
    auto* stack = new QStackedWidget(m_tabs);
    auto* table = new QTableView(stack);
    m_models[side] = new TextRowsModel(static_cast<int>(plan.columns.size()), plan.figures, table);
    table->setModel(m_models[side]);
    dressTable(table);
    new TableColumns(table, plan.name, plan.columns);
    for (const int column : plan.times)
        table->setItemDelegateForColumn(column, new FiguresDelegate(table));
    m_tables[side] = table;
    m_places[side] = {stack, new EmptyPlace(stack)};
    stack->addWidget(table);
    stack->addWidget(m_places[side].empty);
    connect(table, &QTableView::activated, this,
            [this, side](const QModelIndex& index) { activate(side, index.row()); });
    return stack;
}

TracePane::Side TracePane::side() const {
    return static_cast<Side>(m_tabs->currentIndex());
}

void TracePane::activate(Side side, int row) {
    if (!m_answer || row < 0 || row >= m_models[side]->rowCount())
        return;
    const PoisonTrace& trace = m_answer->second.trace;
    const auto at = static_cast<std::size_t>(row);
    if (side == Acts)
        return emit eventChosen(trace.acts[at].row.number);
    if (side == Exposures)
        return emit eventChosen(trace.acts[trace.exposures[at].act].row.number);
    const CommandRequest& request = trace.commands[at];
    emit entityChosen({request.tenant, {std::string(aggregateTypeOf(request.command)), request.id}});
}

void TracePane::setZone(const ClockZone& zone) {
    m_zone = zone;
    fill();
}

void TracePane::showNone() {
    m_mark.reset();
    m_answer.reset();
    m_stack->setCurrentWidget(m_none);
}

void TracePane::showWaiting(const CompromiseMark& mark) {
    const bool isSame = m_mark && m_mark->tenant == mark.tenant && m_mark->user == mark.user;
    m_mark = mark;
    if (isSame && m_answer)
        return;
    m_answer.reset();
    m_stack->setCurrentWidget(m_waiting);
}

void TracePane::showStopped() {
    m_answer.reset();
    m_stack->setCurrentWidget(m_stopped);
}

void TracePane::show(const CompromiseMark& mark, const TraceRequest& request, const TraceAnswer& answer) {
    m_mark = mark;
    m_answer.emplace(request, answer);
    fill();
    m_stack->setCurrentWidget(m_told);
}

void TracePane::fill() {
    const bool isThere = m_answer && m_mark;
    const ClockZone own = isThere ? m_zone.of(m_mark->tenant) : m_zone;
    const TraceAnswer none;
    const TraceAnswer& answer = isThere ? m_answer->second : none;
    m_models[Acts]->setTable(actTable(answer.trace, own));
    m_models[Exposures]->setTable(exposureTable(answer.trace, isThere ? m_answer->first.now : Instant(), own));
    m_models[Commands]->setTable(draftTable(answer));
    m_tabs->setTabText(Acts, tr("What It Gave (%1)").arg(formatCount(m_models[Acts]->rowCount())));
    m_tabs->setTabText(Exposures, tr("What They Could Do (%1)").arg(formatCount(m_models[Exposures]->rowCount())));
    m_tabs->setTabText(Commands, tr("What Takes It Back (%1)").arg(formatCount(m_models[Commands]->rowCount())));
    for (const Side side : {Acts, Exposures, Commands}) {
        const bool hasRows = m_models[side]->rowCount() > 0;
        m_places[side].stack->setCurrentIndex(hasRows ? 0 : 1);
        if (hasRows && !m_tables[side]->currentIndex().isValid())
            m_tables[side]->setCurrentIndex(m_models[side]->index(0, 0));
    }
    sayEmpty();
    if (!isThere)
        return;
    m_badgeIcon->setPixmap(icon(QStringLiteral("dialog-warning")).pixmap(kIcon, kIcon));
    m_badge->setText(compromiseText(*m_mark, own));
    m_sentence->setText(traceSentence(answer));
    const QStringList limits = traceLimits(answer.trace);
    m_limits->setText(limits.join(QLatin1Char(' ')));
    m_limits->setVisible(!limits.isEmpty());
    m_freshness->setText(freshnessText(answer.freshness, own));
}

void TracePane::sayEmpty() {
    m_places[Acts].empty->say(tr("Nothing was given"),
                              tr("In that time the account gave nobody access or a way in, as far as this workspace "
                                 "knows."));
    m_places[Exposures].empty->say(tr("Nobody could do more"),
                                   tr("Nothing of it let anybody do what they could not do without it."));
    const bool isPast = m_answer && m_answer->first.compromise.asOf;
    m_places[Commands].empty->say(isPast ? tr("Not in the past") : tr("Nothing is left to do"),
                                  isPast
                                      ? tr("What takes it back is drafted by what is so now. Go back to now to see it.")
                                      : tr("The account has no way in, and nothing of what it gave stands."));
}

void TracePane::retranslate() {
    m_none->say(tr("No account chosen"), tr("Choose one to see what it gave to whom while it was in the wrong hands."));
    m_stopped->say(tr("Not traced"), tr("Tracing was stopped, or did not come to its end."), tr("&Try Again"));
    m_waitingText->setText(tr("Following what the account gave to whom …"));
    m_progress->setAccessibleName(m_waitingText->text());
    setButtonText(m_cancel, tr("Cancel"));
    m_tabs->setAccessibleName(tr("Sides of the trace"));
    m_tables[Acts]->setAccessibleName(tr("What it gave, oldest first; Enter shows the event"));
    m_tables[Exposures]->setAccessibleName(tr("Who could do what by it; Enter shows the event that gave it"));
    m_tables[Commands]->setAccessibleName(tr("Commands in the order in which they are sent; Enter shows what they are "
                                             "about"));
    for (auto* table : m_tables)
        table->horizontalHeader()->setAccessibleName(tr("Columns"));
    fill();
}

QString TracePane::text() const {
    return withoutIsolates(
        QStringList{m_sentence->text(), m_limits->text(), m_freshness->text()}.join(QLatin1Char(' ')));
}

void TracePane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) // light and dark have icons of their own
        QMetaObject::invokeMethod(this, &TracePane::fill, Qt::QueuedConnection);
    QFrame::changeEvent(event);
}

QString TracePane::markText() const {
    return m_badge->text();
}

} // namespace muniment
