// Protects: what services put into intake is listed, shown, mapped, promoted and rejected by command, with the exit
// codes and JSON that scripts rely on; and promoting is repeated after kill -9 until it is done, with each record's
// events in the log exactly once.
#include "tests/cli/program.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>
#include <random>
#include <sqlite3.h>
#include <tuple>

using namespace muniment::test;

class TestIntake : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void mappingsAreKept();
    void aMappingThatCannotWorkIsRefused();
    void recordsAreListedAndShown();
    void aDryRunSaysWhatWouldBeWritten();
    void recordsArePromoted();
    void recordsAreRejected();
    void whatIsNoRecordIsSaid();
    void killedWhilePromotingNothingIsLostOrDoubled();
    void theSameInAnEmbeddedStore();
    void theDemosServicesCanBeMapped();

private:
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(path("acme.muniment"));
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    [[nodiscard]] std::string path(const char* name) const {
        return m_directory.filePath(QString::fromLatin1(name)).toStdString();
    }

    [[nodiscard]] std::string write(const char* name, const QByteArray& text) const {
        QFile file(QString::fromStdString(path(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return path(name);
    }

    [[nodiscard]] std::string stored(const std::string& query) const {
        PlainSql sql(m_servers.superuserEndpoint(0));
        const auto rows = sql.query(query);
        return rows && !rows->empty() ? rows->front().front() : sql.error();
    }

    /// As a service does.
    std::string receive(const std::string& body, const std::string& headers = "{\"source\":\"hr\"}") const {
        return stored("INSERT INTO muniment.intake (region, headers, body) VALUES ('" + m_servers.regionName(0) +
                      "', '" + headers + "', '" + body + "') RETURNING id");
    }

    /// Promotes records that hold "kill", killing the program again and again until it was once let end. Returns how
    /// often it was killed; −1 when it never got to its end.
    [[nodiscard]] int promoteUnderFire(const std::string& file, const std::function<void()>& afterEach) const;

    RegionalServers m_servers;
    QTemporaryDir m_directory;
};

static const QByteArray kJoiners = R"({"name": "joiners", "command": "user.human.add",
    "fields": {"tenant": "/body/company", "userName": "/body/login", "email": "/body/mail"},
    "defaults": {"reason": "told by the personnel system"}})";

void TestIntake::initTestCase() {
    m_servers.start(1);
    const auto installed =
        run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", m_servers.regionName(0)});
    QVERIFY2(installed.exit == 0, told(installed).c_str());
    const auto made = on({"workspace", "new"}, {"--endpoint", m_servers.regionName(0) + "=" + m_servers.endpoint(0)});
    QVERIFY2(made.exit == 0, told(made).c_str());
    const auto org = on({"org", "add"}, {"--name", "Acme", "--region", m_servers.regionName(0)});
    QVERIFY2(org.exit == 0, told(org).c_str());
}

void TestIntake::mappingsAreKept() {
    const auto added = on({"intake", "map"}, {"--from", write("joiners.json", kJoiners)});
    QVERIFY2(added.exit == 0, told(added).c_str());
    QCOMPARE(added.lastLine(), QByteArray("joiners"));
    const auto copied = on({"intake", "map"}, {"a second one", "--from", path("joiners.json")});
    QVERIFY2(copied.exit == 0, told(copied).c_str());
    QCOMPARE(on({"intake", "map"}, {"--json"}).objects().size(), std::size_t{2});
    const auto shown = on({"intake", "map"}, {"joiners", "--json"}).object();
    QCOMPARE(shown[QStringLiteral("command")].toString(), QStringLiteral("user.human.add"));
    QCOMPARE(shown[QStringLiteral("fields")][QStringLiteral("userName")].toString(), QStringLiteral("/body/login"));
    // What is printed is what is read.
    const auto exported = on({"intake", "map"}, {"--json"}).out;
    QCOMPARE(on({"intake", "map"}, {"a second one", "--remove"}).exit, 0);
    QCOMPARE(on({"intake", "map"}, {"a second one"}).exit, 1);
    QCOMPARE(on({"intake", "map"}, {"--from", write("all.jsonl", exported)}).exit, 0);
    QCOMPARE(on({"intake", "map"}, {"--json"}).out, exported);
}

void TestIntake::aMappingThatCannotWorkIsRefused() {
    const auto wrong = on({"intake", "map"}, {"--from", write("wrong.json", R"({"name":"x","command":"org.remove"})")});
    QVERIFY2(wrong.exit == 2 && wrong.err.contains("org.remove"), told(wrong).c_str());
    const auto missing = on({"intake", "map"}, {"--from", path("nowhere.json")});
    QVERIFY2(missing.exit != 0 && missing.out.isEmpty(), told(missing).c_str());
    QCOMPARE(on({"intake", "map"}, {"--json"}).objects().size(), std::size_t{2});
}

