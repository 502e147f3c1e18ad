#include "tests/timeline/random_filter.h"

#include "models/base/canonical_json.h"
#include "models/replica/event_mark.h"
#include "models/replica/index/source_address.h"
#include "models/replica/index/tokenizer.h"
#include "models/timeline/filter/filter_fields.h"
#include "models/timeline/filter/filter_text.h"

#include <algorithm>

namespace muniment::test {

namespace {

/// A value without a wildcard, quoted when it must be.
FilterValue plain(FilterField field, const std::string& text) {
    FilterValue value = termOf(field, text).values.front();
    value.isQuoted = value.isQuoted || filterKeyword(text).has_value(); // it may stand in a set
    return value;
}

std::string memberText(const NaiveEvent& event, std::string_view key) {
    for (const auto& member : readMembers(event.event.payload.value_or("{}")).value_or(std::vector<PayloadMember>()))
        if (member.key == key)
            return member.value;
    return "Haiku";
}

FilterNode negationOf(FilterNode node) {
    if (auto* negated = std::get_if<FilterNot>(&node.kind))
        return FilterNode(std::move(negated->node.front()));
    return {FilterNot{{std::move(node)}}, {}};
}

} // namespace

RandomFilter::RandomFilter(std::uint64_t seed, std::span<const NaiveEvent> events, const NaiveWorld& world)
    : m_random(seed),
      m_events(events),
      m_world(world) {}

const NaiveEvent& RandomFilter::anyEvent() {
    return m_events[m_random() % m_events.size()];
}

FilterNode RandomFilter::next() {
    return below(50) == 0 ? FilterNode{FilterAnd{}, {}} : node(3);
}

FilterNode RandomFilter::node(int depth) {
    const int dice = depth == 0 ? 0 : below(10);
    if (dice < 4)
        return {term(), {}};
    if (dice < 6)
        return negationOf(node(depth - 1));
    FilterNodes nodes;
    const auto add = [&](auto* list, FilterNode child) {
        if (list != nullptr)
            std::move(list->nodes.begin(), list->nodes.end(), std::back_inserter(nodes));
        else
            nodes.push_back(std::move(child));
    };
    for (int i = 2 + below(3); i > 0; --i) {
        FilterNode child = node(depth - 1);
        if (dice < 8)
            add(std::get_if<FilterAnd>(&child.kind), child);
        else
            add(std::get_if<FilterOr>(&child.kind), child);
    }
    if (dice < 8)
        return {FilterAnd{std::move(nodes)}, {}};
    return {FilterOr{std::move(nodes)}, {}};
}

FilterTerm RandomFilter::term() {
    const auto fields = filterFields();
    const int dice = below(static_cast<int>(fields.size()) + 2);
    if (dice >= static_cast<int>(fields.size()))
        return {FilterField::Words, {}, Comparison::Equal, {valueFor(FilterField::Words)}, {}};
    const auto field = fields[static_cast<std::size_t>(dice)].field;
    return field == FilterField::Payload ? payloadTerm() : termOn(field);
}

FilterTerm RandomFilter::termOn(FilterField field) {
    FilterTerm made{field, {}, Comparison::Equal, {valueFor(field)}, {}};
    if (filterFieldTraits(field).isComparable)
        made.comparison = anyComparison();
    while (made.comparison == Comparison::Equal && below(4) == 0)
        made.values.push_back(valueFor(field));
    return made;
}

FilterTerm RandomFilter::payloadTerm() {
    const auto members = readMembers(anyEvent().event.payload.value_or("{}")).value_or(std::vector<PayloadMember>());
    if (members.empty())
        return {FilterField::Payload, "reason", Comparison::Equal, {plain(FilterField::Payload, "x")}, {}};
    const auto& member = members[m_random() % members.size()];
    FilterTerm made{FilterField::Payload, member.key, Comparison::Equal, {}, {}};
    if (member.kind == PayloadMember::Kind::Number && below(2) == 0) {
        made.comparison = anyComparison();
        made.values = {plain(FilterField::Payload, member.value)};
    } else if (below(4) == 0) {
        made.values = {{"*", false, true, {}}};
    } else {
        made.values = {textOrPattern(member.value)};
    }
    return made;
}

FilterValue RandomFilter::valueFor(FilterField field) {
    const NaiveEvent& in = anyEvent();
    const RecordedEvent& event = in.event;
    switch (field) {
    case FilterField::Words:
        return wordsFrom(in.tokens);
    case FilterField::Type:
        return textOrPattern(event.type);
    case FilterField::AggregateType:
        return textOrPattern(event.aggregate.type);
    case FilterField::Tenant:
        return nameFrom(event.tenant.text(), in.tenantNames);
    case FilterField::Region:
        return textOrPattern(in.region.text());
    case FilterField::Actor:
        return nameFrom(event.actor.id.text(), in.actorNames);
    case FilterField::ActorType:
        return textOrPattern(event.actor.type);
    case FilterField::User:
        if (below(2) == 0)
            return nameFrom(event.actor.id.text(), in.actorNames);
        [[fallthrough]];
    case FilterField::Subject:
        return nameFrom(event.aggregate.id.text(), in.subjectNames);
    case FilterField::Outcome:
        return textOrPattern(event.outcome);
    case FilterField::Ip:
        return addressFrom(in);
    case FilterField::Network:
        return textOrPattern(event.sourceIp ? networkOf(addressBytes(*event.sourceIp)) : "10.0.0.0/16");
    case FilterField::Os:
        return textOrPattern(memberText(in, "os"));
    case FilterField::Browser:
        return textOrPattern(memberText(in, "browser"));
    case FilterField::Country:
        return textOrPattern(memberText(in, "country"));
    case FilterField::Writer:
        return textOrPattern(event.writer);
    case FilterField::Correlation:
        return idFrom(event.correlationId);
    case FilterField::Command:
        return idFrom(event.commandId);
    case FilterField::Id:
        return idFrom(event.eventId);
    case FilterField::Sequence:
        return plain(field, std::to_string(event.sequence));
    case FilterField::Revision:
        return plain(field, std::to_string(event.revision));
    case FilterField::Epoch:
        return plain(field, std::to_string(event.epoch));
    case FilterField::After:
    case FilterField::Before:
        return timeNear(in.loggedAt);
    case FilterField::Occurred:
        return timeNear(event.occurredAt);
    case FilterField::Recorded:
        return timeNear(event.recordedAt);
    case FilterField::Mark:
        return below(4) == 0 ? FilterValue{"*", false, true, {}}
                             : plain(field, std::string(kEventMarkNames[m_random() % kEventMarkNames.size()].second));
    case FilterField::Is:
        return below(4) == 0 ? FilterValue{"*ed", false, true, {}}
                             : plain(field, std::string(kAnnotationKinds[m_random() % kAnnotationKinds.size()]));
    case FilterField::Tag:
        return textOrPattern(in.annotation.tags.empty() ? "none" : in.annotation.tags.front());
    case FilterField::Note: {
        const auto words = tokensOf(in.annotation.note);
        return wordsFrom({words.begin(), words.end()});
    }
    case FilterField::Payload:
        break;
    }
    return plain(field, "x");
}

FilterValue RandomFilter::wordsFrom(const std::set<std::string>& tokens) {
    if (tokens.empty())
        return plain(FilterField::Words, "nothing");
    const auto anyToken = [&] { return *std::next(tokens.begin(), below(static_cast<int>(tokens.size()))); };
    const std::string token = anyToken();
    switch (below(4)) {
    case 0:
        return {token + ' ' + anyToken(), true, false, {}};
    case 1:
        return beginningOf(token);
    default:
        return plain(FilterField::Words, token);
    }
}

FilterValue RandomFilter::nameFrom(const std::string& id, const std::vector<std::string>& names) {
    const int dice = below(6);
    if (dice == 0)
        return plain(FilterField::Tenant, id.substr(0, std::max<std::size_t>(id.size() / 2, kMinIdPrefix)));
    if (dice == 1)
        return patternOf(id);
    const std::string& text = dice == 2 || names.empty() ? id : names[m_random() % names.size()];
    if (text.empty())
        return plain(FilterField::Tenant, id);
    return dice == 3 ? textOrPattern(text) : plain(FilterField::Tenant, text);
}

FilterValue RandomFilter::addressFrom(const NaiveEvent& event) {
    const std::string address = event.event.sourceIp.value_or("2001:db8::1");
    if (addressBytes(address).empty())
        return plain(FilterField::Ip, "192.0.2.0/24");
    const int bits = address.find(':') == std::string::npos ? 32 : 128;
    return plain(FilterField::Ip, below(2) == 0 ? address : address + '/' + std::to_string(below(bits + 1)));
}

FilterValue RandomFilter::timeNear(Instant time) {
    const std::string text = formatInstant(time);
    switch (below(6)) {
    case 0:
        return plain(FilterField::Occurred, text.substr(0, 10));
    case 1:
        return plain(FilterField::Occurred, text.substr(0, 13) + ":00");
    case 2:
        return plain(FilterField::Occurred, text.substr(0, 7));
    case 3:
        return plain(FilterField::Occurred, '-' + std::to_string((m_world.now - time) / (60 * kMicrosPerSecond)) + 'm');
    default:
        return plain(FilterField::Occurred, text);
    }
}

FilterValue RandomFilter::idFrom(const std::optional<Uuid>& id) {
    return plain(FilterField::Id, id.value_or(Uuid{}).text());
}

FilterValue RandomFilter::textOrPattern(const std::string& text) {
    return below(3) == 0 ? patternOf(text) : plain(FilterField::Type, text);
}

/// A part of the text with `*` in place of the rest, where that can be typed without quotes; else the text.
FilterValue RandomFilter::patternOf(const std::string& text) {
    FilterValue pattern = beginningOf(text);
    const auto isAscii = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    if (!pattern.hasWildcard || !isAscii || below(3) != 0)
        return pattern;
    const auto from = static_cast<std::size_t>(below(static_cast<int>(text.size())));
    const std::string rest = text.substr(from);
    const std::string middle = '*' + rest.substr(0, rest.size() / 2 + 1) + (below(2) == 0 ? "*" : rest);
    return middle.find_first_of("\"() \t\n") == std::string::npos ? FilterValue{middle, false, true, {}} : pattern;
}

/// The beginning of the text with `*` behind it, likewise.
FilterValue RandomFilter::beginningOf(const std::string& text) {
    std::string beginning = text.substr(0, static_cast<std::size_t>(below(static_cast<int>(text.size()) + 1)));
    while (!beginning.empty() && (beginning.back() & 0x80) != 0)
        beginning.pop_back();
    if (tokensOf(beginning).empty() || termOf(FilterField::Words, beginning).values.front().isQuoted)
        return plain(FilterField::Type, text);
    return {beginning + '*', false, true, {}};
}

} // namespace muniment::test
