// Why a decider says no. The names are part of the command line's JSON.
#pragma once

#include "models/base/result.h"

#include <optional>
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
    KeyInvalid,       ///< of a role or a resource type: other characters than a key has
    EmailInvalid,
    EmailMissing, ///< there is no address to verify
    PhoneInvalid,
    PhoneMissing, ///< there is no number to verify or to remove
    AlreadyVerified,
    NotAHuman,
    NotAMachine,
    PlanUnknown,
    DomainInvalid,
    DomainExists,  ///< the organization has it already
    DomainUnknown, ///< the organization does not have it
    UserUnknown,   ///< not there, or removed; so for the other three
    TeamUnknown,
    RoleUnknown,
    ResourceUnknown,
    AlreadyMember,
    NotMember,
    WouldCycle,        ///< a team or a resource would come to lie below itself
    PermissionInvalid, ///< an action that is none, or not exactly one of resource and resource type
    PermissionExists,
    PermissionMissing,
    PeriodInvalid, ///< ends before it begins
    AlreadyExpired,
    CredentialInvalid, ///< a hash, fingerprint, public key or scope that is none
    CredentialExists,
    CredentialUnknown,
    GrantUnknown,
    NotInReview,     ///< the grant was not there at the place that the review shows, or is outside its scope
    ReviewEnded,     ///< it has been signed off
    ItemsUndecided,  ///< closing a review with items that nobody decided on takes a reason
    NothingToReview, ///< there is no grant in the scope, or none that changed
    ReasonMissing,
    SessionEnded,
};

constexpr int kReasonCount = static_cast<int>(Reason::SessionEnded) + 1;

[[nodiscard]] std::string_view reasonName(Reason reason);
/// Absent for a name that no reason has.
[[nodiscard]] std::optional<Reason> reasonNamed(std::string_view name);
[[nodiscard]] tl::unexpected<Error> refused(Reason reason, std::string field = {});

} // namespace muniment
