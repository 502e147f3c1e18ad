#include "models/timeline/scoped_scan.h"

#include "models/replica/sqlite.h"
#include "models/timeline/merged_order.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>

namespace muniment {

namespace {

/// The scope's tenant and types as codes. A text that is not in the file matches nothing.
struct Codes {
    std::optional<std::int64_t> tenant;
    std::optional<std::string> types; ///< a JSON array
    bool isEmpty = false;
};

Codes codesOf(Snapshot& snapshot, const TimelineScope& scope) {
    Codes codes;
    if (scope.tenant) {
        auto& row = snapshot.statement("SELECT code FROM tenants WHERE id = ?");
        row.bindText(1, scope.tenant->text());
        if (row.step())
            codes.tenant = row.integer(0);
        codes.isEmpty = !codes.tenant;
        row.clear();
    }
    if (scope.type) {
        const bool isPrefix = scope.type->ends_with('*');
        const std::string text = isPrefix ? scope.type->substr(0, scope.type->size() - 1) : *scope.type;
        auto& rows = snapshot.statement("SELECT code FROM words WHERE substr(text, 1, ?2) = ?1 AND (?3 OR text = ?1)");
        sqlite::Statement length(snapshot.database().getHandle(), "SELECT length(?)");
        length.bindText(1, text);
        rows.bindText(1, text);
        rows.bind(2, length.step() ? length.integer(0) : 0);
        rows.bind(3, isPrefix ? 1 : 0);
        std::string list;
        while (rows.step())
            list += (list.empty() ? "" : ",") + std::to_string(rows.integer(0));
        rows.clear();
        codes.isEmpty |= list.empty();
        codes.types = '[' + list + ']';
    }
    return codes;
}

constexpr const char* kCount = "SELECT count(*) FROM events WHERE n BETWEEN ?1 AND ?2"
                               " AND (?3 IS NULL OR tenant = ?3)"
                               " AND (?4 IS NULL OR type IN (SELECT value FROM json_each(?4)))";
constexpr const char* kNewestFirst = "SELECT n, logged_at, major, minor, in_tx_order FROM events"
                                     " WHERE n BETWEEN ?1 AND ?2 AND (?3 IS NULL OR tenant = ?3)"
                                     " AND (?4 IS NULL OR type IN (SELECT value FROM json_each(?4))) ORDER BY n DESC";
constexpr const char* kOldestFirst = "SELECT n, logged_at, major, minor, in_tx_order FROM events"
                                     " WHERE n BETWEEN ?1 AND ?2 AND (?3 IS NULL OR tenant = ?3)"
                                     " AND (?4 IS NULL OR type IN (SELECT value FROM json_each(?4))) ORDER BY n";

/// The matches of one run, one after another.
class RunCursor {
public:
    RunCursor(Snapshot& snapshot, const char* sql, const RunRecord& run, std::int64_t last, const Codes& codes,
              std::size_t regionRank)
        : m_rows(snapshot.database().getHandle(), sql),
          m_regionRank(regionRank) {
        m_rows.bind(1, EventNumber::of(run.run, 1).value);
        m_rows.bind(2, EventNumber::of(run.run, last).value);
        if (codes.tenant)
            m_rows.bind(3, *codes.tenant);
        if (codes.types)
            m_rows.bindText(4, *codes.types);
    }

    void advance() {
        m_hasRow = m_rows.step();
        if (!m_hasRow)
            return;
        m_number = {m_rows.integer(0)};
        m_key = {m_rows.integer(1),
                 m_regionRank,
                 {{m_rows.integer(2), static_cast<std::int32_t>(m_rows.integer(3))}, m_rows.integer(4)}};
    }

    [[nodiscard]] bool hasRow() const { return m_hasRow; }

    [[nodiscard]] EventNumber number() const { return m_number; }

    [[nodiscard]] const MergeKey& key() const { return m_key; }

private:
    sqlite::Statement m_rows;
    std::size_t m_regionRank;
    bool m_hasRow = false;
    EventNumber m_number;
    MergeKey m_key;
};

struct ScopedRun {
    RunRecord record;
    std::int64_t last;
    std::size_t regionRank;
};

std::vector<ScopedRun> scopedRuns(Snapshot& snapshot, const RunBounds& bounds, const TimelineScope& scope) {
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    std::vector<RegionName> regions;
    for (const RunRecord& record : *runs)
        regions.push_back(record.region);
    std::sort(regions.begin(), regions.end());
    std::vector<ScopedRun> inside;
    for (const RunRecord& record : *runs) {
        const auto bound = bounds.lastOrdinal.find(record.run);
        if (bound == bounds.lastOrdinal.end() || (scope.region && record.region != *scope.region))
            continue;
        const auto rank = std::lower_bound(regions.begin(), regions.end(), record.region) - regions.begin();
        inside.push_back({record, bound->second, static_cast<std::size_t>(rank)});
    }
    return inside;
}

} // namespace

std::int64_t countMatches(Snapshot& snapshot, const RunBounds& bounds, const TimelineScope& scope) {
    const Codes codes = codesOf(snapshot, scope);
    if (codes.isEmpty)
        return 0;
    std::int64_t count = 0;
    for (const ScopedRun& run : scopedRuns(snapshot, bounds, scope)) {
        auto& row = snapshot.statement(kCount);
        row.bind(1, EventNumber::of(run.record.run, 1).value);
        row.bind(2, EventNumber::of(run.record.run, run.last).value);
        if (codes.tenant)
            row.bind(3, *codes.tenant);
        if (codes.types)
            row.bindText(4, *codes.types);
        count += row.step() ? row.integer(0) : 0;
        row.clear();
    }
    return count;
}

std::vector<EventNumber> scanMatches(Snapshot& snapshot, const RunBounds& bounds, const TimelineScope& scope,
                                     TimelineOrder order, std::int64_t first, int count) {
    const Codes codes = codesOf(snapshot, scope);
    if (codes.isEmpty)
        return {};
    const bool isNewestFirst = order == TimelineOrder::NewestFirst;
    std::vector<RunCursor> cursors;
    for (const ScopedRun& run : scopedRuns(snapshot, bounds, scope))
        cursors
            .emplace_back(snapshot, isNewestFirst ? kNewestFirst : kOldestFirst, run.record, run.last, codes,
                          run.regionRank)
            .advance();
    const auto comesBefore = [&](const RunCursor& a, const RunCursor& b) {
        if (a.hasRow() != b.hasRow())
            return a.hasRow();
        return isNewestFirst ? b.key() < a.key() : a.key() < b.key();
    };
    std::vector<EventNumber> found;
    for (std::int64_t row = 0; row < first + count; ++row) {
        const auto next = std::min_element(cursors.begin(), cursors.end(), comesBefore);
        if (next == cursors.end() || !next->hasRow())
            break;
        if (row >= first)
            found.push_back(next->number());
        next->advance();
    }
    return found;
}

} // namespace muniment
