// What a person wrote into the workspace file beside the events, one step at a time that can be taken back as long as
// the workspace is open.
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QUndoStack;

namespace muniment {

class ActionRegistry;

/// Carries out Undo and Redo, whose words name the step.
class UndoDesk : public QObject {
    Q_OBJECT
public:
    UndoDesk(ActionRegistry& actions, QObject* parent);

    /// Told whether it is written; whoever writes says why it is not. Not called when the workspace is closed before.
    using Answer = std::function<void(bool isWritten)>;
    using Write = std::function<void(const Answer& answer)>;

    /// Begins to write; once that is done, a step stands here under the name `what`, which `unwrite` takes back. What
    /// could not be written, or taken back, is as it was.
    void carryOut(const QString& what, const Write& write, const Write& unwrite);
    void undo();
    void redo();

    [[nodiscard]] const QUndoStack* stack() const { return m_stack; }

    /// Also when the language has changed.
    void retranslate();

private:
    class Step;

    /// Moves the stack without writing.
    void settle(void (QUndoStack::*move)());

    ActionRegistry& m_actions;
    QUndoStack* m_stack;
    bool m_isSettling = false;
};

} // namespace muniment
