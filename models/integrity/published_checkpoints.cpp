#include "models/integrity/published_checkpoints.h"

#include "models/integrity/file_lock.h"
#include "models/replica/replica.h"
#include "models/replica/trees/tree_prover.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <variant>

namespace muniment {

namespace {

/// How the file's own trees stood where a checkpoint was made; a verdict where they cannot tell.
using OwnHead = std::variant<TreeHead, PublishedVerdict>;

class OwnTrees {
public:
    explicit OwnTrees(Snapshot& snapshot) : m_snapshot(snapshot) {}

    Result<OwnHead> headOf(const ComparedCheckpoint& published) {
        if (auto read = readOnce(); !read)
            return tl::unexpected(read.error());
        const Checkpoint& checkpoint = published.checkpoint;
        if (const auto log = parseTenantLog(checkpoint.origin))
            return headOf(*log, checkpoint.size);
        if (const auto state = parseRegionState(checkpoint.origin))
            return headOf(*state, checkpoint.size, latestSignature(published));
        return PublishedVerdict::Elsewhere;
    }

private:
    static std::optional<Instant> latestSignature(const ComparedCheckpoint& published) {
        std::optional<Instant> latest;
        for (const NoteSigner& signer : published.signers)
            latest = std::max(latest, signer.at);
        return latest;
    }

    Result<void> readOnce() {
        if (m_hasRead)
            return {};
        auto regions = m_snapshot.regions();
        auto trees = treeRecords(m_snapshot);
        if (!regions || !trees)
            return tl::unexpected(regions ? trees.error() : regions.error());
        m_regions = std::move(*regions);
        m_trees = std::move(*trees);
        m_hasRead = true;
        return {};
    }

    Result<OwnHead> headOf(const TenantLog& log, std::uint64_t size) {
        const auto tree = std::ranges::find_if(m_trees, [&](const TreeRecord& record) {
            return record.region == log.region && record.tenant == log.tenant && record.epoch == log.epoch;
        });
        if (tree == m_trees.end())
            return PublishedVerdict::Elsewhere;
        if (tree->range.size() < size)
            return PublishedVerdict::Ahead;
        const auto prover = TreeProver::make(m_snapshot, *tree);
        if (!prover)
            return tl::unexpected(prover.error());
        auto head = (*prover)->headAt(size);
        return head ? Result<OwnHead>(*head) : tl::unexpected(head.error());
    }

    /// Where an organization has moved away since, the other region brings the end of its history here: until it is
    /// known as far as the signature, the trees may be short of it.
    [[nodiscard]] bool areOthersKnown(const RegionName& region, std::optional<Instant> through) const {
        return std::ranges::all_of(m_regions, [&](const RegionRecord& other) {
            return other.region == region || other.form == DataForm::Nothing ||
                   (other.knownThrough && other.knownThrough >= through);
        });
    }

    Result<OwnHead> headOf(const RegionState& state, std::uint64_t size, std::optional<Instant> signedAt) {
        const auto record = std::ranges::find(m_regions, state.region, &RegionRecord::region);
        if (record == m_regions.end() || !record->mark || record->mark->installation != state.installation)
            return PublishedVerdict::Elsewhere;
        if (record->cursor < state.position || !areOthersKnown(state.region, signedAt))
            return PublishedVerdict::Ahead;
        CompactRange heads;
        for (const TreeRecord& tree : m_trees) {
            if (tree.region != state.region || tree.range.size() == 0)
                continue;
            const auto head = headAt(tree, state.position);
            if (!head)
                return tl::unexpected(head.error());
            if (head->size > 0)
                heads.append(m_hasher.sha(), m_hasher.headHash(tree.tenant, tree.epoch, *head));
        }
        if (heads.size() != size)
            return PublishedVerdict::Elsewhere; // a file that holds other tenants has other heads
        return TreeHead{heads.size(), heads.root(m_hasher.sha())};
    }

    Result<TreeHead> headAt(const TreeRecord& tree, const LogKey& position) {
        if (tree.last <= position)
            return tree.head(m_hasher.sha());
        const auto prover = TreeProver::make(m_snapshot, tree);
        if (!prover)
            return tl::unexpected(prover.error());
        const auto size = (*prover)->sizeAt(position);
        return size ? (*prover)->headAt(*size) : tl::unexpected(size.error());
    }

