// Protects: teams, roles, resources, grants, sessions, plans, domains and what users are asked for, from the command
// line: every command writes what it says, lists and shows tell it, now and as of before; what is refused writes
// nothing.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment::test;

class TestAdministration : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void teams();
    void roles();
    void resources();
    void grants();
    void plans();
    void domains();
    void whatUsersAreAskedFor();
    void aRemovalTakesWithItWhatHangsOnIt();
    void anOrganizationIsRemoved();
    void guidedPlans();
    void refusedCommandsWriteNothing_data();
    void refusedCommandsWriteNothing();
    void thePastIsStillThere();
    void sessions();
    void theDoctorFindsNothing();

private:
    [[nodiscard]] Answer on(const Arguments& words, const Arguments& options = {}) const {
        return m_file->on(words, options);
    }

    std::string added(const Arguments& words, const Arguments& options) const { return m_file->added(words, options); }

    std::unique_ptr<AdministeredFile> m_file;
    std::string m_ann;
};

static QString text(const QJsonObject& object, const char* member) {
    return object[QLatin1String(member)].toString();
}

void TestAdministration::initTestCase() {
    m_file = std::make_unique<AdministeredFile>();
    m_ann = added({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "ann", "--email", "ann@acme.example"});
    added({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "bob"});
}

void TestAdministration::teams() {
    const auto ops = added({"team", "add"}, {"--tenant", "Acme Ltd", "--name", "Ops", "--description", "runs it"});
    const auto night = added({"team", "add"}, {"--tenant", "Acme Ltd", "--name", "Night"});
    m_file->done({"team", "member", "add"}, {"Ops", "--user", "ann"});
    m_file->done({"team", "member", "add"}, {"Ops", "--team", "Night"});
    const auto team = m_file->shown("team", "Ops");
    QCOMPARE(text(team, "id").toStdString(), ops);
    QCOMPARE(text(team, "description"), QStringLiteral("runs it"));
    const auto members = team[QStringLiteral("members")].toArray();
    QCOMPARE(members.size(), 2);
    QCOMPARE(members[0][QStringLiteral("id")].toString().toStdString(), m_ann);
    QCOMPARE(members[1][QStringLiteral("id")].toString().toStdString(), night);
    const auto cycle = on({"team", "member", "add"}, {"Night", "--team", "Ops"});
    QVERIFY2(cycle.exit == 1 && cycle.err.contains("below itself"), told(cycle).c_str());
    m_file->done({"team", "rename"}, {"Ops", "--name", "Operations"});
    m_file->done({"team", "member", "remove"}, {"Operations", "--user", m_ann});
    QCOMPARE(m_file->shown("team", ops)[QStringLiteral("members")].toArray().size(), 1);
    QCOMPARE(m_file->listed("team", "name"), (QStringList{QStringLiteral("Night"), QStringLiteral("Operations")}));
    m_file->done({"team", "remove"}, {"Night", "--reason", "no nights any more"});
    QCOMPARE(m_file->shown("team", ops)[QStringLiteral("members")].toArray().size(), 0);
    QCOMPARE(m_file->listed("team", "name", {"--state", "removed"}), QStringList{QStringLiteral("Night")});
    QCOMPARE(text(m_file->shown("team", night), "state"), QStringLiteral("removed"));
}

void TestAdministration::roles() {
    const auto editor = added({"role", "add"}, {"--tenant", "Acme Ltd", "--key", "editor", "--group", "Documents"});
    m_file->done({"role", "permission", "add"}, {"editor", "--action", "documents.*", "--resource-type", "document"});
    m_file->done({"role", "permission", "add"}, {"editor", "--action", "rooms.enter", "--resource-type", "*"});
    m_file->done({"role", "change"}, {"editor", "--display-name", "Editor"});
    const auto role = m_file->shown("role", "Editor");
    QCOMPARE(text(role, "id").toStdString(), editor);
    QCOMPARE(text(role, "group"), QStringLiteral("Documents"));
    QCOMPARE(role[QStringLiteral("permissionList")].toArray().size(), 2);
    QCOMPARE(role[QStringLiteral("permissionList")][0][QStringLiteral("action")].toString(),
             QStringLiteral("documents.*"));
    m_file->done({"role", "permission", "remove"}, {"editor", "--action", "rooms.enter", "--resource-type", "*"});
    QCOMPARE(m_file->shown("role", editor)[QStringLiteral("permissions")].toInteger(), 1);
    QCOMPARE(m_file->listed("role", "key", {"--text", "docu"}), QStringList{QStringLiteral("editor")});
    const auto doomed = added({"role", "add"}, {"--tenant", "Acme Ltd", "--key", "doomed"});
    m_file->done({"role", "remove"}, {"doomed"});
    QCOMPARE(m_file->listed("role", "id", {"--state", "removed"}), QStringList{QString::fromStdString(doomed)});
}

