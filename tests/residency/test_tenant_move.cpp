// Protects the move of a tenant: nothing lost, nothing twice, whoever writes meanwhile and wherever the mover dies; the
// same between two servers, inside one, and in an embedded store.
#include "models/commands/claims.h"
#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/eventstore/log_digest.h"
#include "tests/residency/move_ground.h"
#include "tests/support/plain_sql.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace muniment;
using namespace muniment::test;

Q_DECLARE_METATYPE(muniment::test::GroundKind)

namespace {

struct Died {};

QString told(const Error& error) {
    QString text = QString::fromStdString(std::string(errorCodeName(error.code)) + " " + error.detail);
    for (const auto& [key, value] : error.context)
        text += QString::fromStdString(" " + key + "=" + value);
    return text;
}

std::string stateOf(const Result<std::optional<TenantPlace>>& place) {
    return !place ? "error" : !*place ? "none" : (*place)->home.state;
}

/// One line an event: what per-aggregate order and epochs are.
QString findDisorder(const std::vector<RecordedEvent>& log) {
    std::map<AggregateKey, std::int64_t> sequences;
    std::set<std::string> ids;
    std::int32_t epoch = 0;
    for (const RecordedEvent& event : log) {
        if (++sequences[event.aggregate] != event.sequence)
            return QString::fromStdString(event.aggregate.type + "/" + event.aggregate.id.text() + " has " +
                                          std::to_string(event.sequence) + " where " +
                                          std::to_string(sequences[event.aggregate]) + " was due");
        if (!ids.insert(event.eventId.text()).second)
            return QString::fromStdString("twice: " + event.eventId.text());
        if (event.epoch < epoch)
            return QStringLiteral("an earlier epoch after a later one");
        epoch = event.epoch;
    }
    return {};
}

class TenantMoveTest : public QObject {
    Q_OBJECT

    MoveServers m_servers;
    std::map<GroundKind, std::unique_ptr<MoveGround>> m_grounds;
    const MoveWish m_wish{{"operator", ActorId("olga")}, "data residency"};

    MoveGround& ground(GroundKind kind) {
        auto& known = m_grounds[kind];
        if (!known)
            known = std::make_unique<MoveGround>(kind, m_servers.servers());
        return *known;
    }

    struct Mover {
        Mover(MoveGround& ground, const TenantId& tenant, MoveSettings settings = {}, bool isBack = false)
            : source(ground.open(isBack ? ground.to() : ground.from())),
              target(ground.open(isBack ? ground.from() : ground.to())),
              move(*source, *target, tenant, isBack ? ground.to() : ground.from(), isBack ? ground.from() : ground.to(),
                   systemClock(), std::move(settings)) {}

        std::unique_ptr<EventStore> source;
        std::unique_ptr<EventStore> target;
        TenantMove move;
    };

    void compareMoved(MoveGround& ground, const TenantId& tenant, const std::vector<RecordedEvent>& before,
                      const MoveReport& report) {
        const auto after = ground.log(ground.to(), tenant);
        QCOMPARE(after.size(), before.size() + 2); // move.started, moved
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2(after[i] == before[i], after[i].eventId.text().c_str());
        QCOMPARE(findDisorder(after), QString());
        const auto moved = decodeOrgEvent(after.back().type, after.back().payload);
        QVERIFY(moved && std::holds_alternative<OrgMoved>(*moved));
        const auto& facts = std::get<OrgMoved>(*moved);
        LogDigest digest;
        digest.add(std::span(after).first(after.size() - 1));
        QCOMPARE(facts.events, digest.events());
        QCOMPARE(facts.digest, digest.hex());
        QCOMPARE(facts.epoch, 2);
        QCOMPARE(after.back().epoch, 2);
        QCOMPARE(facts.to, ground.to().text());
        QCOMPARE(report.record.digest, facts.digest);
        QVERIFY(ground.log(ground.from(), tenant).empty());
    }

