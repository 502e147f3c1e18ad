// From fingerprints to codes, in memory: what saves the writer a search in the file for nearly every event.
#pragma once

#include "models/replica/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace muniment {

/// Open addressing, 20 bytes a slot, at most four fifths full. Once it holds `mostEntries` it grows no more: when it is
/// full it forgets the half with the lower codes, which are the older ones. Codes and sequences beyond 32 bits are
/// forgotten at once.
class CodeTable {
public:
    struct Entry {
        std::int64_t code = 0;
        std::int64_t lastSequence = 0;
    };

    explicit CodeTable(std::size_t mostEntries) : m_mostEntries(mostEntries) {}

    [[nodiscard]] std::optional<Entry> find(const Fingerprint& fingerprint) const;
    void put(const Fingerprint& fingerprint, const Entry& entry);
    /// Has the processor fetch what find() and put() of it will look at: it lies anywhere in many megabytes.
    void expect(const Fingerprint& fingerprint) const;

    /// Something that was put is no longer in the table.
    [[nodiscard]] bool hasForgotten() const { return m_hasForgotten; }

private:
    /// In parts of 32 bits, since millions of them are kept.
    struct Slot {
        std::uint32_t hashLow = 0, hashHigh = 0, check = 0;
        std::uint32_t code = 0;         ///< 0: free
        std::uint32_t lastSequence = 0; ///< kForgotten: too large for here

        [[nodiscard]] Fingerprint fingerprint() const {
            return {static_cast<std::uint64_t>(hashHigh) << 32 | hashLow, check};
        }
    };

    static constexpr std::uint32_t kForgotten = UINT32_MAX;

    [[nodiscard]] std::size_t placeOf(const Fingerprint& fingerprint) const;
    void makeRoom();
    void refill(std::size_t places, std::uint32_t firstCode);

    std::size_t m_mostEntries;
    std::size_t m_count = 0;
    bool m_hasForgotten = false;
    std::vector<Slot> m_slots;
};

} // namespace muniment
