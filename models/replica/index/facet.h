// What the index knows an event by. Numbers are part of the file's format: never reuse one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace muniment {

/// Few values: one container per value and chunk. Region is no facet: a run is one region's.
enum class Facet : std::uint8_t {
    EventType = 1,
    AggregateType = 2,
    Tenant = 3,
    Outcome = 4,
    ActorType = 5,
    Os = 6,
    Browser = 7,
    Country = 8,
    Network = 9, ///< of the source address: /16 of IPv4, /32 of IPv6
    Writer = 10,
    Mark = 11, ///< EventMark bits, one value a bit
};

/// Many values: sorted (value, ordinal) pairs in 256 buckets a chunk.
enum class IndexKey : std::uint8_t {
    Actor = 1,
    Aggregate = 2,
    Word = 3,    ///< folded token of a non-secret value, a name or an id; a frequent one has containers as a facet has
    Address = 4, ///< source address in full
    Correlation = 5,
};

inline constexpr std::array kFacets{
    Facet::EventType, Facet::AggregateType, Facet::Tenant,  Facet::Outcome, Facet::ActorType, Facet::Os,
    Facet::Browser,   Facet::Country,       Facet::Network, Facet::Writer,  Facet::Mark};

/// The filter language's word: "type", "tenant", "os" …
[[nodiscard]] std::string_view facetName(Facet facet);
/// What a value of the mark facet, one bit of EventMark, is called: "sequence.hole", as the finding is.
[[nodiscard]] std::string_view markName(std::int64_t bit);

/// Ordinals of one chunk share everything but their low 16 bits; one batch of the backlog fills one.
constexpr std::int64_t kChunkSize = 65'536;

} // namespace muniment
