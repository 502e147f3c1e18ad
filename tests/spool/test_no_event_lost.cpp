// No event missed and none twice, whatever is killed: 24 foreign writers on a real PostgreSQL server, transactions
// rolled back and held open, backends terminated, the server restarted and killed; a follower's process that is killed
// -9 at random instants and started again. In the end the workspace file equals the log, in log order. Beside it a
// follower by highest number must be seen to lose events, or the run had no power.
//
// A round is one life of the follower. MUNIMENT_ROUNDS says how many; 100 take about three minutes.
#include "models/eventstore/event_store.h"
#include "models/eventstore/schema.h"
#include "models/replica/replica.h"
#include "tests/spool/sql_writers.h"
#include "tests/support/parent_death.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kWriters = 24;
constexpr int kDefaultRounds = 30;
const RegionName kRegion("eu-west-1");

int roundsWanted() {
    bool isSet = false;
    const int rounds = qEnvironmentVariableIntValue("MUNIMENT_ROUNDS", &isSet);
    return isSet ? std::max(1, rounds) : kDefaultRounds;
}

/// One line per event of the log, in log order.
QStringList logLines(PlainSql& sql) {
    const auto rows = sql.query("SELECT e.aggregate_id || '/' || e.sequence, e.event_id, e.position, e.in_tx_order "
                                "FROM muniment.events AS e WHERE e.region = $1 AND e.live "
                                "ORDER BY e.position, e.in_tx_order",
                                {kRegion.text()});
    QStringList lines;
    for (const auto& row : rows.value_or(std::vector<PlainSql::Row>{}))
        lines << QString::fromStdString(row[0] + " " + row[1] + " " + row[2] + "." + row[3]);
    return lines;
}

/// The same of the workspace file, in the order of its ordinals.
QStringList fileLines(Snapshot& snapshot) {
    QStringList lines;
    for (const RunRecord& run : snapshot.runs().value_or(std::vector<RunRecord>{}))
        for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal; ++ordinal) {
            const auto event = snapshot.event(EventNumber::of(run.run, ordinal));
            if (!event) {
                lines << QStringLiteral("unreadable %1").arg(ordinal);
                continue;
            }
            lines << QString::fromStdString(event->aggregate.id.text() + "/" + std::to_string(event->sequence) + " " +
                                            event->eventId.text() + " " + std::to_string(event->key.position.major) +
                                            "." + std::to_string(event->key.inTxOrder));
        }
    return lines;
}

QString firstDifference(const QStringList& log, const QStringList& file) {
    for (qsizetype i = 0; i < std::min(log.size(), file.size()); ++i)
        if (log[i] != file[i])
            return QStringLiteral("line %1: log '%2', file '%3'").arg(i).arg(log[i], file[i]);
    return log.size() == file.size() ? QString()
                                     : QStringLiteral("log has %1 events, file %2").arg(log.size()).arg(file.size());
}

} // namespace

class NoEventLostTest : public QObject {
    Q_OBJECT

    RegionalServers m_servers;
    QTemporaryDir m_directory;
    std::unique_ptr<PlainSql> m_owner;

    [[nodiscard]] QString file() const { return m_directory.filePath(QStringLiteral("follow.muniment")); }

    [[nodiscard]] QStringList helperArguments(const QString& mode) const {
        return {QString::fromStdString(m_servers.endpoint(0, "auditor")), QString::fromStdString(kRegion.text()),
                file(), mode};
    }

