// checkpoint list | export | import | compare: what was sealed, and what others have sealed.
#include "app/cli/output.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/integrity/checkpoint_handover.h"

namespace muniment::cli {

namespace {

Positional notesPositional() {
    return {"PATH", "a file with checkpoints: signed notes, or lines that begin with muniment-checkpoint:"};
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

void printNote(std::uint64_t entry, std::string_view note, bool isWhole, Output& output) {
    if (output.wantsJson())
        output.object(JsonObject().integer("entry", static_cast<std::int64_t>(entry)).text("note", note));
    else if (isWhole)
        output.text(std::string(note) + "\n");
    else
        output.line(printExchange(note));
}

Result<Exit> exportNotes(const Invocation& invocation, Output& output) {
    const auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    const bool isWhole = invocation.has("--notes");
    if (invocation.has("--all")) {
        const auto read = keeping->kept.forEachNote([&](std::uint64_t entry, std::string_view note) -> Result<void> {
            printNote(entry, note, isWhole, output);
            return {};
        });
        if (!read)
            return tl::unexpected(read.error());
    } else {
        const auto newest = newestNotes(keeping->kept);
        if (!newest)
            return tl::unexpected(newest.error());
        for (const NumberedNote& one : *newest)
            printNote(one.entry, one.note, isWhole, output);
    }
    return keeping->kept.count() == 0 ? Exit::No : Exit::Done;
}

void print(const ComparedCheckpoint& compared, Output& output) {
    const std::uint64_t entry = compared.kept ? compared.kept->entry : 0;
    if (output.wantsJson())
        output.object(checkpointJson(entry, compared.checkpoint, compared.signers)
                          .text("verdict", checkpointVerdictName(compared.verdict)));
    else
        output.line(std::string(checkpointVerdictName(compared.verdict)) + "  " +
                    (compared.verdict == CheckpointVerdict::Unreadable
                         ? std::string()
                         : checkpointLine(entry, compared.checkpoint, compared.signers)));
}

Result<Exit> compareOrImport(const Invocation& invocation, Output& output, Taking taking) {
    std::vector<VerifierKey> trusted;
    if (taking == Taking::Keep)
        for (const std::string& text : invocation.texts("--trust")) {
            const auto key = parseVerifierKey(text);
            if (!key)
                return tl::unexpected(key.error().with("field", "--trust"));
            trusted.push_back(*key);
        }
    const auto text = readText(invocation.text("PATH").value_or(std::string()));
    if (!text)
        return tl::unexpected(text.error());
    const auto taken = takeCheckpoints(invocation.file(), *text, trusted, taking, systemClock().now());
    if (!taken)
        return tl::unexpected(taken.error());
    for (const ComparedCheckpoint& one : taken->compared)
        print(one, output);
    if (taken->isSound() && taking == Taking::CompareOnly)
        output.message("Nothing contradicts what is kept. What is new says something once `muniment checkpoint import` "
                       "has kept it and `muniment verify` has compared it with the events.");
    return taken->isSound() ? Exit::Done : Exit::No;
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
                            Output& output) { return compareOrImport(invocation, output, Taking::Keep); },
                  .opensWindow = {}});

MUNIMENT_COMMAND(compare,
                 {.name = "checkpoint compare",
                  .summary = "Compares what others have sealed with what is kept, and keeps nothing; exit 1 "
                             "when they tell two stories",
                  .positionals = {filePositional(), notesPositional()},
                  .options = {},
                  .example = "muniment checkpoint compare acme.muniment from-bob.txt",
                  .run = [](const Invocation& invocation,
                            Output& output) { return compareOrImport(invocation, output, Taking::CompareOnly); },
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
