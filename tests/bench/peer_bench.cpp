#include "models/timeline/timeline.h"
#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "tests/bench/timeline_questions.h"

#include <QTemporaryDir>

#include <libpq-fe.h>
#include <memory>

namespace muniment::bench {

namespace {

constexpr int kAsked = 20;        ///< times each question is asked of the file
constexpr int kAskedOfServer = 3; ///< and of the servers, which takes long
constexpr int kBars = 200;
constexpr int kPageRows = 50;

/// The indexes that somebody would make who asks such questions of the server's own table.
const char* const kIndexes[] = {
    "CREATE INDEX bench_by_type ON muniment.events (event_type, recorded_at)",
    "CREATE INDEX bench_by_tenant ON muniment.events (tenant_id, recorded_at)",
    "CREATE INDEX bench_by_outcome ON muniment.events (outcome, recorded_at)",
    "CREATE INDEX bench_by_actor_type ON muniment.events (actor_type, recorded_at)",
    "CREATE INDEX bench_by_time ON muniment.events (recorded_at)",
};

/// A region's server as a peer: the same question of its own events table.
class PeerServer {
public:
    explicit PeerServer(const std::string& superuserEndpoint)
        : m_connection(PQconnectdb(superuserEndpoint.c_str()), &PQfinish) {
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            fail();
        for (const char* index : kIndexes)
            run(index);
        run("VACUUM ANALYZE muniment.events");
    }

    /// Count, bars and newest page.
    void ask(const std::string& where, std::int64_t barSeconds) {
        run("SELECT count(*) FROM muniment.events WHERE " + where);
        run("SELECT floor(extract(epoch FROM recorded_at) / " + std::to_string(barSeconds) +
            "), count(*) FROM muniment.events WHERE " + where + " GROUP BY 1");
        run("SELECT * FROM muniment.events WHERE " + where + " ORDER BY recorded_at DESC LIMIT " +
            std::to_string(kPageRows));
    }

private:
    void run(const std::string& sql) {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_connection.get(), sql.c_str()), &PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            fail();
    }

    [[noreturn]] void fail() {
        giveUp("ask the server", Error{ErrorCode::Internal, PQerrorMessage(m_connection.get()), {}});
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace

Section measurePeer(const Settings& settings) {
    BenchRegions regions(3);
    regions.fill(settings.events);
    const QTemporaryDir folder;
    const auto replica =
        must("create the workspace",
             Replica::create(std::filesystem::path(folder.path().toStdString()) / "peer.muniment", regions.settings()));
    must("sync", syncOnce(*replica, SyncOptions{}, {}, {}));
    say("bench: synced, making the servers' indexes");
    std::vector<std::unique_ptr<PeerServer>> servers;
    for (int i = 0; i < regions.count(); ++i)
        servers.push_back(std::make_unique<PeerServer>(regions.superuserEndpoint(i)));

    const auto snapshot = must("read", replica->snapshot());
    const auto everything = must("evaluate", evaluate(*snapshot, {}));
    const auto span = must("find the span", timeSpanOf(*snapshot, *everything));
    const auto barSeconds = std::max<std::int64_t>((span->second.micros - span->first.micros) / kBars / 1'000'000, 1);
    const auto tenant = must("count values", facetCounts(*snapshot, *everything, Facet::Tenant, 1)).front().text;
    Section section("peer");
    section.number("events", static_cast<double>(everything->count()));
    bool isFaster = true;
    for (const AskedQuestion& asked : askedQuestions(tenant)) {
        if (asked.server.empty())
            continue;
        const TimelineQuestion question{*parseFilter(asked.filter).filter, {}, span->second};
        std::vector<double> ours;
        for (int i = 0; i < kAsked; ++i)
            ours.push_back(millisecondsOf([&] {
                const auto matches = must("evaluate", evaluate(*snapshot, question));
                (void)must("read a page", readTimeline(*snapshot, *matches, TimelineOrder::NewestFirst, 0, kPageRows));
                (void)must("draw bars", histogramOf(*snapshot, *matches, span->first, span->second, kBars, {}, 0));
            }));
        std::vector<double> theirs;
        for (int i = 0; i < kAskedOfServer; ++i) // one region after the other: the two cores are the servers' as well
            theirs.push_back(millisecondsOf([&] {
                for (const auto& server : servers)
                    server->ask(asked.server, barSeconds);
            }));
        section.number(asked.name + "FileMs", median(ours)).number(asked.name + "PostgresMs", median(theirs));
        isFaster = isFaster && median(ours) < median(theirs);
    }
    return section.target("each question is answered sooner from the file than by indexed PostgreSQL", isFaster);
}

} // namespace muniment::bench