void TestIntake::recordsAreListedAndShown() {
    const auto ann = receive(R"({"company":"Acme","login":"ann","mail":"ann@acme.example"})");
    receive(R"({"company":"Acme","login":"bob"})", R"({"source":"vault"})");
    const auto listed = on({"intake", "list"}, {"--json"}).objects();
    QCOMPARE(listed.size(), std::size_t{2});
    QCOMPARE(listed[1][QStringLiteral("id")].toString().toStdString(), ann);
    QCOMPARE(listed[1][QStringLiteral("body")][QStringLiteral("login")].toString(), QStringLiteral("ann"));
    QCOMPARE(on({"intake", "list"}, {"--text", "VAULT", "--json"}).objects().size(), std::size_t{1});
    QCOMPARE(on({"intake", "list"}, {"--state", "promoted", "--json"}).objects().size(), std::size_t{0});
    QCOMPARE(on({"intake", "list"}, {"--limit", "1", "--json"}).objects().size(), std::size_t{1});
    QVERIFY(on({"intake", "list"}).out.contains("login: ann"));
    QCOMPARE(on({"intake", "list"}, {"--state", "lost"}).exit, 2);

    const auto shown = on({"intake", "show"}, {ann.substr(0, 10), "--mapping", "joiners"});
    QVERIFY2(shown.exit == 0 && shown.out.contains("ann@acme.example") && shown.out.contains("user.human.added"),
             told(shown).c_str());
}

void TestIntake::aDryRunSaysWhatWouldBeWritten() {
    receive(R"({"company":"Acme","mail":"nobody@acme.example"})");
    for (const auto& answer : {on({"intake", "promote"}, {"--mapping", "joiners", "--dry-run", "--json"}),
                               on({"intake", "map"}, {"joiners", "--dry-run", "--json"})}) {
        QVERIFY2(answer.exit == 1, told(answer).c_str());
        const auto rows = answer.objects();
        QCOMPARE(rows.size(), std::size_t{3});
        const auto done =
            std::ranges::count_if(rows, [](const QJsonObject& row) { return row[QStringLiteral("done")].toBool(); });
        QCOMPARE(done, std::ptrdiff_t{2});
        const auto refused =
            std::ranges::find_if(rows, [](const QJsonObject& row) { return !row[QStringLiteral("done")].toBool(); });
        QCOMPARE((*refused)[QStringLiteral("pointer")].toString(), QStringLiteral("/body/login"));
    }
    QCOMPARE(stored("SELECT count(*) FROM muniment.intake WHERE state = 'new'"), std::string("3"));
}

void TestIntake::recordsArePromoted() {
    const auto promoted = on({"intake", "promote"}, {"--mapping", "joiners"});
    QVERIFY2(promoted.exit == 1 && promoted.err.contains("2 promoted, 1 refused"), told(promoted).c_str());
    QVERIFY2(promoted.out.contains("/body/login"), told(promoted).c_str());
    QCOMPARE(stored("SELECT count(*) || ' ' || count(DISTINCT command_id) FROM muniment.events"
                    " WHERE event_type = 'user.human.added'"),
             std::string("2 1"));
    // The file has them, with the mapping's reason.
    QCOMPARE(on({"user", "show"}, {"ann", "--json"}).object()[QStringLiteral("email")].toString(),
             QStringLiteral("ann@acme.example"));
    // Once more: nothing is written again.
    const auto again = on({"intake", "promote"}, {"--mapping", "joiners"});
    QVERIFY2(again.exit == 1 && again.err.contains("0 promoted, 1 refused"), told(again).c_str());
    const auto ann = on({"intake", "list"}, {"--state", "promoted", "--text", "ann", "--json"}).object();
    const auto settled =
        on({"intake", "promote"}, {ann[QStringLiteral("id")].toString().toStdString(), "--mapping", "joiners"});
    QVERIFY2(settled.exit == 1 && settled.out.contains("promoted already"), told(settled).c_str());
}

void TestIntake::recordsAreRejected() {
    const auto id =
        on({"intake", "list"}, {"--state", "new", "--json"}).object()[QStringLiteral("id")].toString().toStdString();
    QCOMPARE(on({"intake", "reject"}, {id}).exit, 2); // not without a reason
    const auto rejected = on({"intake", "reject"}, {id, "--reason", "has no login", "--json"});
    QVERIFY2(rejected.exit == 0, told(rejected).c_str());
    QCOMPARE(on({"intake", "show"}, {id, "--json"}).object()[QStringLiteral("reason")].toString(),
             QStringLiteral("has no login"));
    const auto again = on({"intake", "reject"}, {id, "--reason", "twice"});
    QVERIFY2(again.exit == 1 && again.err.contains("not new any more"), told(again).c_str());
}

void TestIntake::whatIsNoRecordIsSaid() {
    for (const char* id : {"x", "ffffffffffff", "00000000-0000-4000-8000-000000000000"}) {
        const auto answer = on({"intake", "show"}, {id});
        QVERIFY2(answer.exit == 1 && answer.err.contains("record"), told(answer).c_str());
    }
    const auto unmapped = on({"intake", "promote"}, {"--mapping", "leavers"});
    QVERIFY2(unmapped.exit == 1 && unmapped.err.contains("leavers"), told(unmapped).c_str());
    QCOMPARE(on({"intake", "promote"}).exit, 2);
}

