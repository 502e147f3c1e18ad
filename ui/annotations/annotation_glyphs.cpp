#include "ui/annotations/annotation_glyphs.h"

#include "ui/look/tones.h"

#include <QPainter>
#include <QPainterPath>

namespace muniment {

namespace {

QPainterPath ribbon(const QRectF& place) {
    const QRectF inside = place.adjusted(place.width() * 0.16, 0, -place.width() * 0.16, 0);
    QPainterPath path(inside.topLeft());
    path.lineTo(inside.topRight());
    path.lineTo(inside.bottomRight());
    path.lineTo(inside.center().x(), inside.bottom() - inside.height() * 0.3);
    path.lineTo(inside.bottomLeft());
    path.closeSubpath();
    return path;
}

QPainterPath sheet(const QRectF& place) {
    QPainterPath path;
    path.addRoundedRect(place, 1, 1);
    const qreal line = place.height() / 7;
    for (int i = 0; i < 3; ++i)
        path.addRect(QRectF(place.left() + line, place.top() + line * (1 + 2 * i), place.width() - 2 * line, line));
    return path; // odd-even: the lines are cut out
}

QPainterPath label(const QRectF& place) {
    QPainterPath path(QPointF(place.left(), place.center().y()));
    path.lineTo(place.left() + place.width() * 0.4, place.top() + place.height() * 0.1);
    path.lineTo(place.right(), place.top() + place.height() * 0.1);
    path.lineTo(place.right(), place.bottom() - place.height() * 0.1);
    path.lineTo(place.left() + place.width() * 0.4, place.bottom() - place.height() * 0.1);
    path.closeSubpath();
    const qreal hole = place.width() * 0.11;
    path.addEllipse(QPointF(place.left() + place.width() * 0.42, place.center().y()), hole, hole);
    return path;
}

QPainterPath pathOf(const QRectF& place, AnnotationGlyph glyph) {
    switch (glyph) {
    case AnnotationGlyph::Bookmark:
        return ribbon(place);
    case AnnotationGlyph::Note:
        return sheet(place);
    case AnnotationGlyph::Tag:
        break;
    }
    return label(place);
}

} // namespace

void paintGlyph(QPainter& painter, const QRectF& place, AnnotationGlyph glyph, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(pathOf(place, glyph), color);
    painter.restore();
}

AnnotationGlyph glyphOf(const EventAnnotation& annotation) {
    if (annotation.isBookmarked)
        return AnnotationGlyph::Bookmark;
    return annotation.note.empty() ? AnnotationGlyph::Tag : AnnotationGlyph::Note;
}

QColor glyphColor(AnnotationGlyph glyph) {
    return glyph == AnnotationGlyph::Bookmark ? tones().link : tones().quiet;
}

} // namespace muniment
