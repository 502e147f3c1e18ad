#include "tests/residency/following_file.h"

#include "models/base/hex.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_reader.h"
#include "models/workspace/policy_run.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <array>
#include <map>

namespace muniment::test {

namespace {

constexpr std::array kTables{"org_versions",   "user_versions", "team_versions",       "role_versions",
                             "grant_versions", "org_domains",   "org_versions_listed", "user_versions_listed"};

void addRows(Snapshot& snapshot, const std::string& table, const TenantId& tenant,
             const std::map<std::int64_t, std::string>& ids, std::vector<std::string>& lines) {
    SQLite::Statement rows(snapshot.database(), "SELECT * FROM " + table +
                                                    " WHERE tenant = (SELECT code FROM tenants "
                                                    "WHERE id = '" +
                                                    tenant.text() + "')");
    while (rows.executeStep()) {
        std::string line = table;
        for (int column = 0; column < rows.getColumnCount(); ++column) {
            const std::string name = rows.getColumnName(column);
            // Instants follow from when the run's clock stood where; codes are a file's own.
            if (name == "valid_from" || name == "created_at" || name == "since" || name == "entity" ||
                name == "tenant" || name == "region")
                continue;
            const SQLite::Column value = rows.getColumn(column);
            line += " " + name + "=";
            if ((name == "from_n" || name == "to_n") && !value.isNull())
                line += ids.contains(value.getInt64()) ? ids.at(value.getInt64()) : "of nobody";
            else
                line += value.isNull() ? "NULL" : value.getString();
        }
        lines.push_back(line);
    }
}

} // namespace

QString firstDifference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
        if (i >= a.size() || i >= b.size() || a[i] != b[i])
            return QString::fromStdString("line " + std::to_string(i) + "\n" + (i < a.size() ? a[i] : "(none)") + "\n" +
                                          (i < b.size() ? b[i] : "(none)"));
    return {};
}

FollowingFile::FollowingFile(MoveGround& ground, const std::filesystem::path& path,
                             const std::vector<RegionName>& regions, const ReplicaPolicy& policy)
    : m_path(path) {
    ReplicaSettings settings;
    for (const RegionName& region : regions)
        settings.regions.push_back({region, ground.endpoint(region, "auditor")});
    if (policy.isLimited)
        settings.policy = PolicyNote{Instant{1}, "olga", "from the beginning", policy, {}, 0};
    m_replica = Replica::create(path, settings).value();
}

void FollowingFile::close() {
    m_replica.reset();
}

void FollowingFile::open() {
    m_replica = Replica::open(m_path, ReplicaAccess::ReadWrite).value();
}

QString FollowingFile::sync() {
    const auto report = syncUnderPolicy(m_replica, {}, false, {}, [](const PolicyNote&) {}, {});
    if (!report)
        return QString::fromStdString(report.error().detail);
    for (const RegionStatus& region : report->regions)
        if (region.follower.error)
            return QString::fromStdString(region.region.text() + ": " +
                                          std::string(errorCodeName(region.follower.error->code)) + " " +
                                          region.follower.error->detail + " " + region.follower.error->get("why"));
    return {};
}

std::vector<std::string> FollowingFile::lines(const TenantId& tenant) {
    std::vector<std::string> lines;
    const auto snapshot = m_replica->snapshot().value();
    std::map<std::int64_t, std::string> ids;
    const auto runs = snapshot->runs().value();
    for (const RunRecord& run : runs)
        for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal; ++ordinal) {
            const EventNumber number = EventNumber::of(run.run, ordinal);
            const auto event = snapshot->event(number);
            if (!event || event->tenant != tenant)
                continue;
            ids[number.value] = event->eventId.text();
            lines.push_back("event " + std::to_string(event->epoch) + " " + run.region.text() + " " +
                            std::to_string(event->key.position.major) + "." + std::to_string(event->key.inTxOrder) +
                            " " + event->eventId.text() + " " + event->type + " " + std::to_string(event->sequence) +
                            " " + std::to_string(event->recordedAt.micros) + " " + event->payload.value_or("-"));
        }
    for (const char* table : kTables)
        addRows(*snapshot, table, tenant, ids, lines);
    // Whatever way the events came, and whatever of them is withheld, the tenant's trees are the same.
    const Sha256 sha;
    const auto trees = treeRecords(*snapshot).value();
    for (const TreeRecord& tree : trees)
        if (tree.tenant == tenant) {
            const TreeHead head = tree.head(sha);
            lines.push_back("tree " + std::to_string(tree.epoch) + " " + tree.region.text() + " " +
                            std::to_string(head.size) + " " + toHex(bytesOf(head.root)));
        }
    std::sort(lines.begin(), lines.end());
    return lines;
}

QStringList FollowingFile::findings() {
    QStringList kinds;
    const auto snapshot = m_replica->snapshot().value();
    const auto noted = snapshot->findings(100).value();
    for (const Finding& finding : noted)
        kinds << QString::fromStdString(finding.kind + " " + finding.detail);
    const auto examined = examineReplica(*snapshot, 1, {}, {});
    for (const Finding& finding : *examined)
        kinds << QString::fromStdString("examined: " + finding.kind + " " + finding.detail);
    kinds.removeIf([](const QString& kind) { return kind.startsWith(QStringLiteral("time.")); });
    return kinds;
}

} // namespace muniment::test