int TestIntake::promoteUnderFire(const std::string& file, const std::function<void()>& afterEach) const {
    constexpr int kMostRounds = 60;
    std::mt19937 random(20260301);
    int killed = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        auto process = start({"intake", "promote", file, "--mapping", "joiners", "--text", "kill", "--wait", "0"});
        // The first ones at any moment of their run; the later ones have the time to end.
        const int patience = static_cast<int>(random() % 900) + round * 400;
        if (process->waitForFinished(patience)) {
            if (process->exitCode() == 0)
                return killed;
            continue;
        }
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
        process->waitForFinished(30'000);
        ++killed;
        afterEach();
    }
    return -1;
}

void TestIntake::killedWhilePromotingNothingIsLostOrDoubled() {
    constexpr int kRecords = 3'000;
    std::ignore = stored("INSERT INTO muniment.intake (region, headers, body) SELECT '" + m_servers.regionName(0) +
                         "', '{\"source\":\"kill\"}', jsonb_build_object('company', 'Acme', 'login', 'k' || n)"
                         " FROM generate_series(1, " +
                         std::to_string(kRecords) + ") AS n RETURNING id");
    const std::string promoted =
        "SELECT count(*) FROM muniment.intake WHERE state = 'promoted' AND headers ->> 'source' = 'kill'";
    const std::string people = " FROM muniment.event_documents WHERE event_type = 'user.human.added'"
                               " AND document ->> 'userName' LIKE 'k%'";
    bool isOne = true;
    const int killed = promoteUnderFire(path("acme.muniment"), [&] {
        // Whatever it got to: as many records as people.
        isOne = isOne && stored(promoted) == stored("SELECT count(*)" + people);
    });
    QVERIFY2(killed > 0, std::to_string(killed).c_str());
    QVERIFY(isOne);
    const std::string all = std::to_string(kRecords);
    QCOMPARE(stored(promoted), all);
    QCOMPARE(stored("SELECT count(*) || ' ' || count(DISTINCT document ->> 'userName')" + people), all + " " + all);
}

void TestIntake::theSameInAnEmbeddedStore() {
    constexpr int kRecords = 3'000;
    const std::string file = path("embedded.muniment");
    QCOMPARE(run({"workspace", "new", file, "--embedded", "--regions", "eu"}).exit, 0);
    QCOMPARE(run({"org", "add", file, "--name", "Acme", "--region", "eu"}).exit, 0);
    QCOMPARE(run({"intake", "map", file, "--from", write("joiners.json", kJoiners)}).exit, 0);
    sqlite3* store = nullptr;
    QCOMPARE(sqlite3_open((file + "-store").c_str(), &store), SQLITE_OK);
    const std::string fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                             std::to_string(kRecords) +
                             ") INSERT INTO intake (region, id, received_at, headers, body) SELECT r, randomblob(16), "
                             "1700000000000000 + i, '{\"source\":\"kill\"}', "
                             "json_object('company', 'Acme', 'login', 'k' || i) FROM n, regions";
    QVERIFY2(sqlite3_exec(store, fill.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(store));
    sqlite3_close(store);
    const int killed = promoteUnderFire(file, [] {});
    QVERIFY2(killed > 0, std::to_string(killed).c_str());
    QCOMPARE(run({"sync", file, "--once"}).exit, 0);
    QCOMPARE(run({"events", file, "type:user.human.added", "--count"}).out.trimmed().toInt(), kRecords);
    QCOMPARE(run({"user", "list", file, "--json"}).objects().size(), std::size_t{kRecords});
    QCOMPARE(run({"intake", "list", file, "--state", "new", "--json"}).objects().size(), std::size_t{0});
    QCOMPARE(run({"intake", "list", file, "--state", "promoted", "--limit", "9999", "--json"}).objects().size(),
             std::size_t{kRecords});
}

void TestIntake::theDemosServicesCanBeMapped() {
    const std::string file = path("trial.muniment");
    QCOMPARE(run({"workspace", "new", file, "--embedded", "--regions", "eu-west-1"}).exit, 0);
    const auto made = run({"simulate", file, "--events", "3000", "--bulk", "--json"});
    QVERIFY2(made.exit == 0 && made.object()[QStringLiteral("intakeRecords")].toInt() > 10, told(made).c_str());
    QCOMPARE(run({"sync", file, "--once"}).exit, 0);
    const auto mapping = write("vault.json", R"({"name": "vault", "command": "resource.add",
        "fields": {"tenant": "/headers/company", "name": "/body/document/name", "resourceType": "/body/document/type"}})");
    QCOMPARE(run({"intake", "map", file, "--from", mapping}).exit, 0);
    const auto promoted = run({"intake", "promote", file, "--mapping", "vault", "--text", "document-vault"});
    QVERIFY2(promoted.exit == 0 && promoted.err.contains(", 0 refused"), told(promoted).c_str());
    QVERIFY(!run({"intake", "list", file, "--state", "promoted", "--json"}).objects().empty());
}

MUNIMENT_TEST(intake, TestIntake);
#include "test_intake.moc"
