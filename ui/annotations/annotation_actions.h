// Bookmarks, tags and notes of the timeline's chosen event, and the ways from one bookmark to the next.
#pragma once

#include "models/items/annotation_queries.h"
#include "models/items/timeline_model.h"
#include "ui/pages/page.h"

#include <QObject>

namespace muniment {

class AnnotationDesk;
class TimelinePage;

class AnnotationActions : public QObject {
    Q_OBJECT
public:
    AnnotationActions(const PageContext& context, TimelinePage* timeline, QObject* parent);

    [[nodiscard]] AnnotationDesk* desk() const { return m_desk; }

    /// Why nothing can be changed, in the language of now.
    void retranslate();

signals:
    void timelineWanted();
    void said(const muniment::Message& message);

private:
    void toggleBookmark();
    void editTags();
    void editNote();
    void keep(const QString& what, const TimelineRow& row, const EventAnnotation& after);
    void goToBookmark(bool isLater);
    void takeBookmark(const BookmarkRequest& request, const Result<std::optional<EventNumber>>& found);
    void sayFailure(const Error& error);

    PageContext m_context;
    TimelinePage* m_timeline;
    AnnotationDesk* m_desk;
    RequestSlot<BookmarkRequest, std::optional<EventNumber>> m_bookmark;
};

} // namespace muniment
