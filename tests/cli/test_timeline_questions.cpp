// Protects `events` and `export` as scripts use them: filters that begin with a dash, what a filter that cannot be read
// is told, counts that agree whichever way they are asked, both orders of large outputs, and files that are whole or
// not there.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace muniment::test;

class TestTimelineQuestions : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aFilterMayBeginWithADash();
    void theWordsOfAFilterAreJoined();
    void optionsAndFiltersMean_data();
    void optionsAndFiltersMean();
    void aBadFilterIsShown_data();
    void aBadFilterIsShown();
    void countsAgree();
    void histogramsAddUp_data();
    void histogramsAddUp();
    void bothOrdersMirrorEachOther();
    void columnsMayComeFromThePayload();
    void largeOutputsEndWithTheirReader();
    void exportsHoldWhatEventsLists();
    void secretsAreGivenAsTheyAreStored();
    void csvIsQuotedAndGuarded();
    void anExportIsThereInFullOrNotAtAll();
    void unusableOptionsAreRefused_data();
    void unusableOptionsAreRefused();

private:
    [[nodiscard]] Answer events(const Arguments& words) const { return on("events", words); }

    [[nodiscard]] Answer on(const char* command, const Arguments& words) const {
        Arguments all{command, m_file};
        all.insert(all.end(), words.begin(), words.end());
        return run(all);
    }

    [[nodiscard]] qint64 count(Arguments words) const {
        words.emplace_back("--count");
        const auto answer = events(words);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer.out.trimmed().toLongLong();
    }

    [[nodiscard]] std::string path(const char* name) const {
        return m_directory.filePath(QString::fromUtf8(name)).toStdString();
    }

    [[nodiscard]] static QByteArrayList linesOf(const std::string& path) {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("there is no %s", path.c_str());
        return file.readAll().split('\n');
    }

    QTemporaryDir m_directory;
    std::string m_file;
};

void TestTimelineQuestions::initTestCase() {
    m_file = path("acme.muniment");
    for (const Arguments& words :
         {Arguments{"workspace", "new", m_file, "--embedded", "--regions", "eu,us"},
          Arguments{"simulate", m_file, "--events", "12000", "--tenants", "5", "--users", "80", "--bulk"},
          Arguments{"sync", m_file, "--once"}}) {
        const auto answer = run(words);
        QVERIFY2(answer.exit == 0, told(answer).c_str());
    }
}

void TestTimelineQuestions::aFilterMayBeginWithADash() {
    const auto all = count({});
    QCOMPARE(all, 12'000);
    const auto sessions = count({"type:session.*"});
    QVERIFY(sessions > 0 && sessions < all);
    QCOMPARE(count({"-type:session.*"}), all - sessions);
    QCOMPARE(count({"--as-of", "-0d", "-type:session.*"}), all - sessions);
    QCOMPARE(events({"--count", "--", "-type:session.*"}).out.trimmed().toLongLong(), all - sessions);
    QCOMPARE(count({"--type", "session.*"}), sessions);
    QVERIFY(events({"-h"}).out.contains("Example:"));
}

void TestTimelineQuestions::theWordsOfAFilterAreJoined() {
    const auto apart = count({"type:user.*", "-outcome:success", "region:eu"});
    QVERIFY(apart > 0);
    QCOMPARE(count({"type:user.* -outcome:success region:eu"}), apart);
    QCOMPARE(count({"type:user.*", "--region", "eu", "-outcome:success"}), apart);
}

void TestTimelineQuestions::optionsAndFiltersMean_data() {
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");
    const auto row = [](const char* name, const QStringList& first, const QStringList& second) {
        QTest::newRow(name) << first << second;
    };
    const auto text = [](const char* words) { return QString::fromUtf8(words); };
    row("region", {text("--region"), text("us")}, {text("region:us")});
    row("type", {text("--type"), text("user.human.added")}, {text("type:user.human.added")});
    row("or", {text("type:(org.added user.human.added)")}, {text("type:org.added or type:user.human.added")});
    row("everything", {text("after:2000-01-01")}, {});
    row("nothing", {text("before:2000-01-01")}, {text("type:nothing")});
    row("nothing is annotated", {text("is:bookmarked or tag:incident or note:asked")}, {text("type:nothing")});
    row("and all the rest is not", {text("-is:*")}, {});
}

void TestTimelineQuestions::optionsAndFiltersMean() {
    QFETCH(QStringList, first);
    QFETCH(QStringList, second);
    const auto arguments = [](const QStringList& words) {
        Arguments list;
        for (const QString& word : words)
            list.push_back(word.toStdString());
        return list;
    };
    QCOMPARE(count(arguments(first)), count(arguments(second)));
}

void TestTimelineQuestions::aBadFilterIsShown_data() {
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("a field that is none") << QByteArray("tpye:x") << QByteArray("  tpye:x\n  ^^^^\n");
    QTest::newRow("behind a wide character")
        << QByteArray("\"日本\" outcom:x") << QByteArray("  \"日本\" outcom:x\n         ^^^^^^\n");
    QTest::newRow("no time") << QByteArray("after:soon") << QByteArray("  after:soon\n        ^^^^\n");
}

void TestTimelineQuestions::aBadFilterIsShown() {
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, place);
    for (const char* command : {"events", "export"}) {
        const auto answer = command == QByteArray("events")
                                ? on(command, {filter.toStdString()})
                                : on(command, {filter.toStdString(), "--format", "csv", "--out", path("never.csv")});
        QVERIFY2(answer.exit == 2, told(answer).c_str());
        QCOMPARE(answer.out, QByteArray());
        QVERIFY2(answer.err.endsWith(place), told(answer).c_str());
        QCOMPARE(answer.err.count('\n'), 3);
    }
    QVERIFY(!QFile::exists(QString::fromStdString(path("never.csv"))));
}

