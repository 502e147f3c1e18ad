// Who may do what, at every time there was: users, teams, roles, resources and organizations of a workspace file with
// everything that ties them, each tie from one event up to another. In memory, in numbers; what the numbers stand for
// is in the file. Source of the layout: compressed sparse rows with a validity interval in each row.
#pragma once

#include "models/access/adjacency.h"
#include "models/access/lifelines.h"
#include "models/base/instant.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muniment {

template <class Tag>
struct NodeIndex {
    std::uint32_t value = UINT32_MAX; ///< as it is made: none

    [[nodiscard]] bool isNone() const { return value == UINT32_MAX; }

    auto operator<=>(const NodeIndex&) const = default;
};

/// Numbers of nodes, each kind from 0; local to one graph.
using HomeIndex = NodeIndex<struct HomeTag>;
using SubjectIndex = NodeIndex<struct SubjectTag>; ///< a user or a team
using RoleIndex = NodeIndex<struct RoleTag>;
using ResourceIndex = NodeIndex<struct ResourceTag>;

enum class SubjectKind : std::uint8_t { User, Team };

/// Where a home's events lie from one bound on: in a run, from an ordinal on.
struct HomeStretch {
    std::int64_t run = 0;
    std::int64_t first = 1; ///< ordinal
    std::int64_t shift = 0; ///< bound = ordinal + shift

    bool operator==(const HomeStretch&) const = default;
};

/// An organization; nothing ties it to another home. Its bounds are the ordinals of its region's run. Those of one that
/// has moved go on through the runs in which its epochs lie, one stretch behind the other.
struct Home {
    std::int64_t tenant = 0;                 ///< tenants.code
    std::int64_t region = 0;                 ///< regions.code: of the first epoch
    std::int64_t run = 0;                    ///< of that region; 0: it is not followed
    ResourceIndex root;                      ///< stands for the whole organization, above every resource
    std::vector<HomeStretch> stretches = {}; ///< empty: it never moved

    /// Of an event of the organization. Throws sqlite::Failure for a run of 2^32 events or more.
    [[nodiscard]] Bound boundOf(EventNumber n) const;
    /// What boundOf() made a bound of.
    [[nodiscard]] EventNumber eventAt(Bound bound) const;
    /// What a moment holds of it.
    [[nodiscard]] Bound boundOf(const RunBounds& bounds) const;

    bool operator==(const Home&) const = default;
};

/// aggregates.code of a node that was named and never told of.
constexpr std::uint32_t kNoCode = UINT32_MAX;

/// From when until when a grant counts, beside the events that made and ended it.
struct Period {
    std::int64_t from = INT64_MIN; ///< microseconds
    std::int64_t until = INT64_MAX;

    [[nodiscard]] bool holds(std::int64_t at) const { return from <= at && at < until; }

    auto operator<=>(const Period&) const = default;
};

struct TeamOfMember {
    std::uint32_t team; ///< SubjectIndex
    Span span;

    [[nodiscard]] std::uint32_t key() const { return team; }
};

struct MemberOfTeam {
    std::uint32_t member; ///< SubjectIndex
    Span span;

    [[nodiscard]] std::uint32_t key() const { return member; }
};

struct GrantOnResource {
    std::uint32_t subject;
    std::uint32_t role;
    std::uint32_t code; ///< aggregates.code of the grant
    std::uint32_t period;
    Span span;

    [[nodiscard]] std::uint32_t key() const { return subject; }
};

/// Where to look for the grants of a subject: grants() has their times.
struct GrantedResource {
    std::uint32_t resource;

    [[nodiscard]] std::uint32_t key() const { return resource; }
};

struct PermissionOfRole {
    std::uint32_t action; ///< of actionName()
    std::uint32_t target; ///< a resource, or kOfType | of typeName()
    Span span;

    static constexpr std::uint32_t kOfType = 0x8000'0000;

    [[nodiscard]] std::uint64_t key() const { return std::uint64_t{action} << 32 | target; }
};

struct ChildOfResource {
    std::uint32_t child;
    Span span;

    [[nodiscard]] std::uint32_t key() const { return child; }
};

/// Rows with the node they hang on, for packing all of them at once.
struct AccessEdges {
    std::vector<Adjacency<TeamOfMember>::Owned> teams;
    std::vector<Adjacency<GrantOnResource>::Owned> grants;
    std::vector<Adjacency<PermissionOfRole>::Owned> permissions;
};

