// What a table's columns and rows tell beside their texts.
#pragma once

#include <Qt>

namespace muniment {

/// Of a column's header: the name under which its place and width are kept; never translated. Absent: its number.
constexpr int kColumnKeyRole = Qt::UserRole + 40;
/// Of a cell: the name of its row's colour, and what gave it the colour; empty: as every row.
constexpr int kRowColourRole = Qt::UserRole + 41;
constexpr int kRowColourReasonRole = Qt::UserRole + 42;
/// Of the cell that says what happened: the event's EventAnnotation; empty where it has none.
constexpr int kAnnotationRole = Qt::UserRole + 43;
/// Of a cell: whether a search finds its row.
constexpr int kFoundRole = Qt::UserRole + 44;
/// Of a name: what is suspect about it, in words; empty: nothing.
constexpr int kNameMarkRole = Qt::UserRole + 45;

} // namespace muniment
