// One command from wish to result: load, decide, append, and, when the answer is lost, settle. Synchronous; no threads.
#pragma once

#include "models/base/clock.h"
#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/eventstore/event_store.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct CommandRequest {
    RegionName region; ///< the tenant's home
    TenantId tenant;   ///< empty for AddOrg: an id is drawn
    AggregateId id;    ///< of the user; empty for AddHuman and AddMachine: an id is drawn
    std::variant<OrgCommand, UserCommand> command;
    std::optional<std::int64_t> ifSequence; ///< refuse with Conflict unless the aggregate stands there
    std::string reason;
    std::string operatorName; ///< empty: the database user
    bool isDryRun = false;
    std::optional<Uuid> correlationId; ///< names the larger work this command is a part of
};

struct CommandResult {
    TenantId tenant;
    AggregateId id;
    std::vector<NewEvent> events;     ///< what was, or with isDryRun would be, written
    std::optional<Appended> appended; ///< absent for a dry run
};

/// A server that answers takes a fraction of it; a person who waits longer wants to be told that nothing is known yet.
constexpr std::chrono::milliseconds kAnswerDue{500};

/// What is told while a command runs, on the thread that runs it. Either may be absent.
struct CommandListener {
    std::function<void()> onAppend;              ///< the events are on their way: from now on they may be written
    std::function<void(const Error&)> onUnknown; ///< the outcome is not known, and the server is asked again
};

/// Loads the tenant's home, the organization and the aggregate, decides, and appends in one transaction of the server.
/// Errors: what the store says; Refused with the domain's reason; Conflict with "actual" (ifSequence); TenantNotHere
/// with "movedTo"; and when a lost answer turns out to be "not written": Unreachable with context "written" = "no".
/// A deactivated organization takes no new users and gives none of them access back (OrganizationInactive); taking
/// access away and correcting data stay possible. That check is as of the load: it does not lock the organization.
///
/// Without ifSequence a Conflict is answered by loading and deciding again, three times. While an outcome is unknown it
/// settles, telling `onUnknown` each time it has to wait; it gives up with OutcomeUnknown only when `stop` says so.
[[nodiscard]] Result<CommandResult> runCommand(EventStore& store, const CommandRequest& request, const Clock& clock,
                                               std::stop_token stop = {}, const CommandListener& listener = {});

} // namespace muniment
