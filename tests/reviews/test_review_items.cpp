// Protects: a review shows grants as they were at its place in the log, asks only about what no sign-off covers, tells
// last use and peers, and counts what changed since.
#include "models/findings/grant_uses.h"
#include "models/reviews/review_drift.h"
#include "models/reviews/review_start.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

using Kind = ReviewScope::Kind;

const TenantId kAcme("acme");
const TeamMember kAnn{TeamMember::Kind::User, AggregateId("ann")};
const TeamMember kBea{TeamMember::Kind::User, AggregateId("bea")};
const TeamMember kLegal{TeamMember::Kind::Team, AggregateId("legal")};
const TeamMember kLaw{TeamMember::Kind::Team, AggregateId("law")};

constexpr Instant at(std::int64_t minute) {
    return {1'700'000'000'000'000 + minute * 60'000'000};
}

/// ann and bea are in Legal, which is in Law; contracts lie in a folder. Each fact takes a minute.
class World {
public:
    World() {
        add("org", "acme", encode(OrgEvent(OrgAdded{"Acme"})));
        for (const char* name : {"ann", "bea", "cem"})
            add("user", name, encode(UserEvent(HumanAdded{name, name, "Doe", name, "", ""})));
        for (const char* name : {"legal", "law"})
            add("team", name, encode(TeamEvent(TeamAdded{name, ""})));
        add("team", "legal", encode(TeamEvent(TeamMemberAdded{kAnn})));
        add("team", "legal", encode(TeamEvent(TeamMemberAdded{kBea})));
        add("team", "law", encode(TeamEvent(TeamMemberAdded{kLegal})));
        for (const char* key : {"reader", "writer"}) {
            add("role", key, encode(RoleEvent(RoleAdded{key, key, ""})));
            add("role", key, encode(RoleEvent(RolePermissionAdded{{std::string("docs.") + key, "document", {}}})));
        }
        add("resource", "folder", encode(ResourceEvent(ResourceAdded{"Folder", "folder", {}})));
        add("resource", "plan", encode(ResourceEvent(ResourceAdded{"Plan", "document", AggregateId("folder")})));
    }

    void add(const char* type, const std::string& id, const NewEvent& event, const std::string& actor = {}) {
        m_file.fact("eu", "acme", type, id, event, at(++m_minute), actor);
    }

    void grant(const std::string& id, const char* role, const TeamMember& subject, const char* resource = "",
               std::optional<Instant> until = {}) {
        add("grant", id,
            encode(GrantEvent(GrantAdded{AggregateId(role), subject, AggregateId(resource), {}, until}), "because"),
            "root");
    }

    void use(const char* user, const char* resource, const char* action) {
        NewEvent used;
        used.type = "resource.accessed";
        used.payload = std::string(R"({"action":")") + action + R"("})";
        add("resource", resource, used, user);
    }

    /// Keeps what is asked, but for `left`, revokes `revoked`, and signs off.
    void signOff(const std::string& id, const std::vector<std::string>& left = {}, const std::string& revoked = {}) {
        const ReviewRow review = row(id);
        for (const ReviewItem& item : items(id)) {
            const std::string& grant = item.grant.id.text();
            if (std::ranges::find(left, grant) != left.end())
                continue;
            const auto decision = grant == revoked ? ReviewDecision::Revoke : ReviewDecision::Keep;
            add("review", id, encode(ReviewEvent(ReviewItemDecided{item.grant.id, decision, item.grant.sequence})));
            if (decision == ReviewDecision::Revoke)
                add("grant", grant, encode(GrantEvent(GrantRemoved{})));
        }
        add("review", id, encode(ReviewEvent(ReviewClosed{1, 1, 1})));
    }

    Result<PreparedReview> prepared(const ReviewScope& scope, bool isFull = false) {
        return prepareReview(*snapshot(), kAcme, {"Review", scope, "ann", {}, isFull});
    }

    void start(const std::string& id, const ReviewScope& scope = {}, bool isFull = false) {
        const auto made = orDie(prepared(scope, isFull)).command;
        add("review", id,
            encode(ReviewEvent(
                ReviewStarted{id, made.scope, made.since, made.reviewer, made.dueAt, made.pin, made.items})));
    }

    std::unique_ptr<Snapshot> snapshot() {
        m_file.flush();
        return m_file.snapshot();
    }

    ReviewRow row(const std::string& id) { return orDie(findReview(*snapshot(), id)); }

    std::vector<ReviewItem> items(const std::string& id, ItemsShown shown = ItemsShown::Asked) {
        const auto seen = snapshot();
        AccessProjection access;
        if (!access.advance(*seen))
            qFatal("the access graph cannot be read");
        return orDie(readReviewItems(*seen, access, orDie(findReview(*seen, id)), shown)).items;
    }

    std::string told(const std::string& id, ItemsShown shown = ItemsShown::Asked) {
        std::vector<std::string> lines;
        for (const ReviewItem& item : items(id, shown))
            lines.push_back(item.grant.id.text() + ":" + std::string(reviewChangeName(item.change)));
        std::ranges::sort(lines);
        std::string text;
        for (const std::string& line : lines)
            text += line + " ";
        return text;
    }

    std::string drift(const std::string& id) {
        const auto seen = snapshot();
        const ReviewDrift drift = orDie(readDrift(*seen, orDie(findReview(*seen, id))));
        return std::to_string(drift.began) + " " + std::to_string(drift.changed) + " " + std::to_string(drift.ended);
    }

private:
    DirectoryFile m_file{{"eu"}};
    std::int64_t m_minute = 0;
};

const ReviewItem& itemOf(const std::vector<ReviewItem>& items, const char* grant) {
    const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.grant.id.text() == grant; });
    if (found == items.end())
        qFatal("no item %s", grant);
    return *found;
}

} // namespace

