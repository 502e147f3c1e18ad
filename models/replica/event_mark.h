// What is odd about an event, found when it was stored and kept with it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace muniment {

/// A set of bits. All but RepeatedId are functions of the whole log; RepeatedId looks back at least 32,768 events of
/// the run and at most twice that, where the doctor looks at all.
enum class EventMark : std::uint8_t {
    None = 0,
    TimeInversion = 1,     ///< recorded_at lies before that of an earlier event of the log
    SequenceHole = 2,      ///< its predecessor is not in the log before it
    SequenceInversion = 4, ///< a later sequence of the same aggregate came first
    RepeatedId = 8,        ///< an earlier event has the same event id
    PayloadFault = 16,     ///< payload is not canonical JSON
    ForgedPosition = 32,   ///< its writer chose its place in the log, which the server should have given
};

[[nodiscard]] constexpr bool hasMark(std::uint8_t marks, EventMark mark) {
    return (marks & static_cast<std::uint8_t>(mark)) != 0;
}

/// Each mark's word in filters and lists, after the finding that the doctor makes of it.
constexpr std::array<std::pair<EventMark, std::string_view>, 6> kEventMarkNames{{
    {EventMark::TimeInversion, "time.inversion"},
    {EventMark::SequenceHole, "sequence.hole"},
    {EventMark::SequenceInversion, "sequence.inversion"},
    {EventMark::RepeatedId, "event.repeated"},
    {EventMark::PayloadFault, "payload.fault"},
    {EventMark::ForgedPosition, "position.forged"},
}};

} // namespace muniment
