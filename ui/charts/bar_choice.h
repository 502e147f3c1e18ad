// Which of a row of bars is looked at and which are chosen, by keys and by mouse; knows no widget.
#pragma once

#include <optional>

namespace muniment {

/// `from` is where choosing began; it may lie behind `to`.
struct BarSpan {
    int from = 0;
    int to = 0;

    [[nodiscard]] BarSpan inOrder() const { return from <= to ? *this : BarSpan{to, from}; }

    [[nodiscard]] bool isWide() const { return from != to; }
};

class BarChoice {
public:
    /// There are this many bars now. `isOther`: they stand for something else, and what was chosen is given up.
    void setCount(int bars, bool isOther);

    [[nodiscard]] int count() const { return m_count; }

    /// The bar that keys start from; −1: none.
    [[nodiscard]] int current() const { return m_current; }

    /// The bar under the mouse; −1: none.
    [[nodiscard]] int hovered() const { return m_hovered; }

    /// What is being chosen, in order; absent while nothing is.
    [[nodiscard]] std::optional<BarSpan> span() const;

    /// By keys; `isExtending` chooses everything on the way.
    void moveTo(int bar, bool isExtending);
    /// By mouse; false: nothing has changed.
    void press(int bar);
    bool hover(int bar);
    void leave();
    /// The choice is made where the button was pressed and now is released.
    [[nodiscard]] std::optional<BarSpan> release();
    /// The choice is made by key: what is being chosen, else the current bar.
    [[nodiscard]] std::optional<BarSpan> take();
    /// Half of all bars around the current one; absent when they are too few.
    [[nodiscard]] std::optional<BarSpan> middleHalf() const;
    /// False: there was nothing to give up.
    bool giveUp();
    /// Keys have come to the bars: the newest is current when none was.
    void enter();

private:
    int m_count = 0;
    int m_current = -1;
    int m_hovered = -1;
    std::optional<BarSpan> m_span;
    bool m_isPressed = false;
};

} // namespace muniment
