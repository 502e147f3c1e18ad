// What is odd about access, and grants that nobody uses, in words.
#pragma once

#include "models/findings/oddities.h"
#include "models/findings/unused_grants.h"

#include <QString>

namespace muniment {

/// "The team Payroll is in itself."
[[nodiscard]] QString oddityText(const Oddity& oddity);
/// "never", "not told" where the log does not tell of the use of resources; empty where there is a last use.
[[nodiscard]] QString noUseText(const UnusedGrant& grant);

} // namespace muniment
