// Protects: a store that an earlier version wrote is opened as if this one had: it gets what it lacks, and every event,
// name and number in it stays as it was. Killed in the middle of that, it is the earlier store, whole, and is upgraded
// when it is opened next.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/embedded/embedded_schema.h"
#include "models/eventstore/intake.h"
#include "tests/eventstore/compare_code.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <csignal>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kEurope("eu-west-1");
const RegionName kAmerica("us-east-1");

/// Of version 1.
constexpr std::array kTables{"meta", "log", "regions", "tenants", "aggregates", "events", "claims"};

/// How many columns these have there; later ones are added behind.
constexpr std::array kColumns{2, 2, 2, 8, 5, 20, 5};

/// Every value of a table's first columns, and its type, in the order of its key.
std::string contentOf(SQLite::Database& database, const std::string& table, int columns) {
    std::string text;
    SQLite::Statement rows(database, "SELECT * FROM " + table + " ORDER BY 1, 2");
    while (rows.executeStep()) {
        for (int i = 0; i < columns; ++i)
            text += std::to_string(rows.getColumn(i).getType()) + ':' + rows.getColumn(i).getString() + '|';
        text += '\n';
    }
    return text;
}

std::map<std::string, std::string> contentOf(const std::string& file) {
    std::map<std::string, std::string> all;
    SQLite::Database database(file, SQLite::OPEN_READONLY);
    for (std::size_t i = 0; i < kTables.size(); ++i)
        all[kTables[i]] = contentOf(database, kTables[i], kColumns[i]);
    return all;
}

int versionOf(const std::string& file) {
    return SQLite::Database(file, SQLite::OPEN_READONLY).execAndGet("PRAGMA user_version").getInt();
}

/// The beginning of the statement that the process does not survive.
std::string& deadly() {
    static std::string text;
    return text;
}

/// Put on every connection that the process opens.
int dieAtDeadly(sqlite3* database, char** /*error*/, const sqlite3_api_routines* /*api*/) {
    const auto look = [](unsigned /*kind*/, void* /*context*/, void* /*statement*/, void* sql) {
        if (std::string_view(static_cast<const char*>(sql)).starts_with(deadly()))
            ::raise(SIGKILL);
        return 0;
    };
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, look, nullptr);
}

/// In a process of its own; how it ended.
int openInChild(const std::string& file, const std::string& deadlyStatement) {
    const pid_t child = ::fork();
    if (child == 0) {
        deadly() = deadlyStatement;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&dieAtDeadly));
        const auto connected = makeEmbeddedEventStore(file)->connect(kEurope);
        ::_exit(connected ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

} // namespace

