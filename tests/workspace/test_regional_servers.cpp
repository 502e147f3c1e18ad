// Protects: the whole way on real PostgreSQL servers over TLS. Events are seen, commands are done once, a server may go
// and come back, two processes may want the same user, and what cannot work says why.
#include "models/directory/directory.h"
#include "models/eventstore/schema.h"
#include "models/workspace/workspace.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

class TestRegionalServers : public QObject {
    Q_OBJECT

    RegionalServers servers;
    QTemporaryDir directory;
    int files = 0;

    [[nodiscard]] RegionName name(int i) const { return RegionName(servers.regionName(i)); }

    [[nodiscard]] std::unique_ptr<EventStore> store(int i) const {
        auto opened = openEventStore(servers.endpoint(i), nullptr);
        if (!opened || !(*opened)->connect(name(i)))
            qFatal("no store at %s", servers.endpoint(i).c_str());
        return std::move(*opened);
    }

    [[nodiscard]] ReplicaSettings settings() const {
        ReplicaSettings settings;
        for (int i = 0; i < servers.count(); ++i)
            settings.regions.push_back({name(i), servers.endpoint(i)});
        settings.operatorName = "tester";
        return settings;
    }

    [[nodiscard]] std::filesystem::path newFile() {
        return directory.filePath(QStringLiteral("w%1.muniment").arg(++files)).toStdString();
    }

    [[nodiscard]] std::unique_ptr<Workspace> following() {
        auto workspace = Workspace::create(newFile(), settings(), {});
        if (!workspace)
            qFatal("create: %s", workspace.error().detail.c_str());
        (*workspace)->startFollowing();
        return std::move(*workspace);
    }

    [[nodiscard]] static RegionStatus status(const Workspace& workspace, const RegionName& region) {
        for (RegionStatus& each : workspace.regions()) {
            if (each.region == region)
                return std::move(each);
        }
        return {};
    }

    [[nodiscard]] TenantId addOrg(int i, const std::string& orgName) const {
        const auto at = store(i);
        const auto added = runCommand(*at, orgCommand(name(i), {}, AddOrg{orgName, {}, {}}), systemClock());
        if (!added)
            qFatal("add an org: %s %s", errorCodeName(added.error().code).data(), added.error().detail.c_str());
        return added->tenant;
    }

    [[nodiscard]] AggregateId addRobot(int i, const TenantId& tenant, const std::string& userName) const {
        const auto at = store(i);
        const auto added =
            runCommand(*at, userCommand(name(i), tenant, {}, AddMachine{userName, userName, {}}), systemClock());
        if (!added)
            qFatal("add a user: %s %s", errorCodeName(added.error().code).data(), added.error().detail.c_str());
        return added->id;
    }

private slots:

    void initTestCase() {
        servers.start(3, {.isTls = true});
        for (int i = 0; i < servers.count(); ++i) {
            const auto installed = installSchema({servers.superuserEndpoint(i), nullptr, {servers.regionName(i)}});
            QVERIFY2(installed, installed ? "" : installed.error().detail.c_str());
        }
    }

    void createSyncQueryCommandVisible() {
        const TenantId acme = addOrg(0, "Acme");
        std::ignore = addRobot(0, acme, "first");
        const auto workspace = following();
        QTRY_COMPARE(status(*workspace, name(0)).events, std::int64_t(3));
        std::optional<Result<CommandResult>> told;
        workspace->submit(userCommand(name(0), acme, {}, AddMachine{"second", "Second", {}}), this,
                          [&](auto result) { told = std::move(result); });
        QTRY_VERIFY(told);
        QVERIFY2(*told, *told ? "" : told->error().detail.c_str());
        std::optional<Result<UserRow>> found;
        workspace->query<UserRow>(
            this, [](Snapshot& snapshot, std::stop_token) { return findUser(snapshot, "second"); },
            [&](Result<UserRow> row) { found = std::move(row); });
        QTRY_VERIFY(found);
        QVERIFY(*found);
        QCOMPARE((*found)->id, (*told)->id);
        QCOMPARE(difference(printedLog(*store(0), name(0)), {}).empty(), false); // the log is there to be compared with
        for (int i = 0; i < servers.count(); ++i)
            QTRY_COMPARE(status(*workspace, name(i)).follower.phase, FollowerPhase::Following);
    }

    void aServerGoesAndComesBackWhileTheOthersGoOn() {
        const TenantId here = addOrg(0, "Here");
        const TenantId there = addOrg(1, "There");
        const auto workspace = following();
        QTRY_VERIFY(status(*workspace, name(0)).follower.phase == FollowerPhase::Following &&
                    status(*workspace, name(1)).follower.phase == FollowerPhase::Following);
        servers.stop(1);
        QTRY_COMPARE(status(*workspace, name(1)).follower.phase, FollowerPhase::Down);
        const std::int64_t before = status(*workspace, name(0)).events;
        std::ignore = addRobot(0, here, "robot");
        QTRY_COMPARE(status(*workspace, name(0)).events, before + 1);
        std::optional<Result<OrgRow>> found;
        workspace->query<OrgRow>(
            this, [](Snapshot& snapshot, std::stop_token) { return findOrganization(snapshot, "There"); },
            [&](Result<OrgRow> row) { found = std::move(row); });
        QTRY_VERIFY(found);
        QVERIFY(*found); // what was read stays readable
        servers.startAgain(1);
        const std::int64_t held = status(*workspace, name(1)).events;
        std::ignore = addRobot(1, there, "robot");
        workspace->syncNow();
        QTRY_COMPARE(status(*workspace, name(1)).events, held + 1);
        QTRY_COMPARE(status(*workspace, name(1)).follower.phase, FollowerPhase::Following);
    }

