// Whether somebody may do something, and who may: walks over the access graph.
//
// A check begins at the resource: the few places above it name the subjects to whom something is granted there; only
// if there are any, the subject's teams are walked up until one of them is met. That keeps hubs cheap on both sides: a
// team with tens of thousands of grants (on other resources) and a user in a thousand teams.
#pragma once

#include "models/access/scope_chain.h"

#include <functional>

namespace muniment {

/// A question about one home; subject and resource of different homes never meet.
struct AccessQuestion {
    SubjectIndex subject;
    std::string action; ///< what is to be done: "document.read"; a pattern asks for all that it covers
    ResourceIndex resource;
};

/// Keeps its tables from one question to the next. For one thread; the graph MUST NOT change during a call.
class AccessWalk {
public:
    explicit AccessWalk(const AccessGraph& graph) : m_graph(graph) {}

    /// Nothing that is not there, locked, deactivated or removed may do anything, and nothing may be done with it.
    [[nodiscard]] bool check(const AccessQuestion& question, Seen seen);
    /// Users and teams that may, in the order in which they are met.
    [[nodiscard]] std::vector<SubjectIndex> who(std::string_view action, ResourceIndex resource, Seen seen);

    /// The subject and every team it is in, directly or not, each once, nearest first; teams that are removed end the
    /// way. Stops where `visit` returns true, and returns that.
    bool anyTeam(SubjectIndex subject, Seen seen, const std::function<bool(SubjectIndex)>& visit);

private:
    void begin();
    /// Whether it was not met before in this walk.
    bool meet(std::uint32_t subject);
    bool isGrantedAt(std::span<const ResourceIndex> places, std::uint32_t subject, RolePermits& roles, Seen seen) const;

    template <class Visit>
    bool walkUp(SubjectIndex subject, Seen seen, Visit&& visit);

    const AccessGraph& m_graph;
    std::uint32_t m_turn = 0;
    std::vector<std::uint32_t> m_met;   ///< the turn in which each subject was met last
    std::vector<std::uint32_t> m_named; ///< the turn in which a grant named it
    std::vector<std::uint32_t> m_queue;
    std::vector<ResourceIndex> m_crowded;
};

} // namespace muniment
