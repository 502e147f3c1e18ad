// Protects: a workspace without servers from its making to its examination by the command line alone; the names of
// commands, options and JSON members, and the exit codes, that customers' scripts hang on.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment::test;

class TestEmbeddedWorkspace : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aWorkspaceIsMadeOnce();
    void infoHasItsMembers();
    void listsHaveTheirMembersInOrder();
    void eventsHaveTheirMembersInOrder();
    void eventsAreCountedFilteredAndLimited();
    void eventsAsTableAndCsv();
    void everyOrganizationCommandWrites();
    void everyUserCommandWrites();
    void refusedCommandsWriteNothing_data();
    void refusedCommandsWriteNothing();
    void theSequenceIsAPrecondition();
    void aDryRunWritesNothing();
    void thePastIsStillThere();
    void hostileNamesStayText();
    void theDoctorFindsNothing();
    void readModelsAreRebuilt();
    void twoLocksAtOnceLockOnce();

private:
    [[nodiscard]] Answer on(Arguments words, const Arguments& options = {}) const {
        words.push_back(m_file);
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    }

    [[nodiscard]] std::string added(Arguments words, const Arguments& options) const {
        const auto answer = on(std::move(words), options);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer.lastLine().toStdString();
    }

    [[nodiscard]] qint64 count() const { return on({"events"}, {"--count"}).out.trimmed().toLongLong(); }

    QTemporaryDir m_directory;
    std::string m_file;
    std::string m_org;
    std::string m_user;
};

static QByteArrayList memberNames(const QByteArray& jsonLine) {
    QByteArrayList names;
    static const QRegularExpression member(QStringLiteral("[{,]\"([A-Za-z]+)\":"));
    int depth = 0;
    QByteArray flat; // what stands inside the outermost object only
    for (const char c : jsonLine) {
        depth += c == '{' || c == '[' ? 1 : 0;
        if (depth <= 1)
            flat += c;
        depth -= c == '}' || c == ']' ? 1 : 0;
    }
    for (auto match = member.globalMatch(QString::fromUtf8(flat)); match.hasNext();)
        names << match.next().captured(1).toUtf8();
    return names;
}

void TestEmbeddedWorkspace::initTestCase() {
    m_file = m_directory.filePath(QStringLiteral("acme.muniment")).toStdString();
    const auto made = on({"workspace", "new"}, {"--embedded", "--regions", "eu,us", "--operator", "ann"});
    QVERIFY2(made.exit == 0, told(made).c_str());
    m_org = added({"org", "add"}, {"--name", "Acme", "--region", "eu"});
    m_user = added({"user", "add"}, {"--tenant", "Acme", "--user-name", "bob", "--email", "bob@acme.example",
                                     "--first-name", "Bob", "--last-name", "Roe"});
}

