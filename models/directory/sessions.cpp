#include "models/directory/sessions.h"

#include "models/directory/entity_lists.h"
#include "models/directory/session_rows.h"

#include <algorithm>
#include <charconv>

namespace muniment {

using namespace directory;

namespace {

// A run's sessions lie in the order of its log: the newest are at the end, and pages go backwards through each run.
// What is cheap is asked first. A session may end in another run, that of the region its organization moved to.
const std::string& ofRun() {
    static const std::string sql = R"(
  FROM session_spans AS s
 WHERE s.from_n >= :first AND s.from_n <= :last
   AND (:with_ended OR s.ended IS NULL OR CASE WHEN s.from_n + s.ended BETWEEN :first AND :end_of_run
        THEN s.from_n + s.ended > :bound ELSE seen(:bounds, s.from_n, s.from_n + s.ended) END)
   AND (:user IS NULL OR s.user IN (SELECT code FROM aggregates WHERE id = :user AND is_listed = 1
        AND type = (SELECT code FROM words WHERE text = 'user')))
   AND (:tenant IS NULL OR (SELECT tenant FROM aggregates WHERE code = s.entity) =
        (SELECT code FROM tenants WHERE id = :tenant))
   AND (:text = '' OR instr(folded_lines(
        (SELECT stored_id_text(id) FROM aggregates WHERE code = s.entity),
        (SELECT id FROM aggregates WHERE code = s.user),
        (SELECT u.user_name || char(10) || u.display_name || char(10) || u.email FROM user_versions AS u
          WHERE u.entity = s.user AND seen(:bounds, u.from_n, u.to_n) LIMIT 1)), :text) > 0))";
    return sql;
}

/// A session by the time it began: those of several runs are merged by it.
struct Begun {
    Instant at;
    std::int64_t n = 0;

    /// Newer ones first; of equal times the higher number.
    [[nodiscard]] bool isBefore(const Begun& other) const { return at != other.at ? at > other.at : n > other.n; }
};

SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const SessionQuery& query) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, query.asOf)).text(":text", searchedText(query.text));
    binder.integer(":with_ended", query.withEnded ? 1 : 0).optionalText(":tenant", textOf(query.tenant));
    binder.optionalText(":user", query.user ? std::optional(query.user->text()) : std::nullopt);
    binder.integer(":limit", query.limit);
    return statement;
}

void bindRun(SQLite::Statement& statement, std::int64_t run, std::int64_t lastOrdinal, std::int64_t bound) {
    Binder(statement)
        .integer(":first", EventNumber::of(run, 1).value)
        .integer(":last", EventNumber::of(run, lastOrdinal).value)
        .integer(":bound", EventNumber::of(run, bound).value)
        .integer(":end_of_run", EventNumber::of(run + 1, 0).value - 1);
}

/// What the navigation counts again and again: the file keeps this number.
bool isOfAllOpen(const SessionQuery& query) {
    return !query.asOf && !query.withEnded && !query.user && !query.tenant && query.text.empty();
}

/// For each run the last event with which a session of the page may begin.
RunBounds beginningsOf(Snapshot& snapshot, const SessionQuery& query) {
    RunBounds bounds = boundsWithin(snapshot, query.asOf);
    if (!query.after)
        return bounds;
    EventNumber last;
    std::from_chars(query.after->name.data(), query.after->name.data() + query.after->name.size(), last.value);
    const Instant at = snapshot.loggedAt(last).value_or(Instant{});
    const RunBounds before = boundsWithin(snapshot, at + -1);
    const RunBounds until = boundsWithin(snapshot, at);
    RunBounds beginnings;
    for (const auto& [run, ordinal] : bounds.lastOrdinal) {
        const auto& limits = run < last.run() ? until.lastOrdinal : before.lastOrdinal;
        const auto limit = limits.find(run);
        std::int64_t most = run == last.run() ? last.ordinal() - 1 : limit == limits.end() ? 0 : limit->second;
        beginnings.lastOrdinal[run] = std::min(most, ordinal);
    }
    return beginnings;
}

} // namespace

