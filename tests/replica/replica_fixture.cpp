#include "tests/replica/replica_fixture.h"

#include "models/replica/events_table.h"
#include "models/replica/index/event_index.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/replica_file.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <sqlite3.h>

namespace muniment::test {

ReplicaFixture::ReplicaFixture(std::vector<std::string> regions) : m_regions(std::move(regions)) {}

std::filesystem::path ReplicaFixture::path(const char* name) const {
    return std::filesystem::path(m_folder.path().toStdString()) / name;
}

ReplicaSettings ReplicaFixture::settings() const {
    ReplicaSettings settings;
    for (const std::string& region : m_regions)
        settings.regions.push_back({RegionName(region), "postgresql://" + region + ".example/muniment"});
    settings.operatorName = "tester";
    return settings;
}

std::unique_ptr<Replica> ReplicaFixture::create(const char* name) const {
    return MUST(Replica::create(path(name), settings()));
}

void applyAll(Replica& replica, const RegionName& region, std::span<const RecordedEvent> events, std::size_t size) {
    for (std::size_t begin = 0; begin < events.size(); begin += size) {
        const auto part = events.subspan(begin, std::min(size, events.size() - begin));
        Batch batch{region, {part.begin(), part.end()}, {}, false};
        (void)MUST(replica.writer()->apply(*prepareBatch(std::move(batch))));
    }
}

std::vector<std::string> printedQuery(const std::filesystem::path& file, const std::string& sql) {
    const auto database = MUST(openReader(file));
    return MUST(sqlite::guarded([&] {
        sqlite3_stmt* raw = nullptr;
        sqlite3_prepare_v2(database->getHandle(), sql.c_str(), -1, &raw, nullptr);
        const int columns = sqlite3_column_count(raw);
        sqlite3_finalize(raw);
        sqlite::Statement rows(database->getHandle(), sql);
        std::vector<std::string> lines;
        while (rows.step()) {
            std::string line;
            for (int column = 0; column < columns; ++column) {
                line += column == 0 ? "" : "|";
                line += rows.isNull(column) ? "NULL" : rows.text(column);
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }));
}

std::vector<std::string> printedFacets(const std::filesystem::path& file) {
    const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadOnly));
    const auto snapshot = MUST(replica->snapshot());
    return MUST(sqlite::guarded([&] {
        std::vector<std::string> lines;
        EventIndex index(*snapshot, MUST(snapshot->bounds({})));
        for (const Facet facet : kFacets)
            for (const FacetValue& value : index.values(facet))
                for (const std::int64_t run : index.runs())
                    if (const Roaring found = index.facet(run, facet, value.code); !found.isEmpty())
                        lines.push_back(std::string(facetName(facet)) + " " + value.text + " in " +
                                        std::to_string(run) + ": " + found.toString());
        std::sort(lines.begin(), lines.end());
        return lines;
    }));
}

/// All columns of a read model's table in the order of its events, codes resolved.
static std::string selectResolved(const std::filesystem::path& file, const std::string& table) {
    std::string columns;
    std::string order;
    for (const std::string& column : printedQuery(file, "SELECT name FROM pragma_table_info('" + table + "')")) {
        columns += columns.empty() ? "" : ", ";
        if (column == "from_n")
            order = "from_n, ";
        if (column == "tenant")
            columns += "(SELECT id FROM tenants WHERE code = tenant)";
        else if (column == "region")
            columns += "(SELECT name FROM regions WHERE code = region)";
        else if (column == "entity" || column == "user")
            columns += "(SELECT hex(id) FROM aggregates WHERE code = " + column + ")";
        else
            columns += "quote(" + column + ")";
    }
    return "SELECT " + columns + " FROM " + table + " ORDER BY " + order + "1";
}

std::vector<std::string> printedRows(const std::filesystem::path& file) {
    std::vector<std::string> all;
    const auto add = [&](const char* table, const std::string& sql) {
        for (std::string& line : printedQuery(file, sql))
            all.push_back(std::string(table) + ": " + std::move(line));
    };
    add("region", "SELECT name, endpoint, place, installation, system_identifier FROM regions ORDER BY name");
    add("run", "SELECT run, name, kind, last_ordinal, events, last_logged_at, cursor_major, cursor_minor,"
               " cursor_in_tx_order FROM runs JOIN regions ON regions.code = region ORDER BY run");
    add("aggregate",
        "SELECT hex(a.id), w.text, t.id, r.name, coalesce(a.last_sequence, h.last_sequence) FROM aggregates a"
        " LEFT JOIN heads h ON h.aggregate = a.code JOIN words w ON w.code = a.type"
        " JOIN tenants t ON t.code = a.tenant JOIN regions r ON r.code = a.region ORDER BY 1, 2, 3, 4");
    for (const std::string& run : printedQuery(file, "SELECT run FROM runs ORDER BY run"))
        add("event",
            eventsSql(
                "SELECT n, logged_at, hex(event_id), t.id, at.text, hex(a.id), sequence, w.text, marks, act.id, "
                "actt.text,"
                " o.text, wr.text, epoch, revision, recorded_back, occurred_back, major, minor, in_tx_order,"
                " hex(command_id), hex(correlation_id), hex(source_ip), hex(salt), payload_form, hex(payload)"
                " FROM events_of_run e JOIN tenants t ON t.code = e.tenant JOIN aggregates a ON a.code = e.aggregate"
                " JOIN words at ON at.code = a.type JOIN kinds k ON k.code = e.kind"
                " JOIN words w ON w.code = k.type JOIN actors act ON act.code = e.actor"
                " JOIN words actt ON actt.code = act.type JOIN words o ON o.code = k.outcome"
                " JOIN words wr ON wr.code = k.writer ORDER BY n",
                std::stoll(run)));
    add("fence", "SELECT * FROM fences ORDER BY k");
    add("tree", "SELECT r.name, t.id, epoch, size, hex(roots), first_n, hex(checks), last_major, last_minor,"
                " last_in_tx_order FROM tree_heads h JOIN regions r ON r.code = h.region"
                " JOIN tenants t ON t.code = h.tenant ORDER BY 1, 2, 3");
    add("tree block", "SELECT r.name, t.id, epoch, k & 0xffffffff, b.first_n, hex(root), hex(b.checks)"
                      " FROM tree_blocks b JOIN tree_heads h ON h.tree = k >> 32 JOIN regions r ON r.code = h.region"
                      " JOIN tenants t ON t.code = h.tenant ORDER BY 1, 2, 3, 4");
    add("finding",
        "SELECT kind, r.name, n, count, detail FROM findings JOIN regions r ON r.code = region ORDER BY 1, 2, 3");
    for (const ReadModelDescription& model : readModels())
        for (const std::string& table : model.tables())
            add(table.c_str(), selectResolved(file, table));
    for (std::string& line : printedFacets(file))
        all.push_back("facet: " + std::move(line));
    return all;
}

} // namespace muniment::test
