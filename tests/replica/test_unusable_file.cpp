// Protects what a person meets who opens the wrong file: every kind of unusable file gets its own answer, and stays as
// it was; a damaged one never crashes whoever reads it.
#include "models/replica/replica_file.h"
#include "models/replica/sqlite.h"
#include "tests/replica/filled_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <random>
#include <set>

using namespace muniment;
using namespace muniment::test;

namespace {

void write(const std::filesystem::path& file, const QByteArray& bytes) {
    QFile opened(QString::fromStdString(file.string()));
    QVERIFY(opened.open(QIODevice::WriteOnly | QIODevice::Truncate));
    opened.write(bytes);
}

} // namespace

class UnusableFileTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsNoWorkspaceIsRefused();
    void aRunWithoutItsTableIsRefused();
    void aLaterVersionIsRefusedAndNotChanged();
    void aTruncatedFileIsRefusedAtEveryPageBoundary();
    void flippedBytesNeverCrash();
};

void UnusableFileTest::whatIsNoWorkspaceIsRefused() {
    const ReplicaFixture fixture;
    const auto file = fixture.path();
    QCOMPARE(answerOf(file), QStringLiteral("fileMissing"));
    QCOMPARE(answerOf(fixture.path("no/such/folder")), QStringLiteral("fileMissing"));
    QCOMPARE(answerOf(file.parent_path()), QStringLiteral("notAWorkspace"));
    for (const QByteArray& bytes : {QByteArray(), QByteArray("%PDF-1.7 and so on"), QByteArray(100'000, '\0')}) {
        write(file, bytes);
        QCOMPARE(answerOf(file), QStringLiteral("notAWorkspace"));
        QCOMPARE(answerOf(file, ReplicaAccess::ReadOnly), QStringLiteral("notAWorkspace"));
        QCOMPARE(contentsOf(file), bytes);
    }
    std::filesystem::remove(file);
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE events (n)");
    const QByteArray before = contentsOf(file);
    QCOMPARE(answerOf(file), QStringLiteral("notAWorkspace"));
    QCOMPARE(contentsOf(file), before);
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA application_id = " + std::to_string(kApplicationId) + "; PRAGMA user_version = 1");
    QCOMPARE(answerOf(file), QStringLiteral("fileCorrupt"));
    const auto real = filledFile(10);
    SQLite::Database(real->path().string(), SQLite::OPEN_READWRITE)
        .exec("CREATE TRIGGER forged AFTER INSERT ON events_1 BEGIN DELETE FROM events_1; END");
    QCOMPARE(answerOf(real->path()), QStringLiteral("fileCorrupt"));
}

void UnusableFileTest::aRunWithoutItsTableIsRefused() {
    const auto real = filledFile(10);
    SQLite::Database(real->path().string(), SQLite::OPEN_READWRITE).exec("DROP TABLE events_1");
    QCOMPARE(answerOf(real->path()), QStringLiteral("fileCorrupt"));
}

void UnusableFileTest::aLaterVersionIsRefusedAndNotChanged() {
    const auto fixture = filledFile(500);
    SQLite::Database(fixture->path().string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = " + std::to_string(kReplicaSchemaVersion + 1));
    const QByteArray before = contentsOf(fixture->path());
    for (const ReplicaAccess access : {ReplicaAccess::ReadWrite, ReplicaAccess::ReadOnly}) {
        const auto opened = Replica::open(fixture->path(), access);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::FileTooNew);
        QCOMPARE(opened.error().get("found"), std::to_string(kReplicaSchemaVersion + 1));
        QCOMPARE(opened.error().get("known"), std::to_string(kReplicaSchemaVersion));
    }
    QCOMPARE(contentsOf(fixture->path()), before);
}

void UnusableFileTest::aTruncatedFileIsRefusedAtEveryPageBoundary() {
    const auto fixture = filledFile(1'500);
    const QByteArray whole = contentsOf(fixture->path());
    QVERIFY(whole.size() > 50 * kPageSize);
    const auto part = fixture->path("part");
    for (qsizetype size = 0; size < whole.size(); size += kPageSize) {
        for (const qsizetype cut : {size, size + 1}) {
            write(part, whole.first(cut));
            const QString found = answerOf(part);
            QVERIFY2(found == QStringLiteral("fileCorrupt") || (cut < 100 && found == QStringLiteral("notAWorkspace")),
                     qPrintable(QStringLiteral("%1 bytes: %2").arg(cut).arg(found)));
            QCOMPARE(contentsOf(part), whole.first(cut));
        }
    }
}

void UnusableFileTest::flippedBytesNeverCrash() {
    const auto fixture = filledFile(1'500);
    const QByteArray whole = contentsOf(fixture->path());
    const auto damaged = fixture->path("damaged");
    std::mt19937 random(4);
    const std::set<ErrorCode> expected{ErrorCode::FileCorrupt, ErrorCode::NotAWorkspace, ErrorCode::FileTooNew,
                                       ErrorCode::FileError,   ErrorCode::NotFound,      ErrorCode::LogRewound};
    int noticed = 0;
    SampleLog log({});
    (void)log.take(1'500);
    const auto prepared = prepareBatch(log.batch(50));
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = whole;
        const int flips = 1 + static_cast<int>(random() % 40);
        const auto reach = round % 3 == 0 ? std::uint32_t{4'096} : static_cast<std::uint32_t>(bytes.size());
        for (int i = 0; i < flips; ++i)
            bytes[static_cast<qsizetype>(random() % reach)] = static_cast<char>(random());
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::remove(damaged.string() + suffix);
        write(damaged, bytes);
        const auto check = [&](const auto& result) {
            if (result)
                return;
            ++noticed;
            QVERIFY2(expected.contains(result.error().code), result.error().detail.c_str());
        };
        auto replica = Replica::open(damaged, ReplicaAccess::ReadWrite);
        check(replica);
        if (!replica)
            continue;
        {
            const auto snapshot = (*replica)->snapshot();
            check(snapshot);
            if (snapshot) {
                for (const std::int64_t ordinal : {1, 500, 1'500})
                    check((*snapshot)->event(EventNumber::of(1, ordinal)));
                check((*snapshot)->bounds(Instant{1'700'000'500'000'000}));
                check((*snapshot)->regions());
                check(examineReplica(**snapshot, 1, {}, {}));
            }
        }
        check((*replica)->writer()->apply(*prepared));
        check((*replica)->writer()->rebuildSlice("users"));
    }
    QVERIFY(noticed > 50);
}

MUNIMENT_TEST(unusable_file, UnusableFileTest);
#include "test_unusable_file.moc"
