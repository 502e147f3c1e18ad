// Sends commands and says what came of them: done, with the compensation at hand; refused; changed by somebody else;
// not known yet.
#pragma once

#include "models/workspace/workspace.h"
#include "ui/shell/message_bar.h"

#include <QObject>

#include <functional>
#include <optional>

namespace muniment {

/// The command that takes another one back, offered after it.
struct Compensation {
    QString text; ///< the verb: "Unlock"
    std::variant<OrgCommand, UserCommand> command;
    QString done; ///< what is said when it was done
};

struct Order {
    CommandRequest request;
    QString done; ///< "Ann Lee is locked."
    std::optional<Compensation> compensation;
};

class CommandDesk : public QObject {
    Q_OBJECT
public:
    explicit CommandDesk(Workspace& workspace, QObject* parent);

    /// `answered` is called once, in this thread, before the message is said. A form that shows failures itself gives
    /// `saysFailures` = false.
    void send(const Order& order, std::function<void(const Result<CommandResult>&)> answered = {},
              bool saysFailures = true);

    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

signals:
    void said(const muniment::Message& message);
    /// Somebody else was first: lists and details should be looked at anew.
    void conflicted();

private:
    void sayDone(const Order& order, const CommandResult& result);
    void sayFailure(const Error& error);

    Workspace& m_workspace;
};

} // namespace muniment
