#include "tests/bench/commit_ledger.h"

#include "models/base/canonical_json.h"
#include "tests/bench/bench_regions.h"

#include <algorithm>
#include <thread>

namespace muniment::bench {

void CommitLedger::add(const RegionName& region, const LogKey& key) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back({region, key, Clock::now()});
}

std::vector<double> CommitLedger::takeSeen(const RegionName& region, const LogKey& cursor, Clock::time_point now) {
    const std::scoped_lock lock(m_mutex);
    std::vector<double> waits;
    std::erase_if(m_waiting, [&](const Commit& commit) {
        if (commit.region != region || commit.key > cursor)
            return false;
        waits.push_back(std::chrono::duration<double, std::milli>(now - commit.at).count());
        return true;
    });
    return waits;
}

bool CommitLedger::isWaiting(const RegionName& region) {
    const std::scoped_lock lock(m_mutex);
    return std::ranges::any_of(m_waiting, [&](const Commit& commit) { return commit.region == region; });
}

void writeOrganizations(const std::string& endpoint, const RegionName& region, CommitLedger& ledger,
                        const std::stop_token& stop) {
    const auto store = must("open", openEventStore(endpoint, nullptr));
    must("connect", store->connect(region));
    for (int i = 0; !stop.stop_requested(); ++i) {
        Append append;
        append.region = region;
        append.tenant = TenantId{randomUuid().text()};
        append.aggregate = {"org", AggregateId{append.tenant.text()}};
        const auto name = "Bench " + append.tenant.text();
        append.events = {{"org.added", 1, PayloadBuilder().text("name", name).build(), "success"}};
        append.actor = {"system", ActorId{"bench"}};
        append.commandId = randomUuid();
        append.occurredAt = {};
        append.tenantChange = CreateTenant{name, "standard"};
        const auto appended = must("append", store->append(append));
        ledger.add(region, appended.key);
        std::this_thread::sleep_for(std::chrono::milliseconds(53 + 7 * (i % 5)));
    }
}

} // namespace muniment::bench
