#include "models/access/access_findings.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

/// Nodes that lie on a cycle: those of strongly connected components of several nodes, and those that have an edge to
/// themselves. Source: Tarjan, "Depth-first search and linear graph algorithms", 1972; with a stack of its own.
template <class ForEachNext>
std::set<std::uint32_t> nodesOnCycles(std::uint32_t count, const ForEachNext& forEachNext) {
    constexpr std::uint32_t kNew = UINT32_MAX;

    struct Frame {
        std::uint32_t node;
        std::vector<std::uint32_t> next;
        std::size_t at = 0;
    };

    std::vector<std::uint32_t> order(count, kNew), low(count);
    std::vector<bool> isOpen(count, false);
    std::vector<std::uint32_t> open;
    std::vector<Frame> frames;
    std::set<std::uint32_t> found;
    std::uint32_t number = 0;
    const auto enter = [&](std::uint32_t node) {
        order[node] = low[node] = number++;
        open.push_back(node);
        isOpen[node] = true;
        Frame frame{node, {}, 0};
        forEachNext(node, [&](std::uint32_t next) { frame.next.push_back(next); });
        frames.push_back(std::move(frame));
    };
    const auto close = [&](std::uint32_t root) {
        std::vector<std::uint32_t> component;
        do {
            component.push_back(open.back());
            isOpen[open.back()] = false;
            open.pop_back();
        } while (component.back() != root);
        if (component.size() > 1)
            found.insert(component.begin(), component.end());
    };
    for (std::uint32_t start = 0; start < count; ++start) {
        if (order[start] != kNew)
            continue;
        enter(start);
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const std::uint32_t node = frame.node;
            if (frame.at < frame.next.size()) {
                const std::uint32_t next = frame.next[frame.at++];
                if (next == node)
                    found.insert(node);
                else if (order[next] == kNew)
                    enter(next);
                else if (isOpen[next])
                    low[node] = std::min(low[node], order[next]);
                continue;
            }
            frames.pop_back();
            if (low[node] == order[node])
                close(node);
            if (!frames.empty())
                low[frames.back().node] = std::min(low[frames.back().node], low[node]);
        }
    }
    return found;
}

class Search {
public:
    Search(const AccessProjection& projection, HomeIndex home, Seen seen)
        : m_graph(projection.graph()),
          m_home(home),
          m_seen(seen) {}

    std::vector<AccessFinding> run() {
        findCycles();
        findMembers();
        findGrants();
        findPlaces();
        std::ranges::stable_sort(m_found, {}, &AccessFinding::kind);
        return std::move(m_found);
    }

private:
    using Kind = AccessFinding::Kind;

    AccessFinding& add(Kind kind, Bound event = 0) {
        m_found.push_back({.kind = kind, .home = m_home, .event = event});
        return m_found.back();
    }

    [[nodiscard]] bool holds(const Span& span) const { return span.holds(m_seen.bound); }

    void findCycles() {
        const auto teams = nodesOnCycles(m_graph.subjectCount(), [&](std::uint32_t node, const auto& visit) {
            if (m_graph.homeOf(SubjectIndex{node}) == m_home)
                m_graph.teams().forEach(node, [&](const TeamOfMember& row) {
                    if (holds(row.span))
                        visit(row.team);
                });
        });
        for (const std::uint32_t team : teams)
            add(Kind::TeamInItself).subject = SubjectIndex{team};
        const auto resources = nodesOnCycles(m_graph.resourceCount(), [&](std::uint32_t node, const auto& visit) {
            if (m_graph.homeOf(ResourceIndex{node}) == m_home)
                if (const auto* parent = m_graph.parents().at(node, m_seen.bound))
                    visit(parent->value.value);
        });
        for (const std::uint32_t resource : resources)
            add(Kind::ResourceInItself).resource = ResourceIndex{resource};
    }

    void findMembers() {
        for (std::uint32_t node = 0; node < m_graph.subjectCount(); ++node) {
            const SubjectIndex subject{node};
            if (m_graph.homeOf(subject) == m_home && m_graph.codeOf(subject) == kNoCode)
                m_graph.teams().forEach(node, [&](const TeamOfMember& row) {
                    if (!holds(row.span))
                        return;
                    AccessFinding& finding = add(Kind::UntoldMember, row.span.from);
                    finding.subject = subject;
                    finding.other = SubjectIndex{row.team};
                });
        }
    }

    void findGrants() {
        for (std::uint32_t place = 0; place < m_graph.resourceCount(); ++place)
            if (m_graph.homeOf(ResourceIndex{place}) == m_home)
                m_graph.grants().forEach(place, [&](const GrantOnResource& grant) {
                    if (holds(grant.span))
                        look(ResourceIndex{place}, grant);
                });
    }

    void look(ResourceIndex place, const GrantOnResource& grant) {
        const RoleIndex role{grant.role};
        if (m_graph.codeOf(SubjectIndex{grant.subject}) == kNoCode)
            add(Kind::UntoldGrantee, grant.span.from).subject = SubjectIndex{grant.subject};
        if (m_graph.codeOf(role) == kNoCode) {
            add(Kind::UntoldRole, grant.span.from).role = role;
        } else {
            Bound first = kOpen;
            m_graph.life(role).forEach(role.value,
                                       [&](const auto& stretch) { first = std::min(first, stretch.span.from); });
            if (first > grant.span.from)
                add(Kind::GrantBeforeRole, grant.span.from).role = role;
        }
        if (!m_graph.isRoot(place) && m_graph.codeOf(place) == kNoCode)
            add(Kind::UntoldPlace, grant.span.from).resource = place;
    }

    void findPlaces() {
        const auto look = [&](ResourceIndex place, Bound event) {
            if (!m_graph.isRoot(place) && m_graph.codeOf(place) == kNoCode)
                add(Kind::UntoldPlace, event).resource = place;
        };
        for (std::uint32_t role = 0; role < m_graph.roleCount(); ++role)
            if (m_graph.homeOf(RoleIndex{role}) == m_home)
                m_graph.permissions().forEach(role, [&](const PermissionOfRole& row) {
                    if (holds(row.span) && (row.target & PermissionOfRole::kOfType) == 0)
                        look(ResourceIndex{row.target}, row.span.from);
                });
        for (std::uint32_t node = 0; node < m_graph.resourceCount(); ++node)
            if (m_graph.homeOf(ResourceIndex{node}) == m_home)
                if (const auto* parent = m_graph.parents().at(node, m_seen.bound))
                    look(parent->value, parent->span.from);
    }

    const AccessGraph& m_graph;
    HomeIndex m_home;
    Seen m_seen;
    std::vector<AccessFinding> m_found;
};

} // namespace

std::vector<AccessFinding> findOddities(const AccessProjection& projection, HomeIndex home, Seen seen) {
    return Search(projection, home, seen).run();
}

} // namespace muniment