    Snapshot& m_snapshot;
    LeafHasher m_hasher;
    std::vector<RegionRecord> m_regions;
    std::vector<TreeRecord> m_trees;
    bool m_hasRead = false;
};

PublishedVerdict verdictBefore(CheckpointVerdict verdict) {
    switch (verdict) {
    case CheckpointVerdict::Unreadable:
        return PublishedVerdict::Unreadable;
    case CheckpointVerdict::BadSignature:
        return PublishedVerdict::Forged;
    case CheckpointVerdict::UnknownSigner:
        return PublishedVerdict::UnknownSigner;
    case CheckpointVerdict::Contradicts:
        return PublishedVerdict::Contradicts;
    case CheckpointVerdict::InFuture:
        return PublishedVerdict::InFuture;
    case CheckpointVerdict::Same:
        return PublishedVerdict::Agrees;
    case CheckpointVerdict::NotKept:
        break;
    }
    return PublishedVerdict::Elsewhere;
}

std::vector<std::string> namesBelow(const std::string& bytes) {
    std::vector<std::string> names;
    if (const auto note = parseNote(bytes))
        for (const NoteSignature& signature : note->signatures)
            names.push_back(signature.name);
    return names;
}

} // namespace

std::string_view publishedVerdictName(PublishedVerdict verdict) {
    switch (verdict) {
    case PublishedVerdict::Unreadable:
        return "unreadable";
    case PublishedVerdict::Forged:
        return "forged";
    case PublishedVerdict::UnknownSigner:
        return "unknown-signer";
    case PublishedVerdict::Contradicts:
        return "contradicts";
    case PublishedVerdict::InFuture:
        return "in-future";
    case PublishedVerdict::Agrees:
        return "agrees";
    case PublishedVerdict::Ahead:
        return "ahead";
    case PublishedVerdict::Elsewhere:
        return "elsewhere";
    }
    return "unknown";
}

Result<std::vector<ComparedPublication>> comparePublished(Snapshot& snapshot, const KeptCheckpoints& kept,
                                                          std::span<const std::string> notes,
                                                          std::span<const VerifierKey> keys, Instant now) {
    const auto compared = compareCheckpoints(kept, notes, keys, now);
    OwnTrees own(snapshot);
    std::vector<ComparedPublication> all;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const ComparedCheckpoint& one = compared[i];
        ComparedPublication answer{
            verdictBefore(one.verdict), notes[i], one.checkpoint, one.signers, namesBelow(notes[i]),
            one.kept.has_value()};
        const bool isTold =
            one.verdict == CheckpointVerdict::NotKept || (one.verdict == CheckpointVerdict::Contradicts && !one.kept);
        if (isTold) {
            // Of two stories that others tell, the trees know which one is ours.
            const auto head = own.headOf(one);
            if (!head)
                return tl::unexpected(head.error());
            if (const auto* here = std::get_if<TreeHead>(&*head)) {
                const bool isSame = here->root == one.checkpoint.root;
                answer.verdict = isSame ? PublishedVerdict::Agrees : PublishedVerdict::Contradicts;
                if (!isSame)
                    answer.contradicted = here->root;
            } else if (one.verdict == CheckpointVerdict::NotKept) {
                answer.verdict = std::get<PublishedVerdict>(*head);
            }
        }
        if (answer.verdict == PublishedVerdict::Contradicts && !answer.contradicted) {
            if (one.kept) {
                answer.contradicted = one.kept->root;
                if (auto note = kept.noteOf(*one.kept))
                    answer.other = std::move(*note);
            } else if (one.other) {
                answer.contradicted = compared[*one.other].checkpoint.root;
                answer.other = notes[*one.other];
            }
        }
        all.push_back(std::move(answer));
    }
    return all;
}

Result<void> readPublished(EvidenceStore& store, const RegionName& region, std::optional<CheckpointPlace>& from,
                           const std::function<Result<void>(std::vector<std::string>)>& take) {
    CheckpointQuery query{region};
    if (from)
        query.after = CheckpointPlace{from->publishedAt + -std::chrono::microseconds(kCheckpointOverlap).count(), {}};
    while (true) {
        auto page = store.publishedCheckpoints(query);
        if (!page)
            return tl::unexpected(page.error());
        std::vector<std::string> notes;
        for (PublishedCheckpoint& checkpoint : page->checkpoints)
            notes.push_back(std::move(checkpoint.note));
        if (!page->checkpoints.empty()) {
            query.after = page->checkpoints.back().place;
            from = std::max(from, query.after);
        }
        if (!notes.empty())
            if (auto taken = take(std::move(notes)); !taken)
                return taken;
        if (!page->isFull)
            return {};
    }
}

Result<SealedNote> sealedNoteOf(const std::string& bytes) {
    const auto note = parseNote(bytes);
    const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (!regionOf(*checkpoint))
        return failure(ErrorCode::InvalidInput, "not of a log of ours", {{"field", "origin"}});
    return SealedNote{bytes, checkpoint->origin, static_cast<std::int64_t>(checkpoint->size),
                      std::string(bytesOf(checkpoint->root))};
}

std::optional<RegionName> regionOf(const Checkpoint& checkpoint) {
    if (const auto log = parseTenantLog(checkpoint.origin))
        return log->region;
    if (const auto state = parseRegionState(checkpoint.origin))
        return state->region;
    return std::nullopt;
}

Result<void> keepContradiction(const std::filesystem::path& path, const std::string& theirs, const std::string& ours) {
    const FileDescriptor file(::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return fileFailure(path, errno);
    const auto lock = FileLock::acquire(file, FileLockMode::Exclusive, path);
    if (!lock)
        return tl::unexpected(lock.error());
    QFile reader(QString::fromStdString(path.string()));
    if (!reader.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileError, reader.errorString().toStdString(), {{"file", path.string()}});
    const QByteArray before = reader.readAll();
    const std::string line = printExchange(theirs) + "\n";
    if (before.contains(QByteArray::fromStdString(line)))
        return {};
    // What a killed process has left unfinished ends here.
    const std::string begin = before.isEmpty() || before.endsWith('\n') ? "" : "\n";
    if (auto written = writeAll(file, begin + line + printExchange(ours) + "\n", path); !written)
        return written;
    if (::fsync(file.get()) != 0)
        return fileFailure(path, errno);
    syncFolderOf(path);
    return {};
}

std::filesystem::path contradictionsPath(const std::filesystem::path& workspace) {
    return std::filesystem::path(workspace).concat(".contradictions");
}

} // namespace muniment
