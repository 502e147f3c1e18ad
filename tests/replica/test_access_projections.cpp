// Protects the read models of teams, roles, resources, grants, credentials, domains, plans and sessions: whatever
// careless writers wrote and whatever the batches were, now and at every instant the file holds what a fold of the log
// holds.
#include "models/domain/grant.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/session.h"
#include "models/domain/user_credentials.h"
#include "models/replica/stored_id.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <functional>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");
constexpr int kEvents = 12'000;

SampleLogSettings accessLog(bool isRough) {
    SampleLogSettings settings;
    settings.hasAccess = true;
    settings.isRough = isRough;
    return settings;
}

using Histories = std::map<std::string, std::vector<RecordedEvent>>;

/// The events of each aggregate of a type, of the first `count` of the log.
Histories historiesOf(const std::vector<RecordedEvent>& events, const std::string& type, std::size_t count) {
    Histories histories;
    for (std::size_t i = 0; i < count; ++i)
        if (events[i].aggregate.type == type)
            histories[events[i].aggregate.id.text()].push_back(events[i]);
    return histories;
}

std::string timeText(std::optional<Instant> time) {
    return time ? std::to_string(time->micros) : "NULL";
}

std::string flag(bool value) {
    return value ? "1" : "0";
}

/// What a fold of an aggregate says, one line for each row that a table should show.
struct Folded {
    const char* table;
    const char* type;
    const char* columns; ///< beside the entity's id
    std::function<std::vector<std::string>(const std::vector<RecordedEvent>&)> lines;
};

std::string idText(const AggregateId& id) {
    const auto packed = packAggregateId(id.text());
    return packed ? packed->text() : id.text();
}

/// SQL for a stored id as text.
std::string idColumn(const std::string& column) {
    const auto part = [&](int from, int size) {
        return "lower(hex(substr(" + column + ", " + std::to_string(from) + ", " + std::to_string(size) + ")))";
    };
    return "CASE typeof(" + column + ") WHEN 'blob' THEN " + part(1, 4) + " || '-' || " + part(5, 2) + " || '-' || " +
           part(7, 2) + " || '-' || " + part(9, 2) + " || '-' || " + part(11, 6) + " ELSE " + column + " END";
}

