#include "models/replica/replica.h"
#include "models/simulation/simulation.h"
#include "models/timeline/timeline.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"

#include <QTemporaryDir>

#include <chrono>
#include <ctime>
#include <functional>
#include <map>
#include <sqlite3.h>

namespace muniment::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kAsked = 200; ///< times each question is asked
constexpr int kPlain = 3;   ///< times plain SQL is asked, which is slow
constexpr int kBars = 200;
constexpr int kPageRows = 50;
constexpr std::size_t kBatch = 65'000;

double millisecondsOf(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Of this thread: what a question costs whatever else the machine is doing.
double processorMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// A workspace file of three regions with simulated history, written without a server.
void fill(const std::filesystem::path& file, std::int64_t events) {
    ReplicaSettings settings;
    SimulationPlan plan;
    plan.events = events;
    plan.regions = {RegionName("ap-south-1"), RegionName("eu-west-1"), RegionName("us-east-1")};
    plan.from = must("read a time", parseInstant("2024-01-01"));
    plan.to = must("read a time", parseInstant("2026-01-01"));
    for (const RegionName& region : plan.regions)
        settings.regions.push_back({region, {}});
    const auto replica = must("create the file", Replica::create(file, settings));
    std::map<RegionName, Batch> batches;
    std::map<RegionName, std::int64_t> positions;
    const auto flush = [&](Batch& batch) {
        must("apply a batch", replica->writer()->apply(*prepareBatch(std::exchange(batch, {}))));
    };
    Simulation simulation(completed(plan));
    Occurrence occurrence;
    RegionName region;
    while (simulation.next(occurrence, region)) {
        Batch& batch = batches[region];
        batch.region = region;
        for (RecordedEvent& event : occurrence.events) {
            const std::int64_t position = ++positions[region];
            event.key = {{position, 0}, position};
            batch.events.push_back(std::move(event));
        }
        if (batch.events.size() >= kBatch)
            flush(batch);
    }
    for (auto& [name, batch] : batches)
        if (!batch.events.empty())
            flush(batch);
}

/// The same question asked of the events table by plain SQL: count, bars, newest page.
class PlainSql {
public:
    explicit PlainSql(const std::filesystem::path& file) {
        if (sqlite3_open_v2(file.c_str(), &m_db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            giveUp("open the file", Error{ErrorCode::FileError, {}, {}});
        sqlite3_exec(m_db, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr);
    }

    PlainSql(const PlainSql&) = delete;
    PlainSql& operator=(const PlainSql&) = delete;

    ~PlainSql() { sqlite3_close(m_db); }

    [[nodiscard]] double ask(const std::string& where) const {
        std::vector<double> times;
        for (int i = 0; i < kPlain; ++i)
            times.push_back(millisecondsOf([&] {
                run("SELECT count(*) FROM events WHERE " + where);
                run("SELECT logged_at / 315360000000, count(*) FROM events WHERE " + where + " GROUP BY 1");
                run("SELECT n FROM events WHERE " + where + " ORDER BY logged_at DESC, n DESC LIMIT 50");
            }));
        return median(times);
    }

private:
    void run(const std::string& sql) const {
        if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp("ask plain SQL", Error{ErrorCode::Internal, sqlite3_errmsg(m_db), {}});
    }

    sqlite3* m_db = nullptr;
};

struct Asked {
    const char* name;
    std::string filter;
    std::string where; ///< the same in SQL; empty: not asked so
};

std::string code(const std::string& table, const std::string& column, const std::string& text) {
    return "(SELECT code FROM " + table + " WHERE " + column + " = '" + text + "')";
}

std::vector<Asked> questions(const std::string& tenant) {
    const std::string ofType = "type = " + code("words", "text", "session.added");
    const std::string ofTenant = "tenant = " + code("tenants", "id", tenant);
    const std::string succeeded = "outcome = " + code("words", "text", "success");
    const std::string types = "(SELECT code FROM words WHERE text GLOB 'session.*')";
    const std::string lastYear = "logged_at >= 1735689600000000";
    return {
        {"single", "type:session.added", ofType},
        {"dense", "outcome:success", succeeded},
        {"fourfold", "type:session.* outcome:success actortype:human tenant:\"" + tenant + '"',
         "type IN " + types + " AND " + succeeded + " AND " + ofTenant +
             " AND actor IN (SELECT code FROM actors WHERE type = " + code("words", "text", "human") + ")"},
        {"negation", "-type:session.*", "type NOT IN " + types},
        {"oneYear", "type:session.* -tenant:\"" + tenant + "\" after:2025-01-01",
         "type IN " + types + " AND NOT " + ofTenant + " AND " + lastYear},
        {"words", "berlin firefox", {}},
    };
}

/// First page, exact count and histogram, with nothing kept from before.
double askOnce(Snapshot& snapshot, const TimelineQuestion& question, Instant from, Instant to) {
    return millisecondsOf([&] {
        const auto matches = must("evaluate", evaluate(snapshot, question));
        (void)matches->count();
        (void)must("read a page", readTimeline(snapshot, *matches, TimelineOrder::NewestFirst, 0, kPageRows));
        (void)must("draw bars", histogramOf(snapshot, *matches, from, to, kBars, {}, 0));
    });
}

double askFacets(Snapshot& snapshot, const MatchSet& matches) {
    return millisecondsOf([&] {
        for (const Facet facet : kFacets)
            if (facet != Facet::Network) // the panel offers it on demand: it has thousands of values
                (void)must("count values", facetCounts(snapshot, matches, facet, 20));
        (void)must("count regions", regionCounts(snapshot, matches));
    });
}

} // namespace

Section measureTimeline(const Settings& settings) {
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "timeline.muniment";
    fill(file, settings.events);
    say("bench: the file is filled");

    Section section("timeline");
    section.number("events", static_cast<double>(settings.events))
        .number("bytesPerEvent",
                static_cast<double>(std::filesystem::file_size(file)) / static_cast<double>(settings.events));
    std::unique_ptr<Replica> replica;
    std::unique_ptr<Snapshot> snapshot;
    MatchSetPointer everything;
    const double opening = millisecondsOf([&] {
        replica = must("open the file", Replica::open(file, ReplicaAccess::ReadOnly));
        snapshot = must("read", replica->snapshot());
        everything = must("evaluate", evaluate(*snapshot, {}));
        (void)must("read a page", readTimeline(*snapshot, *everything, TimelineOrder::NewestFirst, 0, kPageRows));
    });
    section.number("openToFirstPageMs", opening);

    const auto span = must("find the span", timeSpanOf(*snapshot, *everything));
    const auto tenant = must("count values", facetCounts(*snapshot, *everything, Facet::Tenant, 1)).front().text;
    const PlainSql plain(file);
    bool isQuick = true;
    for (const Asked& asked : questions(tenant)) {
        const TimelineQuestion question{*parseFilter(asked.filter).filter, {}, span->second};
        std::vector<double> times;
        std::vector<double> processorTimes;
        for (int i = 0; i < kAsked; ++i) {
            const double before = processorMilliseconds();
            times.push_back(askOnce(*snapshot, question, span->first, span->second));
            processorTimes.push_back(processorMilliseconds() - before);
        }
        const std::string name = asked.name;
        section.number(name + "Matches", static_cast<double>(must("evaluate", evaluate(*snapshot, question))->count()))
            .number(name + "P50Ms", percentile(times, 0.5))
            .number(name + "P99Ms", percentile(times, 0.99))
            .number(name + "ProcessorP99Ms", percentile(processorTimes, 0.99));
        if (!asked.where.empty())
            section.number(name + "PlainSqlMs", plain.ask(asked.where));
        isQuick = isQuick && percentile(times, 0.99) <= (asked.where.empty() ? 50 : 20);
    }
    const auto dense = must("evaluate", evaluate(*snapshot, {*parseFilter("outcome:success").filter, {}, {}}));
    std::vector<double> panels;
    for (int i = 0; i < settings.repeats * 3; ++i)
        panels.push_back(askFacets(*snapshot, *dense));
    section.number("facetPanelMs", median(panels))
        .target("page, count and histogram p99 <= 20 ms, words <= 50 ms, facet panel <= 100 ms, open < 1 s",
                isQuick && median(panels) <= 100 && opening < 1'000);
    return section;
}

} // namespace muniment::bench
