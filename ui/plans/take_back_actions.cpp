#include "ui/plans/take_back_actions.h"

#include "models/items/error_sentence.h"
#include "models/items/time_machine.h"
#include "ui/details/event_details_pane.h"
#include "ui/pages/timeline_page.h"
#include "ui/plans/take_back_form.h"

namespace muniment {

TakeBackActions::TakeBackActions(const PageContext& context, TimelinePage* timeline, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_timeline(timeline),
      m_slot(this, askTakeBack(context.workspace),
             [this](const TimelineRow& row, Result<TakeBack> back) { take(row, std::move(back)); }) {
    connect(context.actions.action(ActionId::TakeBack), &QAction::triggered, this, &TakeBackActions::open);
    connect(timeline, &TimelinePage::chosenEventChanged, this, &TakeBackActions::look);
    connect(&context.time, &TimeMachine::momentChanged, this, &TakeBackActions::retranslate);
    connect(timeline->details(), &EventDetailsPane::takeBackWanted, this, &TakeBackActions::open);
    retranslate();
}

void TakeBackActions::look() {
    const auto& row = m_timeline->chosenEvent();
    if (!row)
        return;
    m_back.reset();
    m_failure.reset();
    m_isOpening = false;
    m_looked = row->number;
    m_slot.request(*row);
    retranslate();
}

void TakeBackActions::take(const TimelineRow& row, Result<TakeBack> back) {
    if (m_looked != row.number)
        return;
    if (back)
        m_back = std::move(*back);
    else
        m_failure = back.error();
    retranslate();
    if (std::exchange(m_isOpening, false) && m_back && m_back->request)
        openTakeBack(m_context.desk, *m_back,
                     formatTimeWithZone(row.loggedAt, m_timeline->model()->zone().of(row.event.tenant)),
                     m_timeline->window());
}

void TakeBackActions::retranslate() {
    auto& actions = m_context.actions;
    const bool isOffered = m_back && m_back->request;
    const QString verb = isOffered ? takeBackVerb(*m_back) : QString();
    actions.action(ActionId::TakeBack)
        ->setText(isOffered ? tr("&Take Back: %1…").arg(QString(verb).replace(QLatin1Char('&'), QStringLiteral("&&")))
                            : tr("&Take Back…"));
    const QString objection = objectionNow();
    actions.setObjection(ActionId::TakeBack, objection);
    m_timeline->details()->offerTakeBack(objection.isEmpty() ? verb : QString());
}

QString TakeBackActions::objectionNow() const {
    if (m_context.workspace.isReadOnly())
        return tr("The workspace is open for reading only.");
    if (m_context.time.isPast())
        return tr("The window shows the past.");
    if (m_failure)
        return errorSentence(*m_failure);
    if (m_back)
        return m_back->request ? QString() : takeBackObjection(m_back->row);
    return m_looked ? tr("Looking at what came before it.") : QString();
}

void TakeBackActions::open() {
    if (!m_back || !m_back->request)
        return;
    m_isOpening = true; // by what the file knows now: the thing may have moved on since the event was chosen
    m_slot.request(m_back->row);
}

} // namespace muniment