    static void grounds() {
        QTest::addColumn<GroundKind>("kind");
        QTest::newRow("two servers") << GroundKind::TwoServers;
        QTest::newRow("one server") << GroundKind::OneServer;
        QTest::newRow("embedded") << GroundKind::Embedded;
    }

private slots:

    void everythingArrivesAsItWas_data() { grounds(); }

    void everythingArrivesAsItWas() {
        QFETCH(GroundKind, kind);
        MoveGround& place = ground(kind);
        const TenantId tenant = place.addTenant("acme" + std::to_string(static_cast<int>(kind)), 40, 50);
        if (kind != GroundKind::Embedded) { // what a service may write: a whole network, and no payload
            PlainSql service(place.endpoint(place.from(), "postgres"));
            QVERIFY(
                service.run("UPDATE muniment.events SET source_ip = '10.1.0.0/16', payload = NULL WHERE tenant_id = '" +
                            tenant.text() + "' AND aggregate_type = 'resource'"));
        }
        const auto before = place.log(place.from(), tenant);
        Mover mover(place, tenant);
        const auto checked = mover.move.preflight();
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(told(checked.error())));
        QVERIFY2(checked->obstacles.empty(),
                 checked->obstacles.empty() ? "" : moveObstacleName(checked->obstacles.front()).data());
        QCOMPARE(checked->events, std::ssize(before));
        QCOMPARE(checked->isSameDatabase, kind != GroundKind::TwoServers);
        const std::int64_t names = checked->names;
        QCOMPARE(names, 40 * 2 + 3); // names and grants; domain, role, team
        const auto moved = mover.move.run(m_wish, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : qPrintable(told(moved.error())));
        compareMoved(place, tenant, before, *moved);
        Relocation& source = mover.source->relocation();
        Relocation& target = mover.target->relocation();
        QCOMPARE(stateOf(source.place(place.from(), tenant)), std::string("moved"));
        QCOMPARE(stateOf(target.place(place.to(), tenant)), std::string("active"));
        QCOMPARE(target.countClaims(place.to(), tenant).value(), names);
        QCOMPARE(source.countClaims(place.from(), tenant).value(), 0);
        QVERIFY(source.place(place.from(), tenant).value()->move->isCleaned);
    }

    void writersAreSentOnAndNamesStayTaken_data() { grounds(); }