void TestEmbeddedWorkspace::aWorkspaceIsMadeOnce() {
    const auto again = on({"workspace", "new"}, {"--embedded", "--regions", "eu"});
    QVERIFY2(again.exit == 2, told(again).c_str());
    QVERIFY2(again.err.contains("exists already"), told(again).c_str());
    const auto mode = QFile::permissions(QString::fromStdString(m_file));
    QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void TestEmbeddedWorkspace::infoHasItsMembers() {
    const auto info = on({"workspace", "info"}, {"--json"}).object();
    QCOMPARE(info[QStringLiteral("file")].toString().toStdString(), m_file);
    QVERIFY(info[QStringLiteral("events")].toInteger() >= 3);
    const auto regions = info[QStringLiteral("regions")].toArray();
    QCOMPARE(regions.size(), 2);
    const auto eu = regions[0].toObject();
    QCOMPARE(eu.keys(), (QStringList{QStringLiteral("cursor"), QStringLiteral("endpoint"), QStringLiteral("error"),
                                     QStringLiteral("events"), QStringLiteral("lagMs"), QStringLiteral("region"),
                                     QStringLiteral("state")}));
    QCOMPARE(eu[QStringLiteral("state")].toString(), QStringLiteral("up"));
    QCOMPARE(eu[QStringLiteral("lagMs")].toInteger(), 0);
    const auto offline = on({"workspace", "info"}, {"--json", "--offline"}).object();
    QCOMPARE(offline[QStringLiteral("regions")][0][QStringLiteral("state")].toString(), QStringLiteral("unknown"));
}

void TestEmbeddedWorkspace::listsHaveTheirMembersInOrder() {
    QCOMPARE(memberNames(on({"org", "list"}, {"--json"}).out.split('\n').front()),
             (QByteArrayList{"id", "name", "region", "state", "plan", "createdAt", "changedAt"}));
    QCOMPARE(memberNames(on({"user", "list"}, {"--json"}).out.split('\n').front()),
             (QByteArrayList{"id", "tenantId", "userName", "kind", "displayName", "email", "state", "createdAt",
                             "changedAt"}));
}

void TestEmbeddedWorkspace::eventsHaveTheirMembersInOrder() {
    const auto lines = on({"events"}, {"--json", "--type", "user.human.added", "--limit", "1"});
    QCOMPARE(memberNames(lines.out),
             (QByteArrayList{"region", "tenantId", "epoch", "aggregateType", "aggregateId", "sequence", "eventId",
                             "type", "revision", "occurredAt", "recordedAt", "actorType", "actorId", "writer",
                             "outcome", "sourceIp", "commandId", "payload"}));
    const auto event = lines.object();
    QCOMPARE(event[QStringLiteral("aggregateId")].toString().toStdString(), m_user);
    QCOMPARE(event[QStringLiteral("actorId")].toString(), QStringLiteral("ann"));
    QCOMPARE(event[QStringLiteral("payload")][QStringLiteral("userName")].toString(), QStringLiteral("bob"));
}

void TestEmbeddedWorkspace::eventsAreCountedFilteredAndLimited() {
    const auto all = on({"events"}, {"--json"}).objects();
    QCOMPARE(qint64(all.size()), count());
    auto reversed = on({"events"}, {"--json", "--oldest-first"}).objects();
    std::reverse(reversed.begin(), reversed.end());
    QVERIFY(reversed == all);
    QCOMPARE(on({"events"}, {"--json", "--limit", "2"}).objects().size(), std::size_t(2));
    QCOMPARE(on({"events"}, {"--count", "--region", "us"}).out.trimmed(), QByteArray("0"));
    QCOMPARE(on({"events"}, {"--count", "--tenant", "acme", "--type", "org.*", "--json"})
                 .object()[QStringLiteral("count")]
                 .toInteger(),
             2);
    QCOMPARE(on({"events"}, {"--count", "--as-of", "2020-01-01"}).out.trimmed(), QByteArray("0"));
    QCOMPARE(on({"events"}, {"--count", "--as-of", "-30d"}).out.trimmed(), QByteArray("0"));
    QCOMPARE(on({"events"}, {"--region", "mars"}).exit, 1);
    QCOMPARE(on({"events"}, {"--tenant", "nobody"}).exit, 1);
    QCOMPARE(on({"events"}, {"--as-of", "yesterday-ish"}).exit, 2);
    QCOMPARE(on({"events"}, {"--columns", "type,colour"}).exit, 2);
}

void TestEmbeddedWorkspace::eventsAsTableAndCsv() {
    const auto csv = on({"events"}, {"--format", "csv", "--columns", "type,tenant,actor", "--type", "org.added"});
    QCOMPARE(csv.out, QByteArray("type,tenant,actor\norg.added,Acme,ann\n"));
    const auto table = on({"events"}, {"--columns", "type,tenant", "--type", "org.added"});
    QCOMPARE(table.out, QByteArray("TYPE       TENANT\norg.added  Acme\n"));
}

void TestEmbeddedWorkspace::everyOrganizationCommandWrites() {
    const auto id = added({"org", "add"}, {"--name", "Beta", "--region", "us", "--plan", "enterprise"});
    const auto state = [&] {
        const auto org = on({"org", "show"}, {id, "--json"}).object();
        return (org[QStringLiteral("name")].toString() + QLatin1Char(' ') + org[QStringLiteral("plan")].toString() +
                QLatin1Char(' ') + org[QStringLiteral("state")].toString() + QLatin1Char(' ') +
                QString::number(org[QStringLiteral("sequence")].toInteger()))
            .toStdString();
    };
    const auto first = on({"org", "show"}, {id, "--json"}).object()[QStringLiteral("sequence")].toInteger();
    QCOMPARE(on({"org", "rename"}, {"beta", "--name", "Gamma"}).exit, 0);
    QCOMPARE(on({"org", "plan"}, {id.substr(0, 12), "--plan", "standard"}).exit, 0);
    QCOMPARE(on({"org", "deactivate"}, {id, "--reason", "unpaid"}).exit, 0);
    QCOMPARE(state(), "Gamma standard inactive " + std::to_string(first + 3));
    QCOMPARE(on({"org", "reactivate"}, {id}).exit, 0);
    QCOMPARE(state(), "Gamma standard active " + std::to_string(first + 4));
    const auto history = on({"org", "show"}, {id, "--json"}).object()[QStringLiteral("history")].toArray();
    QCOMPARE(history[0][QStringLiteral("type")].toString(), QStringLiteral("org.reactivated"));
    QCOMPARE(history[0][QStringLiteral("changes")][0][QStringLiteral("before")].toString(), QStringLiteral("inactive"));
}

void TestEmbeddedWorkspace::everyUserCommandWrites() {
    const auto id = added({"user", "add"}, {"--tenant", m_org, "--user-name", "cy", "--email", "cy@acme.example"});
    const auto robot =
        added({"user", "add"}, {"--tenant", m_org, "--user-name", "r2", "--machine", "--display-name", "Robot"});
    QCOMPARE(on({"user", "profile"}, {"cy", "--first-name", "Cy", "--display-name", "Cy Young"}).exit, 0);
    QCOMPARE(on({"user", "email"}, {"cy", "--email", "young@acme.example"}).exit, 0);
    QCOMPARE(on({"user", "username"}, {"young@acme.example", "--user-name", "young"}).exit, 0);
    for (const auto& [command, state] : std::vector<std::pair<std::string, std::string>>{
             {"lock", "locked"}, {"unlock", "active"}, {"deactivate", "inactive"}, {"reactivate", "active"}}) {
        const auto answer = on({"user", command}, {"young", "--json"});
        QVERIFY2(answer.exit == 0, told(answer).c_str());
        QVERIFY(answer.object()[QStringLiteral("inFile")].toBool());
        QCOMPARE(on({"user", "show"}, {id, "--json"}).object()[QStringLiteral("state")].toString().toStdString(),
                 state);
    }
    const auto user = on({"user", "show"}, {id, "--json"}).object();
    QCOMPARE(user[QStringLiteral("userName")].toString(), QStringLiteral("young"));
    QCOMPARE(user[QStringLiteral("displayName")].toString(), QStringLiteral("Cy Young"));
    QCOMPARE(user[QStringLiteral("email")].toString(), QStringLiteral("young@acme.example"));
    QCOMPARE(
        on({"user", "list"}, {"--kind", "machine", "--json"}).object()[QStringLiteral("id")].toString().toStdString(),
        robot);
}

void TestEmbeddedWorkspace::refusedCommandsWriteNothing_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exit");
    const auto row = [](const char* name, const char* command, const QStringList& options, int exit) {
        QTest::newRow(name) << QString::fromLatin1(command) << options << exit;
    };
    row("unlock who is not locked", "user unlock", {QStringLiteral("bob")}, 1);
    row("a user name that is taken", "user add",
        {QStringLiteral("--tenant"), QStringLiteral("Acme"), QStringLiteral("--user-name"), QStringLiteral("BOB")}, 1);
    row("no e-mail address", "user email", {QStringLiteral("bob"), QStringLiteral("--email"), QStringLiteral("x")}, 1);
    row("nobody", "user lock", {QStringLiteral("nobody")}, 1);
    row("no organization", "user add",
        {QStringLiteral("--tenant"), QStringLiteral("Nowhere"), QStringLiteral("--user-name"), QStringLiteral("x")}, 1);
    row("an organization without a name", "org add",
        {QStringLiteral("--name"), QStringLiteral("  "), QStringLiteral("--region"), QStringLiteral("eu")}, 1);
    row("a region that is none", "org add",
        {QStringLiteral("--name"), QStringLiteral("X"), QStringLiteral("--region"), QStringLiteral("mars")}, 1);
    row("the name it has", "org rename", {QStringLiteral("Acme"), QStringLiteral("--name"), QStringLiteral("Acme")}, 1);
}