void TestAdministration::resources() {
    const auto project = added({"resource", "add"}, {"--tenant", "Acme Ltd", "--type", "project", "--name", "Apollo"});
    const auto paper = added({"resource", "add"},
                             {"--tenant", "Acme Ltd", "--type", "document", "--name", "Plan", "--parent", "Apollo"});
    auto resource = m_file->shown("resource", "Plan");
    QCOMPARE(text(resource, "parentId").toStdString(), project);
    QCOMPARE(resource[QStringLiteral("path")].toArray(), QJsonArray{QStringLiteral("Apollo")});
    const auto cycle = on({"resource", "change"}, {"Apollo", "--parent", "Plan"});
    QVERIFY2(cycle.exit == 1 && cycle.err.contains("below itself"), told(cycle).c_str());
    m_file->done({"resource", "change"}, {"Plan", "--top", "--name", "Master Plan"});
    resource = m_file->shown("resource", paper);
    QVERIFY(resource[QStringLiteral("parentId")].isNull());
    QCOMPARE(text(resource, "name"), QStringLiteral("Master Plan"));
    m_file->done({"resource", "change"}, {"Master Plan", "--parent", project});
    QCOMPARE(m_file->listed("resource", "name", {"--parent", "Apollo"}), QStringList{QStringLiteral("Master Plan")});
    QCOMPARE(m_file->listed("resource", "name", {"--type", "project"}), QStringList{QStringLiteral("Apollo")});
}

