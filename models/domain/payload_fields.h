// Payload members by name, read leniently, and the way events become payloads.
#pragma once

#include "models/base/canonical_json.h"
#include "models/domain/event.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// The text members of a payload. Of a repeated key the first counts; members that are not text are as if absent.
class PayloadFields {
public:
    explicit PayloadFields(const std::optional<std::string>& payload);

    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::string textOrEmpty(std::string_view key) const;

private:
    std::vector<PayloadMember> m_members;
};

/// Adds "reason" when there is one; an event without any member has no payload, which is not {}.
[[nodiscard]] NewEvent eventOf(std::string_view type, PayloadBuilder payload, const std::string& reason);

} // namespace muniment