    /// One life of the follower, ended by kill -9 at a random instant.
    void followAndKill(std::minstd_rand& dice) {
        QProcess follower;
        endWithThisThread(follower);
        follower.setProcessChannelMode(QProcess::ForwardedChannels);
        follower.start(QStringLiteral(MUNIMENT_FOLLOW_HELPER), helperArguments(QStringLiteral("follow")));
        QVERIFY(follower.waitForStarted());
        QTest::qWait(std::uniform_int_distribution<int>(30, 2'200)(dice)); // the instant is the point
        QVERIFY2(follower.state() == QProcess::Running, "the follower gave up by itself");
        follower.kill();
        QVERIFY(follower.waitForFinished());
    }

    void disturbServer(int round) {
        if (round % 10 == 4)
            m_servers.restart(0);
        else if (round % 10 == 9) {
            m_servers.kill9(0);
            m_servers.startAgain(0);
        } else if (round % 3 == 1)
            m_owner->query("SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity AS a "
                           "WHERE a.usename IN ('admin', 'auditor') AND random() < 0.3");
    }

    /// A last, undisturbed run to the tail.
    void followToTheEnd() {
        QProcess follower;
        endWithThisThread(follower);
        follower.setProcessChannelMode(QProcess::ForwardedChannels);
        follower.start(QStringLiteral(MUNIMENT_FOLLOW_HELPER), helperArguments(QStringLiteral("once")));
        QVERIFY(follower.waitForFinished(120'000));
        QCOMPARE(follower.exitCode(), 0);
    }

private slots:

    void initTestCase() {
        m_servers.start(1, {.isTls = false, .isDurable = true});
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
        m_owner = std::make_unique<PlainSql>(m_servers.superuserEndpoint(0));
        QVERIFY2(m_owner->run("INSERT INTO muniment.tenants (region, id, name) VALUES ($1, 'acme', 'Acme')",
                              {kRegion.text()}),
                 m_owner->error().c_str());
    }

    void everyCommittedEventArrivesOnceInLogOrder() {
        const int rounds = roundsWanted();
        const unsigned seed = std::random_device{}();
        qInfo("%d rounds, seed %u", rounds, seed);
        std::minstd_rand dice(seed);
        SqlWriters writers(m_servers.endpoint(0, "admin"), kRegion, kWriters);
        NaiveFollower naive(m_servers.superuserEndpoint(0), kRegion);
        for (int round = 0; round < rounds; ++round) {
            followAndKill(dice);
            if (QTest::currentTestFailed())
                break;
            disturbServer(round);
        }
        writers.stop();
        naive.stop();
        followToTheEnd();

        PlainSql reader(m_servers.superuserEndpoint(0)); // the owner's connection may have died with the server
        const QStringList log = logLines(reader);
        const auto replica = Replica::open(file().toStdString(), ReplicaAccess::ReadOnly);
        QVERIFY2(replica.has_value(), replica ? "" : replica.error().detail.c_str());
        const auto snapshot = (*replica)->snapshot();
        QVERIFY(snapshot.has_value());
        QCOMPARE(firstDifference(log, fileLines(**snapshot)), QString());

        std::set<std::string> held;
        for (const QString& line : log)
            held.insert(line.section(u' ', 0, 0).toStdString());
        QCOMPARE(held.size(), static_cast<std::size_t>(log.size()));
        for (const std::string& event : writers.acknowledged())
            QVERIFY2(held.contains(event), ("acknowledged, but lost: " + event).c_str());
        for (const std::string& event : writers.rolledBack())
            QVERIFY2(!held.contains(event), ("rolled back, but there: " + event).c_str());
        const auto findings = (*snapshot)->findings(10);
        QVERIFY(findings.has_value());
        for (const Finding& finding : *findings)
            QVERIFY2(finding.kind.starts_with("time."), (finding.kind + " " + finding.detail).c_str());

        const auto lost = std::ssize(held) - std::ssize(naive.seen());
        qInfo("%zd events, %zu acknowledged, %zu rolled back; the naive follower lost %zd", held.size(),
              writers.acknowledged().size(), writers.rolledBack().size(), lost);
        QVERIFY2(held.size() > 500, "too little was written for the run to mean anything");
        QVERIFY2(lost > 0, "the naive follower lost nothing: this run had no power");
    }
};

MUNIMENT_TEST(no_event_lost, NoEventLostTest);
#include "test_no_event_lost.moc"
