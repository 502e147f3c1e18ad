// Protects: a grant is used when something was done by a way it lies on, at that time and no other.
#include "models/access/access_entities.h"
#include "models/access/access_usage.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestAccessUsage : public QObject {
    Q_OBJECT
private slots:

    void aUseCountsForEveryWayThereWas() {
        DirectoryFile file({"eu"});
        std::int64_t minute = 0;
        const auto add = [&](const char* type, const char* id, const NewEvent& event) {
            file.fact("eu", "acme", type, id, event, {1'700'000'000'000'000 + ++minute * 60'000'000});
            return static_cast<Bound>(minute);
        };
        const TeamMember ann{TeamMember::Kind::User, AggregateId("ann")};
        const TeamMember legal{TeamMember::Kind::Team, AggregateId("legal")};
        add("org", "acme", encode(OrgEvent(OrgAdded{"Acme"})));
        add("user", "ann", encode(UserEvent(HumanAdded{"ann", "Ann", "Doe", "Ann Doe", "", ""})));
        add("team", "legal", encode(TeamEvent(TeamAdded{"Legal", ""})));
        add("team", "legal", encode(TeamEvent(TeamMemberAdded{ann})));
        add("role", "reader", encode(RoleEvent(RoleAdded{"reader", "Reader", ""})));
        add("role", "reader", encode(RoleEvent(RolePermissionAdded{{"docs.read", "document", {}}})));
        add("resource", "plan", encode(ResourceEvent(ResourceAdded{"Plan", "document", {}})));
        const Bound before = add("team", "legal", encode(TeamEvent(TeamChanged{"Law", {}})));
        add("grant", "of the team", encode(GrantEvent(GrantAdded{AggregateId("reader"), legal, {}, {}, {}})));
        const Bound between = add("team", "legal", encode(TeamEvent(TeamChanged{"Legal", {}})));
        add("grant", "of hers",
            encode(GrantEvent(GrantAdded{AggregateId("reader"), ann, AggregateId("plan"), {}, {}})));
        const Bound after = add("team", "legal", encode(TeamEvent(TeamChanged{"Law", {}})));
        file.flush();
        const auto snapshot = file.snapshot();
        AccessProjection projection;
        if (const auto read = projection.advance(*snapshot); !read)
            QFAIL(read.error().detail.c_str());
        AccessEntities entities(*snapshot, projection);
        const HomeIndex home = *entities.findHome(TenantId("acme"));
        const AccessQuestion reads{entities.findSubject(home, SubjectKind::User, AggregateId("ann")), "docs.read",
                                   entities.findResource(home, AggregateId("plan"))};
        AccessQuestion writes = reads;
        writes.action = "docs.write";
        const auto usedAt = [&](std::vector<AccessUse> uses) {
            std::map<std::string, Bound> used;
            for (const auto& [code, event] : lastUses(projection.graph(), uses))
                used[entities.idOf(code).text()] = event;
            return used;
        };
        using Used = std::map<std::string, Bound>;
        QVERIFY(usedAt({{reads, {before, 0}}}).empty()); // done without a right to
        QCOMPARE(usedAt({{reads, {between, 0}}}), (Used{{"of the team", between}}));
        QCOMPARE(usedAt({{reads, {between, 0}}, {writes, {after, 0}}}), (Used{{"of the team", between}}));
        QCOMPARE(usedAt({{reads, {after, 0}}, {reads, {between, 0}}}),
                 (Used{{"of hers", after}, {"of the team", after}}));
    }
};

MUNIMENT_TEST(access_usage, TestAccessUsage);
#include "test_access_usage.moc"
