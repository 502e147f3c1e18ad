// Changes bookmarks, tags and notes, one step at a time that can be taken back as long as the workspace is open.
#pragma once

#include "models/workspace/workspace.h"

#include <QObject>

#include <functional>
#include <map>

class QUndoStack;

namespace muniment {

class AnnotationDesk : public QObject {
    Q_OBJECT
public:
    AnnotationDesk(Workspace& workspace, QObject* parent);

    /// What the event has, where `shown` may not have caught up with the last change yet.
    [[nodiscard]] const EventAnnotation& annotationOf(EventNumber number, const EventAnnotation& shown) const;
    /// `what` names the step: "Bookmark". Nothing happens where nothing differs; a step that could not be written is
    /// none, and `failed` tells why.
    void change(const QString& what, EventNumber number, const EventAnnotation& before, const EventAnnotation& after);
    void undo();
    void redo();

    [[nodiscard]] const QUndoStack* stack() const { return m_stack; }

signals:
    /// Written, or taken back.
    void changed(muniment::EventNumber number, const muniment::EventAnnotation& annotation);
    void failed(const muniment::Error& error);

private:
    class Step;

    void write(EventNumber number, const EventAnnotation& annotation, const std::function<void()>& done,
               const std::function<void()>& refused);
    /// Moves the stack without writing.
    void settle(void (QUndoStack::*move)());

    Workspace& m_workspace;
    QUndoStack* m_stack;
    std::map<EventNumber, EventAnnotation> m_latest; ///< as last written or being written; nobody else writes the file
    bool m_isSettling = false;
};

} // namespace muniment
