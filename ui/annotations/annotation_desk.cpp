#include "ui/annotations/annotation_desk.h"

namespace muniment {

AnnotationDesk::AnnotationDesk(Workspace& workspace, UndoDesk& undo, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_undo(undo) {}

const EventAnnotation& AnnotationDesk::annotationOf(EventNumber number, const EventAnnotation& shown) const {
    const auto latest = m_latest.find(number);
    return latest == m_latest.end() ? shown : latest->second;
}

void AnnotationDesk::change(const QString& what, EventNumber number, const EventAnnotation& before,
                            const EventAnnotation& after) {
    if (before == after)
        return;
    const auto writing = [this, number](const EventAnnotation& annotation) -> UndoDesk::Write {
        return [this, number, annotation](const UndoDesk::Answer& answer) { write(number, annotation, answer); };
    };
    m_undo.carryOut(what, writing(after), writing(before));
}

void AnnotationDesk::write(EventNumber number, const EventAnnotation& annotation, const UndoDesk::Answer& answer) {
    m_latest[number] = annotation;
    m_workspace.annotate({{number, annotation}}, this, [this, number, annotation, answer](const Result<void>& written) {
        if (!written)
            m_latest.erase(number);
        answer(written.has_value());
        if (written)
            emit changed(number, annotation);
        else
            emit failed(written.error());
    });
}

} // namespace muniment
