// The embedded store as a file: who may read it, what is refused and left unchanged, several processes at once, a
// process that dies in the middle, a medium that is full or read-only.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "tests/eventstore/contract_values.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

QByteArray contentOf(const std::string& file) {
    QFile content(QString::fromStdString(file));
    return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
}

mode_t modeOf(const std::string& file) {
    struct stat facts {};

    return ::stat(file.c_str(), &facts) == 0 ? facts.st_mode & 0777 : 0;
}

/// Runs `work` in a process of its own; the child leaves without unwinding, as a crash would.
template <class Work>
pid_t inChild(Work work) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work() ? 0 : 1);
    return child;
}

} // namespace

class EmbeddedFileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    [[nodiscard]] std::string path(const char* name = "store.db") const {
        return m_directory->filePath(QString::fromLatin1(name)).toStdString();
    }

private slots:

    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void everyFileIsForItsOwnerOnly() {
        const mode_t before = ::umask(0);
        const auto created = createEmbeddedStore(path(), {kRegion});
        auto store = makeEmbeddedEventStore(path());
        const auto appended = store->append(newTenant(kRegion, "acme", "Acme"));
        ::umask(before);
        VERIFY_OK(created);
        VERIFY_OK(appended);
        const auto names = QDir(m_directory->path()).entryList(QDir::Files);
        QVERIFY(names.size() >= 3); // with WAL, its index and the lock
        for (const QString& name : names)
            QCOMPARE(modeOf(m_directory->filePath(name).toStdString()), mode_t{0600});
    }

    void anExistingFileIsNotReplaced() {
        std::ofstream(path()) << "precious";
        QCOMPARE(codeOf(createEmbeddedStore(path(), {kRegion})), QStringLiteral("fileExists"));
        QCOMPARE(contentOf(path()), QByteArray("precious"));
    }

    void aStoreWithoutRegionsIsNotMade() {
        QCOMPARE(codeOf(createEmbeddedStore(path(), {})), QStringLiteral("invalidInput"));
        QVERIFY(!QFile::exists(QString::fromStdString(path())));
    }

    void aMissingDirectoryIsTold() {
        QCOMPARE(codeOf(createEmbeddedStore(path("no/such/store.db"), {kRegion})), QStringLiteral("fileError"));
    }

    void whatIsNoStoreIsRefusedAndLeftAlone_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("fileMissing");
        QTest::newRow("text") << QStringLiteral("text") << QStringLiteral("notADatabase");
        QTest::newRow("another SQLite file") << QStringLiteral("sqlite") << QStringLiteral("schemaMissing");
        QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("schemaMissing");
        QTest::newRow("newer") << QStringLiteral("newer") << QStringLiteral("schemaTooNew");
        QTest::newRow("truncated") << QStringLiteral("truncated") << QStringLiteral("fileCorrupt");
    }

    void whatIsNoStoreIsRefusedAndLeftAlone() {
        QFETCH(QString, kind);
        QFETCH(QString, code);
        if (kind == QStringLiteral("text"))
            std::ofstream(path()) << std::string(8'192, 'x');
        else if (kind == QStringLiteral("empty"))
            std::ofstream(path()) << "";
        else if (kind == QStringLiteral("sqlite"))
            SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
        else if (kind != QStringLiteral("missing"))
            VERIFY_OK(createEmbeddedStore(path(), {kRegion}));
        if (kind == QStringLiteral("newer"))
            SQLite::Database(path(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
        if (kind == QStringLiteral("truncated"))
            QVERIFY(QFile::resize(QString::fromStdString(path()), 10'000));
        const QByteArray before = contentOf(path());
        auto store = makeEmbeddedEventStore(path());
        const auto connected = store->connect(kRegion);
        QCOMPARE(codeOf(connected), code);
        QVERIFY(!connected.error().get("stage").empty());
        store->disconnect();
        QCOMPARE(contentOf(path()), before);
    }

    void aReadOnlyFileIsReadButNotWritten() {
        if (::geteuid() == 0) { // root may write anyway: take the lock file's place instead
            VERIFY_OK(createEmbeddedStore(path(), {kRegion}));
            QVERIFY(QDir().mkdir(QString::fromStdString(path() + "-lock")));
            auto store = makeEmbeddedEventStore(path());
            VERIFY_OK(store->readTail({kRegion, {}, 10, false}));
            QCOMPARE(codeOf(store->append(newTenant(kRegion, "acme", "Acme"))), QStringLiteral("fileError"));
            return;
        }
        VERIFY_OK(createEmbeddedStore(path(), {kRegion}));
        QVERIFY(::chmod(path().c_str(), 0400) == 0);
        auto store = makeEmbeddedEventStore(path());
        QCOMPARE(codeOf(store->append(newTenant(kRegion, "acme", "Acme"))), QStringLiteral("fileReadOnly"));
    }

    void severalProcessesWriteOneLog() {
        VERIFY_OK(createEmbeddedStore(path(), {kRegion}));
        constexpr int kProcesses = 4;
        constexpr int kTenants = 25;
        std::vector<pid_t> children;
        for (int process = 0; process < kProcesses; ++process)
            children.push_back(inChild([&] {
                auto store = makeEmbeddedEventStore(path());
                for (int i = 0; i < kTenants; ++i) {
                    const std::string id = std::to_string(process) + "-" + std::to_string(i);
                    if (!store->append(newTenant(kRegion, id, id)))
                        return false;
                }
                store->disconnect();
                return true;
            }));
        for (const pid_t child : children) {
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        }
        auto store = makeEmbeddedEventStore(path());
        const auto all = readAll(*store, kRegion, 7);
        VERIFY_OK(all);
        QCOMPARE(std::ssize(*all), kProcesses * kTenants);
        for (std::size_t i = 0; i < all->size(); ++i)
            QCOMPARE((*all)[i].key.position.major, static_cast<std::int64_t>(i) + 1);
    }

    void aProcessThatDiesInATransactionLeavesNothing() {
        VERIFY_OK(createEmbeddedStore(path(), {kRegion}));
        const std::vector<TenantHome> tenants{homeOf("acme")};
        for (int round = 0; round < 5; ++round) {
            const auto events = history("acme", "ann" + std::to_string(round), 1, 60'000);
            const pid_t child = inChild([&] {
                return makeEmbeddedEventStore(path())->insertHistory(kRegion, {tenants, events}).has_value();
            });
            QTest::qWait(20 + 45 * round); // anywhere in the transaction
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            auto store = makeEmbeddedEventStore(path());
            const auto all = readAll(*store, kRegion);
            VERIFY_OK(all);
            QCOMPARE(all->size() % 60'000, std::size_t{0});
            QCOMPARE(SQLite::Database(path(), SQLite::OPEN_READONLY).execAndGet("PRAGMA quick_check").getString(),
                     std::string("ok"));
        }
        auto store = makeEmbeddedEventStore(path());
        VERIFY_OK(store->append(newTenant(kRegion, "after", "After")));
    }

    void anEndpointTextNamesTheFile() {
        QCOMPARE(embeddedEndpoint("/a b/c.db"), std::string("embedded:/a b/c.db"));
        QCOMPARE(embeddedPath("embedded:/a b/c.db").string(), std::string("/a b/c.db"));
        VERIFY_OK(createEmbeddedStore(path(), {kRegion}));
        auto store = openEventStore(embeddedEndpoint(path()), nullptr);
        VERIFY_OK(store);
        const auto identity = (*store)->connect(kRegion);
        VERIFY_OK(identity);
        QVERIFY(identity->flavour == StoreFlavour::Embedded);
        QCOMPARE(storeFlavourName(identity->flavour), std::string_view("embedded"));
    }
};

MUNIMENT_TEST(embedded_file, EmbeddedFileTest);
#include "test_embedded_file.moc"
