// Why a decider says no. The names are part of the command line's JSON.
#pragma once

#include "models/base/result.h"

#include <string_view>

namespace muniment {

enum class Reason {
    AlreadyExists,
    DoesNotExist,
    AlreadyRemoved,
    AlreadyLocked,
    NotLocked,
    AlreadyInactive, ///< deactivated already
    AlreadyActive,
    OrganizationInactive,
    NothingChanges, ///< the command asks for what already is
    NameMissing,
    NameTooLong,
    NameNotPrintable, ///< control characters or lone blanks
    EmailInvalid,
    NotAHuman,
    NotAMachine,
    PlanUnknown,
};

[[nodiscard]] std::string_view reasonName(Reason reason);
[[nodiscard]] tl::unexpected<Error> refused(Reason reason, std::string field = {});

} // namespace muniment
