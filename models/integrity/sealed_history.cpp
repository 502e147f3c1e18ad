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

Result<KeptHistory> readKeptHistory(const KeptCheckpoints& kept, const KnownKeys& keys) {
    KeptHistory history;
    const auto read = kept.forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
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
        if (signers->empty() || (!log && !state))
            ++history.unknown;
        else if (log)
            history.sealed.heads.push_back({log->region, log->tenant, log->epoch, head, at, entry, isOwn});
        else
            history.sealed.regions.push_back({state->region, state->position, head, at, entry, isOwn});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return history;
}

} // namespace muniment
