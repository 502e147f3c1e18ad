// A digest over a tenant's log, event by event: equal on both sides of a move when, and only when, both hold the same
// events in the same order.
#pragma once

#include "models/domain/event.h"

#include <cstdint>
#include <span>
#include <string>

namespace muniment {

/// d(0) = 32 zero bytes, d(i) = SHA-256(d(i-1) || e(i)). e is every column that a move keeps (so neither region nor
/// live): texts and bytes after their length in four bytes, an absent value as the length 0xffffffff, numbers and
/// instants (microseconds since 1970) in eight bytes, all big-endian, in the order of RecordedEvent's members.
class LogDigest {
public:
    void add(const RecordedEvent& event);
    void add(std::span<const RecordedEvent> events);

    [[nodiscard]] std::int64_t events() const { return m_events; }

    [[nodiscard]] std::string hex() const;

    bool operator==(const LogDigest& other) const { return m_events == other.m_events && m_digest == other.m_digest; }

private:
    std::int64_t m_events = 0;
    std::string m_digest = std::string(32, '\0');
    std::string m_scratch = {};
};

} // namespace muniment