    void writersAreSentOnAndNamesStayTaken() {
        QFETCH(GroundKind, kind);
        MoveGround& place = ground(kind);
        const TenantId tenant = place.addTenant("names" + std::to_string(static_cast<int>(kind)), 12, 1);
        Mover mover(place, tenant);
        QVERIFY(mover.move.run(m_wish, {}, {}).has_value());
        Append append;
        append.region = place.from();
        append.tenant = tenant;
        append.aggregate = {"user", AggregateId(randomUuid().text())};
        append.events = {encode(UserEvent(HumanAdded{"names" + std::to_string(static_cast<int>(kind)) + "-user-3", "a",
                                                     "b", "", "", "", false}),
                                {})};
        append.claims = {{ClaimChange::Kind::Take, std::string(kUserNameClaim),
                          "names" + std::to_string(static_cast<int>(kind)) + "-user-3"}};
        append.actor = {"operator", ActorId("olga")};
        append.commandId = randomUuid();
        append.occurredAt = systemClock().now();
        auto writer = place.open(place.from(), "admin");
        auto refused = writer->append(append);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TenantNotHere);
        QCOMPARE(refused.error().get("movedTo"), place.to().text());
        writer = place.open(place.to(), "admin");
        append.region = place.to();
        append.epoch = 2;
        refused = writer->append(append);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NameTaken);
        append.claims.front().value = "names" + std::to_string(static_cast<int>(kind)) + "-user-9"; // was renamed: free
        append.commandId = randomUuid();
        const auto written = writer->append(append);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(told(written.error())));
        // The name of the organization is free where it was, and taken where it is.
        QCOMPARE(place.open(place.from())->relocation().place(place.from(), tenant).value()->home.name, tenant.text());
    }

    void aMoverThatDiesAnywhereIsFollowedByAnother_data() { grounds(); }

    void aMoverThatDiesAnywhereIsFollowedByAnother() {
        QFETCH(GroundKind, kind);
        MoveGround& place = ground(kind);
        bool hasFinished = false;
        int deaths = 0;
        for (int dieAt = 1; !hasFinished; ++dieAt) {
            const bool isCancelled = dieAt % 2 == 0;
            const TenantId tenant =
                place.addTenant("death" + std::to_string(static_cast<int>(kind)) + "-" + std::to_string(dieAt), 6, 4);
            const auto before = place.log(place.from(), tenant);
            MoveSettings settings;
            settings.pageEvents = 11;
            settings.removedAtOnce = 13;
            settings.closeBehind = 1;
            settings.onStep = [steps = 0, dieAt](MoveStep) mutable {
                if (++steps == dieAt)
                    throw Died();
            };
            try {
                Mover first(place, tenant, settings);
                const auto moved = first.move.run(m_wish, {}, {});
                QVERIFY2(moved.has_value(), moved ? "" : qPrintable(told(moved.error())));
                hasFinished = true;
            } catch (const Died&) {
                ++deaths;
            }
            settings.onStep = {};
            Mover second(place, tenant, settings);
            const std::string state = stateOf(second.source->relocation().place(place.from(), tenant));
            if (isCancelled && state != "moved") {
                const auto cancelled = second.move.cancel(m_wish, {}, {});
                QVERIFY2(cancelled.has_value(), cancelled ? "" : qPrintable(told(cancelled.error())));
                QVERIFY(place.log(place.to(), tenant).empty());
                const auto stayed = place.log(place.from(), tenant);
                QVERIFY(stayed.size() >= before.size() && stayed.size() <= before.size() + 2);
                QVERIFY(std::equal(before.begin(), before.end(), stayed.begin()));
                QCOMPARE(stateOf(second.source->relocation().place(place.from(), tenant)), std::string("active"));
                QCOMPARE(second.target->relocation().countClaims(place.to(), tenant).value(), 0);
            }
            const auto finished = second.move.run(m_wish, {}, {});
            QVERIFY2(finished.has_value(), qPrintable(QStringLiteral("died at %1: ").arg(dieAt) +
                                                      (finished ? QString() : told(finished.error()))));
            const auto after = place.log(place.to(), tenant);
            QCOMPARE(findDisorder(after), QString());
            QVERIFY(after.size() >= before.size() + 2);
            QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
            QVERIFY(place.log(place.from(), tenant).empty());
            QCOMPARE(second.target->relocation().countClaims(place.to(), tenant).value(), 6 * 2 + 3);
        }
        qInfo("%d deaths", deaths);
        QVERIFY(deaths >= (kind == GroundKind::Embedded ? 5 : 12));
    }

    void thereAndBackAgain_data() { grounds(); }

    void thereAndBackAgain() {
        QFETCH(GroundKind, kind);
        MoveGround& place = ground(kind);
        const TenantId tenant = place.addTenant("back" + std::to_string(static_cast<int>(kind)), 5, 3);
        const auto before = place.log(place.from(), tenant);
        QVERIFY(Mover(place, tenant).move.run(m_wish, {}, {}).has_value());
        const auto back = Mover(place, tenant, {}, true).move.run(m_wish, {}, {});
        QVERIFY2(back.has_value(), back ? "" : qPrintable(told(back.error())));
        const auto after = place.log(place.from(), tenant);
        QCOMPARE(after.size(), before.size() + 4);
        QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
        QCOMPARE(findDisorder(after), QString());
        QCOMPARE(after.back().epoch, 3);
        QVERIFY(place.log(place.to(), tenant).empty());
    }

    void whatIsInTheWayIsSaidBefore() {
        MoveGround& place = ground(GroundKind::TwoServers);
        const TenantId tenant = place.addTenant("way", 2, 1);
        const auto obstacles = [](TenantMove& move) {
            QStringList names;
            const auto checked = move.preflight();
            if (!checked)
                return QStringList{told(checked.error())};
            for (const MoveObstacle obstacle : checked->obstacles)
                names << QString::fromUtf8(moveObstacleName(obstacle).data());
            return names;
        };
        auto source = place.open(place.from(), "admin");
        auto target = place.open(place.to(), "auditor");
        TenantMove asAdmin(*source, *target, tenant, place.from(), place.to());
        QCOMPARE(obstacles(asAdmin), QStringList({QStringLiteral("sourceRights"), QStringLiteral("targetRights")}));
        const auto refused = asAdmin.run(m_wish, {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().get("reason"), std::string("sourceRights"));
        Mover stranger(place, TenantId("nobody"));
        QCOMPARE(obstacles(stranger.move), QStringList({QStringLiteral("unknownTenant")}));
        QVERIFY(place.open(place.from())->relocation().place(place.from(), tenant).value()->home.state == "active");
    }

    void namesOfAnotherServiceAreInTheWay() {
        MoveGround& place = ground(GroundKind::TwoServers);
        const TenantId tenant = place.addTenant("foreign", 2, 1);
        PlainSql service(place.endpoint(place.from(), "postgres"));
        QVERIFY(service.run("INSERT INTO muniment.claims VALUES ('" + place.from().text() + "', '" + tenant.text() +
                            "', 'badge', sha256('x'), 'somebody')"));
        Mover mover(place, tenant);
        const auto refused = mover.move.run(m_wish, {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().get("reason"), std::string("unknownNames"));
    }

    void aDifferenceBringsWritersBack() {
        MoveGround& place = ground(GroundKind::TwoServers);
        const TenantId tenant = place.addTenant("differs", 4, 4);
        MoveSettings settings;
        PlainSql tamper(place.endpoint(place.to(), "postgres"));
        settings.onStep = [&](MoveStep step) {
            if (step == MoveStep::Verifying)
                QVERIFY(tamper.run("UPDATE muniment.events SET payload = '\\x7b7d' WHERE tenant_id = '" +
                                   tenant.text() + "' AND aggregate_type = 'role'"));
        };
        Mover mover(place, tenant, settings);
        const auto refused = mover.move.run(m_wish, {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().get("why"), std::string("digest"));
        QCOMPARE(stateOf(mover.source->relocation().place(place.from(), tenant)), std::string("moving"));
        QVERIFY(Mover(place, tenant).move.cancel(m_wish, {}, {}).has_value());
        QVERIFY(place.log(place.to(), tenant).empty());
    }

    void nothingIsLostWhileEverybodyWrites_data() { grounds(); }

    void nothingIsLostWhileEverybodyWrites() {
        QFETCH(GroundKind, kind);
        MoveGround& place = ground(kind);
        const TenantId tenant = place.addTenant("busy" + std::to_string(static_cast<int>(kind)), 30, 60);
        FollowingWriters writers(place, tenant, kind == GroundKind::Embedded ? 3 : 8);
        QTRY_VERIFY(writers.written() > 40);
        MoveSettings settings;
        settings.pageEvents = 500;
        Mover mover(place, tenant, settings);
        const auto moved = mover.move.run(m_wish, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : qPrintable(told(moved.error())));
        const int atTheEnd = writers.written();
        QTRY_VERIFY(writers.written() > atTheEnd + 40);
        writers.stop();
        const auto after = place.log(place.to(), tenant);
        QCOMPARE(findDisorder(after), QString());
        std::map<std::string, int> found;
        for (const RecordedEvent& event : after)
            if (event.type == "session.user.checked")
                ++found[event.commandId->text()];
        QCOMPARE(found.size(), writers.acknowledged().size());
        QVERIFY(found == writers.acknowledged());
        QVERIFY(place.log(place.from(), tenant).empty());
        qInfo("%d written, %d refused, fence %lld us, longest append %lld us", writers.written(), writers.refusals(),
              static_cast<long long>(moved->fence.count()), static_cast<long long>(writers.longest().count()));
    }
};

} // namespace

MUNIMENT_TEST(tenant_move, TenantMoveTest);
#include "test_tenant_move.moc"
