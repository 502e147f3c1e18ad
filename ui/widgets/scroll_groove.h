// Where places of a list lie along its scroll bar, for marks that are drawn beside it.
#pragma once

class QScrollBar;
class QWidget;

namespace muniment {

/// Middle of a mark of `height` in the vertical coordinate of `beside`, a sibling of the bar; `share` is the place in
/// the list, from 0 at its begin to 1.
[[nodiscard]] int placeInGroove(const QScrollBar* bar, const QWidget* beside, long double share, int height);

} // namespace muniment
