#include "app/cli/intake.h"
#include "app/cli/text.h"
#include "models/workspace/intake_settings.h"

#include <algorithm>
#include <sstream>

namespace muniment::cli {

namespace {

/// So far back a record is found by the beginning of its id.
constexpr int kLookedThrough = 10'000;
constexpr int kPageRecords = 500;
constexpr std::size_t kShortestBeginning = 4;

/// Records of a region whose ids begin so, the newest first.
Result<std::vector<IntakeRecord>> recordsBeginning(Intake& intake, const RegionName& region,
                                                   const std::string& beginning) {
    std::vector<IntakeRecord> found;
    IntakeQuery query{region};
    query.isNewestFirst = true;
    query.limit = kPageRecords;
    int seen = 0;
    do {
        auto page = intake.listRecords(query);
        if (!page)
            return tl::unexpected(page.error());
        seen += static_cast<int>(page->records.size());
        for (IntakeRecord& record : page->records)
            if (record.key.id.text().starts_with(beginning))
                found.push_back(std::move(record));
        query.after = page->next;
    } while (query.after && seen < kLookedThrough);
    return found;
}

JsonObject eventJson(const NewEvent& event) {
    return JsonObject().text("type", event.type).raw("payload", event.payload.value_or("null"));
}

} // namespace

Result<std::vector<RegionName>> IntakeRegions::chosen(const Invocation& invocation) const {
    if (const auto typed = invocation.text("--region"))
        return regionNamed(snapshot(), RegionName(*typed)).map([](const RegionRecord& region) {
            return std::vector{region.region};
        });
    const auto records = snapshot().regions();
    if (!records)
        return tl::unexpected(records.error());
    std::vector<RegionName> regions;
    for (const auto& record : *records)
        regions.push_back(record.region);
    return regions;
}

Result<EventStore*> IntakeRegions::at(const RegionName& region) {
    auto& store = m_stores[region];
    if (store != nullptr)
        return store.get();
    const auto record = regionNamed(snapshot(), region);
    if (!record)
        return tl::unexpected(record.error());
    auto opened = openEventStore(record->endpoint, m_secrets);
    if (!opened)
        return tl::unexpected(opened.error().with("region", region.text()));
    if (const auto connected = (*opened)->connect(region); !connected)
        return tl::unexpected(connected.error().with("region", region.text()));
    store = std::move(*opened);
    return store.get();
}

Result<FoundRecord> findRecord(IntakeRegions& regions, const std::vector<RegionName>& among, const std::string& typed) {
    const Error missing{ErrorCode::NotFound, {}, {{"what", "record"}, {"id", typed}}};
    const auto whole = parseUuid(typed);
    if (!whole && typed.size() < kShortestBeginning)
        return tl::unexpected(missing);
    std::string beginning = typed;
    std::ranges::transform(beginning, beginning.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::vector<FoundRecord> found;
    for (const RegionName& region : among) {
        const auto store = regions.at(region);
        if (!store)
            return tl::unexpected(store.error());
        Intake& intake = (*store)->intake();
        if (whole) {
            auto record = intake.findRecord(region, *whole);
            if (!record)
                return tl::unexpected(record.error());
            if (*record)
                return FoundRecord{region, std::move(**record)};
            continue;
        }
        auto records = recordsBeginning(intake, region, beginning);
        if (!records)
            return tl::unexpected(records.error());
        for (IntakeRecord& record : *records)
            found.push_back({region, std::move(record)});
    }
    if (found.size() == 1)
        return std::move(found.front());
    if (found.empty())
        return tl::unexpected(missing);
    std::string candidates;
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i)
        candidates += (candidates.empty() ? "" : ", ") + found[i].record.key.id.text();
    return failure(ErrorCode::Ambiguous, {}, {{"what", "record"}, {"id", typed}, {"candidates", candidates}});
}

Result<IntakeMapping> typedMapping(const Invocation& invocation, Snapshot& snapshot) {
    const auto name = invocation.text("--mapping");
    if (!name)
        return failure(ErrorCode::InvalidInput, "which mapping?", {{"field", "--mapping"}});
    return intakeMappingsOf(snapshot).and_then(
        [&](const std::vector<IntakeMapping>& mappings) { return mappingNamed(mappings, *name); });
}

std::vector<std::string> typedIds(const Invocation& invocation) {
    std::istringstream words(invocation.text("ID").value_or(""));
    std::vector<std::string> ids;
    for (std::string word; words >> word;)
        ids.push_back(word);
    return ids;
}

void tellOutcome(const RegionName& region, const RecordOutcome& outcome, bool isDryRun, Output& output) {
    const auto& made = outcome.made;
    if (output.wantsJson()) {
        JsonObject json;
        json.text("id", outcome.record.text()).text("region", region.text()).boolean("done", made.has_value());
        if (!made) {
            json.text("error", errorCodeName(made.error().code)).text("message", sentence(made.error()));
            for (const char* fact : {"field", "pointer", "reason", "state"})
                if (const std::string value = made.error().get(fact); !value.empty())
                    json.text(fact, value);
            return output.object(json);
        }
        std::vector<JsonObject> events;
        for (const NewEvent& event : made->events)
            events.push_back(eventJson(event));
        return output.object(json.text("tenantId", made->tenant.text())
                                 .text("aggregateType", made->aggregate.type)
                                 .text("aggregateId", made->aggregate.id.text())
                                 .objects("events", events)
                                 .boolean("dryRun", isDryRun));
    }
    if (!made)
        return output.line(outcome.record.text() + "  refused   " + sentence(made.error()));
    std::string types;
    for (const NewEvent& event : made->events)
        types += (types.empty() ? "" : ", ") + event.type;
    output.line(outcome.record.text() + (isDryRun ? "  would be  " : "  promoted  ") + escaped(types) + "  " +
                escaped(made->aggregate.type) + " " + escaped(made->aggregate.id.text()));
}

Option regionOption() {
    return {"--region", "R", "of this region; else of all of the file's"};
}

Option textOption() {
    return {"--text", "TEXT", "whose headers or body hold TEXT, in either case"};
}

} // namespace muniment::cli
