#include "models/integrity/bundle_check.h"

#include "models/integrity/bundle_check_leaves.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_zip_reader.h"
#include "models/integrity/checkpoint.h"
#include "models/merkle/sha256.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

namespace muniment {

namespace {

constexpr std::size_t kMostKept = 512 * 1024 * 1024;

/// Entries that are looked into as a whole.
constexpr std::array kKept{bundle::kBlocks,   bundle::kTrees,        bundle::kCheckpoints, bundle::kKeys,
                           bundle::kManifest, bundle::kManifestNote, bundle::kCourier,     bundle::kAccess};

/// What is in the file, before anything of it is believed.
struct Survey {
    std::vector<BundleEntry> entries;
    std::map<std::string, std::string, std::less<>> kept;
};

Result<Survey> survey(const std::filesystem::path& file, const std::stop_token& stop) {
    auto zip = BundleZipReader::open(file);
    if (!zip)
        return tl::unexpected(zip.error());
    Survey found;
    while (true) {
        const auto name = zip->next();
        if (!name)
            return tl::unexpected(name.error());
        if (!*name)
            return found;
        const bool isKept = std::ranges::find(kKept, std::string_view(**name)) != kKept.end();
        std::string kept;
        while (true) {
            if (stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const auto bytes = zip->read();
            if (!bytes)
                return tl::unexpected(bytes.error());
            if (bytes->empty())
                break;
            if (isKept)
                kept += *bytes;
            if (kept.size() > kMostKept)
                return refusedBundle("tooLarge", "an entry is larger than it should be", **name);
        }
        found.entries.push_back(zip->entry());
        if (isKept)
            found.kept.emplace(**name, std::move(kept));
    }
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

class Checking {
public:
    Checking(const std::filesystem::path& file, Survey survey, std::span<const VerifierKey> known)
        : m_file(file),
          m_survey(std::move(survey)),
          m_known(known) {}

    Result<BundleInfo> run(const std::stop_token& stop, const BundleCheckProgress& progress) {
        const auto step = [&]() -> Result<void> {
            for (const auto part :
                 {&Checking::checkEntries, &Checking::checkSignature, &Checking::checkManifest, &Checking::readKeys,
                  &Checking::checkTrees, &Checking::checkCourier, &Checking::readAccess})
                if (auto checked = (this->*part)(); !checked)
                    return checked;
            std::vector<BundleTree> trees;
            for (const CheckedTree& tree : m_info.trees)
                trees.push_back(tree.tree);
            return checkBundleLeaves(m_file, m_info.manifest, trees, kept(bundle::kBlocks), stop, progress);
        };
        if (progress)
            progress(0.5);
        if (const auto checked = step(); !checked)
            return tl::unexpected(checked.error());
        return std::move(m_info);
    }

private:
    [[nodiscard]] std::string_view kept(std::string_view name) const { return m_survey.kept.find(name)->second; }

    Result<void> checkEntries() {
        for (const std::string_view name : bundle::kEntries)
            if (std::ranges::find(m_survey.entries, name, &BundleEntry::name) == m_survey.entries.end())
                return refusedBundle("missingEntry", "an entry is missing", name);
        return {};
    }

    /// Of manifest.json as it is, by a key that we know: the rest hangs on it.
    Result<void> checkSignature() {
        const auto refused = [](const char* why, const char* detail) {
            return refusedBundle(why, detail, bundle::kManifestNote);
        };
        const auto note = parseNote(kept(bundle::kManifestNote));
        const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
        if (!checkpoint || !checkpoint->origin.starts_with(bundle::kOriginPrefix))
            return refused("unsigned", "not a signed note of a manifest");
        const auto signers = verifyNote(*note, m_known);
        if (!signers)
            return refused("badSignature", "a signature does not verify");
        if (signers->empty())
            return refused("unknownKey", "nobody whom we know has signed");
        if (checkpoint->root != Sha256().of(kept(bundle::kManifest)))
            return refusedBundle("manifest", "not the manifest that was signed", bundle::kManifest);
        m_info.maker = signers->front();
        m_info.manifestHash = checkpoint->root;
        m_checkpoint = *checkpoint;
        return {};
    }

    Result<void> checkManifest() {
        auto manifest = parseManifest(kept(bundle::kManifest));
        if (!manifest && manifest.error().code == ErrorCode::FileTooNew)
            return tl::unexpected(manifest.error());
        if (!manifest || manifest->version != kBundleVersion ||
            m_checkpoint.origin != std::string(bundle::kOriginPrefix) + manifest->id)
            return refusedBundle("manifest", "not a manifest", bundle::kManifest);
        m_info.manifest = std::move(*manifest);
        const auto& entries = m_info.manifest.entries;
        if (entries.size() + 2 != m_survey.entries.size() || m_checkpoint.size != entries.size())
            return refusedBundle("entries", "the manifest does not name what is there", bundle::kManifest);
        const auto expected = expectedEntries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].name != expected[i])
                return refusedBundle("entries", "the manifest does not name what is there", entries[i].name);
            if (*std::ranges::find(m_survey.entries, entries[i].name, &BundleEntry::name) != entries[i])
                return refusedBundle("hash", "not the entry that was signed", entries[i].name);
        }
        return {};
    }

