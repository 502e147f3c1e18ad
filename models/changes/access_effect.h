// What a set of changes would do to access, before any of it is sent: evaluated on a scratch copy of the access graph.
#pragma once

#include "models/access/access_projection.h"
#include "models/commands/command.h"

#include <span>
#include <stop_token>

namespace muniment {

/// Something by its id and what people call it then; both empty: the whole organization.
struct NamedThing {
    AggregateId id;
    std::string name;

    bool operator==(const NamedThing&) const = default;
};

/// A right that somebody would gain or lose.
struct RightEffect {
    bool isGained = false;
    std::string action;
    std::string type;    ///< of resources, "*": of any; empty: `resource` is meant
    NamedThing resource; ///< the one that is named
    NamedThing place;    ///< where it was granted
    std::string role;    ///< its key; empty: the resource would lie somewhere else
    NamedThing grantee;  ///< the user or the team that the role is granted to

    bool operator==(const RightEffect&) const = default;
};

/// What it is on, for scripts and files: "everything", "every document", or the resource's name.
[[nodiscard]] std::string targetWords(const RightEffect& right);

struct PersonEffect {
    NamedThing user;
    std::vector<RightEffect> rights;

    [[nodiscard]] std::size_t gained() const;

    [[nodiscard]] std::size_t lost() const { return rights.size() - gained(); }
};

/// A separation of duties that somebody would break who does not break it now.
struct BrokenRule {
    NamedThing rule, user;

    bool operator==(const BrokenRule&) const = default;
};

/// At most so many people of an organization are named; all are counted.
constexpr std::size_t kPeopleNamed = 200;

struct TenantEffect {
    TenantId tenant;
    std::string name;
    std::vector<PersonEffect> people; ///< those with the most changes first
    std::size_t gainers = 0;          ///< people who would gain something
    std::size_t losers = 0;
    std::size_t gained = 0; ///< rights, over all people
    std::size_t lost = 0;
    bool losesLastAdmin = false;
    bool isCut = false; ///< resources that move take so much with them that not all of it was looked at
    std::vector<BrokenRule> broken;

    [[nodiscard]] bool isEmpty() const { return gained == 0 && lost == 0 && !losesLastAdmin && broken.empty(); }
};

/// Hypothetical: nothing of it is kept.
struct AccessEffect {
    std::vector<TenantEffect> tenants; ///< those that are not empty, in the order of the requests

    [[nodiscard]] std::size_t gainers() const;
    [[nodiscard]] std::size_t losers() const;
    [[nodiscard]] std::size_t gained() const;
    [[nodiscard]] std::size_t lost() const;
};

/// `results` as previewCommands() gives them for `requests`; what is refused has no effect. Periods are judged at `at`.
/// `projection` MUST know all that the snapshot holds. Cancelled when stopped.
[[nodiscard]] Result<AccessEffect> accessEffectOf(Snapshot& snapshot, const AccessProjection& projection,
                                                  std::span<const CommandRequest> requests,
                                                  std::span<const Result<CommandResult>> results, Instant at,
                                                  const std::stop_token& stop);

} // namespace muniment
