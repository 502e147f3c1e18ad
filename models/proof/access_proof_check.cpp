#include "models/proof/access_proof_check.h"

#include "models/integrity/bundle_event.h"
#include "models/integrity/bundle_events.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_projection.h"
#include "models/integrity/bundle_zip_reader.h"
#include "models/proof/grounded_answer.h"
#include "models/replica/replica.h"

#include <QTemporaryDir>

#include <algorithm>

namespace muniment {

namespace {

constexpr std::int64_t kSignedWithin = 1'000'000; ///< signatures say whole seconds

tl::unexpected<Error> refused(const char* why, const char* detail) {
    return refusedBundle(why, detail, bundle::kAccess);
}

tl::unexpected<Error> refusedEntity(const char* why, const char* detail, const AggregateKey& entity) {
    auto error = refused(why, detail);
    error.value().context["type"] = entity.type;
    error.value().context["id"] = entity.id.text();
    return error;
}

bool isSignedSince(const NoteSigner& signer, Instant at) {
    return signer.at && signer.at->micros + kSignedWithin > at.micros;
}

class ProofChecking {
public:
    ProofChecking(const std::filesystem::path& bundle, const BundleInfo& info, AccessStatement statement,
                  const std::stop_token& stop, const BundleCheckProgress& progress)
        : m_bundle(bundle),
          m_info(info),
          m_stop(stop),
          m_progress(progress),
          m_history(statement.asked.at) {
        m_verdict.statement = std::move(statement);
    }

    Result<AccessVerdict> run() {
        if (!m_folder.isValid())
            return failure(ErrorCode::FileError, "no place for a temporary file", {{"file", "temporary folder"}});
        for (const auto part : {&ProofChecking::findLogs, &ProofChecking::readEvents, &ProofChecking::checkEpochEnds,
                                &ProofChecking::checkEnd, &ProofChecking::checkAnswer})
            if (auto checked = (this->*part)(); !checked)
                return tl::unexpected(checked.error());
        m_verdict.counted = m_history.count();
        return std::move(m_verdict);
    }

private:
    [[nodiscard]] const AskedAccess& asked() const { return m_verdict.statement.asked; }

