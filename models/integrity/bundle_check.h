// Evidence bundles of others: what one is, or why it is not to be believed.
#pragma once

#include "models/integrity/bundle_manifest.h"
#include "models/integrity/bundle_trees.h"
#include "models/integrity/courier_note.h"
#include "models/integrity/signed_note.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace muniment {

struct CheckedTree {
    BundleTree tree;
    std::vector<NoteSigner> signers; ///< of its checkpoint, whose keys we know; may be empty: then the maker vouches
};

struct BundleInfo {
    BundleManifest manifest;
    NoteSigner maker; ///< whose key we know; with the time of the signature
    std::vector<CheckedTree> trees;
    Hash manifestHash{};                     ///< by which the next courier bundle names this one
    std::optional<CourierNote> courier = {}; ///< absent: no courier bundle
    std::optional<std::string> access = {};  ///< access.json as it is, which models/proof checks
    std::vector<std::string> notes = {};     ///< signed notes of trees by somebody whose key we know
};

/// Of 0 … 1.
using BundleCheckProgress = std::function<void(double)>;

/// Checks all that bundle_v1.md says, before anything of the bundle is written anywhere or shown. Refused, with the
/// context "why" (and "entry", "line" where they help):
/// - what BundleZipReader says;
/// - "missingEntry", "unsigned" (manifest.sig is no signed note of a manifest), "unknownKey" (none of `known` has
/// signed
///   it), "badSignature", "manifest" (of another form, or not the one signed), "entries" (it does not name those that
///   are there), "hash" (an entry is not the one signed);
/// - "courier" (courier.txt is none, or its logs are not those of the bundle), "keys", "trees", "checkpoint" (a note
/// that is none, is not of its tree, or is signed by nobody in the bundle);
/// - "event" (a line that is none), "tenant" (an event of a tenant or region that its tree, or the manifest, does not
///   name), "leaf" (not that of the event's columns), "proof" (does not lead to the checkpoint), "counts".
/// FileTooNew (context "found", "known") for a later version; Cancelled; FileMissing, FileError. Reads the file twice.
/// Call from a thread that may block.
[[nodiscard]] Result<BundleInfo> checkBundle(const std::filesystem::path& file, std::span<const VerifierKey> known,
                                             const std::stop_token& stop, const BundleCheckProgress& progress);

/// Whether the file begins as zip files do.
[[nodiscard]] bool isBundle(const std::filesystem::path& file);
/// The keys that a bundle brings along, the maker's first; none where it cannot be read. Whoever made the bundle chose
/// them: only somebody who was told a key by another way knows whose it is.
[[nodiscard]] std::vector<VerifierKey> bundleKeys(const std::filesystem::path& file);

} // namespace muniment
