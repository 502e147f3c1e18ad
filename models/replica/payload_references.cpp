#include "models/replica/payload_references.h"

#include <algorithm>
#include <cstring>

namespace muniment {

namespace {

constexpr char kLastReference = static_cast<char>(kPayloadReferences);

bool isReference(char c) {
    return c > 0 && c <= kLastReference;
}

/// "2026-03-01T10:12:13.500Z" and its like: only then is it worth writing down a time to compare.
bool looksLikeATime(std::string_view text) {
    return text.size() >= 20 && text.size() <= 27 && text[10] == 'T' && text.back() == 'Z';
}

/// What the text is, if the event holds it.
char referenceTo(std::string_view text, const RecordedEvent& event, RepeatedTexts& texts) {
    if (text.empty())
        return 0;
    for (const auto reference : {PayloadReference::Actor, PayloadReference::Tenant, PayloadReference::Aggregate})
        if (text == texts[reference])
            return static_cast<char>(reference);
    if (event.sourceIp && text == *event.sourceIp)
        return static_cast<char>(PayloadReference::SourceIp);
    if (looksLikeATime(text))
        for (const auto reference : {PayloadReference::RecordedAt, PayloadReference::OccurredAt})
            if (text == texts[reference])
                return static_cast<char>(reference);
    return 0;
}

} // namespace

std::string_view RepeatedTexts::timeText(std::string& text, Instant time) const {
    if (text.empty())
        text = formatInstant(time);
    return text;
}

std::string_view RepeatedTexts::operator[](PayloadReference reference) {
    switch (reference) {
    case PayloadReference::Tenant:
        return m_event.tenant.text();
    case PayloadReference::Actor:
        return m_event.actor.id.text();
    case PayloadReference::Aggregate:
        return m_event.aggregate.id.text();
    case PayloadReference::SourceIp:
        return m_event.sourceIp ? std::string_view(*m_event.sourceIp) : std::string_view();
    case PayloadReference::RecordedAt:
        return timeText(m_recordedAt, m_event.recordedAt);
    case PayloadReference::OccurredAt:
        return timeText(m_occurredAt, m_event.occurredAt);
    }
    return {};
}

std::size_t findPayloadReference(std::string_view text, std::size_t at) {
    const auto found = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isReference);
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

bool referToEvent(const RecordedEvent& event, std::string_view payload, std::string& out) {
    out.clear();
    if (findPayloadReference(payload) != std::string_view::npos)
        return false;
    RepeatedTexts texts(event);
    std::size_t written = 0;
    // What lies between any two quotes: inside of texts, and harmlessly what lies between two of them.
    std::size_t quote = payload.find('"');
    while (quote != std::string_view::npos) {
        const std::size_t next = payload.find('"', quote + 1);
        if (next == std::string_view::npos)
            break;
        if (const char reference = referenceTo(payload.substr(quote + 1, next - quote - 1), event, texts)) {
            out.append(payload, written, quote + 1 - written);
            out.push_back(reference);
            written = next;
        }
        quote = next;
    }
    out.append(payload, written);
    return true;
}

} // namespace muniment
