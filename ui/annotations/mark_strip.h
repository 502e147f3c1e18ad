// A narrow strip beside the timeline's scroll bar: a mark for every annotated event of the list, at its place in it.
#pragma once

#include "models/items/annotation_queries.h"
#include "models/items/timeline_model.h"

#include <QWidget>

#include <optional>

class QScrollBar;

namespace muniment {

/// Follows the model's filter and total. Its work grows with the annotated events, never with the rows.
class MarkStrip : public QWidget {
    Q_OBJECT
public:
    MarkStrip(AskMarks ask, TimelineModel* model, QScrollBar* bar, QWidget* parent);

    /// Annotations have changed.
    void refresh();

    [[nodiscard]] const AnnotationMarks& marks() const { return m_marks; }

    /// Middle of a mark, in the strip's own coordinates.
    [[nodiscard]] QPoint placeOf(const AnnotationMark& mark) const;

signals:
    void eventWanted(muniment::EventNumber number);
    void failed(const muniment::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void takeWindow();
    void takeMarks(const MarksRequest& request, Result<AnnotationMarks> marks);
    void retranslate();
    [[nodiscard]] const AnnotationMark* markAt(const QPoint& place) const;
    [[nodiscard]] QString words(const AnnotationMark& mark) const;

    TimelineModel* m_model;
    QScrollBar* m_bar;
    AnnotationMarks m_marks;
    FilterNode m_askedFilter;
    std::optional<Moment> m_askedMoment;
    std::optional<std::int64_t> m_askedTotal;
    RequestSlot<MarksRequest, AnnotationMarks> m_slot;
};

} // namespace muniment
