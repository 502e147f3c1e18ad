#include "models/commands/command_members.h"

#include <algorithm>
#include <charconv>

namespace muniment {

Result<CommandMembers> CommandMembers::parse(std::string_view json) {
    // Strict first: readMembers() takes what it can get, a command is to be what was meant.
    if (const auto canonical = canonicalise(json); !canonical)
        return failure(ErrorCode::InvalidInput, "not a JSON object: " + canonical.error().get("fault"),
                       {{"field", "command"}});
    auto members = readMembers(json);
    if (!members)
        return tl::unexpected(members.error());
    CommandMembers result;
    result.m_members = std::move(*members);
    return result;
}

std::optional<PayloadMember> CommandMembers::take(std::string_view key) {
    const auto found = std::ranges::find(m_members, key, &PayloadMember::key);
    if (found == m_members.end())
        return std::nullopt;
    PayloadMember member = std::move(*found);
    m_members.erase(found);
    return member;
}

void CommandMembers::note(std::string_view key, bool isRequired, bool isList) {
    const auto known = std::ranges::find(m_asked, key, &Asked::key);
    if (known == m_asked.end())
        m_asked.push_back({std::string(key), isRequired, isList});
    else
        known->isRequired = known->isRequired || isRequired;
}

void CommandMembers::setWrong(std::string_view field, std::string detail) {
    if (!m_error)
        m_error = Error{ErrorCode::InvalidInput, std::move(detail), {{"field", std::string(field)}}};
}

std::optional<std::string> CommandMembers::optionalText(std::string_view key) {
    note(key, false, false);
    auto member = take(key);
    if (!member)
        return std::nullopt;
    if (member->kind != PayloadMember::Kind::Text) {
        setWrong(key, "it is to be a text");
        return std::nullopt;
    }
    return std::move(member->value);
}

std::string CommandMembers::text(std::string_view key) {
    note(key, true, false);
    auto value = optionalText(key);
    if (!value)
        setWrong(key, "it is missing");
    return value.value_or(std::string());
}

std::string CommandMembers::textOrEmpty(std::string_view key) {
    return optionalText(key).value_or(std::string());
}

AggregateId CommandMembers::id(std::string_view key) {
    return AggregateId(text(key));
}

AggregateId CommandMembers::idOrEmpty(std::string_view key) {
    return AggregateId(textOrEmpty(key));
}

std::optional<std::int64_t> CommandMembers::optionalWhole(std::string_view key) {
    const auto member = take(key);
    if (!member)
        return std::nullopt;
    std::int64_t value = 0;
    const char* end = member->value.data() + member->value.size();
    const auto [rest, fault] = std::from_chars(member->value.data(), end, value);
    if (member->kind != PayloadMember::Kind::Number || fault != std::errc() || rest != end || value < 0) {
        setWrong(key, "it is to be a whole number");
        return std::nullopt;
    }
    return value;
}

std::optional<std::optional<Instant>> CommandMembers::changedInstant(std::string_view key) {
    const auto text = optionalText(key);
    if (!text)
        return std::nullopt;
    if (text->empty())
        return std::optional<Instant>();
    const auto instant = parseInstant(*text);
    if (!instant) {
        setWrong(key, "it is to be a time like 2026-03-01T00:00:00Z");
        return std::nullopt;
    }
    return std::optional(*instant);
}

std::optional<Instant> CommandMembers::optionalInstant(std::string_view key) {
    return changedInstant(key).value_or(std::nullopt);
}

std::vector<std::string> CommandMembers::texts(std::string_view key) {
    note(key, false, true);
    std::vector<std::string> values;
    const auto member = take(key);
    if (!member)
        return values;
    const auto elements =
        member->kind == PayloadMember::Kind::Array ? readElements(member->value) : Result<std::vector<PayloadMember>>();
    const bool isArray = member->kind == PayloadMember::Kind::Array && elements;
    if (!isArray || !std::ranges::all_of(*elements, [](const PayloadMember& element) {
            return element.kind == PayloadMember::Kind::Text;
        })) {
        setWrong(key, "it is to be an array of texts");
        return values;
    }
    for (const PayloadMember& element : *elements)
        values.push_back(element.value);
    return values;
}

std::vector<std::string> CommandMembers::objects(std::string_view key) {
    std::vector<std::string> values;
    const auto member = take(key);
    if (!member)
        return values;
    if (member->kind == PayloadMember::Kind::Array) {
        if (const auto elements = readElements(member->value)) {
            for (const PayloadMember& element : *elements)
                values.push_back(element.kind == PayloadMember::Kind::Object ? element.value : std::string());
        }
    } else {
        setWrong(key, "it is to be an array");
    }
    return values;
}

Result<void> CommandMembers::finish() {
    if (!m_error && !m_members.empty())
        setWrong(m_members.front().key, "this command has no such member");
    if (m_error)
        return tl::unexpected(*m_error);
    return {};
}

} // namespace muniment