const std::vector<Folded>& foldedTables() {
    using Events = const std::vector<RecordedEvent>&;
    using Lines = std::vector<std::string>;
    static const std::string memberColumns = "member_kind, " + idColumn("member");
    static const std::string permissionColumns = "action, resource_type, " + idColumn("resource");
    static const std::string resourceColumns = "name, type, state, " + idColumn("parent");
    static const std::string grantColumns = idColumn("role") + ", subject_kind, " + idColumn("subject") + ", " +
                                            idColumn("resource") +
                                            ", coalesce(from_at, 'NULL'), coalesce(until_at, 'NULL'), state";
    static const std::vector<Folded> tables{
        {"team_versions", "team", "name, description, state",
         [](Events events) {
             const auto state = foldTeam(events);
             return state.lifecycle == TeamLifecycle::None ? Lines{}
                                                           : Lines{state.name + "|" + state.description + "|" +
                                                                   std::string(teamLifecycleName(state.lifecycle))};
         }},
        {"team_members", "team", memberColumns.c_str(),
         [](Events events) {
             Lines lines;
             for (const auto& member : foldTeam(events).members)
                 lines.push_back((member.kind == TeamMember::Kind::Team ? "team|" : "user|") + idText(member.id));
             return lines;
         }},
        {"role_versions", "role", "role_key, display_name, role_group, state",
         [](Events events) {
             const auto state = foldRole(events);
             return state.lifecycle == RoleLifecycle::None
                        ? Lines{}
                        : Lines{state.key + "|" + state.displayName + "|" + state.group + "|" +
                                std::string(roleLifecycleName(state.lifecycle))};
         }},
        {"role_permissions", "role", permissionColumns.c_str(),
         [](Events events) {
             Lines lines;
             for (const auto& permission : foldRole(events).permissions)
                 lines.push_back(permission.action + "|" + permission.resourceType + "|" + idText(permission.resource));
             return lines;
         }},
        {"resource_versions", "resource", resourceColumns.c_str(),
         [](Events events) {
             const auto state = foldResource(events);
             return state.lifecycle == ResourceLifecycle::None
                        ? Lines{}
                        : Lines{state.name + "|" + state.resourceType + "|" +
                                std::string(resourceLifecycleName(state.lifecycle)) + "|" + idText(state.parent)};
         }},
        {"grant_versions", "grant", grantColumns.c_str(),
         [](Events events) {
             const auto state = foldGrant(events);
             return state.lifecycle == GrantLifecycle::None
                        ? Lines{}
                        : Lines{idText(state.role) + "|" +
                                (state.subject.kind == TeamMember::Kind::Team ? "team|" : "user|") +
                                idText(state.subject.id) + "|" + idText(state.resource) + "|" + timeText(state.from) +
                                "|" + timeText(state.until) + "|" + std::string(grantLifecycleName(state.lifecycle))};
         }},
        {"user_credentials", "user", "kind, credential_id, name, coalesce(expires_at, 'NULL'), scopes",
         [](Events events) {
             Lines lines;
             for (const auto& [key, credential] : foldCredentials(events)) {
                 std::string scopes;
                 for (const std::string& scope : credential.scopes)
                     scopes += std::to_string(scope.size()) + ":" + scope;
                 lines.push_back(std::string(credentialKindName(key.kind)) + "|" + key.id + "|" + credential.name +
                                 "|" + timeText(credential.expiration) + "|" + scopes);
             }
             return lines;
         }},
        {"org_domains", "org", "domain, verified",
         [](Events events) {
             Lines lines;
             for (const auto& [domain, isVerified] : foldOrg(events).domains)
                 lines.push_back(domain + "|" + flag(isVerified));
             return lines;
         }},
    };
    return tables;
}

std::string textsOf(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

class AccessProjectionsTest : public QObject {
    Q_OBJECT
private slots:
    void rowsEqualTheFold_data();
    void rowsEqualTheFold();
    void sessionsEqualTheFold();
    void batchSizesLeaveNoTrace();
    void rebuiltModelsHoldTheSameRows();
    void theDoctorSeesEveryDamage_data();
    void theDoctorSeesEveryDamage();
    void aPasswordChangedMakesAVersionOnlyWhereItShows();
    void listingsCoverEveryVersion();
};

void AccessProjectionsTest::rowsEqualTheFold_data() {
    QTest::addColumn<int>("table");
    QTest::addColumn<qulonglong>("count");
    for (int table = 0; table < static_cast<int>(foldedTables().size()); ++table)
        for (const qulonglong count : {1'000ULL, 5'001ULL, qulonglong(kEvents)})
            QTest::addRow("%s after %llu", foldedTables()[static_cast<std::size_t>(table)].table, count)
                << table << count;
}

void AccessProjectionsTest::rowsEqualTheFold() {
    QFETCH(int, table);
    QFETCH(qulonglong, count);
    static const ReplicaFixture fixture;
    static const auto events = sampleEvents(accessLog(true), kEvents);
    static const auto replica = [] {
        auto created = fixture.create();
        applyAll(*created, kRegion, events, 512);
        return created;
    }();
    const Folded& folded = foldedTables()[static_cast<std::size_t>(table)];
    const bool isRelation = std::string_view(folded.table).find("_versions") == std::string_view::npos;
    const std::string bound = std::to_string(EventNumber::of(1, static_cast<std::int64_t>(count)).value);
    const auto stored = printedQuery(
        fixture.path(), "SELECT (SELECT id FROM aggregates WHERE code = entity), " + std::string(folded.columns) +
                            " FROM " + folded.table + " WHERE from_n <= " + bound + " AND (to_n IS NULL OR to_n > " +
                            bound + ")" + (isRelation ? " AND is_end = 0" : " AND state <> 'none'"));
    std::vector<std::string> expected;
    for (const auto& [id, history] : historiesOf(events, folded.type, count))
        for (const std::string& line : folded.lines(history))
            expected.push_back(id + "|" + line);
    QVERIFY(expected.size() > 3);
    QCOMPARE(textsOf(stored), textsOf(expected));
}

void AccessProjectionsTest::sessionsEqualTheFold() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, kEvents);
    applyAll(*replica, kRegion, events, 700);
    std::vector<std::string> expected;
    for (const auto& [id, history] : historiesOf(events, "session", events.size())) {
        const auto state = foldSession(history);
        expected.push_back(id + "|" + state.user.text() + "|" + flag(state.isAuthenticated) + "|" +
                           flag(state.lifecycle == SessionLifecycle::Terminated));
    }
    const auto stored =
        printedQuery(fixture.path(), "SELECT " + idColumn("a.id") +
                                         ", coalesce(u.id, ''), authenticated IS NOT NULL, ended IS NOT"
                                         " NULL FROM session_spans AS s JOIN aggregates AS a ON a.code ="
                                         " s.entity LEFT JOIN aggregates AS u ON u.code = s.user");
    QVERIFY(std::any_of(expected.begin(), expected.end(), [](const auto& line) { return line.ends_with("|1|1"); }));
    QCOMPARE(textsOf(stored), textsOf(expected));
}