class TestReviewItems : public QObject {
    Q_OBJECT
private slots:

    void anItemIsAsItWasAtThePinnedPlace() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.start("spring");
        world.add("grant", "anns", encode(GrantEvent(GrantChanged{{}, std::optional<Instant>(at(90'000'000))})));
        world.add("role", "reader", encode(RoleEvent(RoleChanged{"renamed", {}, {}})));
        world.grant("later", "writer", kBea);
        const auto items = world.items("spring");
        QCOMPARE(items.size(), std::size_t(1));
        const ReviewItem& item = items[0];
        QCOMPARE(item.grant.roleKey, std::string("reader"));
        QVERIFY(!item.grant.until);
        QCOMPARE(item.grant.sequence, 1);
        QVERIFY(item.now && item.now->sequence == 2);
        QCOMPARE(item.granterId, std::string("root"));
        QCOMPARE(item.grantReason, std::string("because"));
    }

    void aScopeIsFollowedThroughTeamsAndFolders() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.grant("cems", "reader", {TeamMember::Kind::User, AggregateId("cem")}, "plan");
        world.grant("laws", "writer", kLaw, "folder");
        world.grant("over", "writer", kBea, "", at(1)); // has ended
        const auto counted = [&](Kind kind, const char* id) {
            return orDie(world.prepared({kind, AggregateId(id)})).command.items;
        };
        QCOMPARE(orDie(world.prepared({})).command.items, 3);
        QCOMPARE(counted(Kind::Role, "reader"), 2);
        QCOMPARE(counted(Kind::Team, "law"), 2);   // to Law itself, and to ann, who is in Legal, which is in Law
        QCOMPARE(counted(Kind::Team, "legal"), 1); // what Law has is Law's
        QCOMPARE(counted(Kind::Resource, "folder"), 2);
        QCOMPARE(counted(Kind::Resource, "plan"), 1);
    }

    void onlyWhatNoSignOffCoversIsAsked() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.grant("laws", "writer", kLaw);
        world.grant("beas", "reader", kBea);
        world.grant("lost", "writer", kBea);
        world.start("spring");
        QCOMPARE(world.told("spring"), std::string("anns:neverSignedOff beas:neverSignedOff laws:neverSignedOff "
                                                   "lost:neverSignedOff "));
        world.signOff("spring", {"beas"}, "lost");
        QCOMPARE(world.drift("spring"), std::string("0 0 0"));

        world.start("summer");
        QCOMPARE(world.row("summer").since.text(), std::string("spring"));
        QCOMPARE(world.told("summer"), std::string("beas:neverSignedOff ")); // left undecided is not signed off
        world.signOff("summer");

        // Legal lies in Law; that cem came into it changes who has what Law was granted.
        world.add("team", "legal", encode(TeamEvent(TeamMemberAdded{{TeamMember::Kind::User, AggregateId("cem")}})));
        world.start("autumn");
        QCOMPARE(world.told("autumn"), std::string("laws:aroundChanged "));
        QCOMPARE(world.told("autumn", ItemsShown::All),
                 std::string("anns:unchanged beas:unchanged laws:aroundChanged "));
        world.signOff("autumn");

        world.add("role", "reader", encode(RoleEvent(RolePermissionRemoved{{"docs.reader", "document", {}}})));
        world.add("grant", "laws", encode(GrantEvent(GrantChanged{{}, std::optional<Instant>(at(90'000'000))})));
        world.start("winter");
        QCOMPARE(world.told("winter"), std::string("anns:aroundChanged beas:aroundChanged laws:grantChanged "));
        QCOMPARE(itemOf(world.items("winter"), "anns").signOff->reviewName, std::string("spring"));
        QCOMPARE(itemOf(world.items("winter"), "laws").signOff->reviewName, std::string("autumn"));
    }

    void anotherScopesSignOffCoversNothing() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.start("readers", {Kind::Role, AggregateId("reader")});
        world.signOff("readers");
        QVERIFY(orDie(world.prepared({})).command.since.isEmpty());
        QCOMPARE(orDie(world.prepared({})).command.items, 1);
        const auto again = orDie(world.prepared({Kind::Role, AggregateId("reader")}));
        QCOMPARE(again.command.items, 0);
        QCOMPARE(again.inScope, 1);
        QCOMPARE(orDie(world.prepared({Kind::Role, AggregateId("reader")}, true)).command.items, 1);
    }

    void lastUseAndPeersAreTold() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.grant("beas", "reader", kBea);
        world.grant("laws", "writer", kLaw);
        world.use("ann", "plan", "docs.reader");
        world.use("bea", "plan", "docs.writer"); // by way of Legal and Law
        world.start("spring");
        world.use("bea", "plan", "docs.reader"); // after the pinned place
        const auto items = world.items("spring");
        QVERIFY(itemOf(items, "anns").lastUse && itemOf(items, "laws").lastUse);
        QVERIFY(*itemOf(items, "anns").lastUse < *itemOf(items, "laws").lastUse);
        QVERIFY(!itemOf(items, "beas").lastUse);
        QVERIFY((itemOf(items, "anns").peers == ReviewPeers{1, 1, 1}));
        QVERIFY((itemOf(items, "laws").peers == ReviewPeers{0, 0, 0}));
    }

    void driftIsCounted() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.grant("beas", "reader", kBea);
        world.grant("laws", "writer", kLaw);
        world.start("spring");
        world.signOff("spring", {}, "laws");
        QCOMPARE(world.drift("spring"), std::string("0 0 0"));
        world.grant("new", "writer", kAnn);
        world.add("grant", "anns",
                  encode(GrantEvent(GrantChanged{{}, std::optional<Instant>(Instant{4'000'000'000'000'000})})));
        world.add("grant", "beas", encode(GrantEvent(GrantRemoved{})));
        QCOMPARE(world.drift("spring"), std::string("1 1 1"));
        world.start("readers", {Kind::Role, AggregateId("reader")});
        world.grant("another", "writer", kBea);
        QCOMPARE(world.drift("readers"), std::string("0 0 0"));
    }

    void onlyWhatIsAskedCanBeDecidedOn() {
        World world;
        world.grant("anns", "reader", kAnn);
        world.start("spring");
        world.grant("later", "reader", kBea);
        const auto seen = world.snapshot();
        const ReviewRow review = world.row("spring");
        QVERIFY(reviewItemOf(*seen, review, AggregateId("anns")));
        const auto refused = reviewItemOf(*seen, review, AggregateId("later"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().get("reason"), std::string("notInReview"));
    }

    /// Another file may not have what the review is pinned to yet.
    void aPlaceThatTheFileDoesNotReachIsSaid() {
        World world;
        world.grant("anns", "reader", kAnn);
        const auto made = orDie(world.prepared({})).command;
        ReviewStarted started{"far", {}, {}, "ann", {}, made.pin, 1};
        started.pin.key.position.major += 1'000'000;
        world.add("review", "far", encode(ReviewEvent(started)));
        const auto moment = momentOf(*world.snapshot(), world.row("far"));
        QVERIFY(!moment);
        QCOMPARE(moment.error().code, ErrorCode::NotFound);
    }
};

MUNIMENT_TEST(review_items, TestReviewItems);
#include "test_review_items.moc"
