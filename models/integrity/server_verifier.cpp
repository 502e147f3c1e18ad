#include "models/integrity/server_verifier.h"

#include "models/integrity/leaf_stream.h"
#include "models/integrity/log_slice.h"
#include "models/integrity/server_findings.h"
#include "models/replica/policy_notes.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_reader.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    return std::move(*result);
}

/// The region's own run, one event after another.
class LocalLog {
public:
    LocalLog(Replica& replica, const std::shared_ptr<const EventTexts>& texts, const RunRecord& run)
        : m_stream(replica, texts, run.run, run.lastOrdinal) {}

    /// nullptr at the end.
    [[nodiscard]] const ScannedLeaf* peek() {
        while (m_next == m_chunk.leaves.size()) {
            auto chunk = orThrow(m_stream.next());
            if (!chunk)
                return nullptr;
            m_chunk = std::move(*chunk);
            m_next = 0;
        }
        return &m_chunk.leaves[m_next];
    }

    void pop() { ++m_next; }

private:
    LeafStream m_stream;
    LeafChunk m_chunk;
    std::size_t m_next = 0;
};

/// The server's log, one event after another.
class ServerLog {
public:
    ServerLog(EventStore& store, RegionName region) : m_store(store) { m_request.region = std::move(region); }

    [[nodiscard]] const RecordedEvent* peek() {
        while (m_next == m_page.events.size()) {
            if (m_isOver)
                return nullptr;
            m_page = orThrow(m_store.readTail(m_request));
            m_isOver = !m_page.isFull;
            if (!m_page.events.empty())
                m_request.after = m_page.events.back().key;
            m_next = 0;
        }
        return &m_page.events[m_next];
    }

    void pop() { ++m_next; }

private:
    EventStore& m_store;
    TailRequest m_request;
    TailPage m_page;
    std::size_t m_next = 0;
    bool m_isOver = false;
};

class Comparison {
public:
    Comparison(Replica& replica, EventStore& store, RegionName region, const std::stop_token& stop,
               const VerifyProgress& progress)
        : m_region(std::move(region)),
          m_stop(stop),
          m_progress(progress),
          m_snapshot(orThrow(replica.snapshot())),
          m_texts(std::make_shared<EventTexts>(*m_snapshot)),
          m_policy(orThrow(replicaPolicy(*m_snapshot))),
          m_run(liveRunOf(*m_snapshot, m_region)),
          m_local(replica, m_texts, m_run),
          m_server(store, m_region) {
        for (const TreeRecord& tree : orThrow(treeRecords(*m_snapshot))) {
            std::int32_t& newest = m_newestEpoch[tree.tenantCode];
            newest = std::max(newest, tree.epoch);
        }
        const auto records = orThrow(m_snapshot->regions());
        const auto record = std::ranges::find(records, m_region, &RegionRecord::region);
        if (record != records.end())
            m_cursor = record->cursor;
    }

    ServerComparison run() {
        const ScannedLeaf* local = m_local.peek();
        const RecordedEvent* server = m_server.peek();
        while (local != nullptr || server != nullptr) {
            step();
            if (server == nullptr || (local != nullptr && local->key < server->key)) {
                onlyHere(*local, server == nullptr);
                m_local.pop();
                local = m_local.peek();
            } else if (local == nullptr || server->key < local->key) {
                onlyThere(*server);
                m_server.pop();
                server = m_server.peek();
            } else {
                both(*local, *server);
                m_local.pop();
                local = m_local.peek();
                m_server.pop();
                server = m_server.peek();
            }
        }
        m_comparison.findings = m_findings.take();
        return std::move(m_comparison);
    }

private:
    void step() {
        if (++m_done % 1024 != 0)
            return;
        if (m_stop.stop_requested())
            throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
        if (m_progress && m_run.lastOrdinal > 0)
            m_progress(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_run.lastOrdinal)));
    }

    void both(const ScannedLeaf& local, const RecordedEvent& server) {
        ++m_comparison.compared;
        m_findings.both(local, server);
    }

    void onlyHere(const ScannedLeaf& local, bool isBehindAll) {
        if (m_newestEpoch[local.tenant] > local.epoch) {
            ++m_comparison.elsewhere;
            return;
        }
        m_findings.onlyHere(isBehindAll ? TrailChange::Cut : TrailChange::Deleted, local,
                            TenantId(m_texts->tenant(local.tenant)));
    }

    void onlyThere(const RecordedEvent& server) {
        if (m_cursor < server.key) {
            ++m_comparison.newer;
            return;
        }
        if (m_policy.formOf(m_region, server.tenant) == DataForm::Nothing) {
            ++m_comparison.notHeld;
            return;
        }
        m_findings.onlyThere(server);
    }

    const RegionName m_region;
    const std::stop_token& m_stop;
    const VerifyProgress& m_progress;
    std::unique_ptr<Snapshot> m_snapshot;
    std::shared_ptr<const EventTexts> m_texts;
    ReplicaPolicy m_policy;
    RunRecord m_run;
    LocalLog m_local;
    ServerLog m_server;
    ServerFindings m_findings{m_region};
    std::map<std::int64_t, std::int32_t> m_newestEpoch; ///< by tenant's code
    std::optional<LogKey> m_cursor;
    std::int64_t m_done = 0;
    ServerComparison m_comparison;
};

} // namespace

Result<ServerComparison> compareWithServer(Replica& replica, EventStore& store, const RegionName& region,
                                           const std::stop_token& stop, const VerifyProgress& progress) {
    return sqlite::guarded([&] { return Comparison(replica, store, region, stop, progress).run(); });
}

} // namespace muniment
