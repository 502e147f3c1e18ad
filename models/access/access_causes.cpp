#include "models/access/access_causes.h"

#include <unordered_map>

namespace muniment {

namespace {

/// Every stretch of time on the way from the subject to the right, as of a moment.
class WaySpans {
public:
    WaySpans(const AccessGraph& graph, SubjectIndex subject, const HeldRight& right, Bound bound)
        : m_graph(graph),
          m_bound(bound) {
        m_spans = {right.grant.span, right.permission.span};
        addLife(graph.homeOf(subject));
        addLife(right.grant.role);
        if (!graph.isRoot(right.grant.place))
            addLife(right.grant.place);
        addMemberships(subject, right.grant.subject);
    }

    [[nodiscard]] const std::vector<Span>& spans() const { return m_spans; }

private:
    template <class Tag>
    void addLife(NodeIndex<Tag> node) {
        if (const auto* stretch = m_graph.life(node).at(node.value, m_bound))
            m_spans.push_back(stretch->span);
    }

    /// Of a way with the fewest teams.
    void addMemberships(SubjectIndex subject, SubjectIndex grantee) {
        std::unordered_map<std::uint32_t, MembershipEdge> reachedBy;
        std::vector<std::uint32_t> queue{subject.value};
        for (std::size_t i = 0; i < queue.size() && !reachedBy.contains(grantee.value); ++i)
            m_graph.teams().forEach(queue[i], [&](const TeamOfMember& row) {
                if (row.team != subject.value && row.span.holds(m_bound) &&
                    m_graph.isAlive(SubjectIndex{row.team}, m_bound) &&
                    reachedBy.try_emplace(row.team, MembershipEdge{{queue[i]}, {row.team}, row.span}).second)
                    queue.push_back(row.team);
            });
        addLife(subject);
        for (SubjectIndex at = grantee; at != subject;) {
            const auto edge = reachedBy.find(at.value);
            if (edge == reachedBy.end())
                return;
            addLife(at);
            m_spans.push_back(edge->second.span);
            at = edge->second.member;
        }
    }

    const AccessGraph& m_graph;
    Bound m_bound;
    std::vector<Span> m_spans;
};

} // namespace

Bound causeOf(const AccessGraph& graph, SubjectIndex subject, const HeldRight& right, Seen held, Seen other) {
    const WaySpans way(graph, subject, right, held.bound);
    Bound cause = 0;
    for (const Span& span : way.spans())
        if (other.bound < held.bound) {
            if (span.from > other.bound)
                cause = std::max(cause, span.from);
        } else if (span.to <= other.bound) {
            cause = cause == 0 ? span.to : std::min(cause, span.to);
        }
    return cause;
}

} // namespace muniment