void TestEmbeddedWorkspace::refusedCommandsWriteNothing() {
    QFETCH(QString, command);
    QFETCH(QStringList, options);
    QFETCH(int, exit);
    const auto before = count();
    Arguments words;
    for (const auto& word : command.split(QLatin1Char(' ')))
        words.push_back(word.toStdString());
    Arguments list;
    for (const auto& option : options)
        list.push_back(option.toStdString());
    const auto answer = on(words, list);
    QVERIFY2(answer.exit == exit, told(answer).c_str());
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.count('\n') == 1 && answer.err.trimmed().endsWith('.'), told(answer).c_str());
    QCOMPARE(on({"sync"}, {"--once"}).exit, 0);
    QCOMPARE(count(), before);
}

void TestEmbeddedWorkspace::theSequenceIsAPrecondition() {
    const auto before = count();
    const auto sequence = on({"user", "show"}, {"bob", "--json"}).object()[QStringLiteral("sequence")].toInteger();
    const auto stale = on({"user", "lock"}, {"bob", "--if-sequence", std::to_string(sequence + 1)});
    QVERIFY2(stale.exit == 1, told(stale).c_str());
    QCOMPARE(count(), before);
    QCOMPARE(on({"user", "lock"}, {"bob", "--if-sequence", std::to_string(sequence)}).exit, 0);
    QCOMPARE(on({"user", "unlock"}, {"bob"}).exit, 0);
    QCOMPARE(count(), before + 2);
}

