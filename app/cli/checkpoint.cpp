// checkpoint list | export | import | compare: what was sealed, and what others have sealed.
#include "app/cli/output.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/integrity/checkpoint_exchange.h"
#include "models/integrity/known_keys.h"

#include <algorithm>

namespace muniment::cli {

namespace {

Positional notesPositional() {
    return {"PATH", "a file with checkpoints: signed notes, or lines that begin with muniment-checkpoint:"};
}

/// Only the newest of each log.
std::vector<std::uint64_t> newestEntries(const KeptCheckpoints& kept) {
    std::map<std::string, std::uint64_t> newest;
    const auto read = kept.forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
        const auto note = parseNote(bytes);
        if (const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error())) {
            const auto region = parseRegionState(checkpoint->origin);
            newest[region ? region->region.text() : checkpoint->origin] = entry;
        }
        return {};
    });
    std::vector<std::uint64_t> entries;
    if (read)
        for (const auto& [log, entry] : newest)
            entries.push_back(entry);
    std::ranges::sort(entries);
    return entries;
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    const auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    const auto read = keeping->kept.forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
        const auto note = parseNote(bytes);
        if (!note)
            return tl::unexpected(note.error());
        const auto checkpoint = parseCheckpoint(note->text);
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        const auto signers = verifyNote(*note, keeping->keys.all).value_or(std::vector<NoteSigner>());
        if (output.wantsJson())
            output.object(checkpointJson(entry, *checkpoint, signers));
        else
            output.line(checkpointLine(entry, *checkpoint, signers));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    if (keeping->kept.count() == 0)
        output.message("No checkpoint is kept yet: `muniment witness` makes the first.");
    return Exit::Done;
}

Result<Exit> exportNotes(const Invocation& invocation, Output& output) {
    const auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    const auto newest = newestEntries(keeping->kept);
    const bool isAll = invocation.has("--all"), isNotes = invocation.has("--notes");
    const auto read = keeping->kept.forEachNote([&](std::uint64_t entry, std::string_view bytes) -> Result<void> {
        if (!isAll && !std::ranges::binary_search(newest, entry))
            return {};
        if (output.wantsJson())
            output.object(JsonObject().integer("entry", static_cast<std::int64_t>(entry)).text("note", bytes));
        else if (isNotes)
            output.text(std::string(bytes) + "\n");
        else
            output.line(printExchange(bytes));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return keeping->kept.count() == 0 ? Exit::No : Exit::Done;
}

/// Notes one after the other, or lines for exchange.
Result<std::vector<std::string>> notesIn(const std::filesystem::path& path) {
    const auto text = readText(path);
    if (!text)
        return tl::unexpected(text.error());
    if (text->find("muniment-checkpoint:") != std::string::npos)
        return parseExchange(*text);
    std::vector<std::string> notes;
    // Each has one blank line inside and one behind it.
    std::size_t begin = 0;
    while (begin < text->size()) {
        const auto inside = text->find("\n\n", begin);
        if (inside == std::string::npos)
            break;
        const auto behind = text->find("\n\n", inside + 2);
        const auto end = behind == std::string::npos ? text->size() : behind + 1;
        notes.push_back(text->substr(begin, end - begin));
        begin = behind == std::string::npos ? text->size() : behind + 2;
    }
    if (notes.empty())
        return failure(ErrorCode::InvalidInput, "there is no checkpoint in it", {{"field", "PATH"}});
    return notes;
}

const char* verdictWord(CheckpointVerdict verdict) {
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

bool isGood(CheckpointVerdict verdict) {
    return verdict == CheckpointVerdict::Same || verdict == CheckpointVerdict::NotKept;
}

void print(const ComparedCheckpoint& compared, Output& output) {
    const std::uint64_t entry = compared.kept ? compared.kept->entry : 0;
    if (output.wantsJson())
        output.object(checkpointJson(entry, compared.checkpoint, compared.signers)
                          .text("verdict", verdictWord(compared.verdict)));
    else
        output.line(std::string(verdictWord(compared.verdict)) + "  " +
                    (compared.verdict == CheckpointVerdict::Unreadable
                         ? std::string()
                         : checkpointLine(entry, compared.checkpoint, compared.signers)));
}

Result<Exit> compareOrImport(const Invocation& invocation, Output& output, bool isImport) {
    if (isImport)
        for (const std::string& text : invocation.texts("--trust")) {
            const auto key = parseVerifierKey(text);
            if (!key)
                return tl::unexpected(key.error().with("field", "--trust"));
            if (const auto added = addKnownKey(knownKeysPath(invocation.file()), *key, KeyOwner::Foreign); !added)
                return tl::unexpected(added.error());
        }
    auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    const auto notes = notesIn(invocation.text("PATH").value_or(std::string()));
    if (!notes)
        return tl::unexpected(notes.error());
    const auto compared = compareCheckpoints(keeping->kept, *notes, keeping->keys.all, systemClock().now());
    bool isSound = true;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        print(compared[i], output);
        isSound = isSound && isGood(compared[i].verdict);
        if (!isImport || compared[i].verdict != CheckpointVerdict::NotKept)
            continue;
        if (const auto kept = keeping->kept.append((*notes)[i]); !kept)
            return tl::unexpected(kept.error());
    }
    if (isSound && !isImport)
        output.message("Nothing contradicts what is kept. What is new says something once `muniment checkpoint import` "
                       "has kept it and `muniment verify` has compared it with the events.");
    return isSound ? Exit::Done : Exit::No;
}

MUNIMENT_COMMAND(list, {.name = "checkpoint list",
                        .summary = "The checkpoints that are kept beside the file, with who signed them and when",
                        .positionals = {filePositional()},
                        .options = {},
                        .example = "muniment checkpoint list acme.muniment",
                        .run = list,
                        .opensWindow = {}});

MUNIMENT_COMMAND(exportNotes, {.name = "checkpoint export",
                               .summary = "The newest checkpoint of each log as a line for a mail or a ticket",
                               .positionals = {filePositional()},
                               .options = {{"--all", "", "all that are kept", Option::Kind::Flag},
                                           {"--notes", "", "as signed notes instead of lines", Option::Kind::Flag}},
                               .example = "muniment checkpoint export acme.muniment",
                               .run = exportNotes,
                               .opensWindow = {}});

MUNIMENT_COMMAND(importNotes,
                 {.name = "checkpoint import",
                  .summary = "Keeps what others have sealed, for `verify` to compare with; exit 1, and not kept, what "
                             "contradicts or is signed by nobody you believe",
                  .positionals = {filePositional(), notesPositional()},
                  .options = {{"--trust", "VKEY",
                               "believe this witness from now on; compare the key with what its "
                               "owner tells you",
                               Option::Kind::Texts}},
                  .example = "muniment checkpoint import acme.muniment from-bob.txt",
                  .run = [](const Invocation& invocation,
                            Output& output) { return compareOrImport(invocation, output, true); },
                  .opensWindow = {}});

MUNIMENT_COMMAND(compare, {.name = "checkpoint compare",
                           .summary = "Compares what others have sealed with what is kept, and keeps nothing; exit 1 "
                                      "when they tell two stories",
                           .positionals = {filePositional(), notesPositional()},
                           .options = {},
                           .example = "muniment checkpoint compare acme.muniment from-bob.txt",
                           .run = [](const Invocation& invocation,
                                     Output& output) { return compareOrImport(invocation, output, false); },
                           .opensWindow = {}});

} // namespace

} // namespace muniment::cli