/// What is asked about may be read from any number of threads while nobody changes the graph.
class AccessGraph {
public:
    AccessGraph();

    HomeIndex addHome(std::int64_t tenant, std::int64_t region, std::int64_t run);

    /// The organization has moved: the stretches it had so far stay as they were.
    void setStretches(HomeIndex home, std::vector<HomeStretch> stretches) {
        m_homes[home.value].stretches = std::move(stretches);
    }

    SubjectIndex addSubject(SubjectKind kind, HomeIndex home, std::uint32_t code);
    RoleIndex addRole(HomeIndex home, std::uint32_t code);
    ResourceIndex addResource(HomeIndex home, std::uint32_t code);

    /// A node that was named first is told of at last.
    void setCode(SubjectIndex subject, std::uint32_t code) { m_subjects[subject.value].code = code; }

    void setCode(RoleIndex role, std::uint32_t code) { m_roles[role.value].code = code; }

    void setCode(ResourceIndex resource, std::uint32_t code) { m_resources[resource.value].code = code; }

    /// From the event on it counts or does not. In the order of the events of a home.
    void setAlive(HomeIndex home, bool isAlive, Bound from) { setAlive(m_homeLife, home.value, isAlive, from); }

    void setAlive(SubjectIndex node, bool isAlive, Bound from) { setAlive(m_subjectLife, node.value, isAlive, from); }

    void setAlive(RoleIndex node, bool isAlive, Bound from) { setAlive(m_roleLife, node.value, isAlive, from); }

    /// `type` of typeIndex().
    void setType(ResourceIndex node, std::uint32_t type, Bound from) { m_resourceLife.begin(node.value, type, from); }

    void setGone(ResourceIndex node, Bound from) { m_resourceLife.end(node.value, from); }

    /// From the event on it lies in `parent`: the root, when it lies in no other. In the order of events.
    void setParent(ResourceIndex resource, ResourceIndex parent, Bound from);

    /// The same for many, of which children() knows nothing before pack().
    void setParentUnpacked(ResourceIndex resource, ResourceIndex parent, Bound from) {
        m_parents.begin(resource.value, parent, from);
    }

    void addMembership(SubjectIndex member, SubjectIndex team, Span span);
    void endMembership(SubjectIndex member, SubjectIndex team, Bound from, Bound to);
    void addGrant(ResourceIndex resource, const GrantOnResource& grant);
    void endGrant(ResourceIndex resource, SubjectIndex subject, Bound from, Bound to);
    void addPermission(RoleIndex role, const PermissionOfRole& permission);
    void endPermission(RoleIndex role, const PermissionOfRole& permission, Bound to);

    /// Takes in all edges at once, and packs them with those that were added one by one.
    void pack(AccessEdges edges = {});
    /// Enough was added one by one that packing is worth it.
    [[nodiscard]] bool isPackingDue() const;

    /// Names that permissions and resources share; the same text gives the same index.
    [[nodiscard]] std::uint32_t actionIndex(std::string_view action) { return m_actions.indexOf(action); }

    [[nodiscard]] std::uint32_t typeIndex(std::string_view type) { return m_types.indexOf(type); }

    [[nodiscard]] const std::string& actionName(std::uint32_t index) const { return m_actions.names[index]; }

    [[nodiscard]] const std::string& typeName(std::uint32_t index) const { return m_types.names[index]; }

    /// Of a type that nothing has: UINT32_MAX.
    [[nodiscard]] std::uint32_t findType(std::string_view type) const { return m_types.find(type); }

    [[nodiscard]] std::size_t actionCount() const { return m_actions.names.size(); }

    [[nodiscard]] std::uint32_t periodIndex(const Period& period);

    [[nodiscard]] const Period& period(std::uint32_t index) const { return m_periods[index]; }

    [[nodiscard]] const std::vector<Home>& homes() const { return m_homes; }

    [[nodiscard]] const Home& home(HomeIndex home) const { return m_homes[home.value]; }

    [[nodiscard]] HomeIndex homeOf(SubjectIndex node) const { return m_subjects[node.value].home; }

    [[nodiscard]] HomeIndex homeOf(RoleIndex node) const { return m_roles[node.value].home; }

    [[nodiscard]] HomeIndex homeOf(ResourceIndex node) const { return m_resources[node.value].home; }

    [[nodiscard]] SubjectKind kindOf(SubjectIndex node) const { return m_subjects[node.value].kind; }

