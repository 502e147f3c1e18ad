// Random commands by several clients at once, sensible and foolish ones, and what must be true after them.
#pragma once

#include "models/commands/command.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace muniment::test {

/// Ids that commands may name: of each kind, those that have come into being so far. Shared by the clients.
class KnownIds {
public:
    void add(const std::string& kind, const TenantId& tenant, const AggregateId& id);
    /// One of the tenant's; now and then one that never was.
    [[nodiscard]] AggregateId any(const std::string& kind, const TenantId& tenant, std::mt19937& random) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<std::string, TenantId>, std::vector<AggregateId>> m_ids;
};

/// What became of the commands of one run: "done", names of reasons and of error codes, with how often.
using Outcomes = std::map<std::string, int>;

/// Runs `count` commands on some tenants of `region`, one after another. Names come from a small choice, so that
/// clients get into each other's way. Stops at the first error that no rule and no race explains, which is named in
/// "unexpected: …".
[[nodiscard]] Outcomes runRandomCommands(EventStore& store, const RegionName& region,
                                         const std::vector<TenantId>& tenants, KnownIds& ids, std::uint32_t seed,
                                         int count);

/// Claims that must be held after these events: (tenant or empty, kind, owner), each as often as it is held.
using HeldClaims = std::multiset<std::tuple<std::string, std::string, std::string>>;
[[nodiscard]] HeldClaims claimsOfFold(const std::vector<RecordedEvent>& log);

/// What a fold of the log breaks of the rules that hold at every moment, in words: a name that two things have, a
/// resource below itself, a sequence that is not 1, 2, 3 … Empty: nothing.
[[nodiscard]] std::vector<std::string> brokenRules(const std::vector<RecordedEvent>& log);

/// The whole log of a region.
[[nodiscard]] std::vector<RecordedEvent> wholeLog(EventStore& store, const RegionName& region);

} // namespace muniment::test
