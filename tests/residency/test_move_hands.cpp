// Protects a move that two carry out: one that was thought dead, slept, or was started twice comes back at the worst
// moment, and neither loses an event nor a name by it. Writers that a fence keeps out are told whose it is.
#include "models/domain/org.h"
#include "tests/residency/move_ground.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

Q_DECLARE_METATYPE(muniment::test::GroundKind)

namespace {

struct Died {};

/// The last thing before the decision, of all that is done behind the fence.
constexpr int kBeforeDecision = 6;
constexpr int kNames = 5 * 2 + 3;

class MoveHandsTest : public QObject {
    Q_OBJECT

    MoveServers m_servers;
    std::optional<MoveGround> m_ground;
    MoveWish m_wish{{"operator", ActorId("olga")}, {}};

    /// Calls `work` before the step, when the mover comes to it for the `times`-th time.
    static MoveSettings at(MoveStep wanted, int times, std::function<void()> work) {
        MoveSettings settings;
        settings.onStep = [=](MoveStep step) mutable {
            if (step == wanted && --times == 0)
                work();
        };
        return settings;
    }

    Result<MoveReport> move(const TenantId& tenant, MoveSettings settings = {}) {
        auto source = m_ground->open(m_ground->from());
        auto target = m_ground->open(m_ground->to());
        return TenantMove(*source, *target, tenant, m_ground->from(), m_ground->to(), systemClock(),
                          std::move(settings))
            .run(m_wish, {}, {});
    }

    void moveUntil(const TenantId& tenant, MoveStep step, int times) {
        try {
            const auto moved = move(tenant, at(step, times, [] { throw Died(); }));
            QFAIL(moved ? "it did not die" : moved.error().detail.c_str());
        } catch (const Died&) {
        }
    }

    Result<Appended> write(const TenantId& tenant) {
        Append append;
        append.region = m_ground->from();
        append.tenant = tenant;
        append.aggregate = {"session", AggregateId(randomUuid().text())};
        append.events = {{"session.added", 1, R"({"os":"Linux"})", "success"}};
        append.actor = {"machine", ActorId("writer")};
        append.commandId = randomUuid();
        append.occurredAt = systemClock().now();
        return m_ground->open(m_ground->from(), "admin")->append(append);
    }

    void compareMoved(const TenantId& tenant, std::size_t events) {
        QCOMPARE(m_ground->log(m_ground->to(), tenant).size(), events);
        QVERIFY(m_ground->log(m_ground->from(), tenant).empty());
        QCOMPARE(m_ground->open(m_ground->to())->relocation().countClaims(m_ground->to(), tenant).value(), kNames);
    }

private slots:

    void initTestCase() { m_ground.emplace(GroundKind::TwoServers, m_servers.servers()); }

    void whoComesBackBehindAnothersFenceDecidesNothing() {
        const TenantId tenant = m_ground->addTenant("fences", 5, 2);
        const std::size_t before = m_ground->log(m_ground->from(), tenant).size();
        const auto first = move(tenant, at(MoveStep::CuttingOver, kBeforeDecision, [&] {
                                    // Another takes it up; writers go on, and are kept out again, when it dies.
                                    moveUntil(tenant, MoveStep::CuttingOver, 1);
                                    QVERIFY(write(tenant).has_value());
                                    moveUntil(tenant, MoveStep::CuttingOver, 2);
                                }));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!first);
        QCOMPARE(first.error().code, ErrorCode::TenantNotHere);
        QCOMPARE(first.error().get("takenUp"), std::string("true"));
        QVERIFY(move(tenant).has_value());
        compareMoved(tenant, before + 3); // started, the writer's, moved
    }

    void whoseNamesAnotherTellsAnewDecidesNothing() {
        const TenantId tenant = m_ground->addTenant("names", 5, 2);
        const std::size_t before = m_ground->log(m_ground->from(), tenant).size();
        // Another takes it up and begins with the names anew, just when the first is about to raise its fence.
        const auto first = move(tenant, at(MoveStep::CuttingOver, 1, [&] { moveUntil(tenant, MoveStep::Copying, 1); }));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!first);
        QVERIFY(move(tenant).has_value());
        compareMoved(tenant, before + 2);
    }

    void aMoveThatWasStartedTwiceIsOne() {
        const TenantId tenant = m_ground->addTenant("twice", 5, 2);
        const std::size_t before = m_ground->log(m_ground->from(), tenant).size();
        // The second carries it out to the end while the first looks away.
        const auto first = move(tenant, at(MoveStep::Verifying, 1, [&] { QVERIFY(move(tenant).has_value()); }));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!first);
        compareMoved(tenant, before + 2);
        QVERIFY(move(tenant).has_value()); // nothing is left to do
        compareMoved(tenant, before + 2);
    }

    void writersAreToldWhoKeepsThemOut() {
        const TenantId tenant = m_ground->addTenant("kept", 5, 2);
        const Instant before = systemClock().now();
        moveUntil(tenant, MoveStep::CuttingOver, 2);
        const auto refused = write(tenant);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TenantNotHere);
        QCOMPARE(refused.error().get("state"), std::string("fenced"));
        QCOMPARE(refused.error().get("movingTo"), m_ground->to().text());
        QCOMPARE(refused.error().get("by"), std::string("olga"));
        const auto since = parseInstant(refused.error().get("fencedAt"));
        QVERIFY(since && *since >= before && *since <= systemClock().now());
    }
};

} // namespace

MUNIMENT_TEST(move_hands, MoveHandsTest);
#include "test_move_hands.moc"