    /// At that time; of what is removed, the last one; UINT32_MAX for what was never there and for roots.
    [[nodiscard]] std::uint32_t typeOf(ResourceIndex node, Bound bound) const;

    [[nodiscard]] std::uint32_t codeOf(SubjectIndex node) const { return m_subjects[node.value].code; }

    [[nodiscard]] std::uint32_t codeOf(RoleIndex node) const { return m_roles[node.value].code; }

    [[nodiscard]] std::uint32_t codeOf(ResourceIndex node) const { return m_resources[node.value].code; }

    [[nodiscard]] bool isRoot(ResourceIndex node) const { return home(homeOf(node)).root == node; }

    [[nodiscard]] std::uint32_t subjectCount() const { return static_cast<std::uint32_t>(m_subjects.size()); }

    [[nodiscard]] std::uint32_t roleCount() const { return static_cast<std::uint32_t>(m_roles.size()); }

    [[nodiscard]] std::uint32_t resourceCount() const { return static_cast<std::uint32_t>(m_resources.size()); }

    [[nodiscard]] const Lifelines<Alive>& life(HomeIndex) const { return m_homeLife; }

    [[nodiscard]] const Lifelines<Alive>& life(SubjectIndex) const { return m_subjectLife; }

    [[nodiscard]] const Lifelines<Alive>& life(RoleIndex) const { return m_roleLife; }

    [[nodiscard]] const Lifelines<std::uint32_t>& life(ResourceIndex) const { return m_resourceLife; }

    /// Whether it exists and counts: an active user, team, role, resource, organization.
    template <class Tag>
    [[nodiscard]] bool isAlive(NodeIndex<Tag> node, Bound bound) const {
        return life(node).at(node.value, bound) != nullptr;
    }

    /// What each resource lies in; the root and what is not there lie in nothing.
    [[nodiscard]] const Lifelines<ResourceIndex>& parents() const { return m_parents; }

    [[nodiscard]] const Adjacency<TeamOfMember>& teams() const { return m_teams; }

    [[nodiscard]] const Adjacency<MemberOfTeam>& members() const { return m_members; }

    [[nodiscard]] const Adjacency<GrantOnResource>& grants() const { return m_grants; }

    [[nodiscard]] const Adjacency<GrantedResource>& grantedTo() const { return m_grantedTo; }

    [[nodiscard]] const Adjacency<PermissionOfRole>& permissions() const { return m_permissions; }

    [[nodiscard]] const Adjacency<ChildOfResource>& children() const { return m_children; }

    /// Memberships, grants, permissions and places in a resource, of all time.
    [[nodiscard]] std::size_t edges() const;
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Subject {
        std::uint32_t code;
        HomeIndex home;
        SubjectKind kind;
    };

    struct Role {
        std::uint32_t code;
        HomeIndex home;
    };

    struct Resource {
        std::uint32_t code;
        HomeIndex home;
    };

    struct Names {
        std::vector<std::string> names;
        std::unordered_map<std::string, std::uint32_t> indexes;

        std::uint32_t indexOf(std::string_view name);
        [[nodiscard]] std::uint32_t find(std::string_view name) const;
    };

    void packMemberships(std::vector<Adjacency<TeamOfMember>::Owned> teams);
    void packGrants(std::vector<Adjacency<GrantOnResource>::Owned> grants);

    static void setAlive(Lifelines<Alive>& life, std::uint32_t node, bool isAlive, Bound from) {
        if (isAlive)
            life.begin(node, {}, from);
        else
            life.end(node, from);
    }

    std::vector<Home> m_homes;
    std::vector<Subject> m_subjects;
    std::vector<Role> m_roles;
    std::vector<Resource> m_resources;
    Lifelines<Alive> m_homeLife, m_subjectLife, m_roleLife;
    Lifelines<std::uint32_t> m_resourceLife; ///< with its type
    Lifelines<ResourceIndex> m_parents;
    Adjacency<TeamOfMember> m_teams;
    Adjacency<MemberOfTeam> m_members;
    Adjacency<GrantOnResource> m_grants;
    Adjacency<GrantedResource> m_grantedTo;
    Adjacency<PermissionOfRole> m_permissions;
    Adjacency<ChildOfResource> m_children;
    Names m_actions, m_types;
    std::vector<Period> m_periods;
    std::vector<std::pair<Period, std::uint32_t>> m_periodIndexes; ///< in order
};

} // namespace muniment
