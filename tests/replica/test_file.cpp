// Protects what a person meets at the file's door: every kind of unusable file gets its own answer and stays as it was,
// and nothing in it is readable by others.
#include "models/replica/event_mark.h"
#include "models/replica/replica_file.h"
#include "models/replica/sqlite.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QProcess>

#include <atomic>
#include <csignal>
#include <random>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

QByteArray contents(const std::filesystem::path& file) {
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("(none)");
}

void write(const std::filesystem::path& file, const QByteArray& bytes) {
    QFile opened(QString::fromStdString(file.string()));
    QVERIFY(opened.open(QIODevice::WriteOnly | QIODevice::Truncate));
    opened.write(bytes);
}

QString answer(const std::filesystem::path& file, ReplicaAccess access = ReplicaAccess::ReadWrite) {
    const auto opened = Replica::open(file, access);
    return opened ? QStringLiteral("opened") : QString::fromStdString(std::string(errorCodeName(opened.error().code)));
}

QString helperAnswer(const QStringList& arguments) {
    QProcess helper;
    helper.start(QStringLiteral(MUNIMENT_REPLICA_HELPER), arguments);
    helper.waitForFinished(60'000);
    return QString::fromUtf8(helper.readAllStandardOutput()).trimmed();
}

/// While it lives no file of this process may grow beyond `bytes`: a full disk, as write(2) reports it.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class FileTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsNoWorkspaceIsRefused();
    void aLaterVersionIsRefusedAndNotChanged();
    void aTruncatedFileIsRefusedAtEveryPageBoundary();
    void flippedBytesNeverCrash();
    void aSecondWriterIsRefusedAndAKilledOneIsNot();
    void readOnlyFilesAndFoldersAreRead();
    void nothingIsReadableByOthers();
    void creatingNeverReplaces();
    void aFullDiskLeavesEverythingAsItWas();
    void readersSeeWholeBatchesOnly();
    void anEventThatIsNotBeyondTheCursorIsRefused();
    void aForgedPositionIsMarkedAndTheEventStays();
    void settingsAreKept();

private:
    std::unique_ptr<ReplicaFixture> filled(int events, std::size_t batch = 1'000) const;
};

std::unique_ptr<ReplicaFixture> FileTest::filled(int events, std::size_t batch) const {
    auto fixture = std::make_unique<ReplicaFixture>();
    const auto replica = fixture->create();
    applyAll(*replica, kRegion, sampleEvents({}, events), batch);
    return fixture;
}

void FileTest::whatIsNoWorkspaceIsRefused() {
    const ReplicaFixture fixture;
    const auto file = fixture.path();
    QCOMPARE(answer(file), QStringLiteral("fileMissing"));
    QCOMPARE(answer(fixture.path("no/such/folder")), QStringLiteral("fileMissing"));
    QCOMPARE(answer(file.parent_path()), QStringLiteral("notAWorkspace"));
    for (const QByteArray& bytes : {QByteArray(), QByteArray("%PDF-1.7 and so on"), QByteArray(100'000, '\0')}) {
        write(file, bytes);
        QCOMPARE(answer(file), QStringLiteral("notAWorkspace"));
        QCOMPARE(answer(file, ReplicaAccess::ReadOnly), QStringLiteral("notAWorkspace"));
        QCOMPARE(contents(file), bytes);
    }
    std::filesystem::remove(file);
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE events (n)");
    const QByteArray before = contents(file);
    QCOMPARE(answer(file), QStringLiteral("notAWorkspace"));
    QCOMPARE(contents(file), before);
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA application_id = " + std::to_string(kApplicationId) + "; PRAGMA user_version = 1");
    QCOMPARE(answer(file), QStringLiteral("fileCorrupt"));
    const auto real = filled(10);
    SQLite::Database(real->path().string(), SQLite::OPEN_READWRITE)
        .exec("CREATE TRIGGER forged AFTER INSERT ON events BEGIN DELETE FROM events; END");
    QCOMPARE(answer(real->path()), QStringLiteral("fileCorrupt"));
}

void FileTest::aLaterVersionIsRefusedAndNotChanged() {
    const auto fixture = filled(500);
    SQLite::Database(fixture->path().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 7");
    const QByteArray before = contents(fixture->path());
    for (const ReplicaAccess access : {ReplicaAccess::ReadWrite, ReplicaAccess::ReadOnly}) {
        const auto opened = Replica::open(fixture->path(), access);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::FileTooNew);
        QCOMPARE(opened.error().get("found"), std::string("7"));
        QCOMPARE(opened.error().get("known"), std::to_string(kReplicaSchemaVersion));
    }
    QCOMPARE(contents(fixture->path()), before);
}

void FileTest::aTruncatedFileIsRefusedAtEveryPageBoundary() {
    const auto fixture = filled(1'500);
    const QByteArray whole = contents(fixture->path());
    QVERIFY(whole.size() > 50 * kPageSize);
    const auto part = fixture->path("part");
    for (qsizetype size = 0; size < whole.size(); size += kPageSize) {
        for (const qsizetype cut : {size, size + 1}) {
            write(part, whole.first(cut));
            const QString found = answer(part);
            QVERIFY2(found == QStringLiteral("fileCorrupt") || (cut < 100 && found == QStringLiteral("notAWorkspace")),
                     qPrintable(QStringLiteral("%1 bytes: %2").arg(cut).arg(found)));
            QCOMPARE(contents(part), whole.first(cut));
        }
    }
}

void FileTest::flippedBytesNeverCrash() {
    const auto fixture = filled(1'500);
    const QByteArray whole = contents(fixture->path());
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

void FileTest::aSecondWriterIsRefusedAndAKilledOneIsNot() {
    const auto fixture = filled(100);
    {
        const auto first = MUST(Replica::open(fixture->path(), ReplicaAccess::ReadWrite));
        const auto second = Replica::open(fixture->path(), ReplicaAccess::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::FileInUse);
        QCOMPARE(second.error().get("pid"), std::to_string(::getpid()));
        for (int i = 0; i < 3; ++i) // the refused one must not have let go of the first one's lock
            QCOMPARE(answer(fixture->path()), QStringLiteral("fileInUse"));
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
    QCOMPARE(answer(fixture->path()), QStringLiteral("opened"));
    QVERIFY(!std::filesystem::exists(fixture->path().string() + "-lock"));
}

void FileTest::readOnlyFilesAndFoldersAreRead() {
    const auto fixture = filled(100);
    const auto file = fixture->path();
    const QString name = QString::fromStdString(file.string());
    // The helper gives up root, for whom nothing is read-only.
    ::chmod(file.parent_path().c_str(), 0755);
    ::chmod(file.c_str(), 0444);
    const QByteArray before = contents(file);
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("rw")}), QStringLiteral("fileReadOnly"));
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("ro")}), QStringLiteral("100 events"));
    ::chmod(file.parent_path().c_str(), 0555);
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("rw")}), QStringLiteral("fileReadOnly"));
    QCOMPARE(helperAnswer({QStringLiteral("open"), name, QStringLiteral("ro")}), QStringLiteral("100 events"));
    QCOMPARE(contents(file), before);
    ::chmod(file.parent_path().c_str(), 0755);
}

