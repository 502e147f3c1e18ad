// witness: follows the regions, and seals what came.
#include "models/integrity/witness.h"

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/published.h"
#include "app/cli/reconciled.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/stoppable_wait.h"
#include "models/integrity/known_keys.h"
#include "models/items/formats.h"
#include "models/workspace/checkpoint_post.h"
#include "models/workspace/sync_run.h"

#include <thread>

namespace muniment::cli {

namespace {

constexpr std::chrono::milliseconds kEvery{1'000};
constexpr std::chrono::seconds kPublishWithin{30}; ///< where nothing is followed
constexpr std::chrono::seconds kPublishAtEnd{2};

/// Follows the regions unless somebody else does, who then writes the file.
class Following {
public:
    Following(Replica& replica, SyncOptions options, const std::stop_token& stop) {
        if (replica.access() == ReplicaAccess::ReadWrite)
            m_thread = std::jthread([&replica, options = std::move(options), stop, this](const std::stop_token& end) {
                std::stop_source both;
                const std::stop_callback onInterrupt(stop, [&] { both.request_stop(); });
                const std::stop_callback onEnd(end, [&] { both.request_stop(); });
                m_report = syncFollow(replica, options, {}, both.get_token());
                m_hasEnded = true;
            });
    }

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

    /// After it has ended.
    [[nodiscard]] const Result<SyncReport>& report() const { return m_report; }

private:
    Result<SyncReport> m_report = SyncReport{};
    std::atomic<bool> m_hasEnded = false;
    std::jthread m_thread; ///< last, so that it finds the others in place
};

Result<std::unique_ptr<Replica>> openFile(const std::filesystem::path& file) {
    auto replica = Replica::open(file, ReplicaAccess::ReadWrite);
    return replica || replica.error().code != ErrorCode::FileInUse ? std::move(replica)
                                                                   : Replica::open(file, ReplicaAccess::ReadOnly);
}

Result<std::vector<RegionRecord>> regionsOf(Replica& replica) {
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return (*snapshot)->regions();
}

/// False: it is refused.
Result<bool> sealOnce(Witness& witness, SealWhen when, Snapshot& snapshot, CheckpointPost& post, Output& output) {
    auto sealing = witness.seal(when);
    if (!sealing)
        return tl::unexpected(sealing.error());
    for (const std::string& bytes : sealing->notes) {
        post.offer(bytes);
        const auto note = parseNote(bytes);
        const auto checkpoint = note.and_then([](const SignedNote& read) { return parseCheckpoint(read.text); });
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        if (output.wantsJson())
            output.object(JsonObject()
                              .text("origin", checkpoint->origin)
                              .integer("size", static_cast<std::int64_t>(checkpoint->size))
                              .text("note", bytes));
        else
            output.line(escaped("sealed  " + checkpoint->origin + "  " + std::to_string(checkpoint->size)));
    }
    if (!sealing->refused)
        return true;
    printFinding(*sealing->refused, snapshot, output);
    return false;
}

/// What the servers brought, and how they are: none of that keeps a witness from sealing.
void readMail(CheckpointPost& post, PublishedNotes& published, Output& output) {
    CheckpointMail mail = post.take();
    for (const CheckpointMail::Trouble& trouble : mail.troubles) {
        const std::string region = escaped(trouble.region.text());
        if (trouble.error)
            output.message("Checkpoints are not exchanged through " + region + ", and it is tried again. " +
                           sentence(*trouble.error));
        else
            output.message("Checkpoints are exchanged through " + region + " again.");
    }
    std::vector<std::string> notes;
    for (CheckpointMail::Letter& letter : mail.letters)
        notes.push_back(std::move(letter.note));
    if (const auto compared = published.compare(std::move(notes)); !compared)
        output.error(compared.error());
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    const auto key = workstationKey(keyPlace(invocation));
    if (!key)
        return tl::unexpected(key.error());
    if (const auto added = addKnownKey(knownKeysPath(invocation.file()), key->verifierKey(), KeyOwner::Own); !added)
        return tl::unexpected(added.error());
    auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    const auto replica = openFile(invocation.file());
    if (!replica)
        return tl::unexpected(replica.error());
    output.message("This workstation signs as " + printVerifierKey(key->verifierKey()) + ".");
    const auto kept = readKeptHistory(keeping->kept, keeping->keys);
    if (!kept)
        return tl::unexpected(kept.error());
    Witness witness(**replica, keeping->kept, *key, systemClock());
    const auto verification = witness.begin(kept->sealed, interrupt.token(), [&](double done) {
        output.progress("verifying before the first seal: " + std::to_string(static_cast<int>(done * 100)) + " %");
    });
    if (!verification)
        return tl::unexpected(verification.error());
    bool isSound = true;
    {
        const auto snapshot = (*replica)->snapshot();
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        for (const TrailFinding& finding : verification->findings)
            printFinding(finding, **snapshot, output);
        isSound = verification->isSound();
    }
    const Passwords passwords;
    const auto regions = regionsOf(**replica);
    if (!regions)
        return tl::unexpected(regions.error());
    CheckpointPost post(*regions, [secrets = passwords.source()](const std::string& endpoint) {
        return openEventStore(endpoint, secrets);
    });
    PublishedNotes published(invocation.file(), **replica, *keeping, &*key, output);
    SyncOptions options;
    options.secrets = passwords.source();
    std::optional<Following> following;
    if (invocation.has("--follow"))
        following.emplace(**replica, options, interrupt.token());
    const auto begin = std::chrono::steady_clock::now();
    const auto seconds = invocation.whole("--seconds");
    while (true) {
        const auto snapshot = (*replica)->snapshot();
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        const bool isOver = seconds && std::chrono::steady_clock::now() - begin >= std::chrono::seconds(*seconds);
        const bool isLast = !following || isOver || interrupt.hasHappened();
        const auto sealed = sealOnce(witness, isLast ? SealWhen::Last : SealWhen::Due, **snapshot, post, output);
        if (!sealed)
            return tl::unexpected(sealed.error());
        isSound = isSound && *sealed;
        readMail(post, published, output);
        if (isLast)
            break;
        if (following->hasEnded()) {
            if (!following->report())
                return tl::unexpected(following->report().error());
            output.message("Nothing is followed any more: see `muniment sync`.");
            return Exit::Failed;
        }
        if (waitUnlessStopped(interrupt.token(), kEvery))
            continue;
    }
    if (!interrupt.hasHappened())
        std::ignore = post.settle(following ? kPublishAtEnd : kPublishWithin);
    readMail(post, published, output);
    published.tell();
    if (following)
        tellDifferences(invocation.file(), output);
    isSound = isSound && published.hasFoundNothing();
    return isSound ? Exit::Done : Exit::No;
}

std::vector<Option> options() {
    std::vector<Option> all{
        {"--follow", "", "go on, and follow the regions unless another program does", Option::Kind::Flag},
        {"--seconds", "S", "end --follow after S seconds", Option::Kind::Whole}};
    for (Option& option : keyOptions())
        all.push_back(std::move(option));
    return all;
}

MUNIMENT_COMMAND(
    witness, {.name = "witness",
              .summary = "Verifies the file, signs how its trees stand, keeps that beside the file and publishes it "
                         "at the regions' servers; with --follow whenever something comes. Compares with what "
                         "others published in the last week. Exit 1 where the file contradicts itself, and "
                         "nothing is signed then, or others",
              .positionals = {filePositional()},
              .options = options(),
              .example = "muniment witness acme.muniment --follow",
              .run = run,
              .opensWindow = {}});

} // namespace

} // namespace muniment::cli
