// The chosen row of a table as it is shown, for copying.
#pragma once

#include "models/items/copy_as.h"

class QTableView;

namespace muniment {

/// Every column of the model, shown or not, with its title; empty when no row is chosen.
[[nodiscard]] TextTable chosenRowOf(const QTableView& table);

} // namespace muniment
