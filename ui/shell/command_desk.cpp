#include "ui/shell/command_desk.h"

#include "models/items/error_sentence.h"

namespace muniment {

CommandDesk::CommandDesk(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {}

void CommandDesk::send(const Order& order, std::function<void(const Result<CommandResult>&)> answered,
                       bool saysFailures) {
    auto done = [this, order, answered = std::move(answered), saysFailures](const Result<CommandResult>& result) {
        if (answered)
            answered(result);
        if (result)
            sayDone(order, *result);
        else if (saysFailures || result.error().isOutcomeUnknown())
            sayFailure(result.error());
        if (!result && result.error().code == ErrorCode::Conflict)
            emit conflicted();
    };
    m_workspace.submit(order.request, this, std::move(done), [this](const Error&) {
        emit said(
            {Message::Kind::NotKnown,
             tr("Whether the change was written is not known yet: the connection was lost at the last moment. The "
                "server is being asked; do not repeat it."),
             {},
             {}});
    });
}

void CommandDesk::sayDone(const Order& order, const CommandResult& result) {
    Message message{Message::Kind::Done, order.done, {}, {}};
    if (order.compensation) {
        Order back{order.request, order.compensation->done, {}};
        back.request.command = order.compensation->command;
        back.request.tenant = result.tenant;
        back.request.id = result.id;
        back.request.reason.clear();
        back.request.ifSequence.reset();
        if (result.appended)
            back.request.ifSequence = result.appended->sequence;
        message.actionText = order.compensation->text;
        message.action = [this, back] { send(back); };
    }
    emit said(message);
}

void CommandDesk::sayFailure(const Error& error) {
    const auto kind = error.isOutcomeUnknown() ? Message::Kind::NotKnown : Message::Kind::Failed;
    emit said({kind, errorSentence(error), {}, {}});
}

} // namespace muniment
