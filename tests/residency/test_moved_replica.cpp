// Protects what a workspace file makes of moves: a file that was there before, one that came during the moves and one
// that knows the last home only hold the same events and the same versions; nothing is a hole, and a rebuilt model is
// equal.
#include "models/access/access_entities.h"
#include "models/access/access_walk.h"
#include "models/directory/directory.h"
#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/replica/event_rows.h"
#include "models/replica/index/event_index.h"
#include "models/replica/sqlite.h"
#include "models/timeline/filter/filter.h"
#include "models/timeline/match_set.h"
#include "models/timeline/names_at_event.h"
#include "models/workspace/sync_run.h"
#include "tests/residency/move_ground.h"
#include "tests/residency/moved_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <set>

using namespace muniment;
using namespace muniment::test;

Q_DECLARE_METATYPE(muniment::test::GroundKind)

namespace {

class MovedReplicaTest : public QObject {
    Q_OBJECT

    MoveServers m_servers;
    QTemporaryDir m_directory;
    int m_files = 0;

    static void grounds() {
        QTest::addColumn<GroundKind>("kind");
        QTest::newRow("two servers") << GroundKind::TwoServers;
        QTest::newRow("one server") << GroundKind::OneServer;
        QTest::newRow("embedded") << GroundKind::Embedded;
    }

    std::unique_ptr<MovedFile> file(MoveGround& ground, const std::vector<RegionName>& regions) {
        const QString path = m_directory.filePath(QStringLiteral("%1.muniment").arg(++m_files));
        return std::make_unique<MovedFile>(ground, path.toStdString(), regions);
    }

    static void move(MoveGround& ground, const TenantId& tenant, bool isBack = false) {
        const RegionName from = isBack ? ground.to() : ground.from();
        const RegionName to = isBack ? ground.from() : ground.to();
        auto source = ground.open(from);
        auto target = ground.open(to);
        const auto moved =
            TenantMove(*source, *target, tenant, from, to).run({{"operator", ActorId("olga")}, {}}, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : moved.error().detail.c_str());
    }

    static void rename(MoveGround& ground, const RegionName& region, const TenantId& tenant, std::int32_t epoch,
                       const std::string& name) {
        auto store = ground.open(region, "admin");
        Append append;
        append.region = region;
        append.tenant = tenant;
        append.epoch = epoch;
        append.aggregate = {"org", AggregateId(tenant.text())};
        append.expectedSequence = store->load(region, tenant, append.aggregate)->events.back().sequence;
        append.events = {encode(OrgEvent(OrgRenamed{name}), {})};
        append.tenantChange = RenameTenant{name};
        append.actor = {"operator", ActorId("olga")};
        append.commandId = randomUuid();
        append.occurredAt = systemClock().now();
        QVERIFY(store->append(append).has_value());
    }

    static qint64 countOf(MovedFile& file, const std::string& filter) {
        const auto snapshot = file.replica().snapshot().value();
        const auto parsed = parseFilter(filter);
        const auto matches = evaluate(
            *snapshot, {.filter = parsed.filter.value_or(FilterNode{}), .asOf = {}, .now = systemClock().now()});
        return matches ? static_cast<qint64>((*matches)->count()) : -1;
    }

    /// What the organization was called at its events, each name once, in the order of their log.
    static QStringList namesOf(MovedFile& file, const TenantId& tenant) {
        const auto snapshot = file.replica().snapshot().value();
        const auto runs = snapshot->runs().value();
        std::vector<std::tuple<std::int32_t, LogKey, std::string>> events;
        NamesAtEvent names(*snapshot);
        for (const RunRecord& run : runs)
            for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal; ++ordinal) {
                auto& row = snapshot->statement(selectStoredEvent(), run.run);
                row.bind(1, EventNumber::of(run.run, ordinal).value);
                if (!row.step())
                    continue;
                const StoredEvent stored = readStoredEvent(row);
                row.reset();
                if (stored.event.tenant == tenant)
                    events.emplace_back(stored.event.epoch, stored.event.key, names.tenant(stored));
            }
        std::sort(events.begin(), events.end());
        QStringList called;
        for (const auto& [epoch, key, name] : events)
            if (called.isEmpty() || called.back() != QString::fromStdString(name))
                called << QString::fromStdString(name);
        return called;
    }

    static void begin(MoveGround& ground, const RegionName& region, const TenantId& tenant,
                      const AggregateKey& session) {
        auto store = ground.open(region, "admin");
        Append append;
        append.region = region;
        append.tenant = tenant;
        append.aggregate = session;
        append.events = {{"session.added", 1, R"({"os":"Linux"})", "success"}};
        append.actor = {"operator", ActorId("olga")};
        append.commandId = randomUuid();
        append.occurredAt = systemClock().now();
        QVERIFY(store->append(append).has_value());
    }

