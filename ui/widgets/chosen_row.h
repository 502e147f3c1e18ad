// The chosen row of a table as it is shown, for copying.
#pragma once

#include "models/items/copy_as.h"

class QTableView;

namespace muniment {

/// Every column of the model, shown or not, with its title; empty when no row is chosen.
[[nodiscard]] TextTable chosenRowOf(const QTableView& table);
/// The first row as an object with the titles as its members; empty when there is none.
[[nodiscard]] QString rowJson(const TextTable& table);

} // namespace muniment
