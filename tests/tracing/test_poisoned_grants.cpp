// Protects: what came of a compromised account is found, whoever passed it on, and nothing that came before or after;
// who could reach what by it and until when; and what takes it back, in an order that is safe.
#include "models/commands/command_text.h"
#include "models/tracing/poisoned_grants.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr std::int64_t kStart = 1'760'000'000'000'000;

Instant minute(int minutes) {
    return {kStart + minutes * 60 * kMicrosPerSecond};
}

TeamMember user(const char* id) {
    return {TeamMember::Kind::User, AggregateId(id)};
}

TeamMember team(const char* id) {
    return {TeamMember::Kind::Team, AggregateId(id)};
}

} // namespace

class TestPoisonedGrants : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_file = std::make_unique<DirectoryFile>(std::vector<std::string>{"eu"});
        m_minute = 0;
        tell("org", "acme", encode(OrgEvent(OrgAdded{"Acme"})));
        for (const char* name : {"ann", "bob", "carol", "dave"})
            tell("user", name, encode(UserEvent(HumanAdded{name, name, "X", name, {}, {}})));
        tell("role", "admin", encode(RoleEvent(RoleAdded{"admin", {}, {}})));
        tell("role", "admin", encode(RoleEvent(RolePermissionAdded{{"*", "*", {}}})));
        tell("role", "reader", encode(RoleEvent(RoleAdded{"reader", {}, {}})));
        tell("role", "reader", encode(RoleEvent(RolePermissionAdded{{"read", "document", {}}})));
        tell("team", "ops", encode(TeamEvent(TeamAdded{"ops", {}})));
        grant("of-ops", "admin", team("ops"));
        grant("of-ann", "admin", user("ann"), "root");
        grant("before", "reader", user("dave"), "ann"); // in her own hands
    }

    void cleanup() { m_file.reset(); }

    void whatItGaveIsFollowedThroughWhomItEmpowered() {
        const Instant from = next();
        tell("user", "mallory", encode(UserEvent(HumanAdded{"mallory", "M", "M", "M", {}, {}})), "ann");
        grant("first", "reader", user("mallory"), "ann");
        tell("team", "ops", encode(TeamEvent(TeamMemberAdded{user("bob")})), "ann");
        const Instant until = next();
        grant("second", "admin", user("carol"), "mallory"); // later: who was empowered stays so
        grant("after", "reader", user("dave"), "ann");      // she has it back
        const Instant revoked = next();
        tell("grant", "first", encode(GrantEvent(GrantRemoved{})));
        const PoisonTrace trace = traced(from, until);

        QCOMPARE(trace.events, 3);
        QCOMPARE(actsOf(trace), QStringLiteral("0 ann user.human.added mallory | 0 ann grant.added mallory gone | "
                                               "0 ann team.member.added bob | 1 mallory grant.added carol"));
        QCOMPARE(exposuresOf(trace), QStringLiteral("mallory read document | bob * * still | carol * * still"));
        QCOMPARE(trace.exposures[0].until->micros, revoked.micros);
        QCOMPARE(trace.exposures[0].right.role, std::string("reader"));
        QCOMPARE(commandsOf(trace), QStringLiteral("user.lock ann | user.lock mallory | grant.remove second if 1 | "
                                                   "team.member.remove ops if 2"));
        QVERIFY(!trace.isCut);
        for (const CommandRequest& request : trace.commands)
            QVERIFY(request.correlationId == trace.commands[0].correlationId && request.reason == "stolen laptop" &&
                    request.region.text() == "eu");
    }

    void whatElseGaveTheSameIsNoExposure() {
        grant("own", "reader", user("carol"));
        const Instant from = next();
        grant("again", "reader", user("carol"), "ann");
        const PoisonTrace trace = traced(from, next());
        QCOMPARE(actsOf(trace), QStringLiteral("0 ann grant.added carol"));
        QVERIFY(trace.exposures.empty());
        QCOMPARE(commandsOf(trace), QStringLiteral("user.lock ann | grant.remove again if 1"));
    }

    void waysInAndWhatRolesPermitAreAmongThem() {
        grant("readers", "reader", user("dave"));
        const Instant from = next();
        const CredentialAdded token{{CredentialKind::Token, "t1"}, {"build", "ab12", {}, {}}, std::string(64, 'a'), {}};
        tell("user", "bob", encode(CredentialEvent(token)), "ann");
        tell("role", "reader", encode(RoleEvent(RolePermissionAdded{{"delete", "document", {}}})), "ann");
        tell("user", "bob", encode(UserEvent(UserLocked{})), "ann"); // takes away; nothing to trace
        const PoisonTrace trace = traced(from, next());
        QCOMPARE(actsOf(trace), QStringLiteral("0 ann user.pat.added bob | 0 ann role.permission.added dave"));
        QCOMPARE(exposuresOf(trace), QStringLiteral("dave delete document still"));
        QCOMPARE(commandsOf(trace), QStringLiteral("user.lock ann | role.permission.remove reader if 3 | "
                                                   "user.credential.remove bob if 3"));
    }

    void theWholeCircleIsFollowedOnce() {
        const Instant from = next();
        grant("a", "admin", user("bob"), "ann");
        grant("b", "admin", user("carol"), "bob");
        grant("c", "admin", user("ann"), "carol");
        const PoisonTrace trace = traced(from, next());
        QCOMPARE(actsOf(trace),
                 QStringLiteral("0 ann grant.added bob | 1 bob grant.added carol | 2 carol grant.added ann"));
        QVERIFY(!trace.isCut);
    }

    void anAccountThatDidNothingHasNothingToTakeBackButItself() {
        const Instant from = next();
        const PoisonTrace trace = traced(from, next());
        QCOMPARE(trace.events, 0);
        QVERIFY(trace.acts.empty() && trace.exposures.empty());
        QCOMPARE(commandsOf(trace), QStringLiteral("user.lock ann"));
        auto unknown = tracePoison(*m_snapshot, *m_projection,
                                   {TenantId("acme"), AggregateId("nobody"), from, from, {}}, from, {});
        QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
    }

    void aTraceCanBeStopped() {
        grant("a", "admin", user("bob"), "ann");
        m_file->flush();
        m_snapshot = m_file->snapshot();
        AccessProjection projection;
        QVERIFY(projection.advance(*m_snapshot).has_value());
        std::stop_source stop;
        stop.request_stop();
        const auto trace =
            tracePoison(*m_snapshot, projection, {TenantId("acme"), AggregateId("ann"), minute(0), minute(999), {}},
                        minute(999), stop.get_token());
        QVERIFY(!trace && trace.error().code == ErrorCode::Cancelled);
    }

