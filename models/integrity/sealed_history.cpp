#include "models/integrity/sealed_history.h"

#include "models/integrity/checkpoint.h"
#include "models/integrity/signed_note.h"

#include <algorithm>

namespace muniment {

namespace {

struct Signed {
    Instant at;
    bool isOwn = false;
};

Signed signedBy(const std::vector<NoteSigner>& signers, const std::vector<VerifierKey>& own) {
    Signed result;
    for (const NoteSigner& signer : signers) {
        result.at = std::max(result.at, signer.at.value_or(Instant{}));
        result.isOwn = result.isOwn || std::ranges::any_of(own, [&](const VerifierKey& key) {
                           return signer.name == key.name && signer.keyId == key.id;
                       });
    }
    return result;
}

} // namespace

static Result<void> take(std::uint64_t entry, std::string_view bytes, const KnownKeys& keys, KeptHistory& history) {
    const auto note = parseNote(bytes);
    if (!note)
        return tl::unexpected(note.error());
    const auto signers = verifyNote(*note, keys.all);
    if (!signers) {
        history.forged.push_back(entry);
        return {};
    }
    const auto checkpoint = parseCheckpoint(note->text);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    const TreeHead head{checkpoint->size, checkpoint->root};
    const auto [at, isOwn] = signedBy(*signers, keys.own);
    const auto log = parseTenantLog(checkpoint->origin);
    const auto state = parseRegionState(checkpoint->origin);
    if (signers->empty() || (!log && !state)) {
        ++history.unknown;
        return {};
    }
    ++(isOwn ? history.own : history.believed);
    if (log)
        history.sealed.heads.push_back({log->region, log->tenant, log->epoch, head, at, entry, isOwn});
    else
        history.sealed.regions.push_back({state->region, state->position, head, at, entry, isOwn});
    return {};
}

Result<KeptHistory> readKeptHistory(const KeptCheckpoints& kept, const KnownKeys& keys) {
    KeptHistory history;
    const auto read = kept.forEachNote(
        [&](std::uint64_t entry, std::string_view bytes) { return take(entry, bytes, keys, history); });
    if (!read)
        return tl::unexpected(read.error());
    return history;
}

Result<std::shared_ptr<const KeptTrail>> KeptReading::read() {
    const std::lock_guard lock(m_mutex);
    auto keys = readKnownKeys(knownKeysPath(m_workspace));
    if (!keys)
        return tl::unexpected(keys.error());
    const bool isOther = !m_read || m_read->keys != *keys;
    const auto path = keptCheckpointsPath(m_workspace);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        m_read = std::make_shared<const KeptTrail>(KeptTrail{std::move(*keys), {}});
        m_entries = 0;
        return m_read;
    }
    const auto kept = KeptCheckpoints::open(path, keys->all);
    if (!kept)
        return tl::unexpected(kept.error());
    bool isGrown = !isOther && m_entries > 0;
    std::string last;
    std::uint64_t entries = 0;
    const auto read = kept->forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
        entries = entry;
        last = bytes;
        if (isGrown && entry == m_entries)
            isGrown = bytes == m_last;
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    isGrown = isGrown && entries >= m_entries;
    if (isGrown && entries == m_entries)
        return m_read;
    auto trail = isGrown ? std::make_shared<KeptTrail>(*m_read) : std::make_shared<KeptTrail>();
    trail->keys = std::move(*keys);
    const auto taken = kept->forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
        return isGrown && entry <= m_entries ? Result<void>() : take(entry, bytes, trail->keys, trail->history);
    });
    if (!taken)
        return tl::unexpected(taken.error());
    m_read = std::move(trail);
    m_entries = entries;
    m_last = last;
    return m_read;
}

} // namespace muniment
