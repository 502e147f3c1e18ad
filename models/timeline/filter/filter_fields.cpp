#include "models/timeline/filter/filter_fields.h"

#include "models/replica/event_mark.h"
#include "models/timeline/filter/filter_text.h"

#include <algorithm>
#include <array>

namespace muniment {

namespace {

using enum FilterValueKind;

constexpr std::array<std::string_view, 2> kType{"event", "eventType"};
constexpr std::array<std::string_view, 2> kAggregate{"aggregateType", "entity"};
constexpr std::array<std::string_view, 2> kTenant{"org", "organization"};
constexpr std::array<std::string_view, 1> kActor{"by"};
constexpr std::array<std::string_view, 2> kSubject{"on", "target"};
constexpr std::array<std::string_view, 1> kUser{"person"};
constexpr std::array<std::string_view, 2> kOutcome{"result", "status"};
constexpr std::array<std::string_view, 3> kIp{"address", "source", "sourceIp"};
constexpr std::array<std::string_view, 1> kNetwork{"net"};
constexpr std::array<std::string_view, 1> kAfter{"since"};
constexpr std::array<std::string_view, 1> kBefore{"until"};
constexpr std::array<std::string_view, 2> kOccurred{"occurredAt", "happened"};
constexpr std::array<std::string_view, 2> kRecorded{"recordedAt", "time"};
constexpr std::array<std::string_view, 1> kSequence{"sequence"};
constexpr std::array<std::string_view, 1> kRevision{"rev"};
constexpr std::array<std::string_view, 1> kCorrelation{"correlationId"};
constexpr std::array<std::string_view, 1> kCommand{"commandId"};
constexpr std::array<std::string_view, 1> kId{"eventId"};
constexpr std::array<std::string_view, 1> kMark{"odd"};

constexpr std::array<std::string_view, 1> kIs{"has"};
constexpr std::array<std::string_view, 2> kTag{"tags", "label"};
constexpr std::array<std::string_view, 1> kNote{"comment"};

constexpr std::array<FilterFieldTraits, 30> kOffered{{
    {FilterField::Type, "type", kType, Text, false, true},
    {FilterField::Tenant, "tenant", kTenant, Name, false, true},
    {FilterField::User, "user", kUser, Name, false, true},
    {FilterField::Actor, "actor", kActor, Name, false, true},
    {FilterField::Subject, "subject", kSubject, Name, false, true},
    {FilterField::Outcome, "outcome", kOutcome, Text, false, true},
    {FilterField::After, "after", kAfter, Time, false, false},
    {FilterField::Before, "before", kBefore, Time, false, false},
    {FilterField::Is, "is", kIs, Choice, false, true},
    {FilterField::Tag, "tag", kTag, Text, false, true},
    {FilterField::Note, "note", kNote, Words, false, true},
    {FilterField::Region, "region", {}, Text, false, true},
    {FilterField::Ip, "ip", kIp, Address, false, false},
    {FilterField::Network, "network", kNetwork, Text, false, true},
    {FilterField::Country, "country", {}, Text, false, true},
    {FilterField::Os, "os", {}, Text, false, true},
    {FilterField::Browser, "browser", {}, Text, false, true},
    {FilterField::AggregateType, "aggregate", kAggregate, Text, false, true},
    {FilterField::ActorType, "actorType", {}, Text, false, true},
    {FilterField::Payload, kPayloadPrefix, {}, Payload, true, true},
    {FilterField::Recorded, "recorded", kRecorded, Time, true, false},
    {FilterField::Occurred, "occurred", kOccurred, Time, true, false},
    {FilterField::Sequence, "seq", kSequence, Number, true, false},
    {FilterField::Revision, "revision", kRevision, Number, true, false},
    {FilterField::Epoch, "epoch", {}, Number, true, false},
    {FilterField::Writer, "writer", {}, Text, false, true},
    {FilterField::Correlation, "correlation", kCorrelation, Id, false, false},
    {FilterField::Command, "command", kCommand, Id, false, false},
    {FilterField::Id, "id", kId, Id, false, false},
    {FilterField::Mark, "mark", kMark, Choice, false, true},
}};
constexpr FilterFieldTraits kWords{FilterField::Words, "", {}, Words, false, true};

constexpr auto kMarks = [] {
    std::array<std::string_view, kEventMarkNames.size()> names{};
    std::transform(kEventMarkNames.begin(), kEventMarkNames.end(), names.begin(),
                   [](const auto& mark) { return mark.second; });
    return names;
}();

} // namespace

std::span<const FilterFieldTraits> filterFields() {
    return kOffered;
}

const FilterFieldTraits& filterFieldTraits(FilterField field) {
    const auto found =
        std::find_if(kOffered.begin(), kOffered.end(), [&](const auto& traits) { return traits.field == field; });
    return found == kOffered.end() ? kWords : *found;
}

std::span<const std::string_view> filterChoices(FilterField field) {
    if (field == FilterField::Mark)
        return kMarks;
    if (field == FilterField::Is)
        return kAnnotationKinds;
    return {};
}

std::string_view filterFieldName(FilterField field) {
    return filterFieldTraits(field).name;
}

std::optional<FilterField> filterFieldOf(std::string_view name) {
    for (const auto& traits : kOffered) {
        const auto isName = [&](std::string_view known) { return isEqualAnyCase(known, name); };
        if (isName(traits.name) || std::any_of(traits.aliases.begin(), traits.aliases.end(), isName))
            return traits.field;
    }
    return std::nullopt;
}

} // namespace muniment