void TestTimelineQuestions::countsAgree() {
    for (const char* filter : {"", "-outcome:success", "type:session.*"}) {
        const auto all = count({filter});
        for (const char* field : {"type", "region", "tenant", "outcome"}) {
            qint64 sum = 0;
            for (const auto& value : events({filter, "--facet", field, "--json"}).objects())
                sum += value[QStringLiteral("count")].toInteger();
            QCOMPARE(sum, all);
        }
        QCOMPARE(events({filter, "--json"}).objects().size(), static_cast<std::size_t>(all));
    }
    QCOMPARE(events({"--facet", "type", "--limit", "3", "--json"}).objects().size(), std::size_t(3));
    QVERIFY(events({"--facet", "tenant"}).out.startsWith("VALUE"));
}

void TestTimelineQuestions::histogramsAddUp_data() {
    QTest::addColumn<QByteArray>("unit");
    for (const char* unit : {"minute", "hour", "day", "month"})
        QTest::newRow(unit) << QByteArray(unit);
}

void TestTimelineQuestions::histogramsAddUp() {
    QFETCH(QByteArray, unit);
    qint64 sum = 0;
    QString last;
    for (const auto& bucket : events({"type:user.*", "--histogram", unit.toStdString(), "--json"}).objects()) {
        sum += bucket[QStringLiteral("count")].toInteger();
        const QString begin = bucket[QStringLiteral("begin")].toString();
        QVERIFY(begin > last);
        last = begin;
    }
    QCOMPARE(sum, count({"type:user.*"}));
    QVERIFY(events({"type:nothing", "--histogram", unit.toStdString(), "--json"}).out.isEmpty());
}

void TestTimelineQuestions::bothOrdersMirrorEachOther() {
    const auto newest = events({"--format", "csv", "--columns", "eventId,recordedAt"}).out.trimmed().split('\n');
    auto oldest =
        events({"--format", "csv", "--columns", "eventId,recordedAt", "--oldest-first"}).out.trimmed().split('\n');
    QCOMPARE(newest.size(), 12'001);
    std::reverse(oldest.begin() + 1, oldest.end());
    QVERIFY(newest == oldest);
}

void TestTimelineQuestions::columnsMayComeFromThePayload() {
    const auto rows = events({"type:user.human.added", "--columns", "payload.email,type", "--json"}).objects();
    QVERIFY(!rows.empty());
    for (const auto& row : rows)
        QVERIFY(row[QStringLiteral("payload.email")].toString().contains(QLatin1Char('@')));
    QCOMPARE(events({"--columns", "nonsense"}).exit, 2);
}

void TestTimelineQuestions::largeOutputsEndWithTheirReader() {
    // head -1 closes the pipe: the program ends at the next page, in order.
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("\"$0\" events \"$1\" --json | head -1"),
                                       programPath(), QString::fromStdString(m_file)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
}

void TestTimelineQuestions::exportsHoldWhatEventsLists() {
    const auto listed = events({"type:user.*", "--json"}).out;
    const auto answer = on("export", {"type:user.*", "--format", "jsonl", "--out", path("users.jsonl"), "--json"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    QCOMPARE(answer.object()[QStringLiteral("events")].toInteger(), listed.count('\n'));
    auto lines = linesOf(path("users.jsonl"));
    QVERIFY(lines.front().startsWith("{\"export\":{\"what\":\"events\",\"source\":\"acme.muniment\","
                                     "\"filter\":\"type:user.*\",\"order\":\"newest first\",\"asOf\":null,"
                                     "\"exportedAt\":\""));
    lines.removeFirst();
    QVERIFY(lines.join('\n') == listed);
    const auto mode = QFile::permissions(QString::fromStdString(path("users.jsonl")));
    QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther)));

    QCOMPARE(on("export", {"--format", "csv", "--out", path("past.csv"), "--as-of", "2020-01-01"}).exit, 0);
    QVERIFY(linesOf(path("past.csv")).front().contains("\"\"asOf\"\":\"\"2020-01-01T00:00:00Z\"\""));
    QCOMPARE(linesOf(path("past.csv")).size(), 3); // what it is, the columns, and the end of the last line
}

