#include "models/regions/residency_settings.h"

#include "models/base/canonical_json.h"
#include "models/replica/kept_texts.h"

namespace muniment {

namespace {

using Kind = PayloadMember::Kind;

/// None for a text that is not an object.
std::vector<PayloadMember> membersOf(std::string_view json) {
    auto members = json.empty() ? Result<std::vector<PayloadMember>>() : readMembers(json);
    return members ? std::move(*members) : std::vector<PayloadMember>();
}

std::vector<std::string> textsOf(const PayloadMember& member) {
    std::vector<std::string> texts;
    if (member.kind != Kind::Array)
        return texts;
    const auto elements = readElements(member.value);
    if (!elements)
        return texts;
    for (const PayloadMember& element : *elements)
        if (element.kind == Kind::Text)
            texts.push_back(element.value);
    return texts;
}

/// What was kept, member by member.
Result<std::vector<PayloadMember>> kept(Snapshot& snapshot, KeptText which) {
    return keptText(snapshot, which).map([](const std::string& json) { return membersOf(json); });
}

} // namespace

Result<ResidencyRules> keptRules(Snapshot& snapshot) {
    return kept(snapshot, KeptText::Residency).map([](const std::vector<PayloadMember>& members) {
        ResidencyRules rules;
        for (const PayloadMember& member : members)
            for (const std::string& region : textsOf(member))
                rules[TenantId(member.key)].emplace(region);
        return rules;
    });
}

std::string printRules(const ResidencyRules& rules) {
    PayloadBuilder json;
    for (const auto& [tenant, regions] : rules) {
        std::vector<std::string> names;
        for (const RegionName& region : regions)
            names.push_back(region.text());
        if (!names.empty())
            json.texts(tenant.text(), names);
    }
    return json.build();
}

Result<void> keepRules(ReplicaWriter& writer, const ResidencyRules& rules) {
    return writer.setKeptText(KeptText::Residency, printRules(rules));
}

Result<RegionPlaces> keptPlaces(Snapshot& snapshot) {
    return kept(snapshot, KeptText::Places).map([](const std::vector<PayloadMember>& members) {
        RegionPlaces places;
        for (const PayloadMember& member : members)
            if (auto place = parsePlace(member.value); place && member.kind == Kind::Text)
                places.emplace(RegionName(member.key), std::move(*place));
        return places;
    });
}

std::string printPlaces(const RegionPlaces& places) {
    PayloadBuilder json;
    for (const auto& [region, place] : places)
        json.text(region.text(), printPlace(place));
    return json.build();
}

Result<KeptPlacement> keptPlacement(Snapshot& snapshot) {
    return keptText(snapshot, KeptText::Placement).map([](const std::string& json) {
        return KeptPlacement::parse(json);
    });
}

Result<void> keepPlacement(ReplicaWriter& writer, const KeptPlacement& placement) {
    return writer.setKeptText(KeptText::Placement, placement.print());
}

} // namespace muniment
