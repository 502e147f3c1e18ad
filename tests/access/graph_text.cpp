#include "tests/access/graph_text.h"

#include <set>

namespace muniment::test {

namespace {

std::string text(const Span& span) {
    return " [" + std::to_string(span.from) + ", " + (span.to == kOpen ? std::string("…") : std::to_string(span.to)) +
           ")";
}

class GraphText {
public:
    GraphText(Snapshot& snapshot, const AccessProjection& projection)
        : m_graph(projection.graph()),
          m_entities(snapshot, projection) {}

    std::string all() {
        for (std::uint32_t i = 0; i < m_graph.homes().size(); ++i)
            addLife(HomeIndex{i});
        for (std::uint32_t i = 0; i < m_graph.subjectCount(); ++i)
            addSubject(SubjectIndex{i});
        for (std::uint32_t i = 0; i < m_graph.roleCount(); ++i)
            addRole(RoleIndex{i});
        for (std::uint32_t i = 0; i < m_graph.resourceCount(); ++i)
            addResource(ResourceIndex{i});
        std::string lines;
        for (const std::string& line : m_lines)
            lines += line + "\n";
        return lines;
    }

private:
    template <class Index>
    std::string name(Index node) {
        const AccessEntity entity = m_entities.entityOf(node);
        return entity.tenant.text() + "/" + entity.aggregate.type + " " + entity.aggregate.id.text();
    }

    template <class Index>
    void addLife(Index node) {
        m_graph.life(node).forEach(node.value, [&](const auto& stretch) {
            std::string value;
            if constexpr (std::is_same_v<Index, ResourceIndex>)
                value = " " + m_graph.typeName(stretch.value);
            m_lines.insert(name(node) + value + text(stretch.span));
        });
    }

    void addSubject(SubjectIndex subject) {
        addLife(subject);
        m_graph.teams().forEach(subject.value, [&](const TeamOfMember& row) {
            m_lines.insert(name(subject) + " is in " + name(SubjectIndex{row.team}) + text(row.span));
        });
        m_graph.members().forEach(subject.value, [&](const MemberOfTeam& row) {
            m_lines.insert(name(subject) + " has " + name(SubjectIndex{row.member}) + text(row.span));
        });
        m_graph.grantedTo().forEach(subject.value, [&](const GrantedResource& row) {
            m_lines.insert(name(subject) + " was granted something on " + name(ResourceIndex{row.resource}));
        });
    }

    void addRole(RoleIndex role) {
        addLife(role);
        m_graph.permissions().forEach(role.value, [&](const PermissionOfRole& row) {
            const bool isOfType = (row.target & PermissionOfRole::kOfType) != 0;
            m_lines.insert(name(role) + " permits " + m_graph.actionName(row.action) + " on " +
                           (isOfType ? m_graph.typeName(row.target & ~PermissionOfRole::kOfType)
                                     : name(ResourceIndex{row.target})) +
                           text(row.span));
        });
    }

    void addResource(ResourceIndex resource) {
        addLife(resource);
        m_graph.parents().forEach(resource.value, [&](const auto& stretch) {
            m_lines.insert(name(resource) + " lies in " + name(stretch.value) + text(stretch.span));
        });
        m_graph.children().forEach(resource.value, [&](const ChildOfResource& row) {
            m_lines.insert(name(resource) + " holds " + name(ResourceIndex{row.child}) + text(row.span));
        });
        m_graph.grants().forEach(resource.value, [&](const GrantOnResource& row) {
            const Period& period = m_graph.period(row.period);
            m_lines.insert(name(resource) + ": " + name(SubjectIndex{row.subject}) + " has " +
                           name(RoleIndex{row.role}) + " by " + std::to_string(row.code) + " from " +
                           std::to_string(period.from) + " until " + std::to_string(period.until) + text(row.span));
        });
    }

    const AccessGraph& m_graph;
    AccessEntities m_entities;
    std::multiset<std::string> m_lines;
};

} // namespace

std::string graphText(Snapshot& snapshot, const AccessProjection& projection) {
    return GraphText(snapshot, projection).all();
}

} // namespace muniment::test
