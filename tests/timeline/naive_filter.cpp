#include "tests/timeline/naive_filter.h"

#include "models/base/canonical_json.h"
#include "models/base/uuid.h"
#include "models/replica/event_mark.h"
#include "models/replica/index/source_address.h"
#include "models/replica/name_folding.h"
#include "tests/timeline/naive_payload.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdlib>

namespace muniment::test {

namespace {

bool wholeTextMatches(const FilterValue& value, const std::string& text) {
    return value.hasWildcard ? matchesPattern(value.text, text) : value.text == text;
}

bool foldedMatches(const FilterValue& value, const std::string& text) {
    if (!value.hasWildcard)
        return foldName(value.text) == foldName(text);
    return matchesPattern(foldName(value.text), foldName(text));
}

bool anyFoldedMatches(const FilterValue& value, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return !name.empty() && foldedMatches(value, name); });
}

bool isOnlyBeginning(const FilterValue& value, const std::string& id, const std::set<std::string>& ids) {
    return !value.isQuoted && !value.hasWildcard && value.text.size() >= kMinIdPrefix && id.starts_with(value.text) &&
           ids.contains(id) && std::count_if(ids.begin(), ids.end(), [&](const std::string& other) {
                                   return other.starts_with(value.text);
                               }) == 1;
}

bool entityMatches(const FilterValue& value, const std::string& id, const std::vector<std::string>& names,
                   const std::set<std::string>& ids) {
    return wholeTextMatches(value, id) || anyFoldedMatches(value, names) || isOnlyBeginning(value, id, ids);
}

/// Sixteen bytes; IPv4 inside IPv6. Empty for what is no address.
std::string addressOf(const std::string& text) {
    std::string bytes("\0\0\0\0\0\0\0\0\0\0\xff\xff\0\0\0\0", 16);
    const bool isIpv4 = text.find(':') == std::string::npos;
    const int family = isIpv4 ? AF_INET : AF_INET6;
    return inet_pton(family, text.c_str(), bytes.data() + (isIpv4 ? 12 : 0)) == 1 ? bytes : std::string();
}

bool addressMatches(const FilterValue& value, const std::optional<std::string>& source) {
    const auto slash = value.text.find('/');
    const std::string text = value.text.substr(0, slash);
    const std::string block = addressOf(text);
    const std::string address = source ? addressOf(*source) : std::string();
    const std::string ipv4 = addressOf("0.0.0.0").substr(0, 12);
    int bits = slash == std::string::npos ? 128 : std::stoi(value.text.substr(slash + 1));
    if (slash != std::string::npos && text.find(':') == std::string::npos)
        bits += 96;
    if (address.empty() || address.starts_with(ipv4) != (block.starts_with(ipv4) && bits >= 96))
        return false;
    for (std::size_t bit = 0; bit < static_cast<std::size_t>(bits); ++bit)
        if (((address[bit / 8] ^ block[bit / 8]) >> (7 - bit % 8) & 1) != 0)
            return false;
    return true;
}

bool idMatches(const FilterValue& value, const std::optional<Uuid>& id) {
    return id && parseUuid(value.text) == *id;
}

bool numberMatches(Comparison comparison, const FilterValue& value, std::int64_t number) {
    return compares<std::int64_t>(comparison, number, std::strtoll(value.text.c_str(), nullptr, 10));
}

bool timeMatches(Comparison comparison, const FilterValue& value, Instant time, Instant now) {
    const auto named = filterTime(value.text, now);
    if (!named)
        return false;
    if (comparison == Comparison::Equal)
        return named->begin <= time && time < named->end;
    return compares(comparison, time, named->begin);
}

bool memberTextMatches(const FilterValue& value, const char* key, const std::optional<std::string>& payload) {
    if (!payload)
        return false;
    for (const auto& member : readMembers(*payload).value_or(std::vector<PayloadMember>()))
        if (member.key == key)
            return member.kind == PayloadMember::Kind::Text && foldedMatches(value, member.value);
    return false;
}

bool markMatches(const FilterValue& value, std::uint8_t marks) {
    return std::any_of(kEventMarkNames.begin(), kEventMarkNames.end(), [&](const auto& mark) {
        return hasMark(marks, mark.first) && wholeTextMatches(value, std::string(mark.second));
    });
}

bool kindMatches(const FilterValue& value, const EventAnnotation& annotation) {
    return (annotation.isBookmarked && wholeTextMatches(value, "bookmarked")) ||
           (!annotation.tags.empty() && wholeTextMatches(value, "tagged")) ||
           (!annotation.note.empty() && wholeTextMatches(value, "noted"));
}

bool tagMatches(FilterValue value, const EventAnnotation& annotation) {
    value.text = normalizedTag(value.text);
    return anyFoldedMatches(value, annotation.tags);
}

