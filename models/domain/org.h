// Organizations: state, commands, decide, evolve. Pure; time, ids and uniqueness come from outside.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct OrgAdded {
    std::string name;
    bool operator==(const OrgAdded&) const = default;
};

struct OrgRegionAssigned {
    std::string region;
    bool operator==(const OrgRegionAssigned&) const = default;
};

struct OrgRenamed { ///< type org.changed
    std::string name;
    bool operator==(const OrgRenamed&) const = default;
};

struct OrgPlanChanged {
    std::string plan;
    bool operator==(const OrgPlanChanged&) const = default;
};

struct OrgDeactivated {
    bool operator==(const OrgDeactivated&) const = default;
};

struct OrgReactivated {
    bool operator==(const OrgReactivated&) const = default;
};

struct OrgRemoved {
    bool operator==(const OrgRemoved&) const = default;
};

struct OrgDomainAdded {
    std::string domain;
    bool operator==(const OrgDomainAdded&) const = default;
};

struct OrgDomainVerified {
    std::string domain;
    bool operator==(const OrgDomainVerified&) const = default;
};

struct OrgDomainRemoved {
    std::string domain;
    bool operator==(const OrgDomainRemoved&) const = default;
};

/// Written at the old home: from now on its log is copied, and everything stays writable.
struct OrgMoveStarted { ///< type org.region.move.started
    std::string move;   ///< names the move in all of its events
    std::string from;
    std::string to;
    bool operator==(const OrgMoveStarted&) const = default;
};

/// Written at the old home, which stays the home.
struct OrgMoveCancelled { ///< type org.region.move.cancelled
    std::string move;
    std::string from;
    std::string to;
    bool operator==(const OrgMoveCancelled&) const = default;
};

/// The first event of a new epoch, in the new home: what was moved there, and when each step was done. The instants are
/// those of the workstation that did the step.
struct OrgMoved { ///< type org.region.moved
    std::string move;
    std::string from;
    std::string to;
    std::int32_t epoch = 0;  ///< that begins here
    std::int64_t events = 0; ///< of all earlier epochs together
    std::string digest;      ///< of them, in log order; see models/eventstore/log_digest.h
    std::optional<Instant> startedAt, copiedAt, fencedAt, decidedAt;
    bool operator==(const OrgMoved&) const = default;
};

using OrgEvent =
    std::variant<OrgAdded, OrgRegionAssigned, OrgRenamed, OrgPlanChanged, OrgDeactivated, OrgReactivated, OrgRemoved,
                 OrgDomainAdded, OrgDomainVerified, OrgDomainRemoved, OrgMoveStarted, OrgMoveCancelled, OrgMoved>;

struct AddOrg {
    std::string name;
    std::string region;
    std::string plan; ///< empty: "standard"
    bool operator==(const AddOrg&) const = default;
};

struct RenameOrg {
    std::string name;
    bool operator==(const RenameOrg&) const = default;
};

struct ChangeOrgPlan {
    std::string plan;
    bool operator==(const ChangeOrgPlan&) const = default;
};

struct DeactivateOrg {
    bool operator==(const DeactivateOrg&) const = default;
};

struct ReactivateOrg {
    bool operator==(const ReactivateOrg&) const = default;
};

/// For good, with everything in it: what the organization held is not removed one by one.
struct RemoveOrg {
    bool operator==(const RemoveOrg&) const = default;
};

/// An organization may claim a domain unproven; only a verified one is its alone.
struct AddDomain {
    std::string domain; ///< in any spelling; checkedDomain() gives the one that is written
    bool operator==(const AddDomain&) const = default;
};

struct VerifyDomain {
    std::string domain;
    bool operator==(const VerifyDomain&) const = default;
};

struct RemoveDomain {
    std::string domain;
    bool operator==(const RemoveDomain&) const = default;
};

using OrgCommand = std::variant<AddOrg, RenameOrg, ChangeOrgPlan, DeactivateOrg, ReactivateOrg, RemoveOrg, AddDomain,
                                VerifyDomain, RemoveDomain>;

enum class OrgLifecycle { None, Active, Inactive, Removed };
/// "active", "inactive", "removed"; "none" for an organization that never was.
[[nodiscard]] std::string_view orgLifecycleName(OrgLifecycle lifecycle);

struct OrgState {
    OrgLifecycle lifecycle = OrgLifecycle::None;
    std::string name;
    std::string plan = "standard";
    std::string region;
    std::map<std::string, bool> domains; ///< as written; true: verified
};

[[nodiscard]] Result<std::vector<OrgEvent>> decide(const OrgState& state, const OrgCommand& command);
[[nodiscard]] OrgState evolve(OrgState state, const OrgEvent& event);

/// `reason` is the operator's word for why; it becomes the payload member "reason" when not empty.
[[nodiscard]] NewEvent encode(const OrgEvent& event, const std::string& reason = {});
/// Absent for a type that is not an organization's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<OrgEvent> decodeOrgEvent(std::string_view type, const std::optional<std::string>& payload);

/// Folds an aggregate's events; unknown ones change nothing.
[[nodiscard]] OrgState foldOrg(const std::vector<RecordedEvent>& events);

} // namespace muniment
