// Protects: what `region list` and `region check` tell of real PostgreSQL servers and of an embedded file, with their
// exit codes; that a region which is down is told and the others still are; and that what only CockroachDB has is
// refused in a sentence before anything is touched.
#include "tests/cli/administered_file.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <map>

using namespace muniment::test;

class TestRegions : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theListTellsClustersAndServers();
    void theListIsATable();
    void inOrderTheCheckFindsNothing();
    void aRuleThatIsBrokenIsAFinding();
    void rulesAndWhatWasFoundAreKept();
    void leftBehindRowsAreAFinding();
    void theFindingsAreExported();
    void aRegionThatIsDownIsTold();
    void anEmbeddedFileHasOneCluster();
    void whatIsCockroachsIsRefused_data();
    void whatIsCockroachsIsRefused();
    void unusableInputIsRefused_data();
    void unusableInputIsRefused();

private:
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(m_directory.filePath(QStringLiteral("acme.muniment")).toStdString());
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    RegionalServers m_servers;
    QTemporaryDir m_directory;
    std::string m_org;
};

void TestRegions::initTestCase() {
    m_servers.start(2);
    Arguments endpoints;
    for (int i = 0; i < 2; ++i) {
        Arguments install{
            "schema", "install", "--endpoint", m_servers.superuserEndpoint(i), "--region", m_servers.regionName(i)};
        if (i == 0)
            install.insert(install.end(), {"--region", "eu-central-1"});
        QCOMPARE(run(install).exit, 0);
        endpoints.insert(endpoints.end(), {"--endpoint", m_servers.regionName(i) + "=" + m_servers.endpoint(i)});
    }
    endpoints.insert(endpoints.end(), {"--endpoint", "eu-central-1=" + m_servers.endpoint(0)});
    const auto made = on({"workspace", "new"}, endpoints);
    QVERIFY2(made.exit == 0, told(made).c_str());
    const auto org = on({"org", "add"}, {"--name", "Acme", "--region", m_servers.regionName(0)});
    QVERIFY2(org.exit == 0, told(org).c_str());
    m_org = org.lastLine().toStdString();
}