void TestEmbeddedWorkspace::aDryRunWritesNothing() {
    const auto before = count();
    const auto answer = on({"user", "lock"}, {"bob", "--dry-run", "--json"}).object();
    QCOMPARE(answer[QStringLiteral("dryRun")].toBool(), true);
    QVERIFY(answer[QStringLiteral("sequence")].isNull());
    QCOMPARE(answer[QStringLiteral("events")][0][QStringLiteral("type")].toString(), QStringLiteral("user.locked"));
    QCOMPARE(on({"sync"}, {"--once"}).exit, 0);
    QCOMPARE(count(), before);
}

void TestEmbeddedWorkspace::thePastIsStillThere() {
    const auto id = added({"org", "add"}, {"--name", "Before", "--region", "eu"});
    const auto then =
        on({"org", "show"}, {id, "--json"}).object()[QStringLiteral("changedAt")].toString().toStdString();
    QCOMPARE(on({"org", "rename"}, {id, "--name", "After"}).exit, 0);
    QCOMPARE(on({"org", "list"}, {"--as-of", then, "--text", "before", "--json"}).objects().size(), std::size_t(1));
    QCOMPARE(on({"org", "list"}, {"--text", "before", "--json"}).objects().size(), std::size_t(0));
    QCOMPARE(on({"org", "show"}, {"Before", "--as-of", then}).exit, 0);
    QCOMPARE(on({"org", "list"}, {"--as-of", "2001-01-01", "--json"}).out, QByteArray());
}

void TestEmbeddedWorkspace::hostileNamesStayText() {
    const std::string name = "<b>Ünïcode</b> \"quoted\", 日本";
    const auto id = added({"org", "add"}, {"--name", name, "--region", "eu"});
    const auto org = on({"org", "show"}, {name, "--json"}).object();
    QCOMPARE(org[QStringLiteral("id")].toString().toStdString(), id);
    QCOMPARE(org[QStringLiteral("name")].toString().toStdString(), name);
    const auto csv = on({"events"}, {"--format", "csv", "--columns", "tenant", "--tenant", id, "--limit", "1"});
    QCOMPARE(csv.out, QByteArray("tenant\n\"<b>Ünïcode</b> \"\"quoted\"\", 日本\"\n"));
}

void TestEmbeddedWorkspace::theDoctorFindsNothing() {
    const auto answer = on({"doctor"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    QCOMPARE(answer.out, QByteArray());
}

void TestEmbeddedWorkspace::readModelsAreRebuilt() {
    const auto before = on({"user", "list"}, {"--json"}).out + on({"org", "list"}, {"--json"}).out;
    const auto answer = on({"rebuild"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    QCOMPARE(on({"user", "list"}, {"--json"}).out + on({"org", "list"}, {"--json"}).out, before);
    QCOMPARE(on({"rebuild"}, {"--only", "nonsense"}).exit, 2);
}

void TestEmbeddedWorkspace::twoLocksAtOnceLockOnce() {
    const auto before = count();
    const auto first = start({"user", "lock", m_file, m_user});
    const auto second = start({"user", "lock", m_file, m_user});
    std::vector<int> exits{finish(*first).exit, finish(*second).exit};
    std::sort(exits.begin(), exits.end());
    QCOMPARE(exits, (std::vector<int>{0, 1}));
    QCOMPARE(on({"sync"}, {"--once"}).exit, 0);
    QCOMPARE(count(), before + 1);
}

MUNIMENT_TEST(embedded_workspace, TestEmbeddedWorkspace);
#include "test_embedded_workspace.moc"
