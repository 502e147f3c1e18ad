// Events as leaves of their tenant's tree. The bytes are specified in resources/integrity/leaf_v1.md, with vectors
// beside it, so that somebody else's program can make them too.
#pragma once

#include "models/domain/event.h"
#include "models/merkle/sha256.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// How a tree ended: of a tenant's epoch, or of as much of it as there is.
struct TreeHead {
    std::uint64_t size = 0;
    Hash root{};

    bool operator==(const TreeHead&) const = default;
};

/// Makes leaves, one after the other. Used by one thread at a time.
class LeafHasher {
public:
    /// The leaf's bytes; valid until the next call.
    [[nodiscard]] std::string_view bytes(const RecordedEvent& event);
    [[nodiscard]] Hash hash(const RecordedEvent& event);
    /// The first leaf of every epoch but the first: how the epoch before ended.
    [[nodiscard]] std::string_view epochBytes(const TenantId& tenant, std::int32_t closed, const TreeHead& head);
    [[nodiscard]] Hash epochHash(const TenantId& tenant, std::int32_t closed, const TreeHead& head);
    /// A leaf of a region's state: the head of one of its trees.
    [[nodiscard]] std::string_view headBytes(const TenantId& tenant, std::int32_t epoch, const TreeHead& head);
    [[nodiscard]] Hash headHash(const TenantId& tenant, std::int32_t epoch, const TreeHead& head);
    /// RecordedEvent::sealed of an event that has all its fields: what its leaf says of those that may be withheld, in
    /// hexadecimal digits.
    [[nodiscard]] std::string seal(const RecordedEvent& event) const;

    [[nodiscard]] const Sha256& sha() const { return m_sha; }

private:
    std::string_view endBytes(std::string_view domain, const TenantId& tenant, std::int32_t epoch,
                              const TreeHead& head);

    Sha256 m_sha;
    std::string m_bytes;
};

/// pseudonymise(), after which the event still gives the leaf that it gave before: hashes stand in `sealed` for the
/// fields that are not there any more, and the salt, by which they could be guessed, goes too.
void withholdPersons(LeafHasher& hasher, RecordedEvent& event);
/// Takes out all that a leaf lets go: actor's id, source address and payload. What the event is of, its type, its place
/// and its times stay, and so does its leaf.
void withholdFields(LeafHasher& hasher, RecordedEvent& event);

} // namespace muniment
