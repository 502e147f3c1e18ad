// Protects the file among other programs, rights and disks: one writer, many readers, nothing readable by others,
// nothing replaced, and nothing half written where the disk is full.
#include "tests/replica/filled_file.h"
#include "tests/support/small_disk.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

QString helperAnswer(const QStringList& arguments) {
    QProcess helper;
    helper.start(QStringLiteral(MUNIMENT_REPLICA_HELPER), arguments);
    helper.waitForFinished(60'000);
    return QString::fromUtf8(helper.readAllStandardOutput()).trimmed();
}

} // namespace

class FileTest : public QObject {
    Q_OBJECT
private slots:
    void aSecondWriterIsRefusedAndAKilledOneIsNot();
    void readOnlyFilesAndFoldersAreRead();
    void nothingIsReadableByOthers();
    void creatingNeverReplaces();
    void aFullDiskLeavesEverythingAsItWas();
};

void FileTest::aSecondWriterIsRefusedAndAKilledOneIsNot() {
    const auto fixture = filledFile(100);
    {
        const auto first = MUST(Replica::open(fixture->path(), ReplicaAccess::ReadWrite));
        const auto second = Replica::open(fixture->path(), ReplicaAccess::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::FileInUse);
        QCOMPARE(second.error().get("pid"), std::to_string(::getpid()));
        for (int i = 0; i < 3; ++i) // the refused one must not have let go of the first one's lock
            QCOMPARE(answerOf(fixture->path()), QStringLiteral("fileInUse"));
        const auto reader = MUST(Replica::open(fixture->path(), ReplicaAccess::ReadOnly));
        QCOMPARE(reader->writer(), nullptr);
        const auto another = MUST(Replica::open(fixture->path(), ReplicaAccess::ReadOnly));
        QCOMPARE(MUST(MUST(another->snapshot())->runs()).front().lastOrdinal, std::int64_t{100});
    }
    QProcess holder;
    holder.start(QStringLiteral(MUNIMENT_REPLICA_HELPER),
                 {QStringLiteral("hold"), QString::fromStdString(fixture->path().string())});
    QVERIFY(holder.waitForReadyRead(60'000));
    const auto refused = Replica::open(fixture->path(), ReplicaAccess::ReadWrite);
    QVERIFY(!refused);
    QCOMPARE(refused.error().get("pid"), std::to_string(holder.processId()));
    holder.kill();
    holder.waitForFinished();
    QCOMPARE(answerOf(fixture->path()), QStringLiteral("opened"));
    QVERIFY(!std::filesystem::exists(fixture->path().string() + "-lock"));
}

void FileTest::readOnlyFilesAndFoldersAreRead() {
    const auto fixture = filledFile(100);
    const auto file = fixture->path();
    const QString name = QString::fromStdString(file.string());
    // The helper gives up root, for whom nothing is read-only.
    ::chmod(file.parent_path().c_str(), 0755);
    ::chmod(file.c_str(), 0444);
    const QByteArray before = contentsOf(file);
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("rw")}), QStringLiteral("fileReadOnly"));
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("ro")}), QStringLiteral("100 events"));
    ::chmod(file.parent_path().c_str(), 0555);
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("rw")}), QStringLiteral("fileReadOnly"));
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("ro")}), QStringLiteral("100 events"));
    QCOMPARE(contentsOf(file), before);
    ::chmod(file.parent_path().c_str(), 0755);
}

void FileTest::nothingIsReadableByOthers() {
    const mode_t before = ::umask(0);
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    applyAll(*replica, kFilledRegion, sampleEvents({}, 2'000), 500);
    const auto snapshot = MUST(replica->snapshot());
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(fixture.path().parent_path())) {
        struct stat status {};

        QCOMPARE(::stat(entry.path().c_str(), &status), 0);
        QVERIFY2((status.st_mode & 0777) == 0600, entry.path().c_str());
        ++files;
    }
    ::umask(before);
    QCOMPARE(files, 4); // the file, -wal, -shm, -lock
}

void FileTest::creatingNeverReplaces() {
    const auto fixture = filledFile(10);
    const QByteArray before = contentsOf(fixture->path());
    const auto again = Replica::create(fixture->path(), fixture->settings());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::FileExists);
    QCOMPARE(contentsOf(fixture->path()), before);
    const auto nowhere = Replica::create(fixture->path("no/such/folder"), fixture->settings());
    QCOMPARE(nowhere.error().code, ErrorCode::FileMissing);
    for (const auto& entry : std::filesystem::directory_iterator(fixture->path().parent_path()))
        QVERIFY2(entry.path() == fixture->path(), entry.path().c_str());
}

void FileTest::aFullDiskLeavesEverythingAsItWas() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLog log({});
    std::vector<RecordedEvent> events = log.take(3'000);
    applyAll(*replica, kFilledRegion, events, 1'000);
    int refusals = 0;
    // Each step lets a little more of the batch reach the disk, so that every write of it fails once.
    for (std::uintmax_t room = 0; refusals < 60; room += 16 * 1'024) {
        const Batch batch = log.batch(400);
        events.insert(events.end(), batch.events.begin(), batch.events.end());
        const auto prepared = prepareBatch(batch);
        MUST(replica->writer()->checkpoint());
        const auto before = MUST(MUST(replica->snapshot())->regions()).front();
        bool isRefused = false;
        {
            const FileSizeLimit full(room);
            const auto applied = replica->writer()->apply(*prepared);
            isRefused = !applied;
            if (isRefused) {
                QCOMPARE(QString::fromStdString(std::string(errorCodeName(applied.error().code))),
                         QStringLiteral("diskFull"));
                const auto snapshot = MUST(replica->snapshot());
                const auto after = MUST(snapshot->regions()).front();
                QVERIFY(after.cursor == before.cursor && after.events == before.events);
                QVERIFY(MUST(snapshot->event(EventNumber::of(1, before.events))) == events[events.size() - 401]);
            }
        }
        if (!isRefused)
            break;
        ++refusals;
        QCOMPARE(MUST(replica->writer()->apply(*prepared)).events, std::int64_t{400});
    }
    QVERIFY(refusals > 3);
    applyAll(*fixture.create("roomy"), kFilledRegion, events, 1'000);
    QVERIFY(printedRows(fixture.path()) == printedRows(fixture.path("roomy")));
}

MUNIMENT_TEST(file, FileTest);
#include "test_file.moc"
