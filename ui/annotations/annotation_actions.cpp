#include "ui/annotations/annotation_actions.h"

#include "models/base/clock.h"
#include "models/items/error_sentence.h"
#include "models/items/event_sentence.h"
#include "ui/annotations/annotation_desk.h"
#include "ui/annotations/annotation_dialogs.h"
#include "ui/annotations/tag_edit.h"
#include "ui/pages/timeline_page.h"

#include <QPointer>

namespace muniment {

AnnotationActions::AnnotationActions(const PageContext& context, TimelinePage* timeline, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_timeline(timeline),
      m_desk(new AnnotationDesk(context.workspace, context.undo, this)),
      m_bookmark(this, askBookmark(context.workspace, timeline->matches()),
                 [this](const BookmarkRequest& request, const Result<std::optional<EventNumber>>& found) {
                     takeBookmark(request, found);
                 }) {
    const auto on = [this](ActionId id, auto carryOut) {
        connect(m_context.actions.action(id), &QAction::triggered, this, carryOut);
    };
    on(ActionId::ToggleBookmark, [this] { toggleBookmark(); });
    on(ActionId::EditTags, [this] { editTags(); });
    on(ActionId::EditNote, [this] { editNote(); });
    // The list's order, as F3 has it: next is below, and earlier.
    on(ActionId::PreviousBookmark, [this] { goToBookmark(true); });
    on(ActionId::NextBookmark, [this] { goToBookmark(false); });
    on(ActionId::ShowBookmarked, [this] {
        emit timelineWanted();
        m_timeline->applyFilter({bookmarkedTerm(), {}});
        m_timeline->focusList();
    });
    connect(m_desk, &AnnotationDesk::failed, this, &AnnotationActions::sayFailure);
    retranslate();
}

void AnnotationActions::retranslate() {
    auto& actions = m_context.actions;
    const auto readOnly = m_context.workspace.isReadOnly() ? tr("The workspace is open for reading only.") : QString();
    for (const auto id : {ActionId::ToggleBookmark, ActionId::EditTags, ActionId::EditNote})
        actions.setObjection(id, readOnly);
}

void AnnotationActions::keep(const QString& what, const TimelineRow& row, const EventAnnotation& after) {
    m_desk->change(what, row.number, m_desk->annotationOf(row.number, row.annotation), after);
}

void AnnotationActions::toggleBookmark() {
    const auto& row = m_timeline->chosenEvent();
    if (!row)
        return;
    EventAnnotation after = m_desk->annotationOf(row->number, row->annotation);
    after.isBookmarked = !after.isBookmarked;
    keep(after.isBookmarked ? tr("Bookmark") : tr("Remove Bookmark"), *row, after);
}

void AnnotationActions::editTags() {
    if (!m_timeline->chosenEvent())
        return;
    const TimelineRow row = *m_timeline->chosenEvent();
    auto* dialog =
        new TagsDialog(eventSentence(row), m_desk->annotationOf(row.number, row.annotation).tags, m_timeline->window());
    connect(dialog, &TagsDialog::tagsChosen, this, [this, row](const std::vector<std::string>& tags) {
        EventAnnotation after = m_desk->annotationOf(row.number, row.annotation);
        after.tags = tags;
        keep(tr("Tags"), row, after);
    });
    askTagsInUse(m_context.workspace)(dialog, 0, [line = QPointer(dialog->line())](auto tags) {
        if (line && tags)
            line->setTagsInUse(*tags);
    });
    dialog->open();
}

void AnnotationActions::editNote() {
    if (!m_timeline->chosenEvent())
        return;
    const TimelineRow row = *m_timeline->chosenEvent();
    auto* dialog =
        new NoteDialog(eventSentence(row), m_desk->annotationOf(row.number, row.annotation).note, m_timeline->window());
    connect(dialog, &NoteDialog::noteChosen, this, [this, row](const std::string& note) {
        EventAnnotation after = m_desk->annotationOf(row.number, row.annotation);
        after.note = note;
        keep(tr("Note"), row, after);
    });
    dialog->open();
}

void AnnotationActions::goToBookmark(bool isLater) {
    emit timelineWanted();
    BookmarkRequest request;
    request.question = {
        .filter = m_timeline->model()->filter(), .asOf = m_timeline->model()->asOf(), .now = systemClock().now()};
    if (const auto& row = m_timeline->chosenEvent())
        request.from = row->number;
    request.isLater = isLater;
    m_bookmark.request(std::move(request));
}

void AnnotationActions::takeBookmark(const BookmarkRequest& request, const Result<std::optional<EventNumber>>& found) {
    if (!found)
        return sayFailure(found.error());
    if (*found) {
        m_timeline->goToEvent(**found);
        return m_timeline->focusList();
    }
    emit said({Message::Kind::Done,
               request.isLater ? tr("No later event of this list is bookmarked.")
                               : tr("No earlier event of this list is bookmarked."),
               {},
               {}});
}

void AnnotationActions::sayFailure(const Error& error) {
    emit said({Message::Kind::Failed, errorSentence(error), {}, {}});
}

} // namespace muniment
