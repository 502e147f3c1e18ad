#include "models/replica/events_table.h"
#include "models/timeline/timeline.h"
#include "tests/bench/bench_file.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "tests/bench/timeline_questions.h"

#include <ctime>
#include <sqlite3.h>

namespace muniment::bench {

namespace {

constexpr int kAsked = 200; ///< times each question is asked
constexpr int kPlain = 3;   ///< times plain SQL is asked, which is slow
constexpr int kBars = 200;
constexpr int kPageRows = 50;

/// Of this thread: what a question costs whatever else the machine is doing.
double processorMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// The same question asked of the tables of events by plain SQL: count, bars, newest page. What each answers is not put
/// together, which would take no time to speak of.
class PlainSql {
public:
    PlainSql(const std::filesystem::path& file, std::vector<RunRecord> runs) : m_runs(std::move(runs)) {
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
                for (const RunRecord& record : m_runs) {
                    const std::string from = " FROM " + eventsTable(record.run) + " WHERE " + where;
                    run("SELECT count(*)" + from);
                    run("SELECT logged_at / 315360000000, count(*)" + from + " GROUP BY 1");
                    run("SELECT n" + from + " ORDER BY logged_at DESC, n DESC LIMIT 50");
                }
            }));
        return median(times);
    }

private:
    void run(const std::string& sql) const {
        if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp("ask plain SQL", Error{ErrorCode::Internal, sqlite3_errmsg(m_db), {}});
    }

    std::vector<RunRecord> m_runs;
    sqlite3* m_db = nullptr;
};

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
    const BenchFile file(settings);
    Section section("timeline");
    section.number("events", static_cast<double>(file.events()))
        .number("bytesPerEvent",
                static_cast<double>(std::filesystem::file_size(file.path())) / static_cast<double>(file.events()));
    std::unique_ptr<Replica> replica;
    std::unique_ptr<Snapshot> snapshot;
    MatchSetPointer everything;
    const double opening = millisecondsOf([&] {
        replica = must("open the file", Replica::open(file.path(), ReplicaAccess::ReadOnly));
        snapshot = must("read", replica->snapshot());
        everything = must("evaluate", evaluate(*snapshot, {}));
        (void)must("read a page", readTimeline(*snapshot, *everything, TimelineOrder::NewestFirst, 0, kPageRows));
    });
    section.number("openToFirstPageMs", opening);

    const auto span = must("find the span", timeSpanOf(*snapshot, *everything));
    const auto tenant = must("count values", facetCounts(*snapshot, *everything, Facet::Tenant, 1)).front().text;
    const PlainSql plain(file.path(), must("read the runs", snapshot->runs()));
    bool isQuick = true;
    for (const AskedQuestion& asked : askedQuestions(tenant)) {
        const TimelineQuestion question{*parseFilter(asked.filter).filter, {}, span->second};
        std::vector<double> times;
        std::vector<double> processorTimes;
        for (int i = 0; i < kAsked; ++i) {
            const double before = processorMilliseconds();
            times.push_back(askOnce(*snapshot, question, span->first, span->second));
            processorTimes.push_back(processorMilliseconds() - before);
        }
        section
            .number(asked.name + "Matches",
                    static_cast<double>(must("evaluate", evaluate(*snapshot, question))->count()))
            .number(asked.name + "P50Ms", percentile(times, 0.5))
            .number(asked.name + "P99Ms", percentile(times, 0.99))
            .number(asked.name + "ProcessorP99Ms", percentile(processorTimes, 0.99));
        if (!asked.replica.empty())
            section.number(asked.name + "PlainSqlMs", plain.ask(asked.replica));
        isQuick = isQuick && percentile(times, 0.99) <= asked.mostMs;
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
