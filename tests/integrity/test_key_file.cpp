// Protects: the signing key in a file is of use to nobody without the passphrase, and a file that somebody made for us
// costs us neither memory nor our trust.
#include "models/integrity/key_file.h"
#include "tests/integrity/canary.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr ScryptCost kCheap{2, 8, 1};

mode_t modeOf(const std::string& file) {
    struct stat facts {};

    return ::stat(file.c_str(), &facts) == 0 ? facts.st_mode & 0777 : 0;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

} // namespace

class KeyFileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::string path(const char* name = "key") const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

    /// What a reader with the right passphrase says of these bytes.
    std::string answerTo(const std::string& bytes) {
        write(path("changed"), bytes);
        ::chmod(path("changed").c_str(), 0600);
        return outcome(readKeyFile(path("changed"), "open"));
    }

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theKeyComesBack() {
        const auto key = SigningKey::generate("desk").value();
        const mode_t before = ::umask(0);
        const auto written = writeKeyFile(path(), key, "correct horse"); // at the cost that users pay
        ::umask(before);
        QCOMPARE(outcome(written), std::string("ok"));
        QCOMPARE(modeOf(path()), mode_t{0600});
        QVERIFY(contentsOf(path()).find("\nkdf scrypt 131072 8 1\n") != std::string::npos);
        const auto read = readKeyFile(path(), "correct horse");
        QCOMPARE(outcome(read), std::string("ok"));
        QVERIFY(read->verifierKey() == key.verifierKey());
        QVERIFY(std::ranges::equal(read->privateBytes().reveal(), key.privateBytes().reveal()));
    }

    void aWrongPassphraseOpensNothing() {
        QCOMPARE(outcome(writeKeyFile(path(), keyOf("w", 1), "open", kCheap)), std::string("ok"));
        for (const char* passphrase : {"", "Open", "open ", "ope"}) {
            const auto read = readKeyFile(path(), passphrase);
            QCOMPARE(outcome(read), std::string("invalidInput passphraseOrDamage"));
            QCOMPARE(read.error().get("file"), path());
        }
        QCOMPARE(outcome(writeKeyFile(path("other"), keyOf("w", 1), "", kCheap)), std::string("invalidInput"));
    }

    void noTwoFilesAreAlike() {
        QVERIFY(writeKeyFile(path("1"), keyOf("w", 1), "open", kCheap));
        QVERIFY(writeKeyFile(path("2"), keyOf("w", 1), "open", kCheap));
        const auto one = contentsOf(path("1"));
        const auto two = contentsOf(path("2"));
        for (const char* line : {"\nsalt ", "\nnonce ", "\nkey "})
            QVERIFY(one.substr(one.find(line), 20) != two.substr(two.find(line), 20));
    }

    void whatIsThereStays() {
        write(path(), "mine");
        QCOMPARE(outcome(writeKeyFile(path(), keyOf("w", 1), "open", kCheap)), std::string("fileExists"));
        QCOMPARE(contentsOf(path()), std::string("mine"));
        std::filesystem::create_symlink(path("nowhere"), path("link"));
        QCOMPARE(outcome(writeKeyFile(path("link"), keyOf("w", 1), "open", kCheap)), std::string("fileExists"));
        QVERIFY(!std::filesystem::exists(path("nowhere")));
        QCOMPARE(outcome(writeKeyFile(path("no/folder"), keyOf("w", 1), "open", kCheap)), std::string("fileMissing"));
    }

    void aFileThatOthersMayReadIsRefused_data() {
        QTest::addColumn<int>("mode");
        for (const int mode : {0640, 0620, 0604, 0602, 0610, 0601})
            QTest::newRow(QByteArray::number(mode, 8).constData()) << mode;
    }

    void aFileThatOthersMayReadIsRefused() {
        QFETCH(int, mode);
        QVERIFY(writeKeyFile(path(), keyOf("w", 1), "open", kCheap));
        ::chmod(path().c_str(), static_cast<mode_t>(mode));
        QCOMPARE(outcome(readKeyFile(path(), "open")), std::string("permissionDenied readableByOthers"));
        ::chmod(path().c_str(), 0400);
        QCOMPARE(outcome(readKeyFile(path(), "open")), std::string("ok"));
    }

    void noTurnedBitPasses() {
        QVERIFY(writeKeyFile(path(), keyOf("w", 1), "open", kCheap));
        const auto bytes = contentsOf(path());
        QCOMPARE(answerTo(bytes), std::string("ok"));
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const auto answer = answerTo(turned(bytes, at, static_cast<unsigned int>(at % 8)));
            QVERIFY2(answer != "ok", qPrintable(QString::number(at)));
        }
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(answerTo(bytes.substr(0, size)).starts_with("fileCorrupt"));
        QCOMPARE(answerTo(bytes + "\n"), std::string("fileCorrupt key"));
        QCOMPARE(answerTo(bytes + std::string(5000, 'x')), std::string("fileCorrupt size"));
    }

    void anotherKeysNameDoesNotFit() {
        QVERIFY(writeKeyFile(path("1"), keyOf("w", 1), "open", kCheap));
        const auto own = printVerifierKey(keyOf("w", 1).verifierKey());
        const auto other = printVerifierKey(keyOf("w", 2).verifierKey());
        QCOMPARE(answerTo(replaced(contentsOf(path("1")), own, other)), std::string("invalidInput passphraseOrDamage"));
    }

    void aFileMayNotAskForTheWholeMachine_data() {
        QTest::addColumn<std::string>("cost");
        for (const char* cost :
             {"2097152 1 1", "2 17 1", "2 8 5", "1048576 16 1", "18446744073709551615 8 1", "18446744073709551616 8 1",
              "3 8 1", "1 8 1", "0 8 1", "2 0 1", "2 8 0", "2 4294967297 1", "-2 8 1", "2 8", "2 8 1 ", "2  8 1"})
            QTest::newRow(cost) << std::string(cost);
    }

    void aFileMayNotAskForTheWholeMachine() {
        QFETCH(std::string, cost);
        QVERIFY(writeKeyFile(path(), keyOf("w", 1), "open", kCheap));
        QElapsedTimer timer;
        timer.start();
        const auto answer = answerTo(replaced(contentsOf(path()), "scrypt 2 8 1", "scrypt " + cost));
        QVERIFY2(answer == "fileCorrupt cost" || answer == "fileCorrupt kdf", answer.c_str());
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(!writeKeyFile(path("dear"), keyOf("w", 1), "open", {1U << 21U, 8, 1}));
    }

    void whatIsNoKeyFileIsToldApart() {
        QVERIFY(writeKeyFile(path(), keyOf("w", 1), "open", kCheap));
        QCOMPARE(answerTo(""), std::string("fileCorrupt kind"));
        QCOMPARE(answerTo(replaced(contentsOf(path()), "key 1\n", "key 2\n")), std::string("fileTooNew"));
        QCOMPARE(outcome(readKeyFile(path("none"), "open")), std::string("fileMissing"));
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        QCOMPARE(outcome(readKeyFile(path("pipe"), "open")), std::string("fileCorrupt kind"));
        QCOMPARE(outcome(readKeyFile(m_folder->path().toStdString(), "open")), std::string("fileCorrupt kind"));
    }

    void thePrivateHalfIsNotInTheFile() {
        const auto key = SigningKey::generate("w").value();
        QVERIFY(writeKeyFile(path(), key, "open", kCheap));
        QVERIFY(!givesAway(contentsOf(path()), key.privateBytes().reveal()));
    }
};

MUNIMENT_TEST(key_file, KeyFileTest);
#include "test_key_file.moc"
