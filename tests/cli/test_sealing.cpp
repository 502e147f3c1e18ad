// Protects: `witness` seals a file with this workstation's key, `verify` tells what was altered and exits 1, and
// `checkpoint` lists, hands over, compares and keeps what others have sealed; as text and as JSON, with a sentence for
// each thing that cannot be done.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <sqlite3.h>

using namespace muniment::test;

namespace {

void tamper(const std::string& file, const char* sql) {
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK ||
        sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK || sqlite3_changes(database) == 0)
        qFatal("cannot tamper: %s", sqlite3_errmsg(database));
    sqlite3_close(database);
}

} // namespace

class TestSealingCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_key, m_passphrase;

    [[nodiscard]] std::string path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    void write(const std::string& file, const QByteArray& bytes) {
        QFile out(QString::fromStdString(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }

    static Answer done(const Arguments& arguments) {
        Answer answer = run(arguments);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer;
    }

    /// A file over two embedded regions with simulated events, synced.
    std::string madeFile(const char* name) {
        const std::string file = path(name);
        done({"workspace", "new", file, "--embedded", "--regions", "eu,us", "--operator", "olga"});
        done({"simulate", file, "--events", "12000", "--seed", "7", "--tenants", "6", "--bulk"});
        done({"sync", file, "--once"});
        return file;
    }

    Answer witness(const std::string& file, const std::string& key) {
        return run({"witness", file, "--follow", "--seconds", "3", "--key", key, "--passphrase-file", m_passphrase});
    }

private slots:

    void initTestCase() {
        m_key = path("desk.key");
        m_passphrase = path("passphrase");
        write(m_passphrase, "correct horse battery staple\n");
    }

    void aFileIsSealedAndVerified() {
        const std::string file = madeFile("sound.muniment");
        const Answer before = run({"verify", file});
        QVERIFY2(before.exit == 0 && before.err.contains("no checkpoint is kept"), told(before).c_str());
        // Beside the file it leaves word of itself, for the window, and no checkpoints.
        QVERIFY(std::filesystem::exists(file + ".verified"));
        QVERIFY(!std::filesystem::exists(file + ".checkpoints"));
        const Answer sealed = witness(file, m_key);
        QVERIFY2(sealed.exit == 0, told(sealed).c_str());
        // A region's state in one line, or its organizations one by one where the other region was not known as far.
        for (const char* region : {"eu", "us"})
            QVERIFY2(sealed.out.contains(std::string("/") + region + "/"), told(sealed).c_str());
        QVERIFY2(sealed.err.contains("muniment.workstation/"), told(sealed).c_str());
        const Answer after = run({"verify", file, "--json"});
        QVERIFY2(after.exit == 0, told(after).c_str());
        const auto summary = after.object();
        QCOMPARE(summary[QStringLiteral("sound")].toBool(), true);
        QCOMPARE(summary[QStringLiteral("unsealed")].toInteger(), 0);
        QVERIFY(summary[QStringLiteral("events")].toInteger() >= 12'000);
        QVERIFY(summary[QStringLiteral("checkpoints")].toInteger() >= 2);
        const Answer list = run({"checkpoint", "list", file, "--json"});
        QCOMPARE(static_cast<qint64>(list.objects().size()), summary[QStringLiteral("checkpoints")].toInteger());
        const auto mode = std::filesystem::status(file + ".checkpoints").permissions();
        QCOMPARE(static_cast<int>(mode), 0600);
    }

    void onceIsEnoughToSealEverything() {
        const std::string file = madeFile("once.muniment");
        const Answer sealed = run({"witness", file, "--key", m_key, "--passphrase-file", m_passphrase});
        QVERIFY2(sealed.exit == 0, told(sealed).c_str());
        QCOMPARE(run({"verify", file, "--json"}).object()[QStringLiteral("unsealed")].toInteger(), 0);
    }

    void anAlteredEventIsNamed() {
        const std::string file = madeFile("altered.muniment");
        QCOMPARE(witness(file, m_key).exit, 0);
        tamper(file, "UPDATE events_1 SET occurred_back = occurred_back + 60000000 WHERE n & 0xffffffffff = 2000");
        const Answer found = run({"verify", file, "--json"});
        QVERIFY2(found.exit == 1, told(found).c_str());
        const auto finding = found.objects().front();
        QCOMPARE(finding[QStringLiteral("kind")].toString(), QStringLiteral("edited"));
        QCOMPARE(finding[QStringLiteral("eventId")].toString().size(), 36);
        QVERIFY(finding[QStringLiteral("expected")] != finding[QStringLiteral("found")]);
        const QByteArray id = finding[QStringLiteral("eventId")].toString().toUtf8();
        const Answer text = run({"verify", file});
        QVERIFY2(text.exit == 1 && text.out.startsWith("edited  ") && text.out.contains(id), told(text).c_str());
        // What contradicts itself is not signed, and what was kept stays as it was.
        const auto kept = run({"checkpoint", "list", file}).out;
        const Answer refused = witness(file, m_key);
        QVERIFY2(refused.exit == 1 && refused.out.contains("edited"), told(refused).c_str());
        QVERIFY(run({"checkpoint", "list", file}).out.startsWith(kept));
    }

    void checkpointsArePassedOn() {
        const std::string file = madeFile("mine.muniment");
        std::filesystem::copy(file, path("hers.muniment"));
        const std::string hers = path("hers.muniment"), herKey = path("her.key");
        QCOMPARE(witness(hers, herKey).exit, 0);
        const QByteArray her = [&] {
            const Answer sealed = witness(hers, herKey);
            const auto begin = sealed.err.indexOf("muniment.workstation/");
            return sealed.err.mid(begin, sealed.err.indexOf(".\n", begin) - begin);
        }();
        const Answer exported = done({"checkpoint", "export", hers});
        const auto lines = exported.out.count('\n');
        QVERIFY2(lines >= 2 && exported.out.count("muniment-checkpoint:") == lines, told(exported).c_str());
        write(path("from-her.txt"), exported.out);
        const Answer unknown = run({"checkpoint", "compare", file, path("from-her.txt")});
        QVERIFY2(unknown.exit == 1 && unknown.out.startsWith("unknown-signer"), told(unknown).c_str());
        const Answer imported = run({"checkpoint", "import", file, path("from-her.txt"), "--trust", her.toStdString()});
        QVERIFY2(imported.exit == 0 && imported.out.startsWith("new  "), told(imported).c_str());
        const Answer same = run({"checkpoint", "compare", file, path("from-her.txt")});
        QVERIFY2(same.exit == 0 && same.out.startsWith("same  "), told(same).c_str());
        const Answer verified = run({"verify", file, "--json"});
        QVERIFY2(verified.exit == 0, told(verified).c_str());
        QCOMPARE(verified.object()[QStringLiteral("checkpoints")].toInteger(), static_cast<qint64>(lines));
        // Her file held the same; mine is altered now, trees and all.
        tamper(file, "UPDATE events_1 SET occurred_back = occurred_back + 1 WHERE n & 0xffffffffff = 2000");
        done({"rebuild", file, "--only", "trees"});
        const Answer rewritten = run({"verify", file, "--json"});
        QVERIFY2(rewritten.exit == 1, told(rewritten).c_str());
        QCOMPARE(rewritten.objects().front()[QStringLiteral("kind")].toString(), QStringLiteral("rewritten"));
        QCOMPARE(rewritten.objects().front()[QStringLiteral("against")].toString(), QStringLiteral("checkpoint"));
    }

    void aPolicyIsNoAlteration() {
        const std::string file = madeFile("limited.muniment");
        QCOMPARE(witness(file, m_key).exit, 0);
        done({"workspace", "policy", file, "--allow", "eu", "--pseudonyms", "rest", "--reason", "Contract 12"});
        const Answer pseudonyms = run({"verify", file, "--json"});
        QVERIFY2(pseudonyms.exit == 0, told(pseudonyms).c_str());
        QVERIFY(pseudonyms.object()[QStringLiteral("withheld")].toInteger() > 0);
        QVERIFY(pseudonyms.object()[QStringLiteral("checkpoints")].toInteger() >= 2);
        done({"workspace", "policy", file, "--allow", "eu", "--pseudonyms", "none", "--reason", "Contract 13"});
        const Answer less = run({"verify", file, "--json"});
        QVERIFY2(less.exit == 0, told(less).c_str());
        QVERIFY(less.object()[QStringLiteral("uncheckable")].toInteger() > 0);
        done({"workspace", "policy", file, "--allow", "everything", "--reason", "Contract 14"});
        const Answer again = run({"verify", file, "--json"});
        QVERIFY2(again.exit == 0, told(again).c_str());
        QCOMPARE(again.object()[QStringLiteral("uncheckable")].toInteger(), 0);
    }

    void aWitnessIsKilledAtAnyMoment() {
        const std::string file = madeFile("killed.muniment");
        QCOMPARE(witness(file, m_key).exit, 0);
        for (int round = 0; round < 6; ++round) {
            const auto process =
                start({"witness", file, "--follow", "--key", m_key, "--passphrase-file", m_passphrase});
            QTest::qWait(400 + 250 * round);
            ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
            process->waitForFinished();
            const Answer verified = run({"verify", file});
            QVERIFY2(verified.exit == 0, told(verified).c_str());
        }
        QCOMPARE(witness(file, m_key).exit, 0);
    }

    void evidenceIsHandedOver() {
        const std::string file = madeFile("evidence.muniment"), bundle = path("evidence.zip");
        QCOMPARE(witness(file, m_key).exit, 0);
        const Arguments order{"export", file,  "type:user.human.*", "--format",   "bundle", "--out", bundle,
                              "--key",  m_key, "--passphrase-file", m_passphrase, "--json"};
        const Answer made = run(order);
        QVERIFY2(made.exit == 0, told(made).c_str());
        const auto events = made.object()[QStringLiteral("events")].toInteger();
        QVERIFY(events > 100);
        const std::string key = made.object()[QStringLiteral("signer")].toString().toStdString();
        const Answer again = run(order);
        QVERIFY2(again.exit != 0, "a file that is there is not replaced");
        const Answer info = run({"bundle", "info", bundle, "--trust", key, "--json"});
        QVERIFY2(info.exit == 0, told(info).c_str());
        QCOMPARE(info.object()[QStringLiteral("events")].toInteger(), events);
        // Where the witness signed a region in one line, the heads of its organizations are signed for the bundle.
        const auto sealedNow = info.object()[QStringLiteral("sealedNow")].toInteger();
        QVERIFY2(sealedNow == 0 || sealedNow == 4, info.out.constData());
        const Answer unasked = run({"verify", bundle});
        QVERIFY2(unasked.exit == 0 && unasked.err.contains("brings along itself"), told(unasked).c_str());
        // Somebody else's key, and a byte that is another.
        const std::string other = "x+00000000+Bv8=";
        QCOMPARE(run({"bundle", "info", bundle, "--trust", other}).exit, 2);
        QFile zip(QString::fromStdString(bundle));
        QVERIFY(zip.open(QIODevice::ReadWrite) && zip.seek(zip.size() / 2));
        char byte = 0;
        QVERIFY(zip.getChar(&byte) && zip.seek(zip.size() / 2) && zip.putChar(static_cast<char>(byte ^ 1)));
        zip.close();
        const Answer altered = run({"bundle", "info", bundle, "--trust", key});
        QVERIFY2(altered.exit == 1 && altered.err.contains("not to be believed"), told(altered).c_str());
    }

    void whatCannotBeDoneIsSaid() {
        const std::string file = madeFile("refused.muniment");
        const Answer noKey = run({"witness", file, "--key", path("none.key")});
        QVERIFY2(noKey.exit == 2 && noKey.err.contains("passphrase"), told(noKey).c_str());
        QCOMPARE(witness(file, m_key).exit, 0);
        write(path("wrong"), "battery staple\n");
        const Answer wrong = run({"witness", file, "--key", m_key, "--passphrase-file", path("wrong")});
        QVERIFY2(wrong.exit == 2 && wrong.err.contains("passphrase"), told(wrong).c_str());
        const Answer nothing = run({"checkpoint", "compare", file, m_passphrase});
        QVERIFY2(nothing.exit == 2, told(nothing).c_str());
        const Answer missing = run({"checkpoint", "import", file, path("not-there")});
        QVERIFY2(missing.exit == 2 || missing.exit == 3, told(missing).c_str());
        const Answer badKey = run({"checkpoint", "import", file, m_passphrase, "--trust", "nobody"});
        QVERIFY2(badKey.exit == 2, told(badKey).c_str());
        // A signature that does not verify says that somebody changed what was kept.
        QFile kept(QString::fromStdString(file + ".checkpoints"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QByteArray bytes = kept.readAll();
        kept.close();
        const qsizetype size = bytes.indexOf("\n") + 1;
        bytes[size] = bytes[size] == '1' ? '2' : '1';
        write(file + ".checkpoints", bytes);
        const Answer forged = run({"verify", file});
        QVERIFY2(forged.exit == 1 && forged.out.contains("forged"), told(forged).c_str());
    }
};

MUNIMENT_TEST(sealing, TestSealingCommands);
#include "test_sealing.moc"
