// What ties somebody to a right, in words: for answers at the command line and in proofs.
#pragma once

#include "models/access/access_entities.h"
#include "models/access/access_missing.h"

#include <functional>
#include <string>
#include <vector>

namespace muniment {

/// An edge in words, and the event that made it.
struct ToldEdge {
    std::string words;
    Bound event = 0; ///< 0: none
};

/// Over one snapshot, as `entities`; what names are called is the caller's to say.
class EdgeWords {
public:
    using NameOf = std::function<std::string(const AccessEntity&)>;

    EdgeWords(const AccessGraph& graph, AccessEntities& entities, NameOf nameOf)
        : m_graph(graph),
          m_entities(entities),
          m_nameOf(std::move(nameOf)) {}

    [[nodiscard]] ToldEdge operator()(const MembershipEdge& edge) const;
    [[nodiscard]] ToldEdge operator()(const GrantEdge& edge) const;
    [[nodiscard]] ToldEdge operator()(const PermissionEdge& edge) const;
    [[nodiscard]] ToldEdge operator()(const PlaceEdge& edge) const;
    [[nodiscard]] ToldEdge operator()(const MissingNode& missing) const;

    /// Its edges from the subject to the resource.
    [[nodiscard]] std::vector<ToldEdge> path(const AccessPath& path) const;
    /// "contract.edit on every contract".
    [[nodiscard]] std::string actionAndTarget(std::uint32_t action, std::uint32_t target) const;
    /// "ann may contract.edit on Handbook"; `resource` empty: the whole organization.
    [[nodiscard]] static std::string question(const std::string& subject, const std::string& action,
                                              const std::string& resource);

private:
    template <class Index>
    [[nodiscard]] std::string nameOf(Index node) const {
        return m_nameOf(m_entities.entityOf(node));
    }

    [[nodiscard]] std::string role(RoleIndex role) const;
    [[nodiscard]] std::string place(ResourceIndex place) const;

    const AccessGraph& m_graph;
    AccessEntities& m_entities;
    NameOf m_nameOf;
};

} // namespace muniment
