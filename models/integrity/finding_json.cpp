#include "models/integrity/finding_json.h"

#include "models/integrity/json_record.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr TrailChange kChanges[]{TrailChange::Edited,    TrailChange::Deleted, TrailChange::Inserted,
                                 TrailChange::Reordered, TrailChange::Cut,     TrailChange::Rewritten};
constexpr TrailWitness kWitnesses[]{TrailWitness::Tree, TrailWitness::Checkpoint, TrailWitness::Server};

std::string eventMember(std::string_view name, const std::optional<EventNumber>& n) {
    return textMember(name, n ? std::to_string(n->value) : std::string());
}

std::optional<EventNumber> eventIn(const JsonMembers& members, const char* key) {
    return members.value(key).empty() ? std::nullopt : std::optional(EventNumber{members.number<std::int64_t>(key)});
}

} // namespace

std::string findingJson(const TrailFinding& finding) {
    return "{" + textMember("kind", trailChangeName(finding.change)) + "," +
           textMember("against", trailWitnessName(finding.against)) + "," +
           textMember("region", finding.region.text()) + "," + textMember("tenant", finding.tenant.text()) + "," +
           numberMember("epoch", finding.epoch) + "," + numberMember("leaf", finding.leaf) + "," +
           eventMember("event", finding.event) + "," +
           textMember("eventId", finding.eventId ? finding.eventId->text() : std::string()) + "," +
           eventMember("before", finding.before) + "," + eventMember("after", finding.after) + "," +
           textMember("expected", finding.expected) + "," + textMember("found", finding.found) + "," +
           textMember("detail", finding.detail) + "}";
}

std::optional<TrailFinding> parseFinding(std::string_view json) {
    const JsonMembers members(json);
    const auto change = std::ranges::find(kChanges, members.value("kind"), &trailChangeName);
    const auto against = std::ranges::find(kWitnesses, members.value("against"), &trailWitnessName);
    if (change == std::end(kChanges) || against == std::end(kWitnesses))
        return std::nullopt;
    TrailFinding finding;
    finding.change = *change;
    finding.against = *against;
    finding.region = RegionName(members.value("region"));
    finding.tenant = TenantId(members.value("tenant"));
    finding.epoch = members.number<std::int32_t>("epoch");
    finding.leaf = members.number<std::uint64_t>("leaf");
    finding.event = eventIn(members, "event");
    if (const auto id = parseUuid(members.value("eventId")))
        finding.eventId = *id;
    finding.before = eventIn(members, "before");
    finding.after = eventIn(members, "after");
    finding.expected = members.value("expected");
    finding.found = members.value("found");
    finding.detail = members.value("detail");
    return finding;
}

} // namespace muniment
