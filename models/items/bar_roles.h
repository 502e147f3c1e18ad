// What list models tell the views that draw a bar under each row.
#pragma once

#include <Qt>

namespace muniment {

enum BarRole {
    CountTextRole = Qt::UserRole + 1, ///< QString at the right; absent: the row is a heading
    ShareRole,                        ///< double, 0 … 1: how long the bar is; absent: no bar
    IsBadRole,                        ///< bool: failures
    ElideRole,                        ///< int, Qt::TextElideMode; absent: at the right
    IsQuietRole,                      ///< bool: a row about the others, not a value
};

} // namespace muniment
