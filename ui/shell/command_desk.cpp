#include "ui/shell/command_desk.h"

#include "models/base/clock.h"
#include "models/commands/reach.h"
#include "models/commands/region_error.h"
#include "models/items/command_words.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"

namespace muniment {

CommandDesk::CommandDesk(Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_changes(new ChangeSet(workspace, this)) {
    connect(m_changes, &ChangeSet::failedToKeep, this, &CommandDesk::sayFailure);
}

bool CommandDesk::mustBeStaged(const Order& order) const {
    switch (m_workspace.guardLevel()) {
    case GuardLevel::Direct:
        return false;
    case GuardLevel::Wide:
        return !order.isPreviewed && reachesBeyondOne(order.request);
    case GuardLevel::Always:
        return true;
    }
    return true;
}

void CommandDesk::stage(const Order& order, const OrderListener& listener) {
    m_changes->stage(order.request);
    if (listener.staged)
        listener.staged();
    Message message{Message::Kind::Done, tr("Staged, not sent yet: %1").arg(commandTitle(order.request.command)),
                    tr("Show"), [this] { emit changesWanted(); }};
    emit said(message);
}

void CommandDesk::stageAll(std::vector<CommandRequest> requests, const QString& what) {
    m_changes->stage(std::move(requests));
    emit changesWanted();
    emit said({Message::Kind::Done, tr("Staged, not sent yet: %1").arg(what), {}, {}});
    m_changes->preview();
}

void CommandDesk::queue(std::vector<CommandRequest> requests) {
    if (requests.empty())
        return;
    const QString region = isolated(plainText(requests.front().region.text()));
    const QString what = commandTitle(requests.back().command); // what the others make room for
    m_changes->queue(std::move(requests));
    emit said({Message::Kind::Done, tr("Queued until %1 answers, not sent: %2").arg(region, what), tr("Show"),
               [this] { emit changesWanted(); }});
}

std::optional<RegionOutage> CommandDesk::outageOf(const RegionName& region) const {
    for (const RegionOutage& outage : outagesOf(m_workspace.regions()))
        if (outage.region == region)
            return outage;
    return std::nullopt;
}

void CommandDesk::send(const Order& order, const OrderListener& listener) {
    if (mustBeStaged(order))
        return stage(order, listener);
    if (!listener.answered && !order.isInsisted)
        if (const auto outage = outageOf(order.request.region))
            return sayAway(order, listener, *outage);
    const auto number = ++m_last;
    m_unanswered.insert(number);
    emit unansweredChanged();
    m_workspace.submit(
        order.request, this,
        [this, number, order, listener](const Result<CommandResult>& result) {
            takeAnswer(number, order, listener, result);
        },
        [this, number, order, listener](const Error& why) { takeNotKnown(number, order, listener, why); });
}

void CommandDesk::takeAnswer(std::uint64_t number, const Order& order, const OrderListener& listener,
                             const Result<CommandResult>& result) {
    m_unanswered.erase(number);
    const bool wasNotKnown = m_notKnown.erase(number) > 0;
    if (wasNotKnown)
        emit notKnownChanged(static_cast<int>(m_notKnown.size()));
    const bool isShown = listener.answered && listener.answered(result);
    if (result)
        sayDone(order, *result, wasNotKnown);
    else if (!isShown || wasNotKnown)
        sayRefused(order, result.error());
    if (!result && result.error().code == ErrorCode::Conflict)
        emit conflicted();
    emit unansweredChanged();
}

void CommandDesk::takeNotKnown(std::uint64_t number, const Order& order, const OrderListener& listener,
                               const Error& why) {
    if (m_notKnown.insert(number).second)
        emit notKnownChanged(static_cast<int>(m_notKnown.size()));
    const auto sentence = notKnownYetSentence(order.request.region.text(), why);
    if (listener.notKnownYet)
        listener.notKnownYet(sentence);
    emit said({Message::Kind::NotKnown, sentence, {}, {}});
}

void CommandDesk::sayDone(const Order& order, const CommandResult& result, bool wasNotKnown) {
    const auto words = wasNotKnown ? tr("The answer is here, the change was written: %1").arg(order.done) : order.done;
    Message message{Message::Kind::Done, words, {}, {}};
    if (order.compensation) {
        Order back{order.request, order.compensation->done, {}};
        back.request.command = order.compensation->command;
        back.request.tenant = result.tenant;
        back.request.id = result.id;
        back.request.reason.clear();
        back.request.ifSequence.reset();
        const bool isAgain = isAddition(back.request.command);
        if (isAgain && aggregateTypeOf(back.request.command) != "plan") // whose key is its id
            back.request.id = {};                                       // what was removed comes again as another one
        else if (!isAgain && result.appended)
            back.request.ifSequence = result.appended->sequence;
        message.actionText = order.compensation->text;
        message.action = [this, back] { send(back); };
    }
    emit said(message);
}

void CommandDesk::sayAway(const Order& order, const OrderListener& listener, const RegionOutage& outage) {
    Order insisted = order;
    insisted.isInsisted = true;
    emit said({Message::Kind::NotKnown, awaySentence(outage, m_zone.ofMany(), systemClock().now()),
               tr("&Queue for Later"), [this, order] { queue({order.request}); }, tr("Send &All the Same"),
               [this, insisted, listener] { send(insisted, listener); }});
}

void CommandDesk::sayRefused(const Order& order, const Error& error) {
    if (!mayBeQueued(error))
        return sayFailure(error);
    emit said({Message::Kind::Failed, errorSentence(error), tr("&Queue for Later"),
               [this, order] { queue({order.request}); }});
}

void CommandDesk::sayFailure(const Error& error) {
    const auto kind = error.isOutcomeUnknown() ? Message::Kind::NotKnown : Message::Kind::Failed;
    emit said({kind, errorSentence(error), {}, {}});
}

} // namespace muniment
