// Protects: a file that cannot be used is named with what is wrong and what to do, is not changed, and never crashes
// the program.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sqlite3.h>
#include <unistd.h>

using namespace muniment::test;

class TestUnusableFiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void eachHasItsSentence_data();
    void eachHasItsSentence();
    void aFileIsWrittenByOneProcessWhateverItIsCalled();
    void aFileThatAForeignProgramHoldsIsNotWaitedForForEver();
    void aReadOnlyFileIsReadAndNotWritten();
    void aFileThatAnotherProcessWritesIsRead();
    void anInterruptEndsFollowingInOrder();

private:
    [[nodiscard]] std::string path(const char* name) const {
        return m_directory.filePath(QString::fromLatin1(name)).toStdString();
    }

    void write(const char* name, const QByteArray& bytes) const {
        QFile file(QString::fromStdString(path(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    }

    QTemporaryDir m_directory;
};

static QByteArray contentOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
}

void TestUnusableFiles::initTestCase() {
    QCOMPARE(run({"workspace", "new", path("good"), "--embedded", "--regions", "eu"}).exit, 0);
    QCOMPARE(run({"org", "add", path("good"), "--name", "Acme", "--region", "eu"}).exit, 0);
    const auto good = contentOf(path("good"));
    QVERIFY(good.size() > 8192);
    write("truncated", good.left(good.size() / 2));
    auto corrupt = good;
    corrupt.replace(4096, 4096, QByteArray(4096, '\xA5'));
    write("corrupt", corrupt);
    auto newer = good;
    newer.replace(60, 4, QByteArray("\0\0\x03\xE7", 4)); // user_version 999, big-endian, at byte 60 of the header
    write("newer", newer);
    write("text", "Dear diary, this is not a database.\n");
    write("empty", "");
}

void TestUnusableFiles::eachHasItsSentence_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("missing") << QByteArray("missing") << QByteArray("There is no file");
    QTest::newRow("text") << QByteArray("text") << QByteArray("not a Muniment workspace");
    QTest::newRow("empty") << QByteArray("empty") << QByteArray("not a Muniment workspace");
    QTest::newRow("truncated") << QByteArray("truncated") << QByteArray("damaged");
    QTest::newRow("corrupt") << QByteArray("corrupt") << QByteArray("damaged");
    QTest::newRow("newer") << QByteArray("newer") << QByteArray("newer version");
    QTest::newRow("directory") << QByteArray(".") << QByteArray("");
    QTest::newRow("the store instead") << QByteArray("good-store") << QByteArray("not a Muniment workspace");
}

void TestUnusableFiles::eachHasItsSentence() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, sentence);
    const auto file = path(name.constData());
    const auto before = contentOf(file);
    for (const Arguments& arguments :
         {Arguments{"events", file}, Arguments{"org", "list", file}, Arguments{"sync", file, "--once"},
          Arguments{"doctor", file}, Arguments{"user", "lock", file, "x"}}) {
        const auto answer = run(arguments);
        QVERIFY2(answer.exit == 1 || answer.exit == 2 || answer.exit == 3, told(answer).c_str());
        QVERIFY2(answer.err.contains(sentence) && answer.err.count('\n') >= 1, told(answer).c_str());
    }
    QCOMPARE(contentOf(file), before);
}

