// Payload members by name, read leniently, and the way events become payloads.
#pragma once

#include "models/base/canonical_json.h"
#include "models/base/instant.h"
#include "models/base/strong_id.h"
#include "models/domain/event.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// The members of a payload. Of a repeated key the first counts; a member of another kind than asked for is as if
/// absent.
class PayloadFields {
public:
    explicit PayloadFields(const std::optional<std::string>& payload);

    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::string textOrEmpty(std::string_view key) const;

    [[nodiscard]] AggregateId id(std::string_view key) const { return AggregateId(textOrEmpty(key)); }

    /// Of a text in RFC 3339.
    [[nodiscard]] std::optional<Instant> instant(std::string_view key) const;
    /// Of a number without a fraction.
    [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key) const;
    [[nodiscard]] bool isTrue(std::string_view key) const;
    /// The text elements of an array.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

private:
    [[nodiscard]] const PayloadMember* find(std::string_view key, PayloadMember::Kind kind) const;

    std::vector<PayloadMember> m_members;
};

/// An empty text is left out: readers take an absent member for one.
void putUnlessEmpty(PayloadBuilder& payload, const char* key, const std::string& value);
void putUnlessEmpty(PayloadBuilder& payload, const char* key, const AggregateId& value);
void putIfTrue(PayloadBuilder& payload, const char* key, bool value);
void putIfPresent(PayloadBuilder& payload, const char* key, const std::optional<std::string>& value);
void putIfPresent(PayloadBuilder& payload, const char* key, const std::optional<Instant>& value);

/// Adds "reason" when there is one; an event without any member has no payload, which is not {}.
[[nodiscard]] NewEvent eventOf(std::string_view type, PayloadBuilder payload, const std::string& reason);

} // namespace muniment