    static void change(MoveGround& ground, const RegionName& region, const TenantId& tenant, std::int32_t epoch,
                       const AggregateKey& aggregate, const NewEvent& event) {
        auto store = ground.open(region, "admin");
        Append append;
        append.region = region;
        append.tenant = tenant;
        append.epoch = epoch;
        append.aggregate = aggregate;
        append.expectedSequence = store->load(region, tenant, aggregate)->events.back().sequence;
        append.events = {event};
        append.actor = {"operator", ActorId("olga")};
        append.commandId = randomUuid();
        append.occurredAt = systemClock().now();
        const auto appended = store->append(append);
        QVERIFY2(appended.has_value(), appended ? "" : appended.error().detail.c_str());
    }

    /// "0110 …": who may read the document at each of the instants, and now.
    static QString whoMayRead(MovedFile& file, AccessProjection& access, const TenantId& tenant,
                              const std::string& document, const std::vector<AggregateId>& users,
                              const std::vector<Instant>& instants) {
        const auto snapshot = file.replica().snapshot().value();
        if (const auto advanced = access.advance(*snapshot); !advanced)
            return QString::fromStdString(advanced.error().detail);
        AccessEntities entities(*snapshot, access);
        const auto home = entities.findHome(tenant);
        if (!home)
            return QStringLiteral("no home");
        QString answers;
        std::vector<std::optional<Moment>> moments(instants.begin(), instants.end());
        moments.emplace_back();
        for (const auto& moment : moments) {
            const Bound bound = access.graph().home(*home).boundOf(snapshot->bounds(moment).value());
            AccessWalk walk(access.graph());
            for (const AggregateId& user : users)
                answers += walk.check({entities.findSubject(*home, SubjectKind::User, user), "read",
                                       entities.findResource(*home, AggregateId(document))},
                                      {bound, moment ? moment->at.micros : systemClock().now().micros})
                               ? u'1'
                               : u'0';
            answers += u' ';
        }
        return answers.trimmed();
    }

private slots:

    void accessGoesOnOverAMove_data() { grounds(); }

