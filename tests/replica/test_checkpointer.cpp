// Protects checkpoints beside a writer that never rests: the WAL stays small, what is committed is in the file, and a
// commit that fails changes nothing.
#include "models/replica/checkpointer.h"
#include "models/replica/replica_file.h"
#include "models/replica/sqlite.h"
#include "tests/replica/replica_fixture.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kPagesOfRound = 100;
constexpr int kRows = 2'000; // of a page each
constexpr int kRowsOfTransaction = 20;

/// A file whose rows fill a page each, so that a transaction writes as many pages as it touches rows.
class PagesFixture {
public:
    PagesFixture() {
        sqlite::execute(m_writer.getHandle(), "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;"
                                              " PRAGMA synchronous = NORMAL; CREATE TABLE pages (k INTEGER PRIMARY KEY,"
                                              " turn INTEGER, body BLOB)");
        sqlite::execute(m_writer.getHandle(),
                        "WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < " +
                            std::to_string(kRows) + ") INSERT INTO pages SELECT k, 0, randomblob(6000) FROM n");
        sqlite::execute(m_writer.getHandle(), "PRAGMA wal_checkpoint(TRUNCATE)");
        m_turns.resize(kRows + 1);
    }

    [[nodiscard]] std::filesystem::path path() const {
        return m_folder.filePath(QStringLiteral("pages.db")).toStdString();
    }

    [[nodiscard]] std::unique_ptr<Checkpointer> checkpointer() {
        return std::make_unique<Checkpointer>(m_writer.getHandle(), MUST(openForCheckpoints(path())), kPagesOfRound);
    }

    /// Begins the transaction at once after the one before, as a backlog does.
    void write(Checkpointer& checkpointer, std::int64_t turn) {
        checkpointer.beforeBegin();
        sqlite::WriteTransaction transaction(m_writer.getHandle());
        for (int i = 0; i < kRowsOfTransaction; ++i) {
            const int row = std::uniform_int_distribution(1, kRows)(m_random);
            sqlite::execute(m_writer.getHandle(),
                            "UPDATE pages SET turn = " + std::to_string(turn) + " WHERE k = " + std::to_string(row));
            m_turns[static_cast<std::size_t>(row)] = turn;
        }
        checkpointer.commit([&] { transaction.commit(); });
    }

    [[nodiscard]] std::int64_t walPages() const {
        return static_cast<std::int64_t>(std::filesystem::file_size(path().string() + "-wal")) / 8192;
    }

    sqlite3* writer() { return m_writer.getHandle(); }

    [[nodiscard]] bool isWhole() const {
        const SQLite::Database reader(path().string(), SQLite::OPEN_READONLY);
        sqlite::Statement check(reader.getHandle(), "PRAGMA integrity_check");
        return check.step() && check.text(0) == "ok";
    }

    /// How many rows are not as they were written last.
    [[nodiscard]] int wrongRows() const {
        const SQLite::Database reader(path().string(), SQLite::OPEN_READONLY);
        sqlite::Statement rows(reader.getHandle(), "SELECT k, turn FROM pages ORDER BY k");
        int wrong = kRows;
        while (rows.step())
            wrong -= rows.integer(1) == m_turns[static_cast<std::size_t>(rows.integer(0))] ? 1 : 0;
        return wrong;
    }

private:
    QTemporaryDir m_folder;
    SQLite::Database m_writer{path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    std::vector<std::int64_t> m_turns;
    std::mt19937 m_random{1}; // NOLINT(cert-msc51-cpp): the same rows every time
};

} // namespace

class CheckpointerTest : public QObject {
    Q_OBJECT
private slots:
    void keepsTheWalSmallUnderAWriterThatNeverRests();
    void goesOnAfterACommitThatFailed();
    void leavesTheWalToTheWriterAfterwards();
};

void CheckpointerTest::keepsTheWalSmallUnderAWriterThatNeverRests() {
    PagesFixture file;
    const auto checkpointer = file.checkpointer();
    std::int64_t most = 0;
    for (int turn = 1; turn <= 400; ++turn) {
        file.write(*checkpointer, turn);
        most = std::max(most, file.walPages());
    }
    // A round and what is added while it is copied; without rounds it would be 8,000.
    QVERIFY2(most > kPagesOfRound / 2 && most < 3 * kPagesOfRound, qPrintable(QString::number(most)));
    QCOMPARE(file.wrongRows(), 0);
}

void CheckpointerTest::goesOnAfterACommitThatFailed() {
    PagesFixture file;
    const auto checkpointer = file.checkpointer();
    for (int turn = 1; turn <= 40; ++turn) {
        file.write(*checkpointer, turn);
        QVERIFY_EXCEPTION_THROWN(checkpointer->commit([] { throw std::runtime_error("no room"); }), std::runtime_error);
    }
    QVERIFY(file.walPages() < 3 * kPagesOfRound);
    QCOMPARE(file.wrongRows(), 0);
}

void CheckpointerTest::leavesTheWalToTheWriterAfterwards() {
    PagesFixture file;
    auto checkpointer = file.checkpointer();
    for (int turn = 1; turn <= 20; ++turn)
        file.write(*checkpointer, turn);
    checkpointer.reset();
    sqlite::execute(file.writer(), "UPDATE pages SET turn = turn WHERE k = 1; PRAGMA wal_checkpoint(TRUNCATE)");
    QCOMPARE(file.walPages(), std::int64_t{0});
    QVERIFY(file.isWhole());
    QCOMPARE(file.wrongRows(), 0);
}

MUNIMENT_TEST(checkpointer, CheckpointerTest);
#include "test_checkpointer.moc"
