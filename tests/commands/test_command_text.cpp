// Protects: every command can be written as a line and read again as it was; a line that is not a command is refused by
// the name of what is wrong in it.
#include "models/commands/command_text.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace muniment;

namespace {

Instant at(const char* text) {
    return *parseInstant(text);
}

const TeamMember kAnn{TeamMember::Kind::User, AggregateId("ann")};
const TeamMember kOps{TeamMember::Kind::Team, AggregateId("ops")};

/// At least one of every alternative, with and without what may be absent.
std::vector<AnyCommand> samples() {
    const Instant from = at("2026-03-01T00:00:00Z");
    const Instant until = at("2027-01-01T12:30:00.25Z");
    return {
        OrgCommand(AddOrg{"Acme \"Ltd\"", {}, "business"}),
        OrgCommand(RenameOrg{"Akmé\n"}),
        OrgCommand(ChangeOrgPlan{"free"}),
        OrgCommand(DeactivateOrg{}),
        OrgCommand(ReactivateOrg{}),
        OrgCommand(RemoveOrg{}),
        OrgCommand(AddDomain{"acme.example"}),
        OrgCommand(VerifyDomain{"acme.example"}),
        OrgCommand(RemoveDomain{"acme.example"}),
        UserCommand(AddHuman{"ann", "Ann", "Lee", "Ann Lee", "ann@acme.example", "+49 1"}),
        UserCommand(AddHuman{"bob", {}, {}, {}, {}, {}}),
        UserCommand(AddMachine{"robot", "Robot", "cleans"}),
        UserCommand(ChangeUserName{"ann.lee"}),
        UserCommand(ChangeProfile{"", std::nullopt, "Ann"}),
        UserCommand(ChangeEmail{"a@b.example"}),
        UserCommand(VerifyEmail{}),
        UserCommand(ChangePhone{"+1 2"}),
        UserCommand(VerifyPhone{}),
        UserCommand(RemovePhone{}),
        UserCommand(RequirePasswordChange{}),
        UserCommand(LockUser{}),
        UserCommand(UnlockUser{}),
        UserCommand(DeactivateUser{}),
        UserCommand(ReactivateUser{}),
        UserCommand(RemoveUser{}),
        CredentialCommand(AddToken{"t", "laptop", "ab", "cd", until, {"read", "write"}}),
        CredentialCommand(AddToken{"t", {}, "ab", "cd", {}, {}}),
        CredentialCommand(AddMachineKey{"k", "ci", "-----BEGIN PUBLIC KEY-----\n", "ef", until}),
        CredentialCommand(AddOtp{"phone"}),
        CredentialCommand(RemoveCredential{{CredentialKind::Token, "t"}}),
        CredentialCommand(RemoveCredential{{CredentialKind::Otp, {}}}),
        TeamCommand(AddTeam{"ops", "keeps it running"}),
        TeamCommand(ChangeTeam{std::nullopt, ""}),
        TeamCommand(RemoveTeam{}),
        TeamCommand(AddTeamMember{kAnn}),
        TeamCommand(RemoveTeamMember{kOps}),
        RoleCommand(AddRole{"reader", "Reader", "docs"}),
        RoleCommand(ChangeRole{"reader2", "", std::nullopt}),
        RoleCommand(RemoveRole{}),
        RoleCommand(AddPermission{{"read", "document", {}}}),
        RoleCommand(RemovePermission{{"docs.*", {}, AggregateId("plan")}}),
        ResourceCommand(AddResource{"plan", "document", AggregateId("folder")}),
        ResourceCommand(ChangeResource{std::nullopt, AggregateId()}),
        ResourceCommand(ChangeResource{"plans", std::nullopt}),
        ResourceCommand(RemoveResource{}),
        GrantCommand(AddGrant{AggregateId("reader"), kAnn, AggregateId("plan"), from, until}),
        GrantCommand(AddGrant{AggregateId("reader"), kOps, {}, {}, {}}),
        GrantCommand(ChangeGrant{std::optional<std::optional<Instant>>(std::nullopt), until}),
        GrantCommand(ChangeGrant{{}, {}}),
        GrantCommand(RemoveGrant{}),
        SessionCommand(TerminateSession{}),
        PlanCommand(AddPlan{"gold", "Gold"}),
        PlanCommand(RenamePlan{"Golden"}),
        PlanCommand(RemovePlan{}),
        SeparationCommand(AddSeparation{"Four eyes", {"a", "invoice", {}}, {"b.*", "*", {}}}),
        SeparationCommand(AddSeparation{"Pay", {"a", {}, AggregateId("plan")}, {"b", {}, AggregateId("folder")}}),
        SeparationCommand(RemoveSeparation{}),
        ReviewCommand(StartReview{"Spring", {}, {}, "ann", {}, {2, {{7, 0}, 3}, from}, 5}),
        ReviewCommand(StartReview{"Role",
                                  {ReviewScope::Kind::Role, AggregateId("reader")},
                                  AggregateId("winter"),
                                  "ann",
                                  until,
                                  {1, {{1'786'877'563'585'252'761, 12}, 9'007'199'254'740'993}, from},
                                  5}),
        ReviewCommand(StartReview{"Team", {ReviewScope::Kind::Team, AggregateId("ops")}, {}, "a", {}, {}, 1}),
        ReviewCommand(StartReview{"Plan", {ReviewScope::Kind::Resource, AggregateId("plan")}, {}, "a", {}, {}, 1}),
        ReviewCommand(DecideReviewItem{AggregateId("grant"), ReviewDecision::Revoke, 3}),
        ReviewCommand(DecideReviewItem{AggregateId("grant"), ReviewDecision::Keep, 1}),
        ReviewCommand(CloseReview{}),
    };
}

CommandRequest requestOf(AnyCommand command) {
    CommandRequest request;
    request.region = RegionName("eu-west-1");
    request.tenant = TenantId("acme");
    request.id = AggregateId("x");
    request.command = std::move(command);
    return request;
}

class TestCommandText : public QObject {
    Q_OBJECT

private slots:

    void everyCommandComesBackAsItWas() {
        std::set<std::string_view> met;
        for (const AnyCommand& command : samples()) {
            const CommandRequest request = requestOf(command);
            const std::string line = printCommand(request);
            const auto read = parseCommand(line);
            QVERIFY2(read, (line + (read ? "" : " " + read.error().detail)).c_str());
            QVERIFY2(read->command == command, line.c_str());
            QCOMPARE(read->region, request.region);
            QCOMPARE(read->tenant, request.tenant);
            QCOMPARE(read->id, request.id);
            QCOMPARE(printCommand(*read), line);
            QVERIFY(line.find('\n') == std::string::npos);
            met.insert(commandName(command));
        }
        const auto names = commandNames();
        QCOMPARE((std::vector<std::string_view>(met.begin(), met.end())), names);
    }

    void whatGoesWithACommandComesBackToo() {
        auto request = requestOf(UserCommand(LockUser{}));
        request.ifSequence = 7;
        request.reason = "phone stolen";
        request.correlationId = randomUuid();
        request.following = {{AggregateId("g"), GrantCommand(RemoveGrant{})},
                             {{}, GrantCommand(AddGrant{AggregateId("reader"), kAnn, {}, {}, {}})}};
        const auto read = parseCommand(printCommand(request));
        QVERIFY(read);
        QCOMPARE(read->ifSequence, request.ifSequence);
        QCOMPARE(read->reason, request.reason);
        QCOMPARE(read->correlationId, request.correlationId);
        QCOMPARE(read->following.size(), std::size_t(2));
        QVERIFY(read->following[1].command == request.following[1].command);
        QCOMPARE(read->following[0].id, AggregateId("g"));
    }

    void aLineThatIsNoCommandIsRefused_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << QByteArray("") << "command";
        QTest::newRow("no JSON") << QByteArray("user.lock ann") << "command";
        QTest::newRow("an array") << QByteArray("[]") << "command";
        QTest::newRow("cut off") << QByteArray(R"({"command":"user.lock","id":"ann")") << "command";
        QTest::newRow("not UTF-8") << QByteArray("{\"command\":\"user.lock\",\"id\":\"\xff\"}") << "command";
        QTest::newRow("twice a key") << QByteArray(R"({"command":"user.lock","id":"a","id":"b"})") << "command";
        QTest::newRow("too deep") << QByteArray(100, '[') << "command";
        QTest::newRow("no command") << QByteArray(R"({"id":"ann"})") << "command";
        QTest::newRow("unknown command") << QByteArray(R"({"command":"user.explode"})") << "command";
        QTest::newRow("unknown member") << QByteArray(R"({"command":"user.lock","id":"a","when":"now"})") << "when";
        QTest::newRow("missing member") << QByteArray(R"({"command":"team.add"})") << "name";
        QTest::newRow("wrong kind") << QByteArray(R"({"command":"team.add","name":5})") << "name";
        QTest::newRow("sequence below zero")
            << QByteArray(R"({"command":"user.lock","id":"a","ifSequence":-1})") << "ifSequence";
        QTest::newRow("sequence in part")
            << QByteArray(R"({"command":"user.lock","id":"a","ifSequence":1.5})") << "ifSequence";
        QTest::newRow("no time") << QByteArray(R"({"command":"grant.change","until":"soon"})") << "until";
        QTest::newRow("both members") << QByteArray(R"({"command":"team.member.add","userId":"a","teamId":"b"})")
                                      << "userId";
        QTest::newRow("neither member") << QByteArray(R"({"command":"team.member.add"})") << "userId";
        QTest::newRow("unknown credential")
            << QByteArray(R"({"command":"user.credential.remove","kind":"ring"})") << "kind";
        QTest::newRow("scopes of numbers")
            << QByteArray(R"({"command":"user.token.add","tokenId":"t","hash":"h","fingerprint":"f","scopes":[1]})")
            << "scopes";
        QTest::newRow("correlation") << QByteArray(R"({"command":"user.lock","id":"a","correlationId":"b"})")
                                     << "correlationId";
        QTest::newRow("following of texts")
            << QByteArray(R"({"command":"user.lock","id":"a","following":["x"]})") << "following";
        QTest::newRow("following a stranger")
            << QByteArray(R"({"command":"user.lock","id":"a","following":[{"command":"x"}]})") << "command";
    }

    void aLineThatIsNoCommandIsRefused() {
        QFETCH(QByteArray, line);
        QFETCH(QString, field);
        const auto read = parseCommand(line.toStdString());
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::InvalidInput);
        QCOMPARE(QString::fromStdString(read.error().get("field")), field);
        QVERIFY(!read.error().detail.empty());
    }
};

MUNIMENT_TEST(command_text, TestCommandText);

} // namespace

#include "test_command_text.moc"