Result<std::vector<SessionRow>> listSessions(Snapshot& snapshot, const SessionQuery& query) {
    static const std::string sql = "SELECT s.from_n" + ofRun() + "\n ORDER BY s.from_n DESC\n LIMIT :limit";
    return sqlite::guarded([&] {
        const RunBounds bounds = boundsWithin(snapshot, query.asOf);
        auto statement = prepare(snapshot, sql, query);
        std::vector<Begun> begun;
        for (const auto& [run, last] : beginningsOf(snapshot, query).lastOrdinal) {
            bindRun(statement, run, last, bounds.lastOrdinal.at(run));
            while (statement.executeStep()) {
                const std::int64_t n = statement.getColumn(0).getInt64();
                begun.push_back({snapshot.loggedAt({n}).value_or(Instant{}), n});
            }
            statement.reset();
        }
        std::sort(begun.begin(), begun.end(), [](const Begun& a, const Begun& b) { return a.isBefore(b); });
        std::vector<std::int64_t> page;
        for (const Begun& each : begun)
            if (static_cast<int>(page.size()) < query.limit)
                page.push_back(each.n);
        return SessionRows(snapshot, query.asOf).read(page);
    });
}

Result<std::int64_t> countSessions(Snapshot& snapshot, const SessionQuery& query) {
    static const std::string sql = "SELECT count(*)" + ofRun();
    return sqlite::guarded([&] {
        if (isOfAllOpen(query)) {
            SQLite::Statement open(snapshot.database(), "SELECT coalesce(sum(sessions), 0) FROM session_spans_open");
            open.executeStep();
            return static_cast<std::int64_t>(open.getColumn(0).getInt64());
        }
        auto statement = prepare(snapshot, sql, query);
        std::int64_t count = 0;
        for (const auto& [run, last] : boundsWithin(snapshot, query.asOf).lastOrdinal) {
            bindRun(statement, run, last, last);
            if (statement.executeStep())
                count += statement.getColumn(0).getInt64();
            statement.reset();
        }
        return count;
    });
}

PageKey pageKeyOf(const SessionRow& row) {
    return {std::to_string(row.number.value), row.id.text()};
}

Result<SessionRow> findSession(Snapshot& snapshot, const std::string& id, std::optional<Moment> asOf) {
    // Nobody looks up sessions often enough for an index of their ids: their dictionary is read through.
    constexpr const char* kByWholeId = R"(
SELECT s.from_n
  FROM aggregates AS a CROSS JOIN session_spans AS s ON +s.entity = a.code
 WHERE a.id = :id AND a.is_listed = 0 AND a.type = (SELECT code FROM words WHERE text = 'session')
   AND seen(:bounds, s.from_n, NULL)
 LIMIT :limit)";
    constexpr const char* kByBeginning = R"(
SELECT s.from_n
  FROM session_spans AS s CROSS JOIN aggregates AS a ON a.code = s.entity
 WHERE s.ended IS NULL AND substr(stored_id_text(a.id), 1, length(:prefix)) = :prefix
   AND seen(:bounds, s.from_n, NULL)
 LIMIT :limit)";
    auto found = sqlite::guarded([&] {
        const auto matching = [&](const char* sql) {
            SQLite::Statement statement(snapshot.database(), sql);
            Binder(statement).optionalBytes(":bounds", boundsOf(snapshot, asOf)).id(":id", AggregateId(id));
            Binder(statement).text(":prefix", id).integer(":limit", kMostCandidates);
            std::vector<std::int64_t> numbers;
            while (statement.executeStep())
                numbers.push_back(statement.getColumn(0).getInt64());
            return SessionRows(snapshot, asOf).read(numbers);
        };
        std::vector<std::function<std::vector<SessionRow>()>> ways;
        if (!id.empty())
            ways = {[&] { return matching(kByWholeId); }, [&] { return matching(kByBeginning); }};
        return chooseOne<SessionRow>(
            "session", id, ways, [](const SessionRow& row) { return row.ended.has_value(); },
            [](const SessionRow& row) { return row.id.text() + " (" + row.userName + ", " + row.tenantName + ")"; });
    });
    return found ? *found : tl::unexpected(found.error());
}

} // namespace muniment
