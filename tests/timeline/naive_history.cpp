#include "tests/timeline/naive_history.h"

#include "models/domain/org.h"
#include "models/domain/user.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace muniment::test {

namespace {

using Names = std::vector<std::string>;

/// What an entity is called from one of its events on.
struct NamesFrom {
    std::size_t event; ///< in its log
    Instant validFrom;
    Names names;
};

/// Which log, which tenant, "org" or "user", which id.
using EntityKey = std::tuple<std::size_t, TenantId, std::string, std::string>;

class NamesFold {
public:
    void apply(std::size_t log, std::size_t number, const RecordedEvent& event, Instant loggedAt) {
        const EntityKey key{log, event.tenant, event.aggregate.type, event.aggregate.id.text()};
        if (event.aggregate.type == "org") {
            if (const auto change = decodeOrgEvent(event.type, event.payload)) {
                auto& state = m_orgs[key] = evolve(m_orgs[key], *change);
                add(key, {number, loggedAt, {state.name}});
            }
        } else if (event.aggregate.type == "user") {
            if (const auto change = decodeUserEvent(event.type, event.payload)) {
                auto& state = m_users[key] = evolve(m_users[key], *change);
                add(key, {number, loggedAt, {state.userName, state.email, state.displayName}});
            }
        }
    }

    [[nodiscard]] Names at(const EntityKey& key, std::size_t event) const {
        return newest(key, [&](const NamesFrom& names) { return names.event <= event; });
    }

    /// Of the user of this log and tenant; of those elsewhere, by time, where there is none.
    [[nodiscard]] Names actorAt(const EntityKey& key, std::size_t event, Instant loggedAt) const {
        if (m_names.contains(key))
            return at(key, event);
        Names all;
        for (const auto& [other, history] : m_names)
            if (std::get<2>(other) == "user" && std::get<3>(other) == std::get<3>(key))
                for (auto& name : newest(other, [&](const NamesFrom& names) { return names.validFrom <= loggedAt; }))
                    all.push_back(std::move(name));
        return all;
    }

private:
    void add(const EntityKey& key, NamesFrom names) {
        auto& history = m_names[key];
        if (!history.empty())
            names.validFrom = std::max(names.validFrom, history.back().validFrom);
        history.push_back(std::move(names));
    }

    template <class Visible>
    [[nodiscard]] Names newest(const EntityKey& key, Visible isVisible) const {
        const auto history = m_names.find(key);
        Names names;
        if (history != m_names.end())
            for (const auto& version : history->second)
                if (isVisible(version))
                    names = version.names;
        return names;
    }

    std::map<EntityKey, OrgState> m_orgs;
    std::map<EntityKey, UserState> m_users;
    std::map<EntityKey, std::vector<NamesFrom>> m_names;
};

} // namespace

std::vector<NaiveEvent> naiveEvents(std::span<const NaiveLog> logs) {
    NamesFold fold;
    std::vector<NaiveEvent> all;
    for (std::size_t log = 0; log < logs.size(); ++log) {
        Instant loggedAt{INT64_MIN};
        for (std::size_t number = 0; number < logs[log].events.size(); ++number) {
            const RecordedEvent& event = logs[log].events[number];
            loggedAt = std::max(loggedAt, event.recordedAt);
            fold.apply(log, number, event, loggedAt);
            NaiveEvent naive;
            naive.event = event;
            naive.region = logs[log].region;
            naive.loggedAt = loggedAt;
            all.push_back(std::move(naive));
        }
    }
    auto out = all.begin();
    for (std::size_t log = 0; log < logs.size(); ++log)
        for (std::size_t number = 0; number < logs[log].events.size(); ++number, ++out) {
            const RecordedEvent& event = out->event;
            out->tenantNames = fold.at({log, event.tenant, "org", event.tenant.text()}, number);
            out->subjectNames = fold.at({log, event.tenant, event.aggregate.type, event.aggregate.id.text()}, number);
            out->actorNames = fold.actorAt({log, event.tenant, "user", event.actor.id.text()}, number, out->loggedAt);
        }
    return all;
}

NaiveWorld naiveWorld(std::span<const NaiveEvent> events) {
    NaiveWorld world;
    world.now = Instant{INT64_MIN};
    for (const NaiveEvent& naive : events) {
        const RecordedEvent& event = naive.event;
        world.tenantIds.insert(event.tenant.text());
        world.actorIds.insert(event.actor.id.text());
        if (event.aggregate.type == "org" || event.aggregate.type == "user")
            world.subjectIds.insert(event.aggregate.id.text());
        world.now = std::max(world.now, naive.loggedAt + kMicrosPerDay);
    }
    return world;
}

} // namespace muniment::test