void AccessProjectionsTest::batchSizesLeaveNoTrace() {
    const ReplicaFixture fixture;
    const auto events = sampleEvents(accessLog(true), 6'000);
    std::vector<std::vector<std::string>> printed;
    for (const std::size_t size : {6'000U, 1'000U, 37U}) {
        const std::string name = std::to_string(size);
        applyAll(*fixture.create(name.c_str()), kRegion, events, size);
        printed.push_back(printedRows(fixture.path(name.c_str())));
    }
    QVERIFY(printed[0] == printed[1]);
    QVERIFY(printed[0] == printed[2]);
}

void AccessProjectionsTest::rebuiltModelsHoldTheSameRows() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    applyAll(*replica, kRegion, sampleEvents(accessLog(true), 25'000), 5'000);
    const auto before = printedRows(fixture.path());
    for (const std::string& model : readModelNames())
        while (!MUST(replica->writer()->rebuildSlice(model)).isFinished) {
        }
    QVERIFY(printedRows(fixture.path()) == before);
    for (const Finding& finding : MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})))
        QVERIFY2(finding.kind == "event.repeated", finding.detail.c_str());
}

void AccessProjectionsTest::theDoctorSeesEveryDamage_data() {
    QTest::addColumn<QString>("damage");
    for (
        const char* damage :
        {"UPDATE team_members SET member = 'nobody' WHERE from_n = (SELECT max(from_n) FROM team_members WHERE is_end "
         "= 0)",
         "UPDATE team_members SET to_n = NULL WHERE from_n = (SELECT min(from_n) FROM team_members WHERE to_n > 0)",
         "DELETE FROM role_permissions WHERE from_n = (SELECT max(from_n) FROM role_permissions)",
         "UPDATE user_credentials SET is_end = 1 WHERE from_n = (SELECT max(from_n) FROM user_credentials WHERE is_end "
         "= 0)",
         "UPDATE org_domains SET verified = 1 - verified WHERE from_n = (SELECT max(from_n) FROM org_domains WHERE "
         "is_end = 0)",
         "UPDATE grant_versions SET until_at = 7 WHERE from_n = (SELECT max(from_n) FROM grant_versions)",
         "UPDATE resource_versions SET parent = 'elsewhere' WHERE from_n = (SELECT max(from_n) FROM resource_versions)",
         "UPDATE user_versions_listed SET state = 'gone' WHERE from_n = (SELECT max(from_n) FROM user_versions_listed)",
         "DELETE FROM org_versions_listed WHERE from_n = (SELECT min(from_n) FROM org_versions_listed)",
         "UPDATE team_versions_listed SET to_n = NULL WHERE from_n = (SELECT min(from_n) FROM team_versions_listed"
         " WHERE to_n > 0)",
         "UPDATE session_spans SET ended = NULL WHERE entity = (SELECT max(entity) FROM session_spans WHERE ended > 0)",
         "UPDATE session_spans SET user = user + 1 WHERE entity = (SELECT max(entity) FROM session_spans)",
         "UPDATE session_spans_open SET sessions = sessions - 1"})
        QTest::newRow(damage) << QString::fromUtf8(damage);
}