void TestRegions::theListTellsClustersAndServers() {
    const auto answer = on({"region", "list"}, {"--json"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    const auto regions = answer.objects();
    QCOMPARE(regions.size(), std::size_t{3});
    std::map<QString, QJsonObject> byName;
    for (const auto& region : regions)
        byName[region[QStringLiteral("region")].toString()] = region;
    const auto first = byName[QString::fromStdString(m_servers.regionName(0))];
    const auto second = byName[QString::fromStdString(m_servers.regionName(1))];
    const auto sibling = byName[QStringLiteral("eu-central-1")];
    QCOMPARE(first[QStringLiteral("cluster")], sibling[QStringLiteral("cluster")]);
    QVERIFY(first[QStringLiteral("cluster")] != second[QStringLiteral("cluster")]);
    QCOMPARE(first[QStringLiteral("state")].toString(), QStringLiteral("up"));
    QVERIFY(first[QStringLiteral("medianMicros")].toInt() > 0);
    QCOMPARE(first[QStringLiteral("lagMs")].toInt(-1), 0);
    QVERIFY(!first[QStringLiteral("horizon")].toString().isEmpty());
    const auto server = first[QStringLiteral("server")].toObject();
    QCOMPARE(server[QStringLiteral("regions")].toArray().size(), 2);
    QCOMPARE(server[QStringLiteral("partitions")].toArray().size(), 12);
    QCOMPARE(first[QStringLiteral("unknown")].toArray().at(0)[QStringLiteral("privilege")].toString(),
             QStringLiteral("pg_read_all_settings"));
}

void TestRegions::theListIsATable() {
    const auto answer = on({"region", "list"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    QVERIFY2(answer.out.contains("belong together") && answer.out.contains("stands alone"), told(answer).c_str());
    QVERIFY2(answer.out.contains("partition events_eu-central-1 in tablespace pg_default"), told(answer).c_str());
    QVERIFY2(answer.err.contains("lacks the right: pg_read_all_settings"), told(answer).c_str());
}

void TestRegions::inOrderTheCheckFindsNothing() {
    const auto answer = on({"region", "check"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    QVERIFY2(answer.out.contains("Nothing is where it is not meant to be."), told(answer).c_str());
    QVERIFY2(answer.out.contains("What this cannot prove:") && answer.out.contains("- Backups"), told(answer).c_str());
    const auto json = on({"region", "check"}, {"--json", "--tenant", "Acme"}).object();
    QCOMPARE(json[QStringLiteral("tenants")].toArray().size(), 1);
    QCOMPARE(json[QStringLiteral("tenants")][0][QStringLiteral("home")].toString().toStdString(),
             m_servers.regionName(0));
    QVERIFY(json[QStringLiteral("findings")].toArray().isEmpty());
    QCOMPARE(json[QStringLiteral("limits")].toArray().size(), 4);
}

void TestRegions::aRuleThatIsBrokenIsAFinding() {
    const auto kept = on({"region", "check"}, {"--rule", "Acme=" + m_servers.regionName(0) + ",eu-central-1"});
    QVERIFY2(kept.exit == 0, told(kept).c_str());
    const auto broken = on({"region", "check"}, {"--rule", "Acme=eu-central-1"});
    QVERIFY2(broken.exit == 1, told(broken).c_str());
    QVERIFY2(broken.out.contains("violation: Acme has data in " + QByteArray::fromStdString(m_servers.regionName(0)) +
                                 "; its rule allows only eu-central-1."),
             told(broken).c_str());
}

void TestRegions::rulesAndWhatWasFoundAreKept() {
    const QByteArray neverAsked = "was not checked yet";
    QVERIFY(on({"region", "passport"}, {"Acme"}).out.contains(neverAsked));
    // Without --keep nothing is.
    QCOMPARE(on({"region", "check"}, {"--rule", "Acme=eu-central-1"}).exit, 1);
    QCOMPARE(on({"region", "check"}).exit, 0);
    QVERIFY(on({"region", "passport"}, {"Acme"}).out.contains(neverAsked));
    QCOMPARE(on({"region", "check"}, {"--rule", "Acme=eu-central-1", "--keep"}).exit, 1);
    const auto again = on({"region", "check"});
    QVERIFY2(again.exit == 1 && again.out.contains("its rule allows only eu-central-1."), told(again).c_str());
    const auto passport = on({"region", "passport"}, {"Acme"});
    QVERIFY2(passport.out.contains("its rule allows only eu-central-1."), told(passport).c_str());
    const auto placement =
        on({"region", "passport"}, {"Acme", "--json"}).object()[QStringLiteral("placement")].toObject();
    QCOMPARE(placement[QStringLiteral("findings")][0][QStringLiteral("finding")].toString(),
             QStringLiteral("placement.outsideRule"));
    QVERIFY(!placement[QStringLiteral("checkedAt")].toString().isEmpty());
    QCOMPARE(on({"region", "check"}, {"--forget", "Acme", "--keep"}).exit, 0);
    QCOMPARE(on({"region", "check"}).exit, 0);
    QVERIFY(on({"region", "passport"}, {"Acme"}).out.contains("no data where none may be"));
    QCOMPARE(on({"region", "check"}, {"--forget", "nobody"}).exit, 1);
}

void TestRegions::leftBehindRowsAreAFinding() {
    PlainSql far(m_servers.superuserEndpoint(1));
    QVERIFY(far.run("INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
                    "event_type, actor_type, actor_id, live) VALUES ('" +
                    m_servers.regionName(1) + "', '" + m_org +
                    "', 1, 'user', 'ann', 1, 'user.locked', 'x', 'x', false)"));
    const auto answer = on({"region", "check"}, {"--json"});
    QVERIFY2(answer.exit == 1, told(answer).c_str());
    const auto finding = answer.object()[QStringLiteral("findings")][0];
    QCOMPARE(finding[QStringLiteral("finding")].toString(), QStringLiteral("placement.leftBehind"));
    QCOMPARE(finding[QStringLiteral("severity")].toString(), QStringLiteral("violation"));
    QCOMPARE(finding[QStringLiteral("tenant")].toString(), QStringLiteral("Acme"));
    QCOMPARE(finding[QStringLiteral("facts")][QStringLiteral("events")].toString(), QStringLiteral("1"));
}

void TestRegions::theFindingsAreExported() {
    const auto answer = on({"region", "check"}, {"--format", "csv"});
    QCOMPARE(answer.exit, 1);
    const auto lines = answer.out.split('\n');
    QCOMPARE(lines.at(0).trimmed(), QByteArray("severity,finding,tenantId,tenant,region,sentence"));
    QVERIFY2(lines.at(1).startsWith("violation,placement.leftBehind," + QByteArray::fromStdString(m_org) + ",Acme,"),
             told(answer).c_str());
    PlainSql far(m_servers.superuserEndpoint(1));
    QVERIFY(far.run("DELETE FROM muniment.events WHERE aggregate_id = 'ann'"));
}

void TestRegions::aRegionThatIsDownIsTold() {
    m_servers.stop(1);
    const auto list = on({"region", "list"}, {"--json"});
    const auto check = on({"region", "check"});
    m_servers.startAgain(1);
    QVERIFY2(list.exit == 0, told(list).c_str());
    for (const auto& region : list.objects()) {
        const bool isDown = region[QStringLiteral("region")].toString().toStdString() == m_servers.regionName(1);
        QCOMPARE(region[QStringLiteral("state")].toString(), isDown ? QStringLiteral("down") : QStringLiteral("up"));
        QCOMPARE(region[QStringLiteral("error")].isNull(), !isDown);
    }
    QVERIFY2(check.exit == 3, told(check).c_str());
    QVERIFY2(check.out.contains("what lies there is not known"), told(check).c_str());
}

void TestRegions::anEmbeddedFileHasOneCluster() {
    const AdministeredFile file;
    const auto regions = file.done({"region", "list"}, {"--json"}).objects();
    QCOMPARE(regions.size(), std::size_t{2});
    QCOMPARE(regions[0][QStringLiteral("cluster")], regions[1][QStringLiteral("cluster")]);
    const auto check = file.done({"region", "check"}, {"--json"}).object();
    QCOMPARE(check[QStringLiteral("limits")][0][QStringLiteral("limit")].toString(), QStringLiteral("embedded"));
    QCOMPARE(check[QStringLiteral("tenants")][0][QStringLiteral("home")].toString(), QStringLiteral("eu"));
    QCOMPARE(file.on({"region", "check"}, {"--rule", "Acme Ltd=us"}).exit, 1);
    const auto add = file.on({"region", "add"}, {"moon"});
    QVERIFY2(add.exit == 1 && add.err.contains("is an embedded store, and this is CockroachDB's"), told(add).c_str());
}

void TestRegions::whatIsCockroachsIsRefused_data() {
    QTest::addColumn<Arguments>("words");
    QTest::addColumn<Arguments>("options");
    QTest::newRow("add") << Arguments{"region", "add"} << Arguments{"moon"};
    QTest::newRow("drop, looked at") << Arguments{"region", "drop"} << Arguments{"eu-central-1", "--dry-run"};
    QTest::newRow("drop") << Arguments{"region", "drop"} << Arguments{"eu-central-1", "--confirm", "eu-central-1"};
    QTest::newRow("primary") << Arguments{"region", "primary"} << Arguments{"eu-central-1"};
    QTest::newRow("secondary") << Arguments{"region", "secondary"} << Arguments{};
    QTest::newRow("survive") << Arguments{"region", "survive"} << Arguments{"region"};
    QTest::newRow("placement") << Arguments{"region", "placement"} << Arguments{"restricted"};
    QTest::newRow("super") << Arguments{"region", "super"} << Arguments{"europe", "--regions", "a,b"};
    QTest::newRow("locality") << Arguments{"region", "locality"} << Arguments{"plans", "global"};
    QTest::newRow("partition") << Arguments{"region", "partition"} << Arguments{"a,b"};
}

void TestRegions::whatIsCockroachsIsRefused() {
    QFETCH(Arguments, words);
    QFETCH(Arguments, options);
    options.insert(options.end(), {"--via", m_servers.regionName(1)});
    const auto answer = on(words, options);
    QVERIFY2(answer.exit == 1, told(answer).c_str());
    QVERIFY2(answer.err.contains("is PostgreSQL, and this is CockroachDB's: on PostgreSQL a region is added with "
                                 "'muniment schema install --region'"),
             told(answer).c_str());
    QVERIFY(answer.out.isEmpty());
}

void TestRegions::unusableInputIsRefused_data() {
    QTest::addColumn<Arguments>("words");
    QTest::addColumn<Arguments>("options");
    QTest::addColumn<int>("exit");
    QTest::newRow("which database") << Arguments{"region", "add"} << Arguments{"moon"} << 2;
    QTest::newRow("no such endpoint") << Arguments{"region", "add"} << Arguments{"moon", "--via", "mars"} << 1;
    QTest::newRow("goal") << Arguments{"region", "survive"} << Arguments{"planet"} << 2;
    QTest::newRow("policy") << Arguments{"region", "placement"} << Arguments{"free"} << 2;
    QTest::newRow("locality") << Arguments{"region", "locality"} << Arguments{"plans", "near"} << 2;
    QTest::newRow("rule") << Arguments{"region", "check"} << Arguments{"--rule", "Acme"} << 2;
    QTest::newRow("rule of nobody") << Arguments{"region", "check"} << Arguments{"--rule", "Nobody=eu"} << 1;
    QTest::newRow("format") << Arguments{"region", "check"} << Arguments{"--format", "xml"} << 2;
}

void TestRegions::unusableInputIsRefused() {
    QFETCH(Arguments, words);
    QFETCH(Arguments, options);
    QFETCH(int, exit);
    const auto answer = on(words, options);
    QVERIFY2(answer.exit == exit && !answer.err.isEmpty(), told(answer).c_str());
}

MUNIMENT_TEST(regions, TestRegions);
#include "test_regions.moc"
