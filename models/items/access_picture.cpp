#include "models/items/access_picture.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace muniment {

AccessPicture::AccessPicture(const AccessAnswer& answer) {
    nodeOf(answer.subject, {}, Look::Standing);
    for (const AccessWay& way : answer.ways)
        addWay(way, &answer.resource);
    for (const AccessWay& way : answer.endedWays)
        addWay(way, &answer.resource);
    if (!answer.isAllowed)
        addMissing(answer);
    nodeOf(answer.resource, {}, Look::Standing);
    layOut();
}

AccessPicture::AccessPicture(const RightsAnswer& answer) {
    nodeOf(answer.subject, {}, Look::Standing);
    for (const AccessWay& way : answer.grants)
        addWay(way, nullptr);
    layOut();
}

void AccessPicture::unfold(const NeighboursAnswer& neighbours) {
    for (const AccessLink& link : neighbours.links)
        addLink(link, Look::Behind);
    layOut();
}

/// A node that is told twice is as solid as its most solid telling.
std::size_t AccessPicture::nodeOf(const AccessParty& party, const AccessParty& place, Look look) {
    const auto isThat = [&](const PictureNode& node) {
        return node.party.entity == party.entity && node.place.entity == place.entity;
    };
    auto found = std::ranges::find_if(m_nodes, isThat);
    if (found == m_nodes.end()) {
        m_nodes.push_back({party, place, 0, 0, look == Look::Ended, look == Look::Behind});
        return m_nodes.size() - 1;
    }
    found->isMissing = found->isMissing && look != Look::Standing;
    return static_cast<std::size_t>(found - m_nodes.begin());
}

void AccessPicture::addEdge(std::size_t from, std::size_t to, AccessLink::Kind kind, Look look) {
    if (from == to)
        return;
    const auto found =
        std::ranges::find_if(m_edges, [&](const PictureEdge& edge) { return edge.from == from && edge.to == to; });
    if (found == m_edges.end())
        m_edges.push_back({from, to, kind, look == Look::Ended, look == Look::Behind});
    else
        found->isDashed = found->isDashed && look != Look::Standing;
}

void AccessPicture::addLink(const AccessLink& link, Look look) {
    switch (link.kind) {
    case AccessLink::Kind::Membership:
        return addEdge(nodeOf(link.from, {}, look), nodeOf(link.to, {}, look), link.kind, look);
    case AccessLink::Kind::Grant: {
        const auto role = nodeOf(link.to, link.place, look);
        addEdge(nodeOf(link.from, {}, look), role, link.kind, look);
        return addEdge(role, nodeOf(link.place, {}, look), AccessLink::Kind::Place, look);
    }
    case AccessLink::Kind::Permission:
        if (!link.to.isNone())
            addEdge(nodeOf(link.from, {}, look), nodeOf(link.to, {}, look), link.kind, look);
        return;
    case AccessLink::Kind::Place:
        return addEdge(nodeOf(link.to, {}, look), nodeOf(link.from, {}, look), link.kind, look);
    case AccessLink::Kind::Presence:
        nodeOf(link.from, {}, Look::Ended);
    }
}

/// Down from where the role is held to the resource. A grant on everything leads to the resource at once: the
/// organization is no step of its own.
void AccessPicture::addWay(const AccessWay& way, const AccessParty* resource) {
    const auto lookOf = [](const AccessLink& link) {
        return link.state == AccessLink::State::Stands ? Look::Standing : Look::Ended;
    };
    std::optional<std::size_t> at;
    const AccessLink* grant = nullptr;
    std::vector<const AccessLink*> places; // from the resource up
    for (const AccessLink& link : way) {
        if (link.kind == AccessLink::Kind::Membership)
            addLink(link, lookOf(link));
        if (link.kind == AccessLink::Kind::Place)
            places.push_back(&link);
        if (link.kind == AccessLink::Kind::Grant) {
            grant = &link;
            at = nodeOf(link.to, link.place, lookOf(link));
            addEdge(nodeOf(link.from, {}, lookOf(link)), *at, link.kind, lookOf(link));
        }
    }
    if (!at)
        return;
    const auto goDown = [&](const AccessParty& party, Look look) {
        const auto next = nodeOf(party, {}, look);
        addEdge(*at, next, AccessLink::Kind::Place, look);
        at = next;
    };
    if (grant->place.entity.aggregate.type != "org" || resource == nullptr)
        goDown(grant->place, lookOf(*grant));
    for (auto step = places.rbegin(); step != places.rend(); ++step) {
        goDown((*step)->to, lookOf(**step));
        goDown((*step)->from, lookOf(**step));
    }
    if (resource != nullptr)
        goDown(*resource, places.empty() ? lookOf(*grant) : lookOf(*places.front()));
}

