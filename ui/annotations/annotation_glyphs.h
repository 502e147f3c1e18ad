// The small signs of bookmarks, tags and notes: told apart by their shape, whatever their colour.
#pragma once

#include "models/replica/annotations.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace muniment {

enum class AnnotationGlyph { Bookmark, Note, Tag };

/// Fills `place`: a ribbon, a sheet with lines, a label with its hole.
void paintGlyph(QPainter& painter, const QRectF& place, AnnotationGlyph glyph, const QColor& color);
/// The one sign for an annotation where there is room for one; it must not be empty.
[[nodiscard]] AnnotationGlyph glyphOf(const EventAnnotation& annotation);
/// In the present tones.
[[nodiscard]] QColor glyphColor(AnnotationGlyph glyph);

} // namespace muniment
