// What every backend asks of intake before it asks the server.
#pragma once

#include "models/eventstore/intake.h"

#include <span>
#include <string>

namespace muniment {

/// As checkAppend(); also InvalidInput (context "field") for records that are none, too many or one twice, and for an
/// append that touches its tenant's row.
[[nodiscard]] Result<void> checkPromotion(const Promotion& promotion);
[[nodiscard]] Result<void> checkRejection(std::span<const Uuid> records, const std::string& reason);

/// Conflict about a record that is not new; `state` is its own, or "missing".
[[nodiscard]] Error recordConflict(const Uuid& record, const std::string& state);

} // namespace muniment
