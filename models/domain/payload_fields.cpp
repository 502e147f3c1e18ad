#include "models/domain/payload_fields.h"

namespace muniment {

PayloadFields::PayloadFields(const std::optional<std::string>& payload) {
    if (!payload)
        return;
    if (auto members = readMembers(*payload))
        m_members = std::move(*members);
}

std::optional<std::string> PayloadFields::text(std::string_view key) const {
    for (const auto& member : m_members) {
        if (member.key != key)
            continue;
        if (member.kind != PayloadMember::Kind::Text)
            return std::nullopt;
        return member.value;
    }
    return std::nullopt;
}

std::string PayloadFields::textOrEmpty(std::string_view key) const {
    return text(key).value_or(std::string());
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