class TestEmbeddedUpgrade : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_directory = std::make_unique<QTemporaryDir>();
        QFile text(qEnvironmentVariable("MUNIMENT_SOURCE_DIR") + QStringLiteral("/tests/eventstore/embedded_v1.sql"));
        QVERIFY2(text.open(QIODevice::ReadOnly), qPrintable(text.fileName()));
        SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text.readAll().toStdString());
        QCOMPARE(versionOf(path()), 1);
    }

    void everythingThatWasInItStays() {
        const auto before = contentOf(path());
        auto store = makeEmbeddedEventStore(path());
        const auto identity = store->connect(kEurope);
        VERIFY_OK(identity);
        QCOMPARE(versionOf(path()), kEmbeddedSchemaVersion);
        isAsBefore(before);

        const auto europe = readAll(*store, kEurope);
        VERIFY_OK(europe);
        QCOMPARE(printed(*europe),
                 (QStringList{QStringLiteral("org/acme 1 org.added"), QStringLiteral("user/ann 1 user.human.added"),
                              QStringLiteral("user/ann 2 user.human.email.changed"),
                              QStringLiteral("user/ann 3 user.locked")}));
        QCOMPARE(europe->at(2).payload, std::optional(std::string(R"({"email":"ann@acme.example"})")));
        QCOMPARE(europe->at(2).sourceIp, std::optional(std::string("10.0.0.7")));
        QVERIFY(!europe->at(3).payload.has_value());
        const auto america = readAll(*store, kAmerica);
        VERIFY_OK(america);
        QCOMPARE(printed(*america), QStringList{QStringLiteral("org/elsewhere 1 org.added")});
    }

    void itTakesWhatThisVersionWrites() {
        auto store = makeEmbeddedEventStore(path());
        const auto plans = store->plans(kEurope);
        VERIFY_OK(plans);
        QCOMPARE(*plans, (std::vector<std::string>{"business", "enterprise", "free", "standard"}));
        const auto appended = store->append(changed(kEurope, "acme", "ann", 3));
        VERIFY_OK(appended);
        QCOMPARE(appended->key.position.major, std::int64_t{5}); // behind everything that was there
        auto twin = newUser(kEurope, "acme", "bea");
        twin.claims = {take("user_name", "ann")};
        COMPARE_CODE(store->append(twin), ErrorCode::NameTaken);
    }

    // Version 2 has plans; one that was removed does not come back.
    void plansOfTheSecondVersionStayAsTheyAre() {
        {
            SQLite::Database database(path(), SQLite::OPEN_READWRITE);
            database.exec(kEmbeddedPlans);
            database.exec("DELETE FROM plans WHERE key = 'business'; PRAGMA user_version = 2");
        }
        auto store = makeEmbeddedEventStore(path());
        const auto plans = store->plans(kEurope);
        VERIFY_OK(plans);
        QCOMPARE(*plans, (std::vector<std::string>{"enterprise", "free", "standard"}));
        QCOMPARE(versionOf(path()), kEmbeddedSchemaVersion);
        VERIFY_OK(store->intake().receive(kEurope, {}, "{}"));
    }

    void twoProgramsMayOpenItAtOnce() {
        auto one = makeEmbeddedEventStore(path());
        auto other = makeEmbeddedEventStore(path());
        VERIFY_OK(one->connect(kEurope));
        VERIFY_OK(other->connect(kEurope));
        QCOMPARE(openInChild(path(), "no such statement"), 0);
        QCOMPARE(versionOf(path()), kEmbeddedSchemaVersion);
    }

    void killedInTheMiddleItIsTheEarlierStore_data() {
        QTest::addColumn<std::string>("statement");
        QTest::newRow("before the table") << std::string("CREATE TABLE IF NOT EXISTS plans");
        QTest::newRow("before its rows") << std::string("INSERT OR IGNORE INTO plans");
        QTest::newRow("before the intake") << std::string("CREATE TABLE IF NOT EXISTS intake");
        QTest::newRow("before moves") << std::string("ALTER TABLE events ADD COLUMN live");
        QTest::newRow("before evidence") << std::string("CREATE TABLE copies");
        QTest::newRow("before the version") << std::string("PRAGMA user_version =");
        QTest::newRow("before the commit") << std::string("COMMIT");
    }

    void killedInTheMiddleItIsTheEarlierStore() {
        QFETCH(std::string, statement);
        const auto before = contentOf(path());
        const int status = openInChild(path(), statement);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        QCOMPARE(versionOf(path()), 1);
        for (const char* table : {"plans", "intake", "checkpoints"})
            QVERIFY(!SQLite::Database(path(), SQLite::OPEN_READONLY).tableExists(table));
        isAsBefore(before);
        auto store = makeEmbeddedEventStore(path());
        VERIFY_OK(store->connect(kEurope));
        QCOMPARE(versionOf(path()), kEmbeddedSchemaVersion);
        isAsBefore(before);
        const auto plans = store->plans(kEurope);
        VERIFY_OK(plans);
        QCOMPARE(plans->size(), std::size_t{4});
    }

private:
    void isAsBefore(const std::map<std::string, std::string>& before) const {
        const auto after = contentOf(path());
        for (const auto& [table, content] : before)
            QVERIFY2(after.at(table) == content, (table + "\n" + content + "\n" + after.at(table)).c_str());
        QCOMPARE(SQLite::Database(path(), SQLite::OPEN_READONLY).execAndGet("PRAGMA integrity_check").getString(),
                 std::string("ok"));
    }

    [[nodiscard]] std::string path() const { return m_directory->filePath(QStringLiteral("store.db")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

MUNIMENT_TEST(embedded_upgrade, TestEmbeddedUpgrade);
#include "test_embedded_upgrade.moc"