void TestUnusableFiles::aFileThatAnotherProcessWritesIsRead() {
    const auto follower = start({"sync", path("good"), "--follow", "--seconds", "60"});
    // Its first word of progress: it has the file.
    follower->setReadChannel(QProcess::StandardError);
    QVERIFY(follower->waitForReadyRead(30'000));
    const auto refused = run({"rebuild", path("good")});
    QVERIFY2(refused.exit == 3 && refused.err.contains("open for writing"), told(refused).c_str());
    QCOMPARE(run({"org", "list", path("good"), "--json"}).objects().size(), std::size_t(1));
    // A command still works, and the other process brings the event.
    const auto added = run({"org", "add", path("good"), "--name", "Second", "--region", "eu", "--json"});
    QVERIFY2(added.exit == 0 && added.object()[QStringLiteral("inFile")].toBool(), told(added).c_str());
    follower->terminate();
    const auto ended = finish(*follower);
    QVERIFY2(ended.exit == 0, told(ended).c_str());
}

// Two names of one file are one file.
void TestUnusableFiles::aFileIsWrittenByOneProcessWhateverItIsCalled() {
    QTemporaryDir elsewhere;
    const auto link = elsewhere.filePath(QStringLiteral("link.muniment"));
    QVERIFY(QFile::link(QString::fromStdString(path("good")), link));
    const auto follower = start({"sync", link.toStdString(), "--follow"});
    follower->setReadChannel(QProcess::StandardError);
    QVERIFY(follower->waitForReadyRead(30'000));
    const auto refused = run({"rebuild", path("good")});
    QVERIFY2(refused.exit == 3 && refused.err.contains("open for writing"), told(refused).c_str());
    follower->terminate();
    QCOMPARE(finish(*follower).exit, 0);
    QCOMPARE(run({"rebuild", link.toStdString()}).exit, 0);
}

// Another program may hold the file without our lock: that is said, and not waited for without end.
void TestUnusableFiles::aFileThatAForeignProgramHoldsIsNotWaitedForForEver() {
    sqlite3* foreign = nullptr;
    QCOMPARE(sqlite3_open(path("good").c_str(), &foreign), SQLITE_OK);
    QCOMPARE(sqlite3_exec(foreign, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto refused = run({"rebuild", path("good")});
    sqlite3_close(foreign);
    QVERIFY2(refused.exit == 3 && refused.err.count('\n') >= 1, told(refused).c_str());
    QCOMPARE(run({"rebuild", path("good")}).exit, 0);
}

// As a user to whom the file is not writable, and neither is its directory.
void TestUnusableFiles::aReadOnlyFileIsReadAndNotWritten() {
    QTemporaryDir shared;
    const auto file = shared.filePath(QStringLiteral("read-only.muniment"));
    write("copy", contentOf(path("good")));
    QVERIFY(QFile::copy(QString::fromStdString(path("copy")), file));
    const auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto enterable = readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(file, readable) && QFile::setPermissions(shared.path(), enterable));
    const auto before = contentOf(file.toStdString());
    const Arguments nobody = ::geteuid() == 0 ? Arguments{"setpriv", "--reuid",        "65534", "--regid",
                                                          "65534",   "--clear-groups", "env",   "HOME=/nonexistent"}
                                              : Arguments{};
    const auto as = [&](Arguments words, const Arguments& options) {
        words.push_back(file.toStdString());
        words.insert(words.end(), options.begin(), options.end());
        return run(words, {}, nobody);
    };
    const auto listed = as({"org", "list"}, {"--json"});
    QVERIFY2(listed.exit == 0 && listed.objects().size() == 1, told(listed).c_str());
    QCOMPARE(as({"events"}, {"--count"}).lastLine(), QByteArray("2"));
    for (const auto& refused :
         {as({"sync"}, {"--once"}), as({"rebuild"}, {}), as({"workspace", "endpoint", "remove"}, {"eu"})})
        QVERIFY2(refused.exit == 3 && refused.err.contains("read") && refused.err.count('\n') == 1,
                 told(refused).c_str());
    QFile::setPermissions(shared.path(), enterable | QFile::WriteOwner);
    QCOMPARE(contentOf(file.toStdString()), before);
}

void TestUnusableFiles::anInterruptEndsFollowingInOrder() {
    const auto follower = start({"sync", path("good"), "--follow"});
    follower->setReadChannel(QProcess::StandardError);
    QVERIFY(follower->waitForReadyRead(30'000));
    QCOMPARE(::kill(static_cast<pid_t>(follower->processId()), SIGINT), 0);
    const auto ended = finish(*follower);
    QVERIFY2(ended.exit == 0, told(ended).c_str());
    QCOMPARE(run({"rebuild", path("good")}).exit, 0); // the file is let go
}

MUNIMENT_TEST(unusable_files, TestUnusableFiles);
#include "test_unusable_files.moc"