void AccessPicture::addMissing(const AccessAnswer& answer) {
    for (const AccessLink& link : answer.missing) {
        if (link.kind == AccessLink::Kind::Permission) {
            const auto role = std::ranges::find_if(
                m_nodes, [&](const PictureNode& node) { return node.party.entity == link.from.entity; });
            const auto from = role == m_nodes.end() ? nodeOf(link.from, {}, Look::Ended)
                                                    : static_cast<std::size_t>(role - m_nodes.begin());
            addEdge(from, nodeOf(answer.resource, {}, Look::Standing), link.kind, Look::Ended);
        } else {
            addLink(link, Look::Ended);
        }
    }
}

/// Below all that lead to it; ties that go round in a circle are broken by the number of nodes.
void AccessPicture::assignLayers() {
    for (PictureNode& node : m_nodes)
        node.layer = 0;
    for (std::size_t round = 0; round < m_nodes.size(); ++round) {
        bool isSettled = true;
        for (const PictureEdge& edge : m_edges) {
            const int below = m_nodes[edge.from].layer + 1;
            if (m_nodes[edge.to].layer < below && below < static_cast<int>(m_nodes.size())) {
                m_nodes[edge.to].layer = below;
                isSettled = false;
            }
        }
        if (isSettled)
            break;
    }
    // What leads somewhere stands right above it.
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const bool isRoot = std::ranges::none_of(m_edges, [&](const PictureEdge& edge) { return edge.to == i; });
        int nearest = INT_MAX;
        for (const PictureEdge& edge : m_edges)
            if (edge.from == i)
                nearest = std::min(nearest, m_nodes[edge.to].layer);
        if (i != 0 && isRoot && nearest != INT_MAX)
            m_nodes[i].layer = std::max(0, nearest - 1);
    }
}

/// Each under the middle of those that lead to it.
void AccessPicture::orderLayers() {
    std::map<int, std::vector<std::size_t>> layers;
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        layers[m_nodes[i].layer].push_back(i);
    std::vector<double> wanted(m_nodes.size(), 0);
    for (auto& [layer, nodes] : layers) {
        for (const std::size_t node : nodes) {
            double sum = 0;
            int above = 0;
            for (const PictureEdge& edge : m_edges)
                if (edge.to == node && m_nodes[edge.from].layer < layer) {
                    sum += m_nodes[edge.from].across;
                    ++above;
                }
            wanted[node] = above == 0 ? 0 : sum / above;
        }
        std::ranges::stable_sort(nodes, [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
        for (std::size_t place = 0; place < nodes.size(); ++place)
            m_nodes[nodes[place]].across = static_cast<double>(place) - (static_cast<double>(nodes.size()) - 1) / 2;
    }
}

void AccessPicture::layOut() {
    assignLayers();
    orderLayers();
}

std::optional<std::size_t> AccessPicture::next(std::size_t node, int layers, int places) const {
    const PictureNode& from = m_nodes[node];
    std::optional<std::size_t> best;
    double nearest = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const int down = m_nodes[i].layer - from.layer;
        const double right = m_nodes[i].across - from.across;
        const bool isThere = layers != 0 ? down * layers > 0 : down == 0 && right * places > 0;
        const double distance = layers != 0 ? 100.0 * std::abs(down) + std::abs(right) : std::abs(right);
        if (i != node && isThere && (!best || distance < nearest)) {
            best = i;
            nearest = distance;
        }
    }
    return best;
}

} // namespace muniment
