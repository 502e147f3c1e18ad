// One region's history: who comes, what they do, when they go. Deterministic, in the order of time.
#pragma once

#include "models/simulation/access_life.h"
#include "models/simulation/event_writer.h"
#include "models/simulation/work_calendar.h"

#include <queue>

namespace muniment {

struct RegionPlan {
    RegionName region;
    std::uint64_t seed = 1;
    std::int64_t events = 0;
    int tenants = 0;
    int users = 0;
    Instant from;
    Instant to;
};

class RegionLife {
public:
    explicit RegionLife(const RegionPlan& plan);
    RegionLife(const RegionLife&) = delete;
    RegionLife& operator=(const RegionLife&) = delete;

    /// The next command of the history; false when the plan's events are told. recordedAt never goes back.
    [[nodiscard]] bool next(Occurrence& out);

    /// From here on life goes on by the clock: what history had still in hand is dropped, and ids are drawn anew.
    void goLive(std::uint64_t seed);
    /// The next command of ongoing life, as it happens at `now`; false when nobody is there to do anything.
    [[nodiscard]] bool live(Instant now, Occurrence& out);

    /// Somebody else has written to the aggregate: this is its history.
    void correct(const AggregateKey& aggregate, const std::vector<RecordedEvent>& history) {
        m_population.correct(aggregate, history);
        m_access.correct(aggregate, history);
    }

    [[nodiscard]] const Population& population() const { return m_population; }

    [[nodiscard]] const RegionName& region() const { return m_plan.region; }

private:
    enum class Step : std::uint8_t {
        TenantBorn,
        TenantRenamed,
        TenantPlanChanged,
        TenantDeactivated,
        TenantReactivated,
        TenantSetUp, ///< `count`: which step
        HumanJoins,
        MachineJoins,
        EmailVerified,
        Welcomed,
        Leaves,
        Removed,
        Returns,
        Attacked,
        LockedOut,
        Unlocked,
        SessionIdentified,
        SessionAuthenticated,
        SessionEnds,
    };

    /// Something that will happen. Equal times keep the order in which they were foreseen.
    struct Due {
        Instant at;
        std::uint64_t order = 0;
        Step step = Step::TenantBorn;
        std::uint32_t who = 0;   ///< tenant or user
        std::uint32_t count = 0; ///< attempts left, or the session's sequence
        Uuid session;

        bool operator>(const Due& other) const { return at == other.at ? order > other.order : at > other.at; }
    };

    void foreseeTenants();
    void foreseeUsers(const std::vector<double>& births);
    void foresee(Instant at, Step step, std::uint32_t who, std::uint32_t count = 0, const Uuid& session = {});
    void foreseeIn(std::int64_t fewestSeconds, std::int64_t mostSeconds, Step step, std::uint32_t who,
                   std::uint32_t count = 0, const Uuid& session = {});

    [[nodiscard]] bool perform(const Due& due, Occurrence& out);
    [[nodiscard]] bool performForTenant(const Due& due, Occurrence& out);
    [[nodiscard]] bool performForUser(const Due& due, Occurrence& out);
    [[nodiscard]] bool performForSession(const Due& due, Occurrence& out);
    [[nodiscard]] bool setUp(TenantIndex tenant, std::uint32_t step, Occurrence& out);
    [[nodiscard]] bool join(TenantIndex tenant, UserKind kind, Occurrence& out);
    [[nodiscard]] bool leave(UserIndex index, Occurrence& out);
    [[nodiscard]] bool startActivity(Occurrence& out);
    /// What `choice`, a fraction, stands for beyond the usual login; false when nobody is there to do it.
    [[nodiscard]] bool doSeldom(UserIndex index, double choice, Occurrence& out);
    void logIn(UserIndex index, Occurrence& out);
    void changeSelf(UserIndex index, Occurrence& out);
    void changeFactors(UserIndex index, Occurrence& out);
    void changeMachine(UserIndex index, Occurrence& out);
    [[nodiscard]] std::optional<UserIndex> pickActive(const std::vector<UserIndex>& people);
    void moveTo(Instant now);

    RegionPlan m_plan;
    Random m_random;
    Population m_population;
    EventWriter m_writer;
    AccessLife m_access;
    WorkCalendar m_calendar;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::vector<UserIndex> m_humans;
    std::vector<UserIndex> m_machines;
    std::uint64_t m_order = 0;
    std::int64_t m_told = 0;
    Instant m_now;
};

} // namespace muniment