    /// Those that a manifest has to name, in their order: of the optional ones those that are there.
    [[nodiscard]] std::vector<std::string_view> expectedEntries() const {
        std::vector<std::string_view> expected(bundle::kEntries.begin(), bundle::kEntries.end() - 2);
        for (const std::string_view name : bundle::kOptionalEntries)
            if (std::ranges::find(m_survey.entries, name, &BundleEntry::name) != m_survey.entries.end())
                expected.push_back(name);
        return expected;
    }

    Result<void> readKeys() {
        for (std::string_view line : linesOf(kept(bundle::kKeys))) {
            line.remove_suffix(1);
            auto key = parseVerifierKey(line);
            if (!key)
                return refusedBundle("keys", "a line that is no key", bundle::kKeys);
            m_keys.push_back(std::move(*key));
        }
        // It has signed the manifest, or it is not the one that we know by this name.
        if (m_keys.empty() || std::ranges::find(m_known, m_keys.front()) == m_known.end() ||
            m_keys.front().name != m_info.maker.name || m_keys.front().id != m_info.maker.keyId)
            return refusedBundle("keys", "the first key is not that of the maker", bundle::kKeys);
        return {};
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> notes;
        std::string note;
        int blanks = 0;
        for (const std::string_view line : linesOf(kept(bundle::kCheckpoints))) {
            if (line == "\n" && ++blanks == 2) {
                notes.push_back(std::exchange(note, {}));
                blanks = 0;
                continue;
            }
            note += line;
        }
        if (!note.empty())
            notes.push_back(std::move(note)); // has no blank line behind it: no tree will be proved by it
        return notes;
    }

    Result<void> checkTrees() {
        const auto trees = parseBundleTrees(kept(bundle::kTrees));
        if (!trees || trees->empty())
            return refusedBundle("trees", "not a list of trees", bundle::kTrees);
        const auto all = notes();
        const std::set<TenantId> tenants(m_info.manifest.tenants.begin(), m_info.manifest.tenants.end());
        std::uint64_t logs = 0, sealedNow = 0;
        for (const BundleTree& tree : *trees) {
            const bool isLog = tree.log() != nullptr;
            logs += isLog ? 1 : 0;
            sealedNow += tree.proof == BundleProof::Now ? 1 : 0;
            if (isLog && !tenants.contains(tree.log()->tenant))
                return refusedBundle("tenant", "a tree of a tenant that the manifest does not name", bundle::kTrees);
            const BundleTree& sealed = tree.proof == BundleProof::State ? (*trees)[tree.number] : tree;
            if (sealed.number >= all.size())
                return refusedBundle("trees", "a tree without a checkpoint", bundle::kTrees);
            auto checked = checkNote(sealed, all[sealed.number]);
            if (!checked)
                return tl::unexpected(checked.error());
            m_info.trees.push_back({tree, std::move(*checked)});
        }
        if (logs != m_info.manifest.trees || sealedNow != m_info.manifest.sealedNow)
            return refusedBundle("counts", "there are not as many trees as the manifest says", bundle::kTrees);
        return {};
    }

