// Protects: `workspace policy` shows and changes what a file may hold, with receipts, as text and as JSON; what cannot
// be done says why; a change that is killed leaves the file as it was; `sync` does what a move makes due.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>

using namespace muniment::test;

namespace {

std::int64_t eventsIn(const std::string& file, const QString& region) {
    std::int64_t events = 0;
    const auto held = run({"workspace", "policy", file, "--json"}).object()[QStringLiteral("onDisk")].toArray();
    for (const auto& each : held)
        if (each.toObject()[QStringLiteral("region")].toString() == region)
            events += static_cast<std::int64_t>(each.toObject()[QStringLiteral("events")].toDouble());
    return events;
}

} // namespace

class TestPolicyCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A file over two embedded regions with simulated events, synced.
    std::string madeFile(const char* name) {
        const std::string file = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        const auto ran = [](const Arguments& arguments) {
            const Answer answer = run(arguments);
            if (answer.exit != 0)
                qFatal("%s", told(answer).c_str());
        };
        ran({"workspace", "new", file, "--embedded", "--regions", "eu,us", "--operator", "olga"});
        ran({"simulate", file, "--events", "20000", "--seed", "7", "--tenants", "12", "--bulk"});
        ran({"sync", file, "--once"});
        return file;
    }

private slots:

    void aPolicyIsShownChangedAndTakenAway() {
        const std::string file = madeFile("shown.muniment");
        const auto none = run({"workspace", "policy", file, "--json"}).object();
        QCOMPARE(none[QStringLiteral("limited")].toBool(true), false);
        QCOMPARE(none[QStringLiteral("onDisk")].toArray().size(), 2);
        const std::int64_t abroad = eventsIn(file, QStringLiteral("us"));
        QVERIFY(abroad > 0);

        const auto preview = run({"workspace", "policy", file, "--allow", "eu", "--dry-run", "--json"}).object();
        QVERIFY(!preview[QStringLiteral("purged")].toArray().isEmpty());
        QCOMPARE(eventsIn(file, QStringLiteral("us")), abroad);

        const auto changed = run({"workspace", "policy", file, "--allow", "eu", "--reason", "Contract 12", "--json"});
        QVERIFY2(changed.exit == 0, told(changed).c_str());
        const auto note = changed.object();
        QCOMPARE(note[QStringLiteral("author")].toString(), QStringLiteral("olga"));
        QCOMPARE(note[QStringLiteral("reason")].toString(), QStringLiteral("Contract 12"));
        QCOMPARE(note[QStringLiteral("purged")], preview[QStringLiteral("purged")]);
        QCOMPARE(eventsIn(file, QStringLiteral("us")), std::int64_t(0));
        QCOMPARE(run({"sync", file, "--once"}).exit, 0);
        QCOMPARE(eventsIn(file, QStringLiteral("us")), std::int64_t(0));
        QCOMPARE(run({"doctor", file}).exit, 0);

        const auto text = run({"workspace", "policy", file});
        QVERIFY2(text.out.contains("Held whole: eu."), told(text).c_str());
        QVERIFY2(text.out.contains("Contract 12"), told(text).c_str());

        const auto pseudonyms = run({"workspace", "policy", file, "--pseudonyms", "rest"});
        QVERIFY2(pseudonyms.exit == 0, told(pseudonyms).c_str());
        QCOMPARE(eventsIn(file, QStringLiteral("us")), abroad);
        const auto everything = run({"workspace", "policy", file, "--allow", "everything"});
        QVERIFY2(everything.exit == 0, told(everything).c_str());
        QCOMPARE(eventsIn(file, QStringLiteral("us")), abroad);
        const auto notes = run({"workspace", "policy", file, "--json"}).object()[QStringLiteral("notes")].toArray();
        QCOMPARE(notes.size(), 3);
    }

    void whatCannotBeSaysWhy_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::newRow("nobody of that name") << QStringList{QStringLiteral("--allow"), QStringLiteral("nowhere")} << 1;
        QTest::newRow("everything and something")
            << QStringList{QStringLiteral("--allow"), QStringLiteral("everything"), QStringLiteral("--allow"),
                           QStringLiteral("eu")}
            << 2;
        QTest::newRow("pseudonyms of nobody")
            << QStringList{QStringLiteral("--pseudonyms"), QStringLiteral("rest")} << 2;
        QTest::newRow("an unknown form") << QStringList{QStringLiteral("--allow"), QStringLiteral("eu"),
                                                        QStringLiteral("--pseudonyms"), QStringLiteral("some")}
                                         << 2;
        QTest::newRow("no change") << QStringList{QStringLiteral("--allow"), QStringLiteral("everything")} << 2;
    }

    void whatCannotBeSaysWhy() {
        QFETCH(const QStringList, words);
        QFETCH(const int, exit);
        if (m_refusing.empty())
            m_refusing = madeFile("refusing.muniment");
        Arguments arguments{"workspace", "policy", m_refusing};
        for (const QString& word : words)
            arguments.push_back(word.toStdString());
        const auto answer = run(arguments);
        QVERIFY2(answer.exit == exit, told(answer).c_str());
        QVERIFY(!answer.err.isEmpty());
        QCOMPARE(answer.err.count('\n'), 1);
    }

    void aKilledChangeLeavesTheFileAsItWas() {
        const std::string file = madeFile("killed.muniment");
        const std::int64_t abroad = eventsIn(file, QStringLiteral("us"));
        int killed = 0;
        for (int round = 0; round < 8; ++round) {
            auto process = start({"workspace", "policy", file, "--allow", "eu"});
            QTest::qWait(40 * round);
            ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
            process->waitForFinished(-1);
            const auto shown = run({"workspace", "policy", file, "--json"});
            QVERIFY2(shown.exit == 0, told(shown).c_str());
            if (shown.object()[QStringLiteral("limited")].toBool()) { // it was quicker
                QCOMPARE(eventsIn(file, QStringLiteral("us")), std::int64_t(0));
                QCOMPARE(run({"workspace", "policy", file, "--allow", "everything"}).exit, 0);
            } else {
                ++killed;
            }
            QCOMPARE(eventsIn(file, QStringLiteral("us")), abroad);
        }
        QVERIFY(killed > 0);
        const auto done = run({"workspace", "policy", file, "--allow", "eu"});
        QVERIFY2(done.exit == 0, told(done).c_str());
        QVERIFY(!std::filesystem::exists(file + ".sifted"));
        QCOMPARE(run({"doctor", file}).exit, 0);
    }

private:
    std::string m_refusing;
};

MUNIMENT_TEST(policy, TestPolicyCommand);
#include "test_policy.moc"
