// Which number of the graph stands for which aggregate of the file.
#pragma once

#include "models/access/access_graph.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace muniment {

enum class NodeKind : std::uint8_t { User, Team, Role, Resource };

/// The catalogue's word: "user", "team", "role", "resource".
[[nodiscard]] const char* wordOf(NodeKind kind);
/// Of one of these words.
[[nodiscard]] NodeKind kindOfWord(std::string_view word);

/// By aggregates.code: four bytes a node.
class NodeCodes {
public:
    explicit NodeCodes(const AccessGraph& graph) : m_graph(graph) {}

    void add(SubjectIndex node) { add(m_subjects, node); }

    void add(RoleIndex node) { add(m_roles, node); }

    void add(ResourceIndex node) { add(m_resources, node); }

    [[nodiscard]] SubjectIndex findSubject(std::int64_t code) const { return find(m_subjects, code); }

    [[nodiscard]] RoleIndex findRole(std::int64_t code) const { return find(m_roles, code); }

    [[nodiscard]] ResourceIndex findResource(std::int64_t code) const { return find(m_resources, code); }

    [[nodiscard]] std::size_t bytes() const {
        return (m_subjects.capacity() + m_roles.capacity() + m_resources.capacity()) * sizeof(std::uint32_t);
    }

private:
    template <class Index>
    void add(std::vector<Index>& nodes, Index node) {
        const std::uint32_t code = m_graph.codeOf(node);
        const auto at = nodes.empty() || m_graph.codeOf(nodes.back()) < code ? nodes.end() : lowerBound(nodes, code);
        nodes.insert(at, node);
    }

    template <class Nodes>
    [[nodiscard]] auto lowerBound(Nodes& nodes, std::uint32_t code) const {
        return std::lower_bound(nodes.begin(), nodes.end(), code,
                                [this](auto node, std::uint32_t c) { return m_graph.codeOf(node) < c; });
    }

    template <class Index>
    [[nodiscard]] Index find(const std::vector<Index>& nodes, std::int64_t code) const {
        const auto at = lowerBound(nodes, static_cast<std::uint32_t>(code));
        return at != nodes.end() && m_graph.codeOf(*at) == code ? *at : Index{};
    }

    const AccessGraph& m_graph;
    std::vector<SubjectIndex> m_subjects; ///< in order of their codes
    std::vector<RoleIndex> m_roles;
    std::vector<ResourceIndex> m_resources;
};

/// By id, while a whole file is read: 128 bits of each id, so that no two are taken for one.
class NodeIdTable {
public:
    void reserve(std::size_t nodes);
    /// `id` as stored: 16 bytes of a UUID, or its text.
    void add(NodeKind kind, HomeIndex home, std::string_view id, std::uint32_t index);
    [[nodiscard]] std::optional<std::uint32_t> find(NodeKind kind, HomeIndex home, std::string_view id) const;

private:
    struct Key {
        std::uint64_t first = 0, second = 0;
        bool operator==(const Key&) const = default;
    };

    struct Slot {
        Key key;
        std::uint32_t index = UINT32_MAX;
    };

    [[nodiscard]] static Key keyOf(NodeKind kind, HomeIndex home, std::string_view id);
    [[nodiscard]] std::size_t slotOf(const Key& key) const;

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

/// Nodes that something names and no event has told of: few, and looked up by their ids.
using UntoldNodes = std::map<std::tuple<NodeKind, std::uint32_t, std::string>, std::uint32_t>;

} // namespace muniment