private:
    Instant next() { return minute(m_minute); }

    void tell(const char* type, const char* id, const NewEvent& event, const std::string& actor = "root") {
        m_file->fact("eu", "acme", type, id, event, minute(m_minute++), actor);
    }

    void grant(const char* id, const char* role, const TeamMember& subject, const std::string& actor = "root") {
        tell("grant", id, encode(GrantEvent(GrantAdded{AggregateId(role), subject, {}, {}, {}})), actor);
    }

    /// Up to just before `until`.
    PoisonTrace traced(Instant from, Instant until) {
        m_file->flush();
        m_snapshot = m_file->snapshot();
        m_projection = std::make_unique<AccessProjection>();
        if (const auto read = m_projection->advance(*m_snapshot); !read)
            qFatal("%s", read.error().detail.c_str());
        return orDie(
            tracePoison(*m_snapshot, *m_projection,
                        {TenantId("acme"), AggregateId("ann"), from, Instant{until.micros - 1}, "stolen laptop"},
                        minute(m_minute + 10), {}));
    }

    static QString actsOf(const PoisonTrace& trace) {
        QStringList told;
        for (const PoisonedAct& act : trace.acts) {
            QStringList words{QString::number(act.depth), QString::fromStdString(act.by.name),
                              QString::fromStdString(act.row.event.type)};
            for (const NamedThing& empowered : act.empowered)
                words << QString::fromStdString(empowered.name);
            if (!act.stands)
                words << QStringLiteral("gone");
            told << words.join(QLatin1Char(' '));
        }
        return told.join(QStringLiteral(" | "));
    }

    static QString exposuresOf(const PoisonTrace& trace) {
        QStringList told;
        for (const Exposure& exposure : trace.exposures)
            told << QString::fromStdString(exposure.user.name + " " + exposure.right.action + " " +
                                           exposure.right.type + (exposure.until ? "" : " still"));
        return told.join(QStringLiteral(" | "));
    }

    static QString commandsOf(const PoisonTrace& trace) {
        QStringList told;
        for (const CommandRequest& request : trace.commands) {
            std::string words = std::string(commandName(request.command)) + " " + request.id.text();
            if (request.ifSequence)
                words += " if " + std::to_string(*request.ifSequence);
            told << QString::fromStdString(words);
        }
        return told.join(QStringLiteral(" | "));
    }

    std::unique_ptr<DirectoryFile> m_file;
    std::unique_ptr<Snapshot> m_snapshot;
    std::unique_ptr<AccessProjection> m_projection;
    int m_minute = 0;
};

MUNIMENT_TEST(poisoned_grants, TestPoisonedGrants);
#include "test_poisoned_grants.moc"
