// What every chart of the window offers beside its picture, so that nobody needs to see it or to have a mouse.
#pragma once

#include "models/items/copy_as.h"

class QWidget;

namespace muniment {

/// A chart of items that can be chosen one by one: bars, cells, lines.
class Chart {
public:
    Chart() = default;
    Chart(const Chart&) = delete;
    Chart& operator=(const Chart&) = delete;
    virtual ~Chart() = default;

    [[nodiscard]] virtual QWidget* widget() = 0;
    /// Its data, one row an item: the table twin, and what is copied.
    [[nodiscard]] virtual TextTable table() const = 0;
    /// As a click on the item does.
    virtual void activate(int item) = 0;
};

} // namespace muniment