void TestAdministration::grants() {
    added({"role", "add"}, {"--tenant", "Acme Ltd", "--key", "reader"});
    const auto grant = added({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", "reader", "--user", "ann", "--until",
                                                "+30d", "--reason", "stands in"});
    const auto shown = m_file->shown("grant", grant);
    QCOMPARE(text(shown, "roleKey"), QStringLiteral("reader"));
    QCOMPARE(text(shown, "subjectId").toStdString(), m_ann);
    QCOMPARE(text(shown, "standing"), QStringLiteral("inForce"));
    QVERIFY(shown[QStringLiteral("from")].isNull());
    QVERIFY(!text(shown, "until").isEmpty());
    const auto twice = on({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", "reader", "--user", "ann"});
    QVERIFY2(twice.exit == 1 && twice.err.contains("granted there already"), told(twice).c_str());
    m_file->done({"grant", "change"}, {grant, "--from", "+1d", "--until", "none"});
    QCOMPARE(text(m_file->shown("grant", grant), "standing"), QStringLiteral("pending"));
    QVERIFY(m_file->shown("grant", grant)[QStringLiteral("until")].isNull());
    const QStringList one{QString::fromStdString(grant)};
    QCOMPARE(m_file->listed("grant", "id", {"--user", "ann"}), one);
    QCOMPARE(m_file->listed("grant", "id", {"--role", "reader", "--standing", "pending"}), one);
    QCOMPARE(m_file->listed("grant", "id", {"--user", "bob"}), QStringList());
    QCOMPARE(m_file->listed("grant", "id", {"--ends-before", "+60d"}), QStringList());
    m_file->done({"grant", "remove"}, {grant.substr(0, 13), "--reason", "is back"});
    QCOMPARE(m_file->listed("grant", "id"), QStringList());
    QCOMPARE(m_file->listed("grant", "id", {"--standing", "removed"}), one);
}

void TestAdministration::sessions() {
    m_file->done({"simulate"}, {"--events", "3000", "--tenants", "2", "--users", "20", "--bulk"});
    m_file->done({"sync"}, {"--once"});
    const auto open = m_file->listed("session", "id");
    QVERIFY(!open.isEmpty());
    const auto first = open.front().toStdString();
    QCOMPARE(text(m_file->shown("session", first), "state"), QStringLiteral("active"));
    m_file->done({"session", "terminate"}, {first, "--reason", "laptop stolen"});
    QCOMPARE(m_file->listed("session", "id").size(), open.size() - 1);
    QCOMPARE(text(m_file->shown("session", first), "state"), QStringLiteral("terminated"));
    QVERIFY(m_file->listed("session", "id", {"--ended"}).size() >= open.size());
    const auto again = on({"session", "terminate"}, {first});
    QVERIFY2(again.exit == 1, told(again).c_str());
}

void TestAdministration::plans() {
    QCOMPARE(added({"plan", "add"}, {"gold", "--name", "Gold"}), std::string("gold"));
    m_file->done({"plan", "change"}, {"gold", "--name", "Golden"});
    QCOMPARE(m_file->listed("plan", "name"), QStringList{QStringLiteral("Golden")});
    m_file->done({"org", "plan"}, {"Acme Ltd", "--plan", "gold"});
    QCOMPARE(m_file->done({"plan", "list"}, {"--json"}).object()[QStringLiteral("organizations")].toInteger(), 1);
    m_file->done({"org", "plan"}, {"Acme Ltd", "--plan", "standard"});
    m_file->done({"plan", "remove"}, {"gold"});
    const auto gone = on({"org", "plan"}, {"Acme Ltd", "--plan", "gold"});
    QVERIFY2(gone.exit == 1 && gone.err.contains("no such plan"), told(gone).c_str());
    QCOMPARE(m_file->listed("plan", "key", {"--state", "removed"}), QStringList{QStringLiteral("gold")});
}

void TestAdministration::domains() {
    m_file->done({"org", "domain", "add"}, {"Acme Ltd", "Acme.Example"});
    m_file->done({"org", "domain", "verify"}, {"Acme Ltd", "acme.example"});
    m_file->done({"org", "domain", "add"}, {"Acme Ltd", "other.example"});
    auto held = m_file->shown("org", "Acme Ltd")[QStringLiteral("domains")].toArray();
    QCOMPARE(held.size(), 2);
    QCOMPARE(held[0][QStringLiteral("domain")].toString(), QStringLiteral("acme.example"));
    QVERIFY(held[0][QStringLiteral("verified")].toBool());
    QVERIFY(!held[1][QStringLiteral("verified")].toBool());
    const auto rival = added({"org", "add"}, {"--name", "Rival", "--region", "eu"});
    m_file->done({"org", "domain", "add"}, {rival, "acme.example"});
    const auto stolen = on({"org", "domain", "verify"}, {rival, "acme.example"});
    QVERIFY2(stolen.exit == 1 && stolen.err.contains("Another organization has this domain"), told(stolen).c_str());
    m_file->done({"org", "domain", "remove"}, {"Acme Ltd", "acme.example"});
    m_file->done({"org", "domain", "verify"}, {rival, "acme.example"});
    QCOMPARE(m_file->shown("org", "Acme Ltd")[QStringLiteral("domains")].toArray().size(), 1);
}

void TestAdministration::whatUsersAreAskedFor() {
    m_file->done({"user", "email"}, {"ann", "--verified"});
    m_file->done({"user", "phone"}, {"ann", "--phone", "+49 30 123456"});
    m_file->done({"user", "phone"}, {"ann", "--verified"});
    m_file->done({"user", "reset"}, {"ann"});
    auto ann = m_file->shown("user", "ann");
    for (const char* member : {"emailVerified", "phoneVerified", "passwordChangeRequired"})
        QVERIFY2(ann[QLatin1String(member)].toBool(), member);
    m_file->done({"user", "phone"}, {"ann", "--remove"});
    m_file->done({"user", "email"}, {"ann", "--email", "ann@other.example"});
    ann = m_file->shown("user", "ann");
    QCOMPARE(text(ann, "phone"), QString());
    QVERIFY(!ann[QStringLiteral("emailVerified")].toBool() && !ann[QStringLiteral("phoneVerified")].toBool());
    QVERIFY(ann[QStringLiteral("activity")][QStringLiteral("lastLoginAt")].isNull());
}

void TestAdministration::aRemovalTakesWithItWhatHangsOnIt() {
    const auto cy = added({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "cy"});
    const auto team = added({"team", "add"}, {"--tenant", "Acme Ltd", "--name", "Short-lived"});
    m_file->done({"team", "member", "add"}, {team, "--user", "cy"});
    const auto role = added({"role", "add"}, {"--tenant", "Acme Ltd", "--key", "guest"});
    const auto toUser = added({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", role, "--user", "cy"});
    const auto toTeam = added({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", role, "--team", team});

    const auto before = m_file->events();
    const auto dry = m_file->done({"user", "remove"}, {"cy", "--dry-run", "--json"}).object();
    QCOMPARE(dry[QStringLiteral("following")].toArray().size(), 2);
    QCOMPARE(m_file->events(), before);
    const auto removed = m_file->done({"user", "remove"}, {"cy", "--reason", "left"});
    QVERIFY2(removed.out.contains("user.removed") &&
                 removed.out.contains("grant.removed  grant " + QByteArray::fromStdString(toUser)) &&
                 removed.out.contains("team.member.removed  team " + QByteArray::fromStdString(team)),
             told(removed).c_str());
    QCOMPARE(m_file->events(), before + 3);
    QCOMPARE(text(m_file->shown("grant", toUser), "standing"), QStringLiteral("removed"));
    QCOMPARE(m_file->shown("team", team)[QStringLiteral("members")].toArray().size(), 0);
    QCOMPARE(text(m_file->shown("user", cy), "state"), QStringLiteral("removed"));
    // A removed user's name is free again.
    added({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "cy"});

    m_file->done({"role", "remove"}, {"guest"});
    QCOMPARE(text(m_file->shown("grant", toTeam), "standing"), QStringLiteral("removed"));
}

void TestAdministration::anOrganizationIsRemoved() {
    const auto doomed = added({"org", "add"}, {"--name", "Doomed", "--region", "us"});
    m_file->done({"org", "remove"}, {"Doomed", "--reason", "contract ended"});
    QCOMPARE(text(m_file->shown("org", doomed), "state"), QStringLiteral("removed"));
    QCOMPARE(on({"org", "rename"}, {doomed, "--name", "Undead"}).exit, 1);
    added({"org", "add"}, {"--name", "Doomed", "--region", "us"}); // the name is free again
}

void TestAdministration::guidedPlans() {
    const auto dora = added({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "dora"});
    const auto team = added({"team", "add"}, {"--tenant", "Acme Ltd", "--name", "Support"});
    m_file->done({"team", "member", "add"}, {"Support", "--user", "dora"});
    const auto role = added({"role", "add"}, {"--tenant", "Acme Ltd", "--key", "supporter"});
    const auto grant = added({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", role, "--user", "dora"});
    m_file->done({"user", "token", "add"}, {"dora"});

    const auto eve = added({"onboard"}, {"eve", "--like", "dora", "--email", "eve@acme.example"});
    QCOMPARE(text(m_file->shown("user", "eve"), "id").toStdString(), eve);
    QCOMPARE(m_file->shown("team", team)[QStringLiteral("members")].toArray().size(), 2);
    QCOMPARE(m_file->listed("grant", "roleKey", {"--user", "eve"}), QStringList{QStringLiteral("supporter")});

    const auto before = m_file->events();
    m_file->done({"offboard"}, {"dora", "--successor", "bob", "--dry-run"});
    QCOMPARE(m_file->events(), before);
    m_file->done({"offboard"}, {"dora", "--successor", "bob", "--reason", "leaves"});
    const auto gone = m_file->shown("user", dora);
    QCOMPARE(text(gone, "state"), QStringLiteral("locked"));
    QVERIFY(gone[QStringLiteral("credentials")].toArray().isEmpty());
    QCOMPARE(text(m_file->shown("grant", grant), "standing"), QStringLiteral("removed"));
    QCOMPARE(m_file->listed("grant", "roleKey", {"--user", "bob"}), QStringList{QStringLiteral("supporter")});
    QCOMPARE(m_file->shown("team", team)[QStringLiteral("members")].toArray().size(), 1);
    const auto again = on({"offboard"}, {"dora"});
    QVERIFY2(again.exit == 1 && again.err.contains("nothing to change"), told(again).c_str());
}

void TestAdministration::refusedCommandsWriteNothing_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exit");
    const auto row = [](const char* name, const char* command, const QString& options, int exit) {
        QTest::newRow(name) << QString::fromLatin1(command) << options.split(QLatin1Char('|'), Qt::SkipEmptyParts)
                            << exit;
    };
    row("a team without a name", "team add", QStringLiteral("--tenant|Acme Ltd|--name| "), 1);
    row("a team's name again", "team add", QStringLiteral("--tenant|Acme Ltd|--name|OPERATIONS"), 1);
    row("no such team", "team rename", QStringLiteral("Nobody|--name|x"), 1);
    row("nothing to rename", "team rename", QStringLiteral("Operations"), 1);
    row("neither user nor team", "team member add", QStringLiteral("Operations"), 2);
    row("user and team", "team member add", QStringLiteral("Operations|--user|ann|--team|Operations"), 2);
    row("no member", "team member remove", QStringLiteral("Operations|--user|bob"), 1);
    row("a role's key again", "role add", QStringLiteral("--tenant|Acme Ltd|--key|EDITOR"), 1);
    row("a key that is none", "role add", QStringLiteral("--tenant|Acme Ltd|--key|chief editor"), 1);
    row("on nothing", "role permission add", QStringLiteral("editor|--action|read"), 2);
    row("an action that is none", "role permission add", QStringLiteral("editor|--action|a b|--resource-type|room"), 1);
    row("on what is not there", "role permission add", QStringLiteral("editor|--action|read|--resource|Nowhere"), 1);
    row("a type that is none", "resource add", QStringLiteral("--tenant|Acme Ltd|--type|A B|--name|x"), 1);
    row("below and on top", "resource change", QStringLiteral("Apollo|--parent|Apollo|--top"), 2);
    row("a role that is none", "grant add", QStringLiteral("--tenant|Acme Ltd|--role|king|--user|ann"), 1);
    row("an end that has been", "grant add",
        QStringLiteral("--tenant|Acme Ltd|--role|reader|--user|bob|--until|2020-01-01"), 1);
    row("an end that is no time", "grant add",
        QStringLiteral("--tenant|Acme Ltd|--role|reader|--user|bob|--until|soon"), 2);
    row("a plan's key that is none", "plan add", QStringLiteral("Gold!|--name|Gold"), 1);
    row("a plan that is none", "plan remove", QStringLiteral("platinum"), 1);
    row("a domain that is none", "org domain add", QStringLiteral("Acme Ltd|acme"), 1);
    row("a domain it does not have", "org domain verify", QStringLiteral("Acme Ltd|third.example"), 1);
    row("neither address nor proof", "user email", QStringLiteral("ann"), 2);
    row("address and proof", "user email", QStringLiteral("ann|--email|a@b.example|--verified"), 2);
    row("a number that is none", "user phone", QStringLiteral("ann|--phone|call me"), 1);
    row("no number to remove", "user phone", QStringLiteral("bob|--remove"), 1);
    row("a stale sequence", "team remove", QStringLiteral("Operations|--if-sequence|1"), 1);
}

void TestAdministration::refusedCommandsWriteNothing() {
    QFETCH(QString, command);
    QFETCH(QStringList, options);
    QFETCH(int, exit);
    const auto before = m_file->events();
    Arguments words;
    for (const auto& word : command.split(QLatin1Char(' ')))
        words.push_back(word.toStdString());
    Arguments typed;
    for (const auto& option : options)
        typed.push_back(option.toStdString());
    const auto answer = on(words, typed);
    // One sentence; who was overtaken is also told what they saw, what it is, and what they want.
    const bool isOneLine = answer.err.count('\n') == 1 || options.contains(QStringLiteral("--if-sequence"));
    QVERIFY2(answer.exit == exit && answer.out.isEmpty() && isOneLine, told(answer).c_str());
    QCOMPARE(m_file->events(), before);
}

void TestAdministration::thePastIsStillThere() {
    const auto team = added({"team", "add"}, {"--tenant", "Acme Ltd", "--name", "Before"});
    m_file->done({"team", "member", "add"}, {team, "--user", "ann"});
    const auto then =
        m_file->shown("team", team)[QStringLiteral("members")][0][QStringLiteral("since")].toString().toStdString();
    m_file->done({"team", "rename"}, {team, "--name", "After"});
    m_file->done({"team", "member", "remove"}, {team, "--user", "ann"});
    QCOMPARE(m_file->listed("team", "name", {"--as-of", then, "--text", "before"}),
             QStringList{QStringLiteral("Before")});
    const auto past = m_file->done({"team", "show"}, {"Before", "--as-of", then, "--json"}).object();
    QCOMPARE(past[QStringLiteral("members")].toArray().size(), 1);
    const auto now = m_file->shown("team", "After");
    QCOMPARE(now[QStringLiteral("members")].toArray().size(), 0);
    QCOMPARE(now[QStringLiteral("history")][0][QStringLiteral("changes")][0][QStringLiteral("before")].toString(),
             QStringLiteral("ann"));
}

void TestAdministration::theDoctorFindsNothing() {
    const auto answer = on({"doctor"});
    QVERIFY2(answer.exit == 0, told(answer).c_str());
}

MUNIMENT_TEST(administration, TestAdministration);
#include "test_administration.moc"
