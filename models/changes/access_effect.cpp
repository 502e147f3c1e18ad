#include "models/changes/access_effect.h"

#include "models/access/access_impact.h"
#include "models/directory/directory.h"
#include "models/directory/entity_name.h"
#include "models/directory/list_pages.h"
#include "models/domain/payload_fields.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

/// A rule as the directory or a draft has it.
struct Rule {
    NamedThing thing;
    Permission first, second;
    bool isDrafted = false;
};

class Evaluation {
public:
    Evaluation(Snapshot& snapshot, const AccessProjection& projection, Instant at, const std::stop_token& stop)
        : m_snapshot(snapshot),
          m_scratch(snapshot, projection),
          m_at(at),
          m_stop(stop),
          m_names(snapshot, std::nullopt) {}

    void add(const CommandRequest& request, const CommandResult& result) {
        addAll(request, result.tenant, {std::string(aggregateTypeOf(request.command)), result.id}, result.events);
        for (const FollowingEvents& following : result.following)
            addAll(request, result.tenant, following.aggregate, following.events);
    }

    Result<AccessEffect> run() {
        AccessEffect effect;
        for (const TenantId& tenant : m_tenants) {
            auto of = evaluate(tenant);
            if (!of)
                return tl::unexpected(of.error());
            if (!of->isEmpty())
                effect.tenants.push_back(std::move(*of));
        }
        return effect;
    }

private:
    void addAll(const CommandRequest& request, const TenantId& tenant, const AggregateKey& aggregate,
                const std::vector<NewEvent>& events) {
        if (std::find(m_tenants.begin(), m_tenants.end(), tenant) == m_tenants.end())
            m_tenants.push_back(tenant);
        for (const NewEvent& event : events) {
            m_scratch.add({tenant, request.region, aggregate, event});
            noteName(tenant, aggregate, event);
            noteRule(tenant, aggregate, event);
        }
    }

    /// What is only drafted is called as its event says.
    void noteName(const TenantId& tenant, const AggregateKey& aggregate, const NewEvent& event) {
        if (!event.type.ends_with("added") || event.type == "team.member.added")
            return;
        const PayloadFields fields(event.payload);
        for (const char* member : {"key", "userName", "name"})
            if (const auto name = fields.text(member); name && !name->empty()) {
                m_names.set(tenant, aggregate, *name);
                return;
            }
    }

    void noteRule(const TenantId& tenant, const AggregateKey& aggregate, const NewEvent& event) {
        const auto fact = decodeSeparationEvent(event.type, event.payload);
        if (!fact)
            return;
        if (const auto* added = std::get_if<SeparationAdded>(&*fact))
            m_drafted[tenant].push_back({{aggregate.id, added->name}, added->first, added->second, true});
        else
            m_dropped.insert({tenant, aggregate.id});
    }

    Result<TenantEffect> evaluate(const TenantId& tenant) {
        TenantEffect effect;
        effect.tenant = tenant;
        const auto home = m_scratch.findHome(tenant);
        if (!home)
            return effect;
        effect.name = m_names.of(tenant, {"org", AggregateId(tenant.text())});
        auto rules = rulesOf(tenant);
        if (!rules)
            return tl::unexpected(rules.error());
        std::vector<SeparatedDuties> duties;
        for (const Rule& rule : *rules)
            duties.push_back({dutyOf(*home, rule.first), dutyOf(*home, rule.second)});
        const auto impact = impactOn(m_scratch, *home, duties, m_at, m_stop);
        if (!impact)
            return failure(ErrorCode::Cancelled);
        tell(tenant, *impact, effect);
        for (const NewBreach& breach : impact->breaches)
            addBroken(tenant, (*rules)[breach.rule], breach.breach.user, effect);
        for (std::size_t i = 0; i < rules->size(); ++i)
            if ((*rules)[i].isDrafted) // everybody who breaks it once it stands
                for (const Breach& breach :
                     findBreaches(m_scratch.graph(), *home, duties[i], m_scratch.after(*home, m_at), m_stop))
                    addBroken(tenant, (*rules)[i], breach.user, effect);
        return effect;
    }

    void addBroken(const TenantId& tenant, const Rule& rule, SubjectIndex user, TenantEffect& effect) {
        BrokenRule broken{rule.thing, thingOf(tenant, user)};
        if (std::find(effect.broken.begin(), effect.broken.end(), broken) == effect.broken.end())
            effect.broken.push_back(std::move(broken));
    }

    Result<std::vector<Rule>> rulesOf(const TenantId& tenant) {
        std::vector<Rule> rules = m_drafted[tenant];
        SeparationQuery query;
        query.tenant = tenant;
        query.lifecycle = SeparationState::Lifecycle::Active;
        ListPages<SeparationRow, SeparationQuery> pages(m_snapshot, listSeparations, query);
        for (;;) {
            const auto rows = pages.next();
            if (!rows)
                return tl::unexpected(rows.error());
            if (rows->empty())
                return rules;
            for (const SeparationRow& row : *rows)
                if (!m_dropped.contains({tenant, row.id}))
                    rules.push_back({{row.id, row.name}, row.first, row.second, false});
        }
    }

    Duty dutyOf(HomeIndex home, const Permission& permission) {
        if (permission.resource.isEmpty())
            return {permission.action, permission.resourceType, {}};
        return {permission.action, {}, m_scratch.findResource(home, permission.resource)};
    }

