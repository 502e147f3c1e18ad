// Changes bookmarks, tags and notes, one step at a time that can be taken back as long as the workspace is open.
#pragma once

#include "models/workspace/workspace.h"
#include "ui/shell/undo_desk.h"

#include <QObject>

#include <map>

namespace muniment {

class AnnotationDesk : public QObject {
    Q_OBJECT
public:
    AnnotationDesk(Workspace& workspace, UndoDesk& undo, QObject* parent);

    /// What the event has, where `shown` may not have caught up with the last change yet.
    [[nodiscard]] const EventAnnotation& annotationOf(EventNumber number, const EventAnnotation& shown) const;
    /// `what` names the step: "Bookmark". Nothing happens where nothing differs; a step that could not be written is
    /// none, and `failed` tells why.
    void change(const QString& what, EventNumber number, const EventAnnotation& before, const EventAnnotation& after);

signals:
    /// Written, or taken back.
    void changed(muniment::EventNumber number, const muniment::EventAnnotation& annotation);
    void failed(const muniment::Error& error);

private:
    void write(EventNumber number, const EventAnnotation& annotation, const UndoDesk::Answer& answer);

    Workspace& m_workspace;
    UndoDesk& m_undo;
    std::map<EventNumber, EventAnnotation> m_latest; ///< as last written or being written; nobody else writes the file
};

} // namespace muniment