    void oneOfTwoProcessesWinsAndTheOtherIsTold() {
        const TenantId tenant = addOrg(2, "Contested");
        for (int round = 0; round < 5; ++round) {
            const AggregateId user = addRobot(2, tenant, "robot" + std::to_string(round));
            QProcess rivals[2];
            for (QProcess& rival : rivals) {
                rival.start(QStringLiteral(MUNIMENT_WORKSPACE_PROCESS),
                            {QStringLiteral("lock"), QString::fromStdString(servers.endpoint(2)),
                             QString::fromStdString(name(2).text()), QString::fromStdString(tenant.text()),
                             QString::fromStdString(user.text()), QStringLiteral("1")});
            }
            for (QProcess& rival : rivals)
                QVERIFY(rival.waitForReadyRead()); // "ready"
            for (QProcess& rival : rivals)
                rival.write("go\n");
            QStringList said;
            for (QProcess& rival : rivals) {
                QVERIFY(rival.waitForFinished());
                said << QString::fromUtf8(rival.readAllStandardOutput()).trimmed().section(QLatin1Char('\n'), -1);
            }
            said.sort();
            QCOMPARE(said, (QStringList{QStringLiteral("conflict"), QStringLiteral("done 2")}));
            const auto history = store(2)->load(name(2), tenant, {"user", user});
            QVERIFY(history);
            QCOMPARE(history->events.size(), std::size_t(2));
        }
    }

    void anEndpointThatCannotWorkSaysWhy_data() {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("code");
        const QString good = QString::fromStdString(servers.endpoint(0));
        const auto replaced = [&](const char* what, const QString& by) {
            QString text = good;
            return text.replace(QRegularExpression(QString::fromLatin1(what)), by);
        };
        const QString strangerCa = QString::fromStdString(servers.tlsDirectory()) + QStringLiteral("/stranger-ca.crt");
        QTest::newRow("nobody listens") << replaced(":\\d+/", QStringLiteral(":1/")) << QStringLiteral("unreachable");
        QTest::newRow("a stranger's CA") << replaced("sslrootcert=[^&]*", QStringLiteral("sslrootcert=") + strangerCa)
                                         << QStringLiteral("tlsRejected");
        QTest::newRow("no such database")
            << replaced("/muniment\\?", QStringLiteral("/elsewhere?")) << QStringLiteral("databaseMissing");
        QTest::newRow("no such user") << replaced("admin@", QStringLiteral("nobody@"))
                                      << QStringLiteral("authenticationFailed");
    }

    void anEndpointThatCannotWorkSaysWhy() {
        QFETCH(QString, endpoint);
        QFETCH(QString, code);
        ReplicaSettings one;
        one.regions.push_back({name(0), endpoint.toStdString()});
        auto workspace = Workspace::create(newFile(), one, {});
        QVERIFY(workspace);
        (*workspace)->startFollowing();
        QTRY_VERIFY(status(**workspace, name(0)).follower.error);
        const Error error = *status(**workspace, name(0)).follower.error;
        QCOMPARE(QString::fromUtf8(errorCodeName(error.code).data()), code);
        QVERIFY(!error.get("stage").empty());
    }

    void freshnessIsMeasured() {
        std::vector<TenantId> tenants;
        for (int i = 0; i < servers.count(); ++i)
            tenants.push_back(addOrg(i, "Fresh " + std::to_string(i)));
        const auto workspace = following();
        for (int i = 0; i < servers.count(); ++i)
            QTRY_COMPARE(status(*workspace, name(i)).follower.phase, FollowerPhase::Following);
        std::map<RegionName, LogKey> shown;
        connect(workspace.get(), &Workspace::batchApplied, this,
                [&](const AppliedBatch& batch) { shown[batch.region] = batch.cursor.value_or(LogKey{}); });
        std::vector<std::unique_ptr<EventStore>> writers;
        for (int i = 0; i < servers.count(); ++i)
            writers.push_back(store(i));
        std::vector<double> milliseconds;
        for (int i = 0; i < 90; ++i) {
            const int at = i % servers.count();
            const auto written = runCommand(
                *writers[std::size_t(at)],
                orgCommand(name(at), tenants[std::size_t(at)], RenameOrg{"Fresh " + std::to_string(i) + "'"}),
                systemClock());
            QVERIFY(written);
            const auto committed = std::chrono::steady_clock::now();
            QTRY_VERIFY(shown[name(at)] >= written->appended->key);
            milliseconds.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - committed).count());
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        qInfo("from COMMIT to visible, %zu commands in three regions: p50 %.0f ms, p99 %.0f ms, most %.0f ms",
              milliseconds.size(), milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100],
              milliseconds.back());
    }
};

} // namespace

MUNIMENT_TEST(regional_servers, TestRegionalServers);
#include "test_regional_servers.moc"