void AccessProjectionsTest::theDoctorSeesEveryDamage() {
    QFETCH(QString, damage);
    const ReplicaFixture fixture;
    auto replica = fixture.create();
    applyAll(*replica, kRegion, sampleEvents(accessLog(false), 4'000), 4'000);
    QVERIFY(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})).empty());
    replica.reset();
    {
        SQLite::Database file(fixture.path().string(), SQLite::OPEN_READWRITE);
        QCOMPARE(file.exec(damage.toStdString()), 1);
    }
    replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
    const auto findings = MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {}));
    QVERIFY(std::any_of(findings.begin(), findings.end(),
                        [](const Finding& finding) { return finding.kind == "file.projection"; }));
}

void AccessProjectionsTest::aPasswordChangedMakesAVersionOnlyWhereItShows() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    auto events = sampleEvents({}, 400);
    const auto user = std::find_if(events.begin(), events.end(),
                                   [](const RecordedEvent& event) { return event.type == "user.human.added"; });
    QVERIFY(user != events.end());
    std::int64_t sequence = 1'000;
    const RecordedEvent added = *user;
    for (const bool isRequired : {false, false, true, true, false}) {
        RecordedEvent event = added;
        const NewEvent changed = encode(UserEvent(HumanPasswordChanged{isRequired}));
        event.type = changed.type;
        event.payload = changed.payload;
        event.sequence = ++sequence;
        event.key = {{events.back().key.position.major + 1, 0}, 1};
        events.push_back(std::move(event));
    }
    applyAll(*replica, kRegion, events, 1'000);
    const auto rows = printedQuery(fixture.path(), "SELECT password_change_required FROM user_versions WHERE from_n >"
                                                   " (1 << 40) + 400 ORDER BY from_n");
    QCOMPARE(rows, (std::vector<std::string>{"1", "0"}));
}

void AccessProjectionsTest::listingsCoverEveryVersion() {
    const ReplicaFixture fixture;
    applyAll(*fixture.create(), kRegion, sampleEvents(accessLog(true), 6'000), 333);
    const auto count = [&](const std::string& sql) {
        return std::stoi(printedQuery(fixture.path(), "SELECT count(*) FROM " + sql).front());
    };
    // One listing is seen wherever a version is, and says what the version says; what lists do not show makes none.
    const std::string seen = " l WHERE l.entity = v.entity AND l.from_n <= v.from_n AND (l.to_n IS NULL OR l.to_n >"
                             " v.from_n) AND l.tenant = v.tenant AND l.state = v.state";
    QCOMPARE(
        count(
            "user_versions v WHERE (SELECT count(*) FROM user_versions_listed" + seen +
            " AND l.kind = v.kind AND l.name_folded = folded_lines(v.user_name) AND l.searched ="
            " folded_lines(v.display_name, v.email) AND stored_id_text(l.id) = (SELECT id FROM aggregates WHERE code ="
            " v.entity)) <> 1"),
        0);
    QCOMPARE(count("role_versions v WHERE (SELECT count(*) FROM role_versions_listed" + seen +
                   " AND l.name_folded = folded_lines(v.role_key)) <> 1"),
             0);
    QVERIFY(count("org_versions_listed") < count("org_versions"));
    QVERIFY(count("user_versions_listed") > 0 && count("resource_versions_listed") > 0);
}

MUNIMENT_TEST(access_projections, AccessProjectionsTest);
#include "test_access_projections.moc"