bool wordsMatch(const FilterValue& value, const std::set<std::string>& in, const NaiveWorld& world) {
    const std::string text = value.hasWildcard ? value.text.substr(0, value.text.size() - 1) : value.text;
    const auto tokens = world.tokensOf(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool isBeginning = value.hasWildcard && i + 1 == tokens.size();
        const bool occurs = std::any_of(in.begin(), in.end(), [&](const std::string& token) {
            return isBeginning ? token.starts_with(tokens[i]) : token == tokens[i];
        });
        if (!occurs)
            return false;
    }
    return true;
}

bool valueMatches(const FilterTerm& term, const FilterValue& value, const NaiveEvent& in, const NaiveWorld& world) {
    const RecordedEvent& event = in.event;
    const auto actor = [&] { return entityMatches(value, event.actor.id.text(), in.actorNames, world.actorIds); };
    const auto subject = [&] {
        return entityMatches(value, event.aggregate.id.text(), in.subjectNames, world.subjectIds);
    };
    switch (term.field) {
    case FilterField::Words:
        return wordsMatch(value, in.tokens, world);
    case FilterField::Type:
        return wholeTextMatches(value, event.type);
    case FilterField::AggregateType:
        return wholeTextMatches(value, event.aggregate.type);
    case FilterField::Tenant:
        return entityMatches(value, event.tenant.text(), in.tenantNames, world.tenantIds);
    case FilterField::Region:
        return foldedMatches(value, in.region.text());
    case FilterField::Actor:
        return actor();
    case FilterField::ActorType:
        return foldedMatches(value, event.actor.type);
    case FilterField::Subject:
        return subject();
    case FilterField::User:
        return actor() || subject();
    case FilterField::Outcome:
        return foldedMatches(value, event.outcome);
    case FilterField::Ip:
        return addressMatches(value, event.sourceIp);
    case FilterField::Network: {
        const std::string address = event.sourceIp ? addressBytes(*event.sourceIp) : std::string();
        return !address.empty() && wholeTextMatches(value, networkOf(address));
    }
    case FilterField::Os:
        return memberTextMatches(value, "os", event.payload);
    case FilterField::Browser:
        return memberTextMatches(value, "browser", event.payload);
    case FilterField::Country:
        return memberTextMatches(value, "country", event.payload);
    case FilterField::Writer:
        return foldedMatches(value, event.writer);
    case FilterField::Correlation:
        return idMatches(value, event.correlationId);
    case FilterField::Command:
        return idMatches(value, event.commandId);
    case FilterField::Id:
        return idMatches(value, event.eventId);
    case FilterField::Sequence:
        return numberMatches(term.comparison, value, event.sequence);
    case FilterField::Revision:
        return numberMatches(term.comparison, value, event.revision);
    case FilterField::Epoch:
        return numberMatches(term.comparison, value, event.epoch);
    case FilterField::After:
        return timeMatches(Comparison::GreaterOrEqual, value, in.loggedAt, world.now);
    case FilterField::Before:
        return timeMatches(Comparison::Less, value, in.loggedAt, world.now);
    case FilterField::Occurred:
        return timeMatches(term.comparison, value, event.occurredAt, world.now);
    case FilterField::Recorded:
        return timeMatches(term.comparison, value, event.recordedAt, world.now);
    case FilterField::Mark:
        return markMatches(value, in.marks);
    case FilterField::Is:
        return kindMatches(value, in.annotation);
    case FilterField::Tag:
        return tagMatches(value, in.annotation);
    case FilterField::Note: {
        const auto words = world.tokensOf(in.annotation.note);
        return wordsMatch(value, {words.begin(), words.end()}, world);
    }
    case FilterField::Payload:
        break;
    }
    return false;
}

bool termMatches(const FilterTerm& term, const NaiveEvent& event, const NaiveWorld& world) {
    if (term.field == FilterField::Payload)
        return payloadMatches(term, event.event.payload);
    return std::any_of(term.values.begin(), term.values.end(),
                       [&](const FilterValue& value) { return valueMatches(term, value, event, world); });
}

} // namespace

bool matchesPattern(std::string_view pattern, std::string_view text) {
    if (pattern.empty())
        return text.empty();
    if (pattern.front() != '*')
        return !text.empty() && pattern.front() == text.front() && matchesPattern(pattern.substr(1), text.substr(1));
    for (std::size_t skipped = 0; skipped <= text.size(); ++skipped)
        if (matchesPattern(pattern.substr(1), text.substr(skipped)))
            return true;
    return false;
}

bool matchesNaively(const FilterNode& filter, const NaiveEvent& event, const NaiveWorld& world) {
    const auto matches = [&](const FilterNode& node) { return matchesNaively(node, event, world); };
    if (const auto* all = std::get_if<FilterAnd>(&filter.kind))
        return std::all_of(all->nodes.begin(), all->nodes.end(), matches);
    if (const auto* either = std::get_if<FilterOr>(&filter.kind))
        return std::any_of(either->nodes.begin(), either->nodes.end(), matches);
    if (const auto* negated = std::get_if<FilterNot>(&filter.kind))
        return !matches(negated->node.front());
    return termMatches(std::get<FilterTerm>(filter.kind), event, world);
}

} // namespace muniment::test