    void tell(const TenantId& tenant, const HomeImpact& impact, TenantEffect& effect) {
        effect.losesLastAdmin = impact.losesLastAdmin();
        effect.isCut = impact.isMovedCut;

        struct Counted {
            std::size_t gained = 0, lost = 0;
            const RightsChange* change = nullptr;
            std::vector<const ReachChange*> moved;
        };

        std::map<SubjectIndex, Counted> people;
        for (const SubjectChange& change : impact.users)
            people[change.subject] = {change.change.gained.size(), change.change.lost.size(), &change.change, {}};
        for (const ReachChange& change : impact.moved) {
            Counted& person = people[change.user];
            ++(change.isGained ? person.gained : person.lost);
            person.moved.push_back(&change);
        }
        std::vector<std::pair<SubjectIndex, const Counted*>> order;
        for (const auto& [user, person] : people) {
            effect.gainers += person.gained > 0 ? 1 : 0;
            effect.losers += person.lost > 0 ? 1 : 0;
            effect.gained += person.gained;
            effect.lost += person.lost;
            order.emplace_back(user, &person);
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
            return a.second->gained + a.second->lost > b.second->gained + b.second->lost;
        });
        order.resize(std::min(order.size(), kPeopleNamed));
        for (const auto& [user, person] : order) {
            PersonEffect told{thingOf(tenant, user), {}};
            if (person->change != nullptr) {
                for (const HeldRight& held : person->change->gained)
                    told.rights.push_back(effectOf(tenant, held, true));
                for (const HeldRight& held : person->change->lost)
                    told.rights.push_back(effectOf(tenant, held, false));
            }
            for (const ReachChange* change : person->moved)
                told.rights.push_back({change->isGained,
                                       m_scratch.graph().actionName(change->action),
                                       {},
                                       thingOf(tenant, change->resource),
                                       {},
                                       {},
                                       {}});
            effect.people.push_back(std::move(told));
        }
    }

    RightEffect effectOf(const TenantId& tenant, const HeldRight& held, bool isGained) {
        const AccessGraph& graph = m_scratch.graph();
        RightEffect effect;
        effect.isGained = isGained;
        effect.action = graph.actionName(held.right.action);
        if ((held.right.target & PermissionOfRole::kOfType) != 0)
            effect.type = graph.typeName(held.right.target & ~PermissionOfRole::kOfType);
        else
            effect.resource = thingOf(tenant, ResourceIndex{held.right.target});
        effect.place = thingOf(tenant, held.right.place);
        effect.role = thingOf(tenant, held.grant.role).name;
        effect.grantee = thingOf(tenant, held.grant.subject);
        return effect;
    }

    NamedThing thingOf(const TenantId& tenant, ResourceIndex resource) {
        if (m_scratch.graph().isRoot(resource))
            return {};
        return named(tenant, m_scratch.entityOf(resource).aggregate);
    }

    template <class Index>
    NamedThing thingOf(const TenantId& tenant, Index node) {
        return named(tenant, m_scratch.entityOf(node).aggregate);
    }

    NamedThing named(const TenantId& tenant, const AggregateKey& aggregate) {
        return {aggregate.id, m_names.of(tenant, aggregate)};
    }

    Snapshot& m_snapshot;
    AccessScratch m_scratch;
    Instant m_at;
    const std::stop_token& m_stop;
    std::vector<TenantId> m_tenants; ///< in the order in which they came
    EntityNamesAt m_names;
    std::map<TenantId, std::vector<Rule>> m_drafted;
    std::set<std::pair<TenantId, AggregateId>> m_dropped;
};

std::size_t sum(const std::vector<TenantEffect>& tenants, std::size_t TenantEffect::*count) {
    std::size_t all = 0;
    for (const TenantEffect& tenant : tenants)
        all += tenant.*count;
    return all;
}

} // namespace

std::string targetWords(const RightEffect& right) {
    if (!right.type.empty())
        return right.type == "*" ? "everything" : "every " + right.type;
    return right.resource.name;
}

std::size_t PersonEffect::gained() const {
    return static_cast<std::size_t>(
        std::count_if(rights.begin(), rights.end(), [](const RightEffect& right) { return right.isGained; }));
}

std::size_t AccessEffect::gainers() const {
    return sum(tenants, &TenantEffect::gainers);
}

std::size_t AccessEffect::losers() const {
    return sum(tenants, &TenantEffect::losers);
}

std::size_t AccessEffect::gained() const {
    return sum(tenants, &TenantEffect::gained);
}

std::size_t AccessEffect::lost() const {
    return sum(tenants, &TenantEffect::lost);
}

Result<AccessEffect> accessEffectOf(Snapshot& snapshot, const AccessProjection& projection,
                                    std::span<const CommandRequest> requests,
                                    std::span<const Result<CommandResult>> results, Instant at,
                                    const std::stop_token& stop) {
    auto effect = sqlite::guarded([&] {
        Evaluation evaluation(snapshot, projection, at, stop);
        for (std::size_t i = 0; i < requests.size() && i < results.size(); ++i)
            if (results[i])
                evaluation.add(requests[i], *results[i]);
        return evaluation.run();
    });
    if (!effect)
        return tl::unexpected(effect.error());
    return std::move(*effect);
}

} // namespace muniment
