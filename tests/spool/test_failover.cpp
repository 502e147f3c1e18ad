// A failover to a physical copy that lacks the last commits: the copy has the same system identifier and installation,
// answers at the same address, and goes on with the transaction ids of the events that are lost. A follower stops, and
// says why, also when other events have taken their places.
#include "models/eventstore/schema.h"
#include "models/spool/follower.h"
#include "tests/spool/scripted_store.h"
#include "tests/spool/tenant_append.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <thread>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

const RegionName kRegion("eu-west-1");

} // namespace

class FailoverTest : public QObject {
    Q_OBJECT

    RegionalServers m_servers;

    [[nodiscard]] std::unique_ptr<EventStore> open() const {
        auto store = openEventStore(m_servers.endpoint(0), nullptr);
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }

    void append(const std::string& id) {
        const auto appended = open()->append(newTenant(kRegion, id));
        QVERIFY2(appended.has_value(), appended ? "" : appended.error().detail.c_str());
    }

    /// Follows to the tail on this thread.
    [[nodiscard]] Result<void> followOnce(const FollowerStart& start, KeepingSink& sink) const {
        FollowerSettings settings;
        settings.onlyOnce = true;
        StatusLog log;
        return Follower(open(), start, settings, systemClock(), sink, log.callback()).run({});
    }

    [[nodiscard]] static FollowerStart after(const Batch& batch, const StoreMark& mark) {
        const RecordedEvent& last = batch.events.back();
        return {kRegion, last.key,
                HeldEvent{kRegion, last.tenant, last.aggregate, last.sequence, last.eventId, last.key}, mark};
    }

    /// Lets the server's owner take base backups over the loopback.
    void allowReplication() {
        QFile rules(QString::fromStdString(m_servers.dataDirectory(0)) + QStringLiteral("/pg_hba.conf"));
        QVERIFY(rules.open(QIODevice::Append));
        rules.write("host replication postgres 127.0.0.1/32 scram-sha-256\n");
        rules.close();
        PlainSql sql(m_servers.superuserEndpoint(0));
        QVERIFY2(sql.run("SELECT pg_reload_conf()"), sql.error().c_str());
    }

    void takeCopy(const QString& directory) {
        QStringList words{QStringLiteral("pg_basebackup"),
                          QStringLiteral("-D"),
                          directory,
                          QStringLiteral("-X"),
                          QStringLiteral("stream"),
                          QStringLiteral("-c"),
                          QStringLiteral("fast"),
                          QStringLiteral("-d"),
                          QStringLiteral("host=127.0.0.1 user=postgres port=%1").arg(m_servers.port(0))};
        if (::geteuid() == 0) // the files have to be the servers' user's
            words =
                QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid"),  QStringLiteral("postgres"),
                            QStringLiteral("--regid"), QStringLiteral("postgres"), QStringLiteral("--init-groups")} +
                words;
        QProcess copy;
        auto variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("PGPASSWORD"), QString::fromStdString(m_servers.password("postgres")));
        variables.remove(QStringLiteral("PGPASSFILE")); // its owner's alone
        copy.setProcessEnvironment(variables);
        copy.setWorkingDirectory(QStringLiteral("/"));
        copy.start(words.takeFirst(), words);
        QVERIFY(copy.waitForFinished(120'000));
        QVERIFY2(copy.exitCode() == 0, copy.readAllStandardError().constData());
    }

    /// The copy takes the server's place, at the same port.
    void failOverTo(const QString& copy) {
        const QString data = QString::fromStdString(m_servers.dataDirectory(0));
        m_servers.kill9(0);
        QVERIFY(QDir().rename(data, data + QStringLiteral("-lost")));
        QVERIFY(QDir().rename(copy, data));
        m_servers.startAgain(0);
    }

private slots:

    void initTestCase() {
        m_servers.start(1);
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
    }

    void aCopyThatLacksTheLastEventsStopsTheFollower() {
        append("one");
        const QString copy =
            QString::fromStdString(m_servers.dataDirectory(0)).chopped(4) + QStringLiteral("copy"); // beside "data"
        allowReplication();
        takeCopy(copy);
        if (QTest::currentTestFailed())
            return;
        KeepingSink early;
        QVERIFY(followOnce({kRegion, {}, {}, {}}, early));
        append("two");
        append("three");

        KeepingSink sink;
        StatusLog log;
        FollowerSettings settings;
        settings.backOffFirst = settings.backOffMost = 20ms;
        Follower follower(open(), {kRegion, {}, {}, {}}, settings, systemClock(), sink, log.callback());
        Result<void> ended;
        std::atomic<bool> hasEnded = false;
        const std::jthread thread([&](std::stop_token stop) {
            ended = follower.run(std::move(stop));
            hasEnded = true;
        });
        QTRY_COMPARE(sink.events().size(), std::size_t{3});
        const StoreMark mark = log.last().identity->mark;
        failOverTo(copy);
        QTRY_VERIFY(hasEnded);
        QVERIFY(!ended);
        QCOMPARE(QString::fromUtf8(errorCodeName(ended.error().code).data()), QStringLiteral("logRewound"));
        QCOMPARE(ended.error().get("why"), std::string("absent"));
        QCOMPARE(log.last().phase, FollowerPhase::Stopped);
        QCOMPARE(sink.events().size(), std::size_t{3});

        // Identifier and installation are the same: nothing but the events tells.
        QVERIFY(open()->connect(kRegion)->mark == mark);
        KeepingSink again;
        const auto continued = followOnce(after(early.batches().front(), mark), again);
        QVERIFY2(continued.has_value(), continued ? "" : continued.error().detail.c_str());
        QVERIFY(again.events().empty());

        // Others take the places of the lost.
        append("two");
        append("three");
        const auto different = followOnce(after(sink.batches().back(), mark), again);
        QVERIFY(!different);
        QCOMPARE(QString::fromUtf8(errorCodeName(different.error().code).data()), QStringLiteral("logRewound"));
        QCOMPARE(different.error().get("why"), std::string("different"));
        QVERIFY(again.events().empty());
    }
};

MUNIMENT_TEST(failover, FailoverTest);
#include "test_failover.moc"
