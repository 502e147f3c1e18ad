#include "models/directory/residency_events.h"

#include "models/directory/rows.h"
#include "models/directory/version_history.h"
#include "models/domain/payload_fields.h"
#include "models/replica/index/event_index.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace muniment {

using namespace directory;

namespace {

std::vector<std::int64_t> codesOf(Snapshot& snapshot, const char* sql, const TenantId& org) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder(statement).text(":id", org.text());
    std::vector<std::int64_t> codes;
    while (statement.executeStep())
        codes.push_back(statement.getColumn(0).getInt64());
    return codes;
}

// One for each region it has been in.
constexpr const char* kAggregates = "SELECT code FROM aggregates WHERE id = :id AND is_listed = 1 AND type ="
                                    " (SELECT code FROM words WHERE text = 'org')";
constexpr const char* kTypes =
    "SELECT code FROM words WHERE text IN ('org.added', 'org.removed', 'org.region.assigned',"
    " 'org.region.move.started', 'org.region.move.cancelled', 'org.region.moved')";

std::optional<ResidencyEvent> read(Snapshot& snapshot, const RegionName& log, EventNumber number) {
    auto recorded = snapshot.event(number);
    if (!recorded)
        throw sqlite::Failure(recorded.error());
    auto event = decodeOrgEvent(recorded->type, recorded->payload);
    if (!event)
        return std::nullopt;
    const VersionRow told = versionOf(snapshot, number.value, {});
    std::string reason = PayloadFields(recorded->payload).textOrEmpty("reason");
    return ResidencyEvent{
        number, log, told.validFrom, std::move(*recorded), std::move(*event), told.actorName, std::move(reason)};
}

void putInOrder(std::vector<ResidencyEvent>& events) {
    std::ranges::sort(events, {}, [](const ResidencyEvent& event) {
        return std::tuple(event.recorded.epoch, event.recorded.sequence, event.number.value);
    });
    std::set<std::string> known;
    std::erase_if(
        events, [&known](const ResidencyEvent& event) { return !known.insert(event.recorded.eventId.text()).second; });
}

} // namespace

Result<std::vector<ResidencyEvent>> residencyEvents(Snapshot& snapshot, const TenantId& org,
                                                    const std::optional<Moment>& asOf) {
    const auto bounds = snapshot.bounds(asOf);
    if (!bounds)
        return tl::unexpected(bounds.error());
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    return sqlite::guarded([&] {
        EventIndex index(snapshot, *bounds);
        const auto aggregates = codesOf(snapshot, kAggregates, org);
        const auto types = codesOf(snapshot, kTypes, org);
        std::vector<ResidencyEvent> events;
        for (const RunRecord& run : *runs) {
            if (!bounds->lastOrdinal.contains(run.run))
                continue;
            const Roaring own = index.key(run.run, IndexKey::Aggregate, aggregates);
            for (const std::uint32_t ordinal : own& index.facetAny(run.run, Facet::EventType, types))
                if (auto event = read(snapshot, run.region, EventNumber::of(run.run, ordinal)))
                    events.push_back(std::move(*event));
        }
        putInOrder(events);
        return events;
    });
}

} // namespace muniment
