#include "models/integrity/checkpoint_exchange.h"

#include "models/integrity/base64.h"

#include <algorithm>
#include <map>
#include <utility>

namespace muniment {

namespace {

constexpr std::int64_t kClockTolerance = 5 * 60 * kMicrosPerSecond;
constexpr std::string_view kPrefix = "muniment-checkpoint:";
constexpr std::size_t kMaxExchangeBytes = 4 * 1024 * 1024;

tl::unexpected<Error> refused(const char* why) {
    return failure(ErrorCode::InvalidInput, std::string("not a checkpoint for exchange: ") + why,
                   {{"field", "exchange"}, {"why", why}});
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// By itself: what the note says, and who says it.
ComparedCheckpoint examine(const std::string& text, std::span<const VerifierKey> keys) {
    ComparedCheckpoint compared;
    const auto note = parseNote(text);
    auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
    if (!checkpoint)
        return compared;
    compared.checkpoint = std::move(*checkpoint);
    auto signers = verifyNote(*note, keys);
    compared.verdict = !signers           ? CheckpointVerdict::BadSignature
                       : signers->empty() ? CheckpointVerdict::UnknownSigner
                                          : CheckpointVerdict::NotKept;
    if (signers)
        compared.signers = std::move(*signers);
    return compared;
}

bool isSigned(const ComparedCheckpoint& compared) {
    return !compared.signers.empty();
}

CheckpointVerdict verdictOf(const ComparedCheckpoint& compared, Instant now) {
    const auto& kept = compared.kept;
    if (compared.other || (kept && kept->root != compared.checkpoint.root))
        return CheckpointVerdict::Contradicts;
    const auto isLate = [&](const NoteSigner& signer) { return signer.at && *signer.at > now + kClockTolerance; };
    if (std::any_of(compared.signers.begin(), compared.signers.end(), isLate))
        return CheckpointVerdict::InFuture;
    return kept ? CheckpointVerdict::Same : CheckpointVerdict::NotKept;
}

/// Two that nobody keeps can still tell two stories.
void compareAmongThemselves(std::vector<ComparedCheckpoint>& all) {
    std::map<std::pair<std::string_view, std::uint64_t>, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (isSigned(all[i]))
            alike[{all[i].checkpoint.origin, all[i].checkpoint.size}].push_back(i);
    for (const auto& [of, indices] : alike) {
        const auto& root = all[indices.front()].checkpoint.root;
        const auto other =
            std::find_if(indices.begin(), indices.end(), [&](std::size_t i) { return all[i].checkpoint.root != root; });
        if (other == indices.end())
            continue;
        for (const auto i : indices)
            all[i].other = all[i].checkpoint.root == root ? *other : indices.front();
    }
}

} // namespace

std::string_view checkpointVerdictName(CheckpointVerdict verdict) {
    switch (verdict) {
    case CheckpointVerdict::Unreadable:
        return "unreadable";
    case CheckpointVerdict::BadSignature:
        return "forged";
    case CheckpointVerdict::UnknownSigner:
        return "unknown-signer";
    case CheckpointVerdict::Contradicts:
        return "contradicts";
    case CheckpointVerdict::InFuture:
        return "in-future";
    case CheckpointVerdict::Same:
        return "same";
    case CheckpointVerdict::NotKept:
        return "new";
    }
    return "unknown";
}

std::vector<ComparedCheckpoint> compareCheckpoints(const KeptCheckpoints& kept, std::span<const std::string> notes,
                                                   std::span<const VerifierKey> keys, Instant now) {
    std::vector<ComparedCheckpoint> all;
    all.reserve(notes.size());
    for (const auto& note : notes)
        all.push_back(examine(note, keys));
    compareAmongThemselves(all);
    for (auto& compared : all) {
        if (compared.verdict == CheckpointVerdict::Unreadable)
            continue;
        compared.kept = kept.find(compared.checkpoint.origin, compared.checkpoint.size);
        if (!isSigned(compared))
            continue;
        if (compared.kept)
            compared.other.reset(); // what is kept settles which of the two is the other story
        compared.verdict = verdictOf(compared, now);
    }
    return all;
}

std::string printExchange(std::string_view note) {
    return std::string(kPrefix) + toBase64(note, Base64::Url);
}

Result<std::vector<std::string>> parseExchange(std::string_view text) {
    if (text.size() > kMaxExchangeBytes)
        return refused("size");
    std::string packed(text);
    std::erase_if(packed, isSpace);
    std::string_view rest = packed;
    std::vector<std::string> notes;
    do {
        if (!rest.starts_with(kPrefix))
            return refused("prefix");
        rest.remove_prefix(kPrefix.size());
        // The prefix's colon is in no base64, so the next one tells where the next prefix begins.
        const auto colon = rest.find(':');
        auto size = rest.size();
        if (colon != std::string_view::npos) {
            if (!rest.substr(0, colon + 1).ends_with(kPrefix))
                return refused("prefix");
            size = colon + 1 - kPrefix.size();
        }
        auto note = fromBase64(rest.substr(0, size), Base64::Url);
        if (!note)
            return refused("base64");
        if (const auto parsed = parseNote(*note); !parsed)
            return refused(parsed.error().get("why").c_str());
        notes.push_back(std::move(*note));
        rest.remove_prefix(size);
    } while (!rest.empty());
    return notes;
}

} // namespace muniment
