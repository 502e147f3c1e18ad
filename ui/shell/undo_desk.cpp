#include "ui/shell/undo_desk.h"

#include "ui/actions/action_registry.h"

#include <QPointer>
#include <QScopedValueRollback>
#include <QUndoCommand>
#include <QUndoStack>

namespace muniment {

/// Stands in the stack once it is written: what it does first has been done.
class UndoDesk::Step : public QUndoCommand {
public:
    Step(UndoDesk& desk, const QString& what, Write write, Write unwrite)
        : QUndoCommand(what),
          m_desk(desk),
          m_write(std::move(write)),
          m_unwrite(std::move(unwrite)) {}

    void undo() override { carryOut(m_unwrite, &QUndoStack::redo); }

    void redo() override { carryOut(m_write, &QUndoStack::undo); }

private:
    void carryOut(const Write& write, void (QUndoStack::*back)()) {
        if (m_desk.m_isSettling)
            return;
        write([desk = QPointer(&m_desk), back](bool isWritten) {
            if (desk && !isWritten)
                desk->settle(back);
        });
    }

    UndoDesk& m_desk;
    Write m_write;
    Write m_unwrite;
};

UndoDesk::UndoDesk(ActionRegistry& actions, QObject* parent)
    : QObject(parent),
      m_actions(actions),
      m_stack(new QUndoStack(this)) {
    connect(actions.action(ActionId::Undo), &QAction::triggered, this, &UndoDesk::undo);
    connect(actions.action(ActionId::Redo), &QAction::triggered, this, &UndoDesk::redo);
    connect(m_stack, &QUndoStack::indexChanged, this, &UndoDesk::retranslate);
    retranslate();
}

void UndoDesk::retranslate() {
    const auto name = [this](ActionId id, bool isThere, const QString& text, const QString& alone) {
        m_actions.action(id)->setText(isThere ? text : alone);
        m_actions.setObjection(id, isThere ? QString() : tr("Nothing was changed here since the file was opened."));
    };
    name(ActionId::Undo, m_stack->canUndo(), tr("Un&do “%1”").arg(m_stack->undoText()), tr("Un&do"));
    name(ActionId::Redo, m_stack->canRedo(), tr("R&edo “%1”").arg(m_stack->redoText()), tr("R&edo"));
}

void UndoDesk::carryOut(const QString& what, const Write& write, const Write& unwrite) {
    write([this, desk = QPointer(this), what, write, unwrite](bool isWritten) {
        if (!desk || !isWritten)
            return;
        const QScopedValueRollback settling(m_isSettling, true);
        m_stack->push(new Step(*this, what, write, unwrite));
    });
}

void UndoDesk::undo() {
    m_stack->undo();
}

void UndoDesk::redo() {
    m_stack->redo();
}

void UndoDesk::settle(void (QUndoStack::*move)()) {
    const QScopedValueRollback settling(m_isSettling, true);
    (m_stack->*move)();
}

} // namespace muniment
