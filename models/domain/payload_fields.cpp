#include "models/domain/payload_fields.h"

#include <charconv>

namespace muniment {

PayloadFields::PayloadFields(const std::optional<std::string>& payload) {
    if (!payload)
        return;
    if (auto members = readMembers(*payload))
        m_members = std::move(*members);
}

const PayloadMember* PayloadFields::find(std::string_view key, PayloadMember::Kind kind) const {
    for (const auto& member : m_members) {
        if (member.key == key)
            return member.kind == kind ? &member : nullptr;
    }
    return nullptr;
}

std::optional<std::string> PayloadFields::text(std::string_view key) const {
    const auto* member = find(key, PayloadMember::Kind::Text);
    return member != nullptr ? std::optional(member->value) : std::nullopt;
}

std::string PayloadFields::textOrEmpty(std::string_view key) const {
    return text(key).value_or(std::string());
}

std::optional<Instant> PayloadFields::instant(std::string_view key) const {
    const auto written = parseInstant(textOrEmpty(key));
    return written ? std::optional(*written) : std::nullopt;
}

std::optional<std::int64_t> PayloadFields::whole(std::string_view key) const {
    const auto* member = find(key, PayloadMember::Kind::Number);
    if (member == nullptr)
        return std::nullopt;
    std::int64_t value = 0;
    const char* const end = member->value.data() + member->value.size();
    const auto [read, error] = std::from_chars(member->value.data(), end, value);
    return error == std::errc() && read == end ? std::optional(value) : std::nullopt;
}

bool PayloadFields::isTrue(std::string_view key) const {
    const auto* member = find(key, PayloadMember::Kind::Boolean);
    return member != nullptr && member->value == "true";
}

std::vector<std::string> PayloadFields::texts(std::string_view key) const {
    const auto* member = find(key, PayloadMember::Kind::Array);
    const auto elements = member != nullptr ? readElements(member->value) : Result<std::vector<PayloadMember>>();
    std::vector<std::string> texts;
    if (!elements)
        return texts;
    for (const auto& element : *elements) {
        if (element.kind == PayloadMember::Kind::Text)
            texts.push_back(element.value);
    }
    return texts;
}

void putUnlessEmpty(PayloadBuilder& payload, const char* key, const std::string& value) {
    if (!value.empty())
        payload.text(key, value);
}

void putUnlessEmpty(PayloadBuilder& payload, const char* key, const AggregateId& value) {
    putUnlessEmpty(payload, key, value.text());
}

void putIfTrue(PayloadBuilder& payload, const char* key, bool value) {
    if (value)
        payload.boolean(key, true);
}

void putIfPresent(PayloadBuilder& payload, const char* key, const std::optional<std::string>& value) {
    if (value)
        payload.text(key, *value);
}

void putIfPresent(PayloadBuilder& payload, const char* key, const std::optional<Instant>& value) {
    if (value)
        payload.text(key, formatInstant(*value));
}

NewEvent eventOf(std::string_view type, PayloadBuilder payload, const std::string& reason) {
    if (!reason.empty())
        payload.text("reason", reason);
    NewEvent event;
    event.type = type;
    if (!payload.isEmpty())
        event.payload = payload.build();
    return event;
}

} // namespace muniment
