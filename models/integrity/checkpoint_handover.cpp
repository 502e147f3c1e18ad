#include "models/integrity/checkpoint_handover.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

constexpr std::string_view kLineBegin = "muniment-checkpoint:";

/// A region's states have a position each in their origins; the newest of them is enough.
std::string logOf(const Checkpoint& checkpoint) {
    const auto region = parseRegionState(checkpoint.origin);
    return region ? "region " + region->region.text() : checkpoint.origin;
}

} // namespace

Result<Keeping> openKeeping(const std::filesystem::path& workspace) {
    auto keys = readKnownKeys(knownKeysPath(workspace));
    if (!keys)
        return tl::unexpected(keys.error());
    auto kept = KeptCheckpoints::open(keptCheckpointsPath(workspace), keys->all);
    if (!kept)
        return tl::unexpected(kept.error());
    return Keeping{std::move(*keys), std::move(*kept)};
}

Result<std::vector<NumberedNote>> newestNotes(const KeptCheckpoints& kept) {
    std::map<std::string, NumberedNote> newest;
    const auto read = kept.forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
        const auto note = parseNote(bytes);
        if (const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error()))
            newest[logOf(*checkpoint)] = {entry, std::string(bytes)};
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    std::vector<NumberedNote> notes;
    for (auto& [log, note] : newest)
        notes.push_back(std::move(note));
    std::ranges::sort(notes, {}, &NumberedNote::entry);
    return notes;
}

Result<std::vector<HandedCheckpoint>> checkpointsToHand(const std::filesystem::path& workspace) {
    std::error_code ignored;
    if (!std::filesystem::exists(keptCheckpointsPath(workspace), ignored))
        return std::vector<HandedCheckpoint>();
    const auto keeping = openKeeping(workspace);
    const auto notes = keeping ? newestNotes(keeping->kept) : tl::unexpected(keeping.error());
    if (!notes)
        return tl::unexpected(notes.error());
    std::vector<HandedCheckpoint> handed;
    for (const NumberedNote& one : *notes) {
        const auto note = parseNote(one.note);
        auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        handed.push_back({std::move(*checkpoint),
                          verifyNote(*note, keeping->keys.all).value_or(std::vector<NoteSigner>()),
                          printExchange(one.note)});
    }
    return handed;
}

Result<std::vector<std::string>> notesIn(std::string_view text) {
    if (text.find(kLineBegin) != std::string_view::npos)
        return parseExchange(text);
    std::vector<std::string> notes;
    // Each has one blank line inside and one behind it.
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto inside = text.find("\n\n", begin);
        if (inside == std::string_view::npos)
            break;
        const auto behind = text.find("\n\n", inside + 2);
        const auto end = behind == std::string_view::npos ? text.size() : behind + 1;
        notes.emplace_back(text.substr(begin, end - begin));
        begin = behind == std::string_view::npos ? text.size() : behind + 2;
    }
    if (notes.empty())
        return failure(ErrorCode::InvalidInput, "there is no checkpoint in it",
                       {{"field", "exchange"}, {"why", "none"}});
    return notes;
}

bool TakenCheckpoints::isSound() const {
    return std::ranges::all_of(compared, [](const ComparedCheckpoint& one) {
        return one.verdict == CheckpointVerdict::Same || one.verdict == CheckpointVerdict::NotKept;
    });
}

Result<TakenCheckpoints> takeCheckpoints(const std::filesystem::path& workspace, std::string_view text,
                                         std::span<const VerifierKey> trusted, Taking taking, Instant now) {
    auto notes = notesIn(text);
    if (!notes)
        return tl::unexpected(notes.error());
    if (taking == Taking::Keep)
        for (const VerifierKey& key : trusted)
            if (const auto added = addKnownKey(knownKeysPath(workspace), key, KeyOwner::Foreign); !added)
                return tl::unexpected(added.error());
    auto keeping = openKeeping(workspace);
    if (!keeping)
        return tl::unexpected(keeping.error());
    std::vector<VerifierKey> keys = keeping->keys.all;
    keys.insert(keys.end(), trusted.begin(), trusted.end());
    TakenCheckpoints taken{std::move(*notes), {}, 0};
    taken.compared = compareCheckpoints(keeping->kept, taken.notes, keys, now);
    for (std::size_t i = 0; taking == Taking::Keep && i < taken.notes.size(); ++i) {
        if (taken.compared[i].verdict != CheckpointVerdict::NotKept)
            continue;
        if (const auto kept = keeping->kept.append(taken.notes[i]); !kept)
            return tl::unexpected(kept.error());
        ++taken.kept;
    }
    return taken;
}

} // namespace muniment
