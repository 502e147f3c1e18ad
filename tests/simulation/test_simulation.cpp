// Protects: the simulated history is exact, reproducible, in order, and never contradicts itself, so that tests and
// benchmarks on it mean something.
#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/domain/grant.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/simulation/simulation.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <map>
#include <set>

using namespace muniment;

namespace {

constexpr Instant kFrom{1'709'164'800'000'000}; // 2024-02-29
constexpr Instant kTo{1'709'164'800'000'000 + 730 * kMicrosPerDay};

SimulationPlan planOf(std::int64_t events, std::uint64_t seed = 7) {
    SimulationPlan plan;
    plan.seed = seed;
    plan.events = events;
    plan.regions = {RegionName("eu-west-1"), RegionName("us-east-1"), RegionName("ap-southeast-1")};
    plan.from = kFrom;
    plan.to = kTo;
    return plan;
}

struct Told {
    RegionName region;
    Occurrence occurrence;
};

std::vector<Told> tell(const SimulationPlan& plan) {
    Simulation simulation(plan);
    std::vector<Told> all;
    Told told;
    while (simulation.next(told.occurrence, told.region))
        all.push_back(told);
    return all;
}

std::vector<RecordedEvent> eventsOf(const std::vector<Told>& all) {
    std::vector<RecordedEvent> events;
    for (const auto& told : all)
        events.insert(events.end(), told.occurrence.events.begin(), told.occurrence.events.end());
    return events;
}

/// The command that would have led to the event; the decider must answer with exactly this event.
std::optional<UserCommand> commandFor(const UserEvent& event) {
    if (const auto* human = std::get_if<HumanAdded>(&event))
        return AddHuman{human->userName,    human->firstName, human->lastName,
                        human->displayName, human->email,     human->phone};
    if (const auto* machine = std::get_if<MachineAdded>(&event))
        return AddMachine{machine->userName, machine->name, machine->description};
    if (const auto* name = std::get_if<UserNameChanged>(&event))
        return ChangeUserName{name->userName};
    if (const auto* profile = std::get_if<HumanProfileChanged>(&event))
        return ChangeProfile{profile->firstName, profile->lastName, profile->displayName};
    if (const auto* email = std::get_if<HumanEmailChanged>(&event))
        return ChangeEmail{email->email};
    if (std::holds_alternative<UserLocked>(event))
        return LockUser{};
    if (std::holds_alternative<UserUnlocked>(event))
        return UnlockUser{};
    if (std::holds_alternative<UserDeactivated>(event))
        return DeactivateUser{};
    if (std::holds_alternative<UserReactivated>(event))
        return ReactivateUser{};
    return std::nullopt;
}

QByteArray described(const RecordedEvent& event) {
    return QByteArray::fromStdString(event.type + " #" + std::to_string(event.sequence) + " of " +
                                     event.aggregate.id.text() + " " + event.payload.value_or("-"));
}

} // namespace

class SimulationTest : public QObject {
    Q_OBJECT

private slots:

    void theSamePlanTellsTheSameHistory() {
        QVERIFY(eventsOf(tell(planOf(5'000))) == eventsOf(tell(planOf(5'000))));
        QVERIFY(eventsOf(tell(planOf(5'000))) != eventsOf(tell(planOf(5'000, 8))));
    }

    void tellsExactlySoManyEvents_data() {
        QTest::addColumn<qint64>("events");
        for (const qint64 events : {1, 2, 3, 7, 30, 1'000, 20'001})
            QTest::addRow("%lld", static_cast<long long>(events)) << events;
    }

    void tellsExactlySoManyEvents() {
        QFETCH(qint64, events);
        const auto told = eventsOf(tell(planOf(events)));
        QCOMPARE(std::ssize(told), std::ptrdiff_t{events});
    }

    void timeNeverGoesBackAndStaysInside() {
        Instant last = kFrom;
        for (const auto& event : eventsOf(tell(planOf(20'000)))) {
            QVERIFY2(event.recordedAt >= last, described(event));
            QVERIFY2(event.occurredAt <= event.recordedAt, described(event));
            last = event.recordedAt;
        }
        QVERIFY(last <= kTo);
        QVERIFY2(last - kFrom > 720 * kMicrosPerDay, "history ends early");
    }

    void sequencesCountFromOneWithoutHoles() {
        std::map<AggregateKey, std::int64_t> sequences;
        std::set<Uuid> ids;
        for (const auto& event : eventsOf(tell(planOf(30'000)))) {
            QCOMPARE(event.sequence, ++sequences[event.aggregate]);
            QVERIFY(ids.insert(event.eventId).second);
            QCOMPARE(event.salt.size(), std::size_t{16});
        }
    }

    void everyPayloadIsCanonicalAndInTheCatalogue() {
        std::int64_t bytes = 0;
        const auto events = eventsOf(tell(planOf(30'000)));
        for (const auto& event : events) {
            const auto* entry = EventCatalogue::instance().find(event.type);
            QVERIFY2(entry != nullptr, described(event));
            QCOMPARE(entry->aggregate, event.aggregate.type);
            if (!event.payload)
                continue;
            bytes += std::ssize(*event.payload);
            QVERIFY2(checkCanonical(*event.payload) == PayloadFault::None, described(event));
            const auto members = readMembers(*event.payload);
            for (const auto& member : *members) {
                const bool isKnown = std::any_of(entry->fields.begin(), entry->fields.end(),
                                                 [&](const auto& field) { return field.name == member.key; });
                QVERIFY2(isKnown, described(event));
            }
        }
        const auto mean = bytes / std::ssize(events);
        QVERIFY2(mean > 140 && mean < 200, QByteArray::number(static_cast<qlonglong>(mean)));
    }

    void everyUserEventIsWhatTheDeciderWouldSay() {
        std::map<AggregateId, UserState> states;
        std::map<std::string, int> seen;
        for (const auto& event : eventsOf(tell(planOf(60'000)))) {
            const auto decoded = decodeUserEvent(event.type, event.payload);
            if (!decoded)
                continue;
            ++seen[event.type];
            UserState& state = states[event.aggregate.id];
            QVERIFY2(state.lifecycle != UserLifecycle::Removed, described(event));
            if (const auto command = commandFor(*decoded)) {
                const auto decision = decide(state, *command);
                QVERIFY2(decision.has_value(), described(event));
                QVERIFY2(*decision == std::vector<UserEvent>{*decoded}, described(event));
            }
            state = evolve(std::move(state), *decoded);
        }
        for (const char* type : {"user.human.added", "user.machine.added", "user.locked", "user.unlocked",
                                 "user.deactivated", "user.reactivated", "user.removed", "user.human.email.changed",
                                 "user.human.profile.changed", "user.username.changed"})
            QVERIFY2(seen[type] > 0, type);
    }

    void everyOrganizationEventFollowsFromTheOneBefore() {
        std::map<AggregateId, OrgState> states;
        for (const auto& event : eventsOf(tell(planOf(60'000)))) {
            const auto decoded = decodeOrgEvent(event.type, event.payload);
            if (!decoded)
                continue;
            OrgState& state = states[event.aggregate.id];
            std::optional<OrgCommand> command;
            if (const auto* renamed = std::get_if<OrgRenamed>(&*decoded))
                command = RenameOrg{renamed->name};
            else if (const auto* plan = std::get_if<OrgPlanChanged>(&*decoded))
                command = ChangeOrgPlan{plan->plan};
            else if (std::holds_alternative<OrgDeactivated>(*decoded))
                command = DeactivateOrg{};
            else if (std::holds_alternative<OrgReactivated>(*decoded))
                command = ReactivateOrg{};
            if (command)
                QVERIFY2(decide(state, *command).has_value(), described(event));
            state = evolve(std::move(state), *decoded);
        }
        QVERIFY(states.size() > 100);
    }

    void accessIsWhatTheDecidersWouldSay() {
        std::map<AggregateId, TeamState> teams;
        std::map<AggregateId, RoleState> roles;
        std::map<AggregateId, ResourceState> resources;
        std::map<AggregateId, GrantState> grants;
        std::map<std::string, int> seen;
        std::size_t ofAccess = 0;
        const auto events = eventsOf(tell(planOf(100'000)));
        for (const auto& event : events) {
            const std::string& type = event.aggregate.type;
            if (type != "team" && type != "role" && type != "resource" && type != "grant")
                continue;
            ++ofAccess;
            ++seen[event.type];
            const AggregateId& id = event.aggregate.id;
            if (const auto team = decodeTeamEvent(event.type, event.payload)) {
                if (const auto* added = std::get_if<TeamMemberAdded>(&*team))
                    QVERIFY2(decide(teams[id], AddTeamMember{added->member}, {true, false}).has_value(),
                             described(event));
                teams[id] = evolve(teams[id], *team);
            } else if (const auto role = decodeRoleEvent(event.type, event.payload)) {
                if (const auto* added = std::get_if<RolePermissionAdded>(&*role)) {
                    const auto decision = decide(roles[id], AddPermission{added->permission}, {true});
                    QVERIFY2(decision.has_value(), described(event));
                    QVERIFY(added->permission.resource.isEmpty() || resources.contains(added->permission.resource));
                }
                roles[id] = evolve(roles[id], *role);
            } else if (const auto resource = decodeResourceEvent(event.type, event.payload)) {
                const auto& added = std::get<ResourceAdded>(*resource);
                QVERIFY2(added.parent.isEmpty() || resources.contains(added.parent), described(event));
                resources[id] = evolve(resources[id], *resource);
            } else {
                const auto grant = decodeGrantEvent(event.type, event.payload);
                QVERIFY2(grant.has_value(), described(event));
                if (const auto* added = std::get_if<GrantAdded>(&*grant))
                    QVERIFY2(roles.contains(added->role) &&
                                 (added->resource.isEmpty() || resources.contains(added->resource)),
                             described(event));
                else
                    QVERIFY2(grants[id].lifecycle == GrantLifecycle::Active, described(event));
                grants[id] = evolve(grants[id], *grant);
            }
        }
        for (const char* type : {"team.added", "team.member.added", "role.added", "role.permission.added",
                                 "resource.added", "grant.added", "grant.removed"})
            QVERIFY2(seen[type] > 0, type);
        QVERIFY2(ofAccess * 100 < events.size() * 5 && ofAccess * 100 > events.size(),
                 QByteArray::number(static_cast<qulonglong>(ofAccess)));
    }

    void namesAreUniqueInATenant() {
        std::map<std::tuple<TenantId, std::string, std::string>, AggregateId> owners;
        for (const auto& told : tell(planOf(60'000))) {
            const auto& event = told.occurrence.events.front();
            for (const auto& change : told.occurrence.claims) {
                const std::tuple key(event.tenant, change.claim, change.value);
                if (change.kind == ClaimChange::Kind::Release)
                    QCOMPARE(owners.erase(key), std::size_t{1});
                else
                    QVERIFY2(owners.emplace(key, event.aggregate.id).second, described(event));
            }
        }
    }

    void tenantsStandAsTheirHistoryLeavesThem() {
        const auto plan = planOf(40'000);
        std::map<AggregateId, std::vector<RecordedEvent>> histories;
        for (const auto& event : eventsOf(tell(plan))) {
            if (event.aggregate.type == "org")
                histories[event.aggregate.id].push_back(event);
        }
        std::size_t tenants = 0;
        std::set<std::pair<std::string, std::string>> names;
        const Simulation simulation(plan);
        for (const auto& region : plan.regions) {
            for (const auto& home : simulation.tenantsOf(region)) {
                const OrgState state = foldOrg(histories.at(AggregateId(home.tenant.text())));
                QCOMPARE(home.name, state.name);
                QCOMPARE(home.plan, state.plan);
                QCOMPARE(region.text(), state.region);
                QVERIFY(names.emplace(region.text(), home.name).second);
                ++tenants;
            }
        }
        QCOMPARE(tenants, histories.size());
    }

    void nightsAndWeekendsAreQuiet() {
        std::int64_t office = 0;
        std::int64_t weekend = 0;
        std::int64_t all = 0;
        for (const auto& told : tell(planOf(40'000))) {
            if (told.region.text() != "eu-west-1")
                continue;
            const std::int64_t local = told.occurrence.events.front().recordedAt.micros + 3600 * kMicrosPerSecond;
            const std::int64_t day = (local / kMicrosPerDay + 4) % 7;
            const std::int64_t hour = local % kMicrosPerDay / (3600 * kMicrosPerSecond);
            weekend += day == 0 || day == 6 ? 1 : 0;
            office += day >= 1 && day <= 5 && hour >= 8 && hour < 18 ? 1 : 0;
            ++all;
        }
        QVERIFY(all > 0);
        QVERIFY2(office * 100 > all * 60, qPrintable(QStringLiteral("%1 of %2").arg(office).arg(all)));
        QVERIFY2(weekend * 100 < all * 12, qPrintable(QStringLiteral("%1 of %2").arg(weekend).arg(all)));
    }
};

MUNIMENT_TEST(simulation, SimulationTest);
#include "test_simulation.moc"
