#include "models/tracing/poisoned_grants.h"

#include "models/access/access_entities.h"
#include "models/access/access_rights.h"
#include "models/changes/guided_plans.h"
#include "models/commands/compensation.h"
#include "models/directory/directory.h"
#include "models/directory/entity_name.h"
#include "models/replica/sqlite.h"
#include "models/tracing/empowerment.h"

#include <algorithm>
#include <deque>
#include <set>

namespace muniment {

namespace {

constexpr int kRowsAtOnce = 500;

/// Sign-ins change nothing that a command could put back, and may be most of what a user has.
FilterNode decisions(const TenantId& tenant) {
    FilterTerm signIns;
    signIns.field = FilterField::Type;
    signIns.values = {{"user.human.password.check.*", false, true, {}}};
    return joined({termOf(FilterField::Tenant, tenant.text()), {}}, JoinAs::AndNot, signIns);
}

FilterTerm actorNamed(const AggregateId& id, const std::optional<UserRow>& user) {
    FilterTerm actor;
    actor.field = FilterField::Actor;
    actor.values.push_back({id.text(), true, false, {}});
    if (user)
        for (const auto* name : {&user->userName, &user->email})
            if (!name->empty())
                actor.values.push_back({*name, true, false, {}});
    return actor;
}

/// An account in the wrong hands from an instant on.
struct Account {
    AggregateId user;
    std::size_t depth = 0;
    Instant from;
    Instant until;
};

class Trace {
public:
    Trace(Snapshot& snapshot, const AccessProjection& projection, const Compromise& compromise, Instant now,
          const std::stop_token& stop)
        : m_snapshot(snapshot),
          m_graph(projection.graph()),
          m_entities(snapshot, projection),
          m_compromise(compromise),
          m_now(now),
          m_stop(stop),
          m_names(snapshot, compromise.asOf) {}

    Result<PoisonTrace> run() {
        const auto home = m_entities.findHome(m_compromise.tenant);
        auto user = findUser(m_snapshot, m_compromise.user.text(), m_compromise.asOf, m_compromise.tenant);
        if (!user)
            return tl::unexpected(user.error());
        m_trace.account = std::move(*user);
        if (!home)
            return failure(ErrorCode::NotFound, {}, {{"what", "org"}, {"id", m_compromise.tenant.text()}});
        m_home = *home;
        m_bound = AccessEntities::boundOf(m_graph.home(m_home), orThrow(m_snapshot.bounds(m_compromise.asOf)));
        follow({m_compromise.user, 0, m_compromise.from, m_compromise.until});
        while (!m_queue.empty()) {
            const Account account = m_queue.front();
            m_queue.pop_front();
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            if (auto traced = trace(account); !traced)
                return tl::unexpected(traced.error());
        }
        arrange();
        if (!m_compromise.asOf)
            if (auto drafted = draft(); !drafted)
                return tl::unexpected(drafted.error());
        return std::move(m_trace);
    }

private:
    template <class T>
    static T orThrow(Result<T> result) {
        if (!result)
            throw sqlite::Failure(result.error());
        return std::move(*result);
    }

    void follow(const Account& account) {
        if (m_known.size() >= kPoisonedAccounts || account.depth > kPoisonDepth) {
            m_trace.isCut = true;
            return;
        }
        if (m_known.insert(account.user).second)
            m_queue.push_back(account);
    }

    template <class Visit>
    Result<void> forRows(const FilterNode& filter, const Visit& visit) {
        const auto matches = evaluate(m_snapshot, {.filter = filter, .asOf = m_compromise.asOf, .now = m_now});
        if (!matches)
            return tl::unexpected(matches.error());
        const std::int64_t count = (*matches)->count();
        for (std::int64_t first = 0; first < count; first += kRowsAtOnce) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const auto rows = readTimeline(m_snapshot, **matches, TimelineOrder::OldestFirst, first, kRowsAtOnce);
            if (!rows)
                return tl::unexpected(rows.error());
            for (const TimelineRow& row : *rows)
                if (auto visited = visit(row); !visited)
                    return visited;
        }
        return {};
    }