    void accessGoesOnOverAMove() {
        QFETCH(GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const std::string name = "access" + std::to_string(static_cast<int>(kind));
        const TenantId tenant = ground.addTenant(name, 4, 1);
        std::vector<AggregateKey> grants;
        std::vector<AggregateId> users;
        for (const RecordedEvent& event : ground.log(ground.from(), tenant)) {
            if (event.type == "grant.added")
                grants.push_back(event.aggregate);
            else if (event.type == "user.human.added")
                users.push_back(event.aggregate.id);
        }
        auto early = file(ground, {ground.from(), ground.to()});
        QCOMPARE(early->sync(), QString());
        AccessProjection growing;
        std::vector<Instant> instants{systemClock().now()};
        const auto told = [&](MovedFile& asked, AccessProjection& access) {
            return whoMayRead(asked, access, tenant, name + "-doc", users, instants);
        };
        QCOMPARE(told(*early, growing), QStringLiteral("1111 1111"));
        change(ground, ground.from(), tenant, 1, grants[0], encode(GrantEvent(GrantRemoved{}), {}));
        instants.push_back(systemClock().now());
        move(ground, tenant);
        change(ground, ground.to(), tenant, 2, grants[1], encode(GrantEvent(GrantRemoved{}), {}));
        instants.push_back(systemClock().now());
        QCOMPARE(early->sync(), QString());
        QCOMPARE(told(*early, growing), QStringLiteral("1111 0111 0011 0011"));
        move(ground, tenant, true);
        change(ground, ground.from(), tenant, 3, {"user", users[2]}, encode(UserEvent(UserLocked{}), {}));
        instants.push_back(systemClock().now());
        auto late = file(ground, {ground.from(), ground.to()});
        auto only = file(ground, {ground.from()});
        for (const auto& each : {early.get(), late.get(), only.get()}) {
            QCOMPARE(each->sync(), QString());
            AccessProjection fresh;
            QCOMPARE(told(*each, fresh), QStringLiteral("1111 0111 0011 0001 0001"));
        }
        QCOMPARE(told(*early, growing), QStringLiteral("1111 0111 0011 0001 0001"));
    }

    void filesAgreeWhateverTheySawOfAMove_data() { grounds(); }

    void filesAgreeWhateverTheySawOfAMove() {
        QFETCH(GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const std::string name = "agree" + std::to_string(static_cast<int>(kind));
        const TenantId tenant = ground.addTenant(name, 12, 5);
        const TenantId other = ground.addTenant("other" + name, 3, 2);
        const AggregateKey session{"session", AggregateId(randomUuid().text())};
        begin(ground, ground.from(), tenant, session);
        auto early = file(ground, {ground.from(), ground.to()});
        QCOMPARE(early->sync(), QString());
        auto lagging = file(ground, {ground.from(), ground.to()});
        QCOMPARE(lagging->sync(), QString());
        rename(ground, ground.from(), tenant, 1, name + " before");
        QCOMPARE(early->sync(), QString());
        move(ground, tenant);
        if (QTest::currentTestFailed())
            return;
        rename(ground, ground.to(), tenant, 2, name + " after");
        change(ground, ground.to(), tenant, 2, session, {"session.terminated", 1, std::nullopt, "success"});
        QCOMPARE(early->sync(), QString());
        auto late = file(ground, {ground.from(), ground.to()});
        auto only = file(ground, {ground.to()});
        for (const auto& each : {late.get(), only.get(), lagging.get()})
            QCOMPARE(each->sync(), QString());
        const auto expected = early->lines(tenant);
        QVERIFY(expected.size() > 100);
        for (const auto& each : {late.get(), only.get(), lagging.get()})
            QCOMPARE(firstDifference(expected, each->lines(tenant)), QString());
        for (const auto& each : {early.get(), late.get(), only.get(), lagging.get()})
            QCOMPARE(each->findings().join(QLatin1Char('\n')), QString());
        QCOMPARE(firstDifference(early->lines(other), late->lines(other)), QString());
        for (const auto& each : {early.get(), late.get(), only.get(), lagging.get()}) {
            QCOMPARE(namesOf(*each, tenant),
                     QStringList({QString::fromStdString(name), QString::fromStdString(name + " before"),
                                  QString::fromStdString(name + " after")}));
            // Every event is found by the name that its organization had, and by no other.
            qint64 found = 0;
            for (const char* when : {"", " before", " after"})
                found += countOf(*each, "tenant:\"" + name + when + "\"");
            QCOMPARE(found, countOf(*each, "tenant:" + tenant.text()));
            QVERIFY(countOf(*each, "tenant:\"" + name + " after\"") >= 1);
            QCOMPARE(countOf(*each, "region:" + ground.to().text() + " tenant:" + tenant.text()), 3);
            SessionQuery sessions;
            sessions.tenant = tenant;
            const auto snapshot = each->replica().snapshot().value();
            const auto listed = listSessions(*snapshot, sessions);
            QVERIFY(listed && listed->empty()); // it has ended where it lives now
        }
        // What is shown is where it lives, now and then.
        const auto snapshot = early->replica().snapshot().value();
        const auto org = findOrganization(*snapshot, tenant.text());
        QVERIFY(org.has_value());
        QCOMPARE(org->region, ground.to());
        QCOMPARE(org->name, name + " after");
        OrgQuery inRegion;
        inRegion.region = ground.to();
        QCOMPARE(countOrganizations(*snapshot, inRegion).value(), 1);
        UserQuery users;
        users.tenant = tenant;
        const auto listed = listUsers(*snapshot, users);
        QVERIFY(listed.has_value());
        QCOMPARE(std::ssize(*listed), 12);
        QCOMPARE(listed->front().region, ground.to());
        QCOMPARE(listed->front().tenantName, name + " after");
    }

    void thereAndBackAgainIsOneHistory_data() { grounds(); }

    void thereAndBackAgainIsOneHistory() {
        QFETCH(GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const std::string name = "back" + std::to_string(static_cast<int>(kind));
        const TenantId tenant = ground.addTenant(name, 5, 3);
        auto early = file(ground, {ground.from(), ground.to()});
        QCOMPARE(early->sync(), QString());
        move(ground, tenant);
        rename(ground, ground.to(), tenant, 2, name + " away");
        QCOMPARE(early->sync(), QString());
        auto between = file(ground, {ground.to(), ground.from()});
        QCOMPARE(between->sync(), QString());
        move(ground, tenant, true);
        rename(ground, ground.from(), tenant, 3, name + " home");
        auto late = file(ground, {ground.from(), ground.to()});
        auto only = file(ground, {ground.from()});
        for (const auto& each : {early.get(), between.get(), late.get(), only.get()})
            QCOMPARE(each->sync(), QString());
        const auto expected = early->lines(tenant);
        for (const auto& each : {between.get(), late.get(), only.get()})
            QCOMPARE(firstDifference(expected, each->lines(tenant)), QString());
        for (const auto& each : {early.get(), between.get(), late.get(), only.get()})
            QCOMPARE(each->findings().join(QLatin1Char('\n')), QString());
        for (const auto& each : {early.get(), late.get()}) {
            for (const char* model : {"organizations", "users", "grants"})
                for (bool isFinished = false; !isFinished;) {
                    const auto progress = each->replica().writer()->rebuildSlice(model);
                    QVERIFY(progress.has_value());
                    isFinished = progress->isFinished;
                }
            QCOMPARE(firstDifference(expected, each->lines(tenant)), QString());
        }
    }
};

} // namespace

MUNIMENT_TEST(moved_replica, MovedReplicaTest);
#include "test_moved_replica.moc"
