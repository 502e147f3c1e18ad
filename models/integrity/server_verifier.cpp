#include "models/integrity/server_verifier.h"

#include "models/base/hex.h"
#include "models/integrity/leaf_stream.h"
#include "models/replica/policy_notes.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_reader.h"

#include <algorithm>
#include <map>
#include <set>

namespace muniment {

namespace {

constexpr std::size_t kMostFindings = 100;

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
          m_run(liveRun()),
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
        joinMoved();
        if (m_comparison.findings.size() > kMostFindings)
            m_comparison.findings.resize(kMostFindings);
        return std::move(m_comparison);
    }

private:
    [[nodiscard]] RunRecord liveRun() {
        const auto runs = orThrow(m_snapshot->runs());
        auto& live =
            m_snapshot->statement("SELECT run FROM runs WHERE region = (SELECT code FROM regions WHERE name = ?)"
                                  " AND kind = 'live'");
        live.bindText(1, m_region.text());
        const std::int64_t number = live.step() ? live.integer(0) : 0;
        live.clear();
        const auto run = std::ranges::find(runs, number, &RunRecord::run);
        return run == runs.end() ? RunRecord{} : *run;
    }

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
        const Hash there = m_hasher.hash(server);
        if (there != local.leaf)
            add(TrailChange::Edited, local, server.tenant, toHex(bytesOf(there)));
        m_before = local.n;
    }

    void onlyHere(const ScannedLeaf& local, bool isBehindAll) {
        if (m_newestEpoch[local.tenant] > local.epoch) {
            ++m_comparison.elsewhere;
            return;
        }
        add(isBehindAll ? TrailChange::Cut : TrailChange::Deleted, local, TenantId(m_texts->tenant(local.tenant)), {});
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
        if (m_comparison.findings.size() >= kMostFindings)
            return;
        TrailFinding finding;
        finding.change = TrailChange::Inserted;
        finding.against = TrailWitness::Server;
        finding.region = m_region;
        finding.tenant = server.tenant;
        finding.epoch = server.epoch;
        finding.eventId = server.eventId;
        finding.before = m_before;
        finding.found = toHex(bytesOf(m_hasher.hash(server)));
        m_comparison.findings.push_back(std::move(finding));
    }

    void add(TrailChange change, const ScannedLeaf& local, const TenantId& tenant, std::string found) {
        if (m_comparison.findings.size() >= kMostFindings)
            return;
        TrailFinding finding;
        finding.change = change;
        finding.against = TrailWitness::Server;
        finding.region = m_region;
        finding.tenant = tenant;
        finding.epoch = local.epoch;
        finding.event = local.n;
        if (const auto event = m_snapshot->event(local.n))
            finding.eventId = event->eventId;
        finding.before = m_before;
        finding.expected = toHex(bytesOf(local.leaf));
        finding.found = std::move(found);
        m_comparison.findings.push_back(std::move(finding));
    }

    /// An event that is missing in one place and stands in another was moved.
    void joinMoved() {
        std::map<Uuid, std::size_t> missing;
        auto& findings = m_comparison.findings;
        for (std::size_t i = 0; i < findings.size(); ++i)
            if (findings[i].eventId &&
                (findings[i].change == TrailChange::Deleted || findings[i].change == TrailChange::Cut))
                missing.emplace(*findings[i].eventId, i);
        std::set<std::size_t> joined;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (findings[i].change != TrailChange::Inserted || !findings[i].eventId)
                continue;
            const auto from = missing.find(*findings[i].eventId);
            if (from == missing.end())
                continue;
            findings[from->second].change = TrailChange::Reordered;
            findings[from->second].found = findings[i].found;
            joined.insert(i);
        }
        std::size_t i = 0;
        std::erase_if(findings, [&](const TrailFinding&) { return joined.contains(i++); });
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
    LeafHasher m_hasher;
    std::map<std::int64_t, std::int32_t> m_newestEpoch; ///< by tenant's code
    std::optional<LogKey> m_cursor;
    std::optional<EventNumber> m_before;
    std::int64_t m_done = 0;
    ServerComparison m_comparison;
};

} // namespace

Result<ServerComparison> compareWithServer(Replica& replica, EventStore& store, const RegionName& region,
                                           const std::stop_token& stop, const VerifyProgress& progress) {
    return sqlite::guarded([&] { return Comparison(replica, store, region, stop, progress).run(); });
}

} // namespace muniment