void TestTimelineQuestions::secretsAreGivenAsTheyAreStored() {
    const Arguments filter{"type:(user.human.added user.human.password.changed)"};
    const auto listed = events({filter.front(), "--json"}).out;
    QVERIFY(listed.count("\"encodedHash\":\"$2a$12$") > 0);
    QVERIFY(!listed.contains("\xe2\x80\xa2")); // the window's mask
    QCOMPARE(
        on("export", {filter.front(), "--format", "jsonl", "--out", path("secrets.jsonl"), "--no-description"}).exit,
        0);
    QCOMPARE(linesOf(path("secrets.jsonl")).join('\n'), listed);
}

void TestTimelineQuestions::csvIsQuotedAndGuarded() {
    const std::string file = path("names.muniment");
    QCOMPARE(run({"workspace", "new", file, "--embedded", "--regions", "eu"}).exit, 0);
    QCOMPARE(run({"org", "add", file, "--name", "=1+1;\"x\"", "--region", "eu"}).exit, 0);
    const auto exported = [&](const Arguments& options) {
        Arguments words{"export",          file,        "type:org.added",  "--format",        "csv", "--out",
                        path("names.csv"), "--columns", "tenant,sequence", "--no-description"};
        words.insert(words.end(), options.begin(), options.end());
        const auto answer = run(words);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return linesOf(path("names.csv")).value(1);
    };
    QCOMPARE(exported({}), QByteArray("\"'=1+1;\"\"x\"\"\",1\r"));
    QCOMPARE(exported({"--no-formula-guard"}), QByteArray("\"=1+1;\"\"x\"\"\",1\r"));
    QCOMPARE(exported({"--delimiter", ";"}), QByteArray("\"'=1+1;\"\"x\"\"\";1\r"));
    QCOMPARE(exported({"--delimiter", "tab"}), QByteArray("\"'=1+1;\"\"x\"\"\"\t1\r"));
}

void TestTimelineQuestions::anExportIsThereInFullOrNotAtAll() {
    const auto folder = QDir(m_directory.path());
    const auto before = folder.entryList(QDir::Files);
    const auto missing = on("export", {"--format", "csv", "--out", path("no/such/folder.csv")});
    QVERIFY2(missing.exit == 3, told(missing).c_str());
    // Stopped at once, before the twelve thousand are written: what stood there stays.
    QFile old(QString::fromStdString(path("old.jsonl")));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    const auto process = start({"export", m_file, "--format", "jsonl", "--out", path("old.jsonl")});
    QVERIFY(process->waitForStarted());
    QTRY_VERIFY(folder.entryList(QDir::Files).size() > before.size() + 1 || process->state() == QProcess::NotRunning);
    ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
    const auto stopped = finish(*process);
    const bool isStopped = stopped.exit == 3;
    QVERIFY2(isStopped || stopped.exit == 0, told(stopped).c_str());
    QCOMPARE(linesOf(path("old.jsonl")).size(), isStopped ? 1 : 12'002);
    QVERIFY(folder.entryList({QStringLiteral("*.jsonl.*"), QStringLiteral("*.csv.*")}, QDir::Files).isEmpty());
}

void TestTimelineQuestions::unusableOptionsAreRefused_data() {
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, std::initializer_list<const char*> words) {
        QStringList list;
        for (const char* word : words)
            list << QString::fromUtf8(word);
        QTest::newRow(name) << list;
    };
    row("two answers", {"events", "FILE", "--count", "--facet", "type"});
    row("a unit that is none", {"events", "FILE", "--histogram", "week"});
    row("a field that is none", {"events", "FILE", "--facet", "payload"});
    row("a format that is none", {"events", "FILE", "--format", "xml"});
    row("no file to write", {"export", "FILE", "--format", "csv"});
    row("bundles are not offered yet", {"export", "FILE", "--format", "bundle", "--out", "x"});
    row("a delimiter of JSON", {"export", "FILE", "--format", "jsonl", "--out", "x", "--delimiter", ";"});
    row("a delimiter that quotes", {"export", "FILE", "--format", "csv", "--out", "x", "--delimiter", "\""});
}

void TestTimelineQuestions::unusableOptionsAreRefused() {
    QFETCH(QStringList, words);
    Arguments arguments;
    for (const QString& word : words)
        arguments.push_back(word == QStringLiteral("FILE") ? m_file : word.toStdString());
    const auto answer = run(arguments);
    QVERIFY2(answer.exit == 2, told(answer).c_str());
    QCOMPARE(answer.out, QByteArray());
    QVERIFY(!answer.err.isEmpty());
}

MUNIMENT_TEST(timeline_questions, TestTimelineQuestions);
#include "test_timeline_questions.moc"
