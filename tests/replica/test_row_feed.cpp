// Protects: what is fed into a table arrives there as it was given, and a row that cannot be written is told.
#include "models/replica/row_feed.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <array>
#include <memory>
#include <sqlite3.h>
#include <vector>

using namespace muniment;

namespace {

struct Row {
    std::int64_t key = 0;
    std::string text;
    std::string bytes;
};

sqlite::RowFeed::Source sourceOf(const std::vector<Row>& rows) {
    return [&rows](std::size_t row, int column, sqlite::FedValue value) {
        if (column == 0)
            value.integer(rows[row].key);
        else if (column == 1)
            value.text(rows[row].text);
        else if (!rows[row].bytes.empty())
            value.blob(rows[row].bytes);
    };
}

} // namespace

class TestRowFeed : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_database = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        m_database->exec("CREATE TABLE target (key INTEGER PRIMARY KEY, text TEXT NOT NULL, bytes BLOB)");
    }

    void rowsArriveAsTheyWereGiven() {
        const std::vector<Row> rows{{1, "one", std::string("\0\1", 2)}, {2, "", ""}, {1'000'000'000'000, "ä", "x"}};
        feed().run(rows.size(), sourceOf(rows));
        QCOMPARE(printed(), std::string("1|one|0001;2||NULL;1000000000000|ä|78;"));
    }

    void aFeedRunsAgain() {
        const std::vector<Row> first{{1, "a", ""}};
        const std::vector<Row> second{{2, "b", ""}, {3, "c", ""}};
        auto& insert = feed();
        insert.run(first.size(), sourceOf(first));
        insert.run(0, sourceOf(first));
        insert.run(second.size(), sourceOf(second));
        QCOMPARE(printed(), std::string("1|a|NULL;2|b|NULL;3|c|NULL;"));
    }

    void aRowThatIsThereAlreadyIsTold() {
        const std::vector<Row> rows{{1, "a", ""}, {1, "b", ""}};
        QVERIFY_EXCEPTION_THROWN(feed().run(rows.size(), sourceOf(rows)), sqlite::Failure);
        // And the next run is not that of the rows that failed.
        const std::vector<Row> others{{7, "c", ""}};
        feed().run(others.size(), sourceOf(others));
        QVERIFY(printed().ends_with("7|c|NULL;"));
    }

    void twoFeedsOfOneConnectionDoNotMeet() {
        sqlite::RowFeed other(m_database->getHandle(), "INSERT OR FAIL INTO target (text)", 1);
        const std::vector<Row> rows{{1, "a", ""}};
        feed().run(rows.size(), sourceOf(rows));
        other.run(2, [](std::size_t row, int, sqlite::FedValue value) { value.text(row == 0 ? "x" : "y"); });
        QCOMPARE(printed(), std::string("1|a|NULL;2|x|NULL;3|y|NULL;"));
    }

    void afterItsEndTheConnectionForgetsIt() {
        constexpr const char* kModules =
            "SELECT count(*) FROM pragma_module_list WHERE name LIKE 'row\\_feed\\_%' ESCAPE '\\'";
        (void)feed();
        QCOMPARE(sqlite::queryInteger(m_database->getHandle(), kModules), 1);
        m_feed.reset();
        QCOMPARE(sqlite::queryInteger(m_database->getHandle(), kModules), 0);
    }

    void cleanup() {
        m_feed.reset();
        m_database.reset();
    }

private:
    sqlite::RowFeed& feed() {
        if (!m_feed)
            m_feed = std::make_unique<sqlite::RowFeed>(m_database->getHandle(),
                                                       "INSERT OR FAIL INTO target (key, text, bytes)", 3);
        return *m_feed;
    }

    std::string printed() {
        std::string all;
        sqlite::Statement rows(
            m_database->getHandle(),
            "SELECT key || '|' || text || '|' || iif(bytes IS NULL, 'NULL', hex(bytes)) || ';' FROM target"
            " ORDER BY key");
        while (rows.step())
            all += rows.text(0);
        return all;
    }

    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<sqlite::RowFeed> m_feed;
};

MUNIMENT_TEST(row_feed, TestRowFeed);
#include "test_row_feed.moc"