    /// Every log of the bundle ends where the note says.
    Result<void> checkCourier() {
        const auto bytes = m_survey.kept.find(bundle::kCourier);
        if (bytes == m_survey.kept.end())
            return {};
        auto note = parseCourierNote(bytes->second);
        if (!note)
            return refusedBundle("courier", "not a courier's note", bundle::kCourier);
        std::map<TenantLog, TreeHead> ends;
        for (const CourierTree& tree : note->trees)
            ends.emplace(tree.log, tree.to);
        for (const CheckedTree& tree : m_info.trees)
            if (const TenantLog* log = tree.tree.log(); log != nullptr) {
                const auto end = ends.find(*log);
                if (end == ends.end() || end->second != tree.tree.head)
                    return refusedBundle("courier", "a log ends elsewhere", bundle::kCourier);
            }
        m_info.courier = std::move(*note);
        return {};
    }

    Result<void> readAccess() {
        if (const auto bytes = m_survey.kept.find(bundle::kAccess); bytes != m_survey.kept.end())
            m_info.access = bytes->second;
        return {};
    }

    /// Who of those whom we know has signed.
    Result<std::vector<NoteSigner>> checkNote(const BundleTree& tree, const std::string& bytes) {
        const auto refused = [&](const char* detail) {
            auto error = refusedBundle("checkpoint", detail, bundle::kCheckpoints);
            error.value().context["origin"] = originOf(tree);
            return error;
        };
        const auto note = parseNote(bytes);
        const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
        if (!checkpoint)
            return refused("not a signed note of a checkpoint");
        if (checkpoint->origin != originOf(tree) || checkpoint->size != tree.head.size ||
            checkpoint->root != tree.head.root)
            return refused("the checkpoint is of another tree");
        const auto inBundle = verifyNote(*note, m_keys);
        if (!inBundle || inBundle->empty())
            return refused("no key of the bundle has signed the checkpoint");
        auto known = verifyNote(*note, m_known);
        if (!known)
            return refused("a signature of the checkpoint does not verify");
        if (!known->empty() && std::ranges::find(m_info.notes, bytes) == m_info.notes.end())
            m_info.notes.push_back(bytes);
        return std::move(*known);
    }

    const std::filesystem::path& m_file;
    Survey m_survey;
    std::span<const VerifierKey> m_known;
    std::vector<VerifierKey> m_keys;
    Checkpoint m_checkpoint; ///< of the manifest
    BundleInfo m_info;
};

} // namespace

Result<BundleInfo> checkBundle(const std::filesystem::path& file, std::span<const VerifierKey> known,
                               const std::stop_token& stop, const BundleCheckProgress& progress) {
    auto found = survey(file, stop);
    if (!found)
        return tl::unexpected(found.error());
    return Checking(file, std::move(*found), known).run(stop, progress);
}

bool isBundle(const std::filesystem::path& file) {
    std::array<char, 2> first{};
    return std::ifstream(file, std::ios::binary).read(first.data(), first.size()) &&
           std::string_view(first.data(), first.size()) == "PK";
}

std::vector<VerifierKey> bundleKeys(const std::filesystem::path& file) {
    std::vector<VerifierKey> keys;
    auto stream = BundleEntryStream::open(file, bundle::kKeys);
    while (stream) {
        const auto line = stream->line("keys");
        if (!line || !*line)
            break;
        if (auto key = parseVerifierKey(**line))
            keys.push_back(std::move(*key));
    }
    return keys;
}

} // namespace muniment