void FileTest::nothingIsReadableByOthers() {
    const mode_t before = ::umask(0);
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    applyAll(*replica, kRegion, sampleEvents({}, 2'000), 500);
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
    const auto fixture = filled(10);
    const QByteArray before = contents(fixture->path());
    const auto again = Replica::create(fixture->path(), fixture->settings());
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::FileExists);
    QCOMPARE(contents(fixture->path()), before);
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
    applyAll(*replica, kRegion, events, 1'000);
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
    applyAll(*fixture.create("roomy"), kRegion, events, 1'000);
    QVERIFY(printedRows(fixture.path()) == printedRows(fixture.path("roomy")));
}

void FileTest::readersSeeWholeBatchesOnly() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    std::atomic<bool> isDone = false;
    std::atomic<int> looks = 0;
    std::atomic<int> wrong = 0;
    std::thread reader([&] {
        while (!isDone) {
            const auto snapshot = MUST(replica->snapshot());
            const std::int64_t last = MUST(snapshot->runs()).front().lastOrdinal;
            const auto rows = sqlite::queryInteger(snapshot->database().getHandle(), "SELECT count(*) FROM events");
            const auto region = MUST(snapshot->regions()).front();
            if (last % 300 != 0 || rows != last || region.events != last || region.cursor.has_value() != (last > 0))
                ++wrong;
            ++looks;
        }
    });
    applyAll(*replica, kRegion, sampleEvents({}, 12'000), 300);
    isDone = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
    QVERIFY(looks > 5);
}

void FileTest::anEventThatIsNotBeyondTheCursorIsRefused() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, 20);
    applyAll(*replica, kRegion, events, 20);
    const auto before = printedRows(fixture.path());
    for (const std::size_t first : {std::size_t{0}, std::size_t{19}}) {
        Batch batch{kRegion, {events.begin() + static_cast<std::ptrdiff_t>(first), events.end()}, {}, false};
        const auto again = replica->writer()->apply(*prepareBatch(std::move(batch)));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::LogRewound);
    }
    Batch elsewhere{RegionName("nowhere"), {events.front()}, {}, false};
    const auto unknown = replica->writer()->apply(*prepareBatch(std::move(elsewhere)));
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(printedRows(fixture.path()) == before);
}

void FileTest::aForgedPositionIsMarkedAndTheEventStays() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    const auto events = sampleEvents({}, 3);
    Batch batch{kRegion, events, {}, true, {events[1].key}};
    QCOMPARE(MUST(replica->writer()->apply(*prepareBatch(std::move(batch)))).events, std::int64_t{3});
    const auto snapshot = MUST(replica->snapshot());
    const auto findings = MUST(snapshot->findings(10));
    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(findings[0].kind, std::string("position.forged"));
    QVERIFY(MUST(snapshot->event(*findings[0].event)) == events[1]);
    const auto forged = std::to_string(static_cast<int>(EventMark::ForgedPosition));
    QCOMPARE(printedQuery(fixture.path(), "SELECT marks & " + forged + " FROM events ORDER BY n"),
             (std::vector<std::string>{"0", forged, "0"}));
}

