#include "ui/annotations/annotation_desk.h"

#include <QScopedValueRollback>
#include <QUndoCommand>
#include <QUndoStack>

namespace muniment {

/// Stands in the stack once it is written: what it does first has been done.
class AnnotationDesk::Step : public QUndoCommand {
public:
    Step(AnnotationDesk& desk, const QString& what, EventNumber number, EventAnnotation before, EventAnnotation after)
        : QUndoCommand(what),
          m_desk(desk),
          m_number(number),
          m_before(std::move(before)),
          m_after(std::move(after)) {}

    void undo() override { write(m_before, &QUndoStack::redo); }

    void redo() override { write(m_after, &QUndoStack::undo); }

private:
    void write(const EventAnnotation& annotation, void (QUndoStack::*back)()) {
        if (m_desk.m_isSettling)
            return;
        m_desk.write(
            m_number, annotation, [] {}, [desk = &m_desk, back] { desk->settle(back); });
    }

    AnnotationDesk& m_desk;
    EventNumber m_number;
    EventAnnotation m_before;
    EventAnnotation m_after;
};

AnnotationDesk::AnnotationDesk(Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_stack(new QUndoStack(this)) {}

const EventAnnotation& AnnotationDesk::annotationOf(EventNumber number, const EventAnnotation& shown) const {
    const auto latest = m_latest.find(number);
    return latest == m_latest.end() ? shown : latest->second;
}

void AnnotationDesk::change(const QString& what, EventNumber number, const EventAnnotation& before,
                            const EventAnnotation& after) {
    if (before == after)
        return;
    write(
        number, after,
        [this, what, number, before, after] {
            const QScopedValueRollback settling(m_isSettling, true);
            m_stack->push(new Step(*this, what, number, before, after));
        },
        [] {});
}

void AnnotationDesk::undo() {
    m_stack->undo();
}

void AnnotationDesk::redo() {
    m_stack->redo();
}

void AnnotationDesk::settle(void (QUndoStack::*move)()) {
    const QScopedValueRollback settling(m_isSettling, true);
    (m_stack->*move)();
}

void AnnotationDesk::write(EventNumber number, const EventAnnotation& annotation, const std::function<void()>& done,
                           const std::function<void()>& refused) {
    m_latest[number] = annotation;
    m_workspace.annotate({{number, annotation}}, this,
                         [this, number, annotation, done, refused](const Result<void>& written) {
                             if (written) {
                                 done();
                                 emit changed(number, annotation);
                                 return;
                             }
                             m_latest.erase(number);
                             refused();
                             emit failed(written.error());
                         });
}

} // namespace muniment
