// Names and records of an evidence bundle, as resources/integrity/bundle_v1.md specifies them.
#pragma once

#include "models/merkle/hash.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

constexpr int kBundleVersion = 1;
constexpr std::uint64_t kMostEntryBytes = std::uint64_t{4} << 30U;

namespace bundle {

inline constexpr std::string_view kEvents = "events.jsonl";
inline constexpr std::string_view kLeaves = "leaves.bin";
inline constexpr std::string_view kBlocks = "blocks.bin";
inline constexpr std::string_view kSiblings = "siblings.bin";
inline constexpr std::string_view kTrees = "trees.txt";
inline constexpr std::string_view kCheckpoints = "checkpoints.txt";
inline constexpr std::string_view kKeys = "keys.txt";
inline constexpr std::string_view kCatalogue = "catalogue.json";
inline constexpr std::string_view kLeafFormat = "leaf_v1.md";
inline constexpr std::string_view kFormat = "bundle_v1.md";
inline constexpr std::string_view kPage = "index.html";
inline constexpr std::string_view kScript = "verify.sh";
inline constexpr std::string_view kCourier = "courier.txt";
inline constexpr std::string_view kAccess = "access.json";
inline constexpr std::string_view kManifest = "manifest.json";
inline constexpr std::string_view kManifestNote = "manifest.sig";

/// What a bundle holds, in this order; all of it, and nothing else but kOptionalEntries before the manifest.
inline constexpr std::array kEntries{kEvents,    kLeaves,     kBlocks, kSiblings, kTrees,  kCheckpoints, kKeys,
                                     kCatalogue, kLeafFormat, kFormat, kPage,     kScript, kManifest,    kManifestNote};

inline constexpr std::array kOptionalEntries{kCourier, kAccess};

inline constexpr std::string_view kOriginPrefix = "muniment/bundle/";

} // namespace bundle

/// Before each leaf in leaves.bin, which zeros fill up to a multiple of its size.
struct LeafHeader {
    static constexpr std::size_t kSize = 16;

    std::uint32_t tree = 0; ///< line of trees.txt, from 0
    std::uint64_t index = 0;
    std::uint32_t length = 0;
};

/// A block of leaves that has chosen ones.
struct BlockRecord {
    static constexpr std::size_t kSize = 64;

    std::uint32_t tree = 0;
    std::uint32_t leaves = 0;    ///< chosen ones
    std::uint64_t block = 0;     ///< which of the tree
    std::uint64_t leafBytes = 0; ///< of leaves.bin
    std::uint64_t siblings = 0;  ///< records of siblings.bin
    Hash root{};
};

/// The root of a subtree that no chosen leaf stands in.
struct SiblingRecord {
    static constexpr std::size_t kSize = 48;

    std::uint32_t tree = 0;
    std::uint32_t level = 0;
    std::uint64_t index = 0;
    Hash hash{};
};

void append(std::string& out, const LeafHeader& header);
void append(std::string& out, const BlockRecord& record);
void append(std::string& out, const SiblingRecord& record);
/// Of the record's size.
[[nodiscard]] LeafHeader leafHeaderOf(std::string_view bytes);
[[nodiscard]] BlockRecord blockRecordOf(std::string_view bytes);
[[nodiscard]] SiblingRecord siblingRecordOf(std::string_view bytes);

/// Bytes that a leaf of this length takes in leaves.bin, without its header.
[[nodiscard]] constexpr std::size_t paddedLength(std::size_t length) {
    return (length + LeafHeader::kSize - 1) / LeafHeader::kSize * LeafHeader::kSize;
}

} // namespace muniment
