// One command from wish to result: load, decide, append, and, when the answer is lost, settle. Synchronous; no threads.
#pragma once

#include "models/base/clock.h"
#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/plan.h"
#include "models/domain/resource.h"
#include "models/domain/review.h"
#include "models/domain/role.h"
#include "models/domain/separation.h"
#include "models/domain/session.h"
#include "models/domain/team.h"
#include "models/domain/user.h"
#include "models/domain/user_credentials.h"
#include "models/eventstore/event_store.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

using AnyCommand = std::variant<OrgCommand, UserCommand, CredentialCommand, TeamCommand, RoleCommand, ResourceCommand,
                                GrantCommand, SessionCommand, PlanCommand, SeparationCommand, ReviewCommand>;

/// The catalogue's word for the aggregate that a command is about: "org", "user" (credentials, too), "team" …
[[nodiscard]] std::string_view aggregateTypeOf(const AnyCommand& command);
/// Whether it makes its aggregate; where none is given, an id is drawn.
[[nodiscard]] bool isAddition(const AnyCommand& command);

/// What is to happen together with a command, in the same append: to another aggregate of the tenant, or once more to
/// the command's own. Decided after it, in the order given, on what the commands before it leave. One that finds done
/// already what it asks for is left out; any other refusal refuses the whole.
struct FollowingCommand {
    AggregateId id; ///< empty for an addition: an id is drawn
    AnyCommand command;
};

struct CommandRequest {
    RegionName region; ///< the tenant's home; for plans: any region of the installation
    TenantId tenant;   ///< empty for AddOrg: an id is drawn; and for plans: the installation is found out
    AggregateId id;    ///< of the aggregate; empty for organizations, and for additions: an id is drawn
    AnyCommand command;
    std::optional<std::int64_t> ifSequence; ///< refuse with Conflict unless the aggregate stands there
    std::string reason;
    std::string operatorName; ///< empty: the database user
    bool isDryRun = false;
    std::optional<Uuid> correlationId; ///< names the larger work this command is a part of
    std::vector<FollowingCommand> following = {};
};

struct CommandResult {
    TenantId tenant;
    AggregateId id;
    std::vector<NewEvent> events;     ///< what was, or with isDryRun would be, written to the command's own aggregate
    std::optional<Appended> appended; ///< absent for a dry run
    std::vector<FollowingEvents> following = {}; ///< what was, or would be, written to others
    std::int64_t sequence = 0;                   ///< the aggregate stood there when this was decided
};

/// A server that answers takes a fraction of it; a person who waits longer wants to be told that nothing is known yet.
constexpr std::chrono::milliseconds kAnswerDue{500};

/// What is told while a command runs, on the thread that runs it. Either may be absent.
struct CommandListener {
    std::function<void()> onAppend;              ///< the events are on their way: from now on they may be written
    std::function<void(const Error&)> onUnknown; ///< the outcome is not known, and the server is asked again
};

/// Loads the tenant's home, the organization and the aggregates, decides, and appends in one transaction of the server.
/// Errors: what the store says; Refused with the domain's reason (and, of a following command, "aggregateType" and
/// "aggregateId"); Conflict with "actual" (ifSequence); TenantNotHere with "movedTo". When the region could not be
/// reached, or a lost answer turns out to be "not written", the context has "region" and "written" = "no".
/// A deactivated organization takes no new users and gives nobody access (OrganizationInactive); taking access away and
/// correcting data stay possible. That check, and what a decision knows of aggregates that it does not write to, are as
/// of the load: they are not locked.
///
/// After a plan's command the regions' plans are made to agree with its events; when only that failed, the error has
/// the context "written" = "yes", and the same command makes good for it.
///
/// Without ifSequence a Conflict is answered by loading and deciding again, three times. While an outcome is unknown it
/// settles, telling `onUnknown` each time it has to wait; it gives up with OutcomeUnknown only when `stop` says so.
[[nodiscard]] Result<CommandResult> runCommand(EventStore& store, const CommandRequest& request, const Clock& clock,
                                               std::stop_token stop = {}, const CommandListener& listener = {});

} // namespace muniment
