#include "models/timeline/filter_completion.h"

#include "models/domain/event_catalogue.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"
#include "models/timeline/annotation_counts.h"
#include "models/timeline/filter/filter_fields.h"
#include "models/timeline/filter/filter_quoting.h"
#include "models/timeline/filter/filter_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace muniment {

namespace {

using Kind = FilterCompletion::Kind;

constexpr std::array<std::string_view, 6> kTimes{"today", "yesterday", "-1h", "-24h", "-7d", "-30d"};

std::optional<Facet> facetOf(FilterField field) {
    switch (field) {
    case FilterField::Type:
        return Facet::EventType;
    case FilterField::AggregateType:
        return Facet::AggregateType;
    case FilterField::Tenant:
        return Facet::Tenant;
    case FilterField::Outcome:
        return Facet::Outcome;
    case FilterField::ActorType:
        return Facet::ActorType;
    case FilterField::Os:
        return Facet::Os;
    case FilterField::Browser:
        return Facet::Browser;
    case FilterField::Country:
        return Facet::Country;
    case FilterField::Network:
        return Facet::Network;
    case FilterField::Writer:
        return Facet::Writer;
    case FilterField::Mark:
        return Facet::Mark;
    default:
        return std::nullopt;
    }
}

/// What a person has put beside events, as far as it has values to be listed.
bool isAnnotation(FilterField field) {
    return field == FilterField::Is || field == FilterField::Tag;
}

/// 0: begins so; 1: holds it; 2: neither.
int rankOf(const std::string& text, const std::string& folded) {
    const auto at = foldName(text).find(folded);
    return at == 0 ? 0 : at == std::string::npos ? 2 : 1;
}

std::string asTyped(const std::string& value, bool isInSet) {
    std::string text;
    const auto place = isInSet ? TextPlace::ValueInSet : TextPlace::Value;
    if (value.find('*') == std::string::npos && !needsQuotes(value, place))
        return value;
    appendQuoted(text, value);
    return text;
}

FilterCompletion fieldCompletion(FilterField field, const std::string& text) {
    return {Kind::Field, text, text, {}, field, {}};
}

/// Payload fields of the catalogue by name, each once.
std::set<std::string> payloadFields() {
    std::set<std::string> names;
    for (const auto& entry : EventCatalogue::instance().entries())
        for (const auto& field : entry.fields)
            if (!field.isSecret)
                names.insert(field.name);
    return names;
}

std::vector<FilterCompletion> fieldCompletions(const CompletionPlace& place) {
    const std::string typed = foldName(place.typed);
    const std::string colon = place.hasOperator ? "" : ":";
    std::array<std::vector<FilterCompletion>, 2> ranked;
    for (const auto& traits : filterFields()) {
        const std::string name(traits.name);
        int rank = rankOf(name, typed);
        for (const auto alias : traits.aliases)
            rank = std::min(rank, rankOf(std::string(alias), typed) == 0 ? 0 : 2);
        if (rank > 1)
            continue;
        const bool isPayload = traits.field == FilterField::Payload;
        ranked[static_cast<std::size_t>(rank)].push_back(
            fieldCompletion(traits.field, name + (isPayload ? "" : colon)));
        if (typed == foldName(name) && traits.isComparable && !place.hasOperator && !isPayload)
            for (const char* sign : {">=", "<=", ">", "<"})
                ranked[0].push_back(fieldCompletion(traits.field, name + sign));
    }
    auto items = std::move(ranked[0]);
    std::move(ranked[1].begin(), ranked[1].end(), std::back_inserter(items));
    if (!typed.empty())
        for (const auto& name : payloadFields())
            if (rankOf(std::string(kPayloadPrefix) + name, typed) == 0 || rankOf(name, typed) == 0)
                items.push_back(fieldCompletion(FilterField::Payload, std::string(kPayloadPrefix) + name + colon));
    for (const char* keyword : {"and", "or", "not"})
        if (!typed.empty() && rankOf(keyword, typed) == 0)
            items.push_back({Kind::Keyword, keyword, keyword, {}, FilterField::Words, {}});
    return items;
}

std::vector<FilterCompletion> choices(std::span<const std::string_view> values, const std::string& typed) {
    std::vector<FilterCompletion> items;
    for (const auto value : values)
        if (rankOf(std::string(value), typed) < 2)
            items.push_back({Kind::Value, std::string(value), std::string(value), {}, FilterField::Words, {}});
    return items;
}

/// Values that hold what was typed, those that begin with it first, each group as `counts` has it: by frequency.
std::vector<FilterCompletion> counted(const std::vector<FacetCount>& counts, const CompletionPlace& place) {
    const std::string typed = foldName(place.typed);
    std::set<std::string> names, repeated;
    for (const auto& count : counts)
        if (!count.name.empty() && !names.insert(foldName(count.name)).second)
            repeated.insert(foldName(count.name));
    std::array<std::vector<FilterCompletion>, 2> ranked;
    for (const auto& count : counts) {
        const bool isNamed = !count.name.empty();
        const int rank = std::min(rankOf(count.text, typed), isNamed ? rankOf(count.name, typed) : 2);
        if (rank > 1)
            continue;
        // A name that two have would stand for both.
        const bool usesName = isNamed && !repeated.contains(foldName(count.name));
        ranked[static_cast<std::size_t>(rank)].push_back(
            {Kind::Value, usesName ? count.name : count.text, isNamed ? count.name : count.text,
             isNamed ? count.text : std::string(), FilterField::Words, count.count});
    }
    auto items = std::move(ranked[0]);
    std::move(ranked[1].begin(), ranked[1].end(), std::back_inserter(items));
    return items;
}

Result<std::vector<FilterCompletion>> countedCompletions(Snapshot& snapshot, std::string_view text,
                                                         const CompletionPlace& place, TimelineQuestion question) {
    question.filter = filterBeside(text, place);
    const auto matches = evaluate(snapshot, question);
    if (!matches)
        return tl::unexpected(matches.error());
    if (isAnnotation(place.field))
        return annotationCounts(snapshot, **matches, place.field).map([&](const std::vector<FacetCount>& all) {
            return counted(all, place);
        });
    const auto facet = facetOf(place.field);
    const auto counts = facet ? facetCounts(snapshot, **matches, *facet, std::numeric_limits<int>::max())
                              : regionCounts(snapshot, **matches);
    return counts.map([&](const std::vector<FacetCount>& all) { return counted(all, place); });
}

Result<std::vector<FilterCompletion>> nameCompletions(Snapshot& snapshot, const CompletionPlace& place, int limit) {
    return sqlite::guarded([&] {
        auto items = userCompletions(snapshot, place.typed, limit);
        if (place.field == FilterField::Subject)
            for (auto& organization : organizationCompletions(snapshot, place.typed, limit))
                items.push_back(std::move(organization));
        return items;
    });
}

Result<std::vector<FilterCompletion>> valueCompletions(Snapshot& snapshot, std::string_view text,
                                                       const CompletionPlace& place, const TimelineQuestion& scope,
                                                       int limit) {
    if (facetOf(place.field) || isAnnotation(place.field) || place.field == FilterField::Region)
        return countedCompletions(snapshot, text, place, scope);
    const auto& traits = filterFieldTraits(place.field);
    if (traits.kind == FilterValueKind::Name)
        return nameCompletions(snapshot, place, limit);
    if (traits.kind == FilterValueKind::Time)
        return choices(kTimes, foldName(place.typed));
    return choices(filterChoices(place.field), foldName(place.typed));
}

} // namespace

Result<FilterCompletions> completeFilter(Snapshot& snapshot, std::string_view text, std::size_t cursor,
                                         const TimelineQuestion& scope, int limit) {
    const CompletionPlace place = completionPlaceOf(text, cursor);
    const bool isField = place.kind == CompletionPlace::Kind::Field;
    auto items = isField ? Result<std::vector<FilterCompletion>>(fieldCompletions(place))
                         : valueCompletions(snapshot, text, place, scope, limit);
    if (!items)
        return tl::unexpected(items.error());
    if (items->size() > static_cast<std::size_t>(std::max(limit, 0)))
        items->resize(static_cast<std::size_t>(std::max(limit, 0)));
    if (!isField)
        for (auto& item : *items)
            item.text = asTyped(item.text, place.isInSet);
    return FilterCompletions{place.replaced, std::move(*items)};
}

} // namespace muniment