    Result<void> trace(const Account& account) {
        const auto user = findUser(m_snapshot, account.user.text(), m_compromise.asOf, m_compromise.tenant);
        const FilterTerm actor = actorNamed(account.user, user ? std::optional(*user) : std::nullopt);
        const FilterNode filter = joined(decisions(m_compromise.tenant), JoinAs::And, actor);
        return forRows(filter, [&](const TimelineRow& row) -> Result<void> {
            if (row.loggedAt < account.from || row.loggedAt > account.until)
                return {};
            if (account.depth == 0)
                ++m_trace.events;
            return take(row, account);
        });
    }

    Result<void> take(const TimelineRow& row, const Account& account) {
        if (!isPossible(row.event.type))
            return {};
        auto course = courseOf(row.event);
        if (!course)
            return tl::unexpected(course.error());
        const auto empowerment = empowermentBy(row.event, *course);
        if (!empowerment)
            return {};
        PoisonedAct act{row, account.depth, named("user", account.user), {}, 0, empowerment->stands};
        const auto users = usersOf(*empowerment, row.number);
        act.empoweredCount = users.size();
        for (const SubjectIndex user : users) {
            const AggregateId id = m_entities.entityOf(user).aggregate.id;
            if (act.empowered.size() < kPeopleNamed)
                act.empowered.push_back(named("user", id));
            if (!empowerment->role)
                follow({id, account.depth + 1, row.loggedAt, m_now});
        }
        const std::size_t at = m_trace.acts.size();
        m_trace.acts.push_back(std::move(act));
        expose(at, users, row);
        noteCommand(row, *empowerment, *course);
        return {};
    }

    /// Cheap, before the whole course of the thing is read.
    static bool isPossible(const std::string& type) {
        return type.starts_with("grant.") || type == "team.member.added" || type == "role.permission.added" ||
               type == "resource.changed" || (type.starts_with("user.") && !type.ends_with(".removed"));
    }

    Result<std::vector<RecordedEvent>> courseOf(const RecordedEvent& event) {
        const FilterNode filter = joined(
            joined(decisions(event.tenant), JoinAs::And, termOf(FilterField::Subject, event.aggregate.id.text())),
            JoinAs::And, termOf(FilterField::AggregateType, event.aggregate.type));
        std::vector<RecordedEvent> course;
        auto read = forRows(filter, [&](const TimelineRow& row) -> Result<void> {
            course.push_back(row.event);
            return {};
        });
        if (!read)
            return tl::unexpected(read.error());
        std::ranges::sort(course, {}, &RecordedEvent::sequence); // the log may hold them in another order
        return course;
    }

    /// Users, with those in teams, right after the event.
    std::vector<SubjectIndex> usersOf(const Empowerment& empowerment, EventNumber number) {
        std::set<SubjectIndex> met;
        std::vector<SubjectIndex> queue;
        const auto meet = [&](SubjectIndex subject) {
            if (!subject.isNone() && met.insert(subject).second)
                queue.push_back(subject);
        };
        for (const TeamMember& member : empowerment.whom)
            meet(m_entities.findSubject(
                m_home, member.kind == TeamMember::Kind::User ? SubjectKind::User : SubjectKind::Team, member.id));
        const Bound bound = m_graph.home(m_home).boundOf(number);
        if (empowerment.role)
            forHolders(m_entities.findRole(m_home, *empowerment.role), bound, meet);
        for (std::size_t i = 0; i < queue.size(); ++i)
            m_graph.members().forEach(queue[i].value, [&](const MemberOfTeam& row) {
                if (row.span.holds(bound))
                    meet(SubjectIndex{row.member});
            });
        std::erase_if(queue, [&](SubjectIndex subject) { return m_graph.kindOf(subject) != SubjectKind::User; });
        return queue;
    }

    template <class Meet>
    void forHolders(RoleIndex role, Bound bound, const Meet& meet) {
        for (std::uint32_t place = 0; place < m_graph.resourceCount(); ++place)
            if (m_graph.homeOf(ResourceIndex{place}) == m_home)
                m_graph.grants().forEach(place, [&](const GrantOnResource& grant) {
                    if (grant.role == role.value && grant.span.holds(bound))
                        meet(SubjectIndex{grant.subject});
                });
    }

