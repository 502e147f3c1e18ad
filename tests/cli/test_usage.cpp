// Protects: wrong usage is answered with exit 2 and one sentence on standard error, every command has help with an
// example, and a password that was typed is repeated nowhere.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment::test;

class TestUsage : public QObject {
    Q_OBJECT
private slots:
    void withoutADisplayTheCommandsAreNamed();
    void everyCommandHasHelpWithAnExample_data();
    void everyCommandHasHelpWithAnExample();
    void wrongUsageIsOneSentence_data();
    void wrongUsageIsOneSentence();
    void aTypedPasswordIsNotRepeated();
    void versionIsOneLine();
};

void TestUsage::withoutADisplayTheCommandsAreNamed() {
    const auto answer = run({});
    QCOMPARE(answer.exit, 2);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err.count('\n'), 1);
    QVERIFY2(answer.err.contains("no display") && answer.err.contains("sync") && answer.err.contains("user"),
             told(answer).c_str());
    QCOMPARE(run({"some-file.muniment"}).exit, 2);
}

void TestUsage::everyCommandHasHelpWithAnExample_data() {
    QTest::addColumn<QString>("command");
    for (const char* command : {"schema install",
                                "schema status",
                                "schema repair",
                                "workspace new",
                                "workspace info",
                                "workspace endpoint add",
                                "workspace endpoint change",
                                "workspace endpoint remove",
                                "simulate",
                                "sync",
                                "events",
                                "org add",
                                "org list",
                                "org show",
                                "org rename",
                                "org plan",
                                "org deactivate",
                                "org reactivate",
                                "org remove",
                                "org domain add",
                                "org domain verify",
                                "org domain remove",
                                "user add",
                                "user list",
                                "user show",
                                "user profile",
                                "user email",
                                "user username",
                                "user lock",
                                "user unlock",
                                "user deactivate",
                                "user reactivate",
                                "user phone",
                                "user reset",
                                "user remove",
                                "user token add",
                                "user token remove",
                                "user key add",
                                "user key remove",
                                "user mfa add",
                                "user mfa remove",
                                "offboard",
                                "onboard",
                                "rotate-key",
                                "team add",
                                "team list",
                                "team show",
                                "team rename",
                                "team remove",
                                "team member add",
                                "team member remove",
                                "role add",
                                "role list",
                                "role show",
                                "role change",
                                "role remove",
                                "role permission add",
                                "role permission remove",
                                "resource add",
                                "resource list",
                                "resource show",
                                "resource change",
                                "resource remove",
                                "grant add",
                                "grant list",
                                "grant show",
                                "grant change",
                                "grant remove",
                                "session list",
                                "session show",
                                "session terminate",
                                "plan add",
                                "plan list",
                                "plan change",
                                "plan remove",
                                "doctor",
                                "rebuild",
                                "demo"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestUsage::everyCommandHasHelpWithAnExample() {
    QFETCH(QString, command);
    Arguments arguments;
    for (const auto& word : command.split(QLatin1Char(' ')))
        arguments.push_back(word.toStdString());
    arguments.push_back("--help");
    const auto answer = run(arguments);
    QCOMPARE(answer.exit, 0);
    QCOMPARE(answer.err, QByteArray());
    QVERIFY2(answer.out.contains("Usage: muniment " + command.toUtf8()), told(answer).c_str());
    QVERIFY2(answer.out.contains("Example:\n  muniment " + command.toUtf8()), told(answer).c_str());
    QVERIFY2(answer.out.contains("--json"), told(answer).c_str());
}

void TestUsage::wrongUsageIsOneSentence_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const QStringList& arguments, const char* sentence) {
        QTest::newRow(name) << arguments << QByteArray(sentence);
    };
    row("unknown command", {QStringLiteral("frobnicate"), QStringLiteral("x")}, "'frobnicate' is not a command");
    row("group alone", {QStringLiteral("org")}, "--help");
    row("missing file", {QStringLiteral("events")}, "FILE");
    row("missing option", {QStringLiteral("org"), QStringLiteral("add"), QStringLiteral("f")}, "--name");
    row("an argument too many", {QStringLiteral("doctor"), QStringLiteral("f"), QStringLiteral("type:user.*")},
        "'type:user.*' is not understood");
    row("a filter where there is none",
        {QStringLiteral("doctor"), QStringLiteral("f"), QStringLiteral("-type:session.*")},
        "'-type:session.*' is not understood");
    row("unknown option", {QStringLiteral("events"), QStringLiteral("f"), QStringLiteral("--sideways")}, "--sideways");
    row("not a number",
        {QStringLiteral("events"), QStringLiteral("f"), QStringLiteral("--limit"), QStringLiteral("ten")},
        "'ten' is not a whole number");
    row("given twice",
        {QStringLiteral("events"), QStringLiteral("f"), QStringLiteral("--limit"), QStringLiteral("1"),
         QStringLiteral("--limit"), QStringLiteral("2")},
        "--limit");
    row("neither once nor follow", {QStringLiteral("sync"), QStringLiteral("f")}, "--once");
    row("no endpoint", {QStringLiteral("workspace"), QStringLiteral("new"), QStringLiteral("f")}, "--endpoint");
    row("endpoint without region",
        {QStringLiteral("workspace"), QStringLiteral("new"), QStringLiteral("f"), QStringLiteral("--endpoint"),
         QStringLiteral("postgresql://h/db")},
        "REGION=URL");
    row("a machine with an e-mail",
        {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("f"), QStringLiteral("--tenant"),
         QStringLiteral("t"), QStringLiteral("--user-name"), QStringLiteral("n"), QStringLiteral("--machine"),
         QStringLiteral("--email"), QStringLiteral("e")},
        "--email");
}

void TestUsage::wrongUsageIsOneSentence() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    Arguments list;
    for (const auto& argument : arguments)
        list.push_back(argument.toStdString());
    const auto answer = run(list);
    QVERIFY2(answer.exit == 2, told(answer).c_str());
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err.count('\n'), 1);
    QVERIFY2(answer.err.contains(sentence), told(answer).c_str());
}

void TestUsage::aTypedPasswordIsNotRepeated() {
    const std::string endpoint = "postgresql://ann:canary-4711@[broken/db?nonsense";
    for (const Arguments& arguments :
         {Arguments{"workspace", "new", "f", endpoint},
          Arguments{"workspace", "new", "f", "--endpoint", "eu=" + endpoint},
          Arguments{"schema", "status", "--endpoint", endpoint}, Arguments{"events", "f", "--limit", endpoint},
          Arguments{"workspace", "new", "f", "--nonsense=" + endpoint}, Arguments{endpoint, "f"}}) {
        const auto answer = run(arguments);
        QVERIFY2(answer.exit == 2, told(answer).c_str());
        QVERIFY2(!(answer.out + answer.err).contains("canary"), told(answer).c_str());
    }
}

void TestUsage::versionIsOneLine() {
    const auto answer = run({"--version"});
    QCOMPARE(answer.exit, 0);
    QVERIFY2(answer.out.startsWith("muniment ") && answer.out.count('\n') == 1, told(answer).c_str());
}

MUNIMENT_TEST(usage, TestUsage);
#include "test_usage.moc"
