// A payload repeats much of its own event: who was checked, from which address, when. In the file one byte stands for
// such a text, since the row or its dictionaries hold it already.
#pragma once

#include "models/domain/event.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace muniment {

/// What a byte of a stored payload stands for. JSON holds no such byte as it is. Part of the file's format.
enum class PayloadReference : char {
    Tenant = 1,
    Actor = 2,
    Aggregate = 3,
    SourceIp = 4,
    RecordedAt = 5, ///< as formatInstant() writes it, which must never change
    OccurredAt = 6,
};
constexpr std::size_t kPayloadReferences = 6;

/// The texts of an event that its payload may repeat.
class RepeatedTexts {
public:
    /// `event` must stay as it is.
    explicit RepeatedTexts(const RecordedEvent& event) : m_event(event) {}

    [[nodiscard]] std::string_view operator[](PayloadReference reference);

private:
    [[nodiscard]] std::string_view timeText(std::string& text, Instant time) const;

    const RecordedEvent& m_event;
    std::string m_recordedAt, m_occurredAt; ///< made when asked for
};

/// Into `out`, which is overwritten: the payload with a reference in place of each text between quotes that the event
/// holds itself. False for a payload that holds such bytes of its own, which then has no other form than its own.
[[nodiscard]] bool referToEvent(const RecordedEvent& event, std::string_view payload, std::string& out);

/// Where the next reference is, from `at` on; npos: there is none.
[[nodiscard]] std::size_t findPayloadReference(std::string_view text, std::size_t at = 0);

/// The payload again: textOf(PayloadReference) gives each text. Empty `text`s are payloads without bytes.
template <class TextOf>
[[nodiscard]] std::string resolveReferences(std::string text, TextOf&& textOf) {
    std::size_t next = findPayloadReference(text);
    if (next == std::string::npos)
        return text;
    std::string payload;
    std::size_t begin = 0;
    for (; next != std::string::npos; next = findPayloadReference(text, begin)) {
        payload.append(text, begin, next - begin);
        payload.append(textOf(static_cast<PayloadReference>(text[next])));
        begin = next + 1;
    }
    return payload.append(text, begin);
}

} // namespace muniment