    /// What each could do right after the event and not right before it, and until when.
    void expose(std::size_t act, const std::vector<SubjectIndex>& users, const TimelineRow& row) {
        const Bound bound = m_graph.home(m_home).boundOf(row.number);
        // A period that begins later counts from then on: judged by the end of time, as far as it is known.
        AccessWalk walk(m_graph);
        for (std::size_t i = 0; i < std::min(users.size(), kPeopleNamed); ++i) {
            const Seen before{bound - 1, row.loggedAt.micros};
            const Seen after{bound, row.loggedAt.micros};
            const auto change = compareRights(m_graph, rightsOf(m_graph, walk, users[i], before), before,
                                              rightsOf(m_graph, walk, users[i], after), after);
            for (const HeldRight& held : change.gained)
                m_trace.exposures.push_back({act, named("user", m_entities.entityOf(users[i]).aggregate.id),
                                             effectOf(held), row.loggedAt, endOf(walk, users[i], held, bound)});
        }
    }

    /// When the right was gone: at the first event of the things that carried it by which nothing else covers it.
    std::optional<Instant> endOf(AccessWalk& walk, SubjectIndex user, const HeldRight& held, Bound from) {
        std::set<Bound> turns;
        const auto add = [&](const Span& span) {
            if (span.to > from && span.to <= m_bound)
                turns.insert(span.to);
        };
        add(held.grant.span);
        add(held.permission.span);
        m_graph.life(m_home).forEach(m_home.value, [&](const auto& stretch) { add(stretch.span); });
        m_graph.life(held.grant.role).forEach(held.grant.role.value, [&](const auto& stretch) { add(stretch.span); });
        walk.anyTeam(user, {from, m_now.micros}, [&](SubjectIndex at) {
            m_graph.life(at).forEach(at.value, [&](const auto& stretch) { add(stretch.span); });
            m_graph.teams().forEach(at.value, [&](const TeamOfMember& row) { add(row.span); });
            return false;
        });
        for (const Bound turn : turns) {
            const Instant at = loggedAt(turn);
            if (!covers(walk, user, held, {turn, at.micros}))
                return at;
        }
        if (held.grant.period.until <= m_now.micros && !covers(walk, user, held, {m_bound, m_now.micros}))
            return Instant{held.grant.period.until};
        return std::nullopt;
    }

    bool covers(AccessWalk& walk, SubjectIndex user, const HeldRight& held, Seen seen) {
        const auto rights = rightsOf(m_graph, walk, user, seen);
        return std::any_of(rights.begin(), rights.end(),
                           [&](const HeldRight& other) { return coversRight(m_graph, other.right, held.right, seen); });
    }

    Instant loggedAt(Bound event) { return m_snapshot.loggedAt(m_graph.home(m_home).eventAt(event)).value_or(m_now); }

    RightEffect effectOf(const HeldRight& held) {
        RightEffect effect;
        effect.isGained = true;
        effect.action = m_graph.actionName(held.right.action);
        if ((held.right.target & PermissionOfRole::kOfType) != 0)
            effect.type = m_graph.typeName(held.right.target & ~PermissionOfRole::kOfType);
        else
            effect.resource = thingOf(ResourceIndex{held.right.target});
        effect.place = thingOf(held.right.place);
        effect.role = named("role", m_entities.entityOf(held.grant.role).aggregate.id).name;
        const AccessEntity grantee = m_entities.entityOf(held.grant.subject);
        effect.grantee = named(grantee.aggregate.type, grantee.aggregate.id);
        return effect;
    }

    NamedThing thingOf(ResourceIndex resource) {
        return m_graph.isRoot(resource) ? NamedThing() : named("resource", m_entities.entityOf(resource).aggregate.id);
    }

    NamedThing named(const std::string& type, const AggregateId& id) {
        return {id, m_names.of(m_compromise.tenant, {type, id})};
    }