    [[nodiscard]] std::filesystem::path temporary(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    /// They come by tenant and epoch.
    Result<void> findLogs() {
        for (const CheckedTree& tree : m_info.trees) {
            const TenantLog* log = tree.tree.log();
            if (log == nullptr)
                continue;
            m_logs.push_back(&tree);
            if (log->tenant != asked().tenant || log->epoch != static_cast<std::int32_t>(m_logs.size()))
                return refused("otherLogs", "the logs are not just those of the organization");
        }
        return {};
    }

    /// Leaves that are no events: the end of the epoch before.
    [[nodiscard]] static std::uint64_t firstLeaf(std::size_t log) { return log == 0 ? 0 : 1; }

    [[nodiscard]] tl::unexpected<Error> missingLeaf() const {
        auto error = refused("missingLeaf", "an event up to the moment is left out");
        error.value().context["origin"] = originOf(m_logs[m_log]->tree);
        error.value().context["leaf"] = std::to_string(m_nextLeaf);
        return error;
    }

    Result<void> take(const BundleEvent& event) {
        if (event.tree == m_log + 1 && event.tree < m_logs.size() && m_nextLeaf == m_logs[m_log]->tree.head.size) {
            ++m_log;
            m_nextLeaf = firstLeaf(m_log);
        }
        if (event.tree != m_log || event.leaf != m_nextLeaf)
            return missingLeaf();
        ++m_nextLeaf;
        (void)m_history.take(event.event);
        return {};
    }

    Result<void> readEvents() {
        const auto read = BundleEvents::read(m_bundle, m_info.manifest, temporary("events"), m_stop,
                                             [&](const BundleEvent& event) { return take(event); });
        if (!read)
            return tl::unexpected(read.error());
        // Without an event behind the moment, the log must end where the events do.
        if (!m_history.closing() && (m_log + 1 != m_logs.size() || m_nextLeaf != m_logs[m_log]->tree.head.size))
            return missingLeaf();
        return {};
    }

    /// A later epoch's first leaf says how the one before ended: its hash is there as a sibling.
    Result<void> checkEpochEnds() {
        if (m_logs.size() < 2)
            return {};
        auto stream = BundleEntryStream::open(m_bundle, bundle::kSiblings);
        if (!stream)
            return tl::unexpected(stream.error());
        LeafHasher hasher;
        std::size_t right = 0;
        while (true) {
            const auto isEnd = stream->isAtEnd();
            if (!isEnd)
                return tl::unexpected(isEnd.error());
            if (*isEnd)
                break;
            const auto bytes = stream->bytes(SiblingRecord::kSize, "proof");
            if (!bytes)
                return tl::unexpected(bytes.error());
            const SiblingRecord sibling = siblingRecordOf(*bytes);
            if (sibling.level != 0 || sibling.index != 0 || sibling.tree == 0 || sibling.tree >= m_logs.size())
                continue;
            const BundleTree& before = m_logs[sibling.tree - 1]->tree;
            if (hasher.epochHash(asked().tenant, before.log()->epoch, before.head) == sibling.hash)
                ++right;
        }
        if (std::ranges::find(m_info.manifest.entries, stream->entry()) == m_info.manifest.entries.end())
            return refusedBundle("hash", "an entry was exchanged meanwhile", bundle::kSiblings);
        if (right != m_logs.size() - 1)
            return refused("epochEnd", "an epoch did not end as the next one says");
        return {};
    }

    Result<void> checkEnd() {
        if (m_history.closing())
            return {};
        if (m_history.isMoving())
            return refused("moving", "the log may go on in another region");
        const auto& signers = m_logs.back()->signers;
        const auto signer =
            std::ranges::find_if(signers, [&](const NoteSigner& one) { return isSignedSince(one, asked().at); });
        if (signer == signers.end() && !isSignedSince(m_info.maker, asked().at))
            return refused("notCovered", "nobody has signed since the moment");
        m_verdict.endSaidBy = signer == signers.end() ? m_info.maker : *signer;
        return {};
    }

    Result<void> checkAnswer() {
        const auto file = temporary("events.muniment");
        if (auto projected = projectBundle(m_bundle, m_info, file, m_stop, m_progress); !projected)
            return projected;
        const auto replica = Replica::open(file, ReplicaAccess::ReadOnly);
        if (!replica)
            return tl::unexpected(replica.error());
        const auto snapshot = (*replica)->snapshot();
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        const auto answer = groundedAnswer(**snapshot, asked());
        if (!answer)
            return answer.error().code == ErrorCode::NotFound
                       ? refused("otherAnswer", "the events know of no such organization")
                       : tl::unexpected<Error>(answer.error());
        if (auto same = checkMoment(**snapshot, *answer); !same)
            return same;
        if (answer->statement.isAllowed != m_verdict.statement.isAllowed)
            return refused("otherAnswer", "the events say otherwise");
        if (auto whole = checkEntities(*answer); !whole)
            return whole;
        const auto statement = statementOf(**snapshot, *answer, m_history);
        if (!statement)
            return tl::unexpected(statement.error());
        if (*statement != m_verdict.statement)
            return refused("otherStatement", "the events say otherwise");
        return {};
    }

    /// What the file was asked of is just what counts.
    Result<void> checkMoment(Snapshot& snapshot, const GroundedAnswer& answer) const {
        const auto last = answer.bound == 0 ? Result<RecordedEvent>(RecordedEvent())
                                            : snapshot.event(answer.home.eventAt(answer.bound));
        if (!last)
            return tl::unexpected(last.error());
        if (!m_history.last() || last->eventId != *m_history.last())
            return refused("otherAnswer", "the moment cannot be told from the events");
        return {};
    }

    Result<void> checkEntities(const GroundedAnswer& answer) const {
        for (const auto& [entity, counted] : m_history.entities()) {
            if (!answer.needs(entity))
                continue;
            if (counted.withheld > 0)
                return refusedEntity("withheldEvent", "an event of an entity is withheld", entity);
            if (!counted.isWhole)
                return refusedEntity("missingEvent", "an event of an entity is missing", entity);
        }
        return {};
    }

    const std::filesystem::path& m_bundle;
    const BundleInfo& m_info;
    const std::stop_token& m_stop;
    const BundleCheckProgress& m_progress;
    QTemporaryDir m_folder;
    CountedHistory m_history;
    AccessVerdict m_verdict;
    std::vector<const CheckedTree*> m_logs; ///< by epoch
    std::size_t m_log = 0;
    std::uint64_t m_nextLeaf = 0; ///< of m_log
};

} // namespace

Result<AccessVerdict> checkAccessProof(const std::filesystem::path& bundle, const BundleInfo& info,
                                       const std::stop_token& stop, const BundleCheckProgress& progress) {
    if (!info.access)
        return refused("noStatement", "the bundle claims nothing about access");
    auto statement = parseAccessStatement(*info.access);
    if (!statement)
        return statement.error().code == ErrorCode::FileTooNew ? tl::unexpected<Error>(statement.error())
                                                               : refused("statement", "not a statement about access");
    return ProofChecking(bundle, info, std::move(*statement), stop, progress).run();
}

} // namespace muniment
