// Ways of access as a picture: who stands where, what leads to what. Pure arithmetic, in units of a node.
#pragma once

#include "models/items/access_answer.h"

#include <optional>
#include <vector>

namespace muniment {

struct PictureNode {
    AccessParty party;
    AccessParty place;      ///< of a role: where it is held; none: everywhere
    int layer = 0;          ///< 0 at the top
    double across = 0;      ///< the middle of the layer is 0
    bool isMissing = false; ///< is not there then, or stands for one that would have to be
    bool isBehind = false;  ///< came by unfolding another one, no part of the answer

    bool operator==(const PictureNode&) const = default;
};

struct PictureEdge {
    std::size_t from = 0, to = 0; ///< of nodes
    AccessLink::Kind kind = AccessLink::Kind::Membership;
    bool isDashed = false; ///< has ended, or never was
    bool isBehind = false;

    bool operator==(const PictureEdge&) const = default;
};

/// Each node and edge once, whatever is added how often. From the subject at the top to the resource at the bottom.
class AccessPicture {
public:
    AccessPicture() = default;
    explicit AccessPicture(const AccessAnswer& answer);
    explicit AccessPicture(const RightsAnswer& answer);

    /// What is tied to a node; the links that the picture has already stay as they are.
    void unfold(const NeighboursAnswer& neighbours);

    [[nodiscard]] const std::vector<PictureNode>& nodes() const { return m_nodes; }

    [[nodiscard]] const std::vector<PictureEdge>& edges() const { return m_edges; }

    /// The next node from `node` in a direction: layers down and places to the right count positive.
    [[nodiscard]] std::optional<std::size_t> next(std::size_t node, int layers, int places) const;

private:
    enum class Look { Standing, Ended, Behind };

    /// `resource`: where it leads to; nullptr: to where the role is held.
    void addWay(const AccessWay& way, const AccessParty* resource);
    void addMissing(const AccessAnswer& answer);
    void addLink(const AccessLink& link, Look look);
    std::size_t nodeOf(const AccessParty& party, const AccessParty& place, Look look);
    void addEdge(std::size_t from, std::size_t to, AccessLink::Kind kind, Look look);
    void layOut();
    void assignLayers();
    void orderLayers();

    std::vector<PictureNode> m_nodes;
    std::vector<PictureEdge> m_edges;
};

} // namespace muniment