    void noteCommand(const TimelineRow& row, const Empowerment& empowerment, const std::vector<RecordedEvent>& course) {
        if (!empowerment.stands)
            return;
        if (empowerment.isNewUser) { // not removed: that cannot be taken back, and nobody has looked at them yet
            m_lockOut.push_back(row.event.aggregate.id);
            return;
        }
        std::vector<RecordedEvent> before;
        std::ranges::copy_if(course, std::back_inserter(before),
                             [&](const RecordedEvent& event) { return event.sequence < row.event.sequence; });
        auto back = compensationFor(row.event, before);
        if (!back)
            return;
        CommandRequest request;
        request.tenant = m_compromise.tenant;
        request.id = back->id;
        request.command = std::move(back->command);
        request.ifSequence = course.back().sequence;
        m_back.emplace_back(row.loggedAt, std::move(request));
    }

    /// Acts were found account by account.
    void arrange() {
        std::vector<std::size_t> order(m_trace.acts.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::ranges::sort(order, {}, [&](std::size_t i) { return m_trace.acts[i].row.number; });
        std::vector<std::size_t> placeOf(order.size());
        std::vector<PoisonedAct> acts;
        for (const std::size_t i : order) {
            placeOf[i] = acts.size();
            acts.push_back(std::move(m_trace.acts[i]));
        }
        m_trace.acts = std::move(acts);
        for (Exposure& exposure : m_trace.exposures)
            exposure.act = placeOf[exposure.act];
        std::ranges::stable_sort(m_trace.exposures, {}, &Exposure::act);
    }

    Result<void> draft() {
        m_lockOut.insert(m_lockOut.begin(), m_compromise.user);
        std::set<AggregateId> locked;
        RegionName region;
        const auto correlation = randomUuid();
        for (const AggregateId& id : m_lockOut) {
            const auto user = findUser(m_snapshot, id.text(), {}, m_compromise.tenant);
            if (!user || !locked.insert(id).second)
                continue;
            region = user->region;
            auto requests = lockUserOut(m_snapshot, *user, m_compromise.reason);
            if (!requests && requests.error().code != ErrorCode::Refused)
                return tl::unexpected(requests.error());
            if (requests)
                std::ranges::move(*requests, std::back_inserter(m_trace.commands));
        }
        std::ranges::stable_sort(m_back, std::ranges::greater{}, [](const auto& each) { return each.first; });
        for (auto& [at, request] : m_back) {
            const bool isOfLockedOut = std::holds_alternative<CredentialCommand>(request.command) ||
                                       std::holds_alternative<UserCommand>(request.command);
            if (isOfLockedOut && locked.contains(request.id))
                continue; // nothing is left of that
            request.region = region;
            request.reason = m_compromise.reason;
            m_trace.commands.push_back(std::move(request));
        }
        for (CommandRequest& request : m_trace.commands)
            request.correlationId = correlation;
        return {};
    }

    Snapshot& m_snapshot;
    const AccessGraph& m_graph;
    AccessEntities m_entities;
    const Compromise& m_compromise;
    Instant m_now;
    const std::stop_token& m_stop;
    HomeIndex m_home;
    Bound m_bound = 0;
    std::deque<Account> m_queue;
    std::set<AggregateId> m_known;
    EntityNamesAt m_names;
    std::vector<AggregateId> m_lockOut;
    std::vector<std::pair<Instant, CommandRequest>> m_back;
    PoisonTrace m_trace;
};

} // namespace

FilterNode doneBy(const UserRow& account, Instant from, Instant until) {
    const FilterNode own =
        joined({termOf(FilterField::Tenant, account.tenant.text()), {}}, JoinAs::And, actorNamed(account.id, account));
    return joined(joined(own, JoinAs::And, termOf(FilterField::After, formatInstant(from))), JoinAs::And,
                  termOf(FilterField::Before, formatInstant({until.micros + 1})));
}

Result<PoisonTrace> tracePoison(Snapshot& snapshot, const AccessProjection& projection, const Compromise& compromise,
                                Instant now, const std::stop_token& stop) {
    auto trace = sqlite::guarded([&] { return Trace(snapshot, projection, compromise, now, stop).run(); });
    return trace ? std::move(*trace) : tl::unexpected(trace.error());
}

} // namespace muniment