void FileTest::settingsAreKept() {
    const ReplicaFixture fixture({"eu-west-1", "us-east-1"});
    {
        const auto replica = fixture.create();
        applyAll(*replica, kRegion, sampleEvents({}, 10), 10);
        MUST(replica->writer()->recordStoreMark(kRegion, {"installation", "system"}));
        MUST(replica->writer()->recordKnownThrough(kRegion, Instant{200}));
        MUST(replica->writer()->recordKnownThrough(kRegion, Instant{100}));
        MUST(replica->writer()->setOperatorName("somebody else"));
        MUST(replica->writer()->setRegions({{RegionName("ap-south-1"), "c"}, {kRegion, "a"}}));
    }
    const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
    const auto snapshot = MUST(replica->snapshot());
    QCOMPARE(MUST(snapshot->operatorName()), std::string("somebody else"));
    const auto regions = MUST(snapshot->regions());
    QCOMPARE(regions.size(), std::size_t{2});
    QCOMPARE(regions[0].region.text(), std::string("ap-south-1"));
    QVERIFY(!regions[0].cursor && !regions[0].newestHeld && !regions[0].mark && !regions[0].knownThrough);
    QCOMPARE(regions[1].endpoint, std::string("a"));
    QCOMPARE(regions[1].knownThrough->micros, std::int64_t{200});
    QCOMPARE(regions[1].mark->systemIdentifier, std::string("system"));
    const RecordedEvent last = sampleEvents({}, 10).back();
    QVERIFY((*regions[1].newestHeld ==
             HeldEvent{kRegion, last.tenant, last.aggregate, last.sequence, last.eventId, last.key}));
    QCOMPARE(MUST(snapshot->runs()).size(), std::size_t{3});
}

MUNIMENT_TEST(file, FileTest);
#include "test_file.moc"
