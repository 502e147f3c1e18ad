// Many random organizations in one workspace file, with what each of them wrote.
#pragma once

#include "models/access/access_entities.h"
#include "models/access/access_walk.h"
#include "tests/access/random_access.h"
#include "tests/directory/directory_file.h"

namespace muniment::test {

/// What the graph and the replay are both asked.
struct Case {
    std::size_t history = 0;
    TeamMember subject;
    std::string action, resource;
    std::size_t count = 0; ///< facts that are inside
    Instant at;
};

class AccessHistories {
public:
    /// `events` of each beside those that make it, all from `seed`; the last `drafted` of each are not written.
    AccessHistories(unsigned seed, int histories, int events, std::size_t drafted = 0);

    [[nodiscard]] TenantId tenant(std::size_t history) const { return m_histories[history].tenant; }

    [[nodiscard]] const std::vector<Fact>& facts(std::size_t history) const { return m_histories[history].facts; }

    [[nodiscard]] std::size_t size() const { return m_histories.size(); }

    [[nodiscard]] Snapshot& snapshot() { return *m_snapshot; }

    [[nodiscard]] const AccessProjection& projection() const { return m_projection; }

    [[nodiscard]] const AccessGraph& graph() const { return m_projection.graph(); }

    [[nodiscard]] AccessEntities& entities() { return *m_entities; }

    /// About that history: at an instant, or between two events of one.
    [[nodiscard]] Case draw(std::size_t history);
    [[nodiscard]] NaiveWorld worldOf(const Case& asked) const;
    /// What the case's moment is in the graph.
    [[nodiscard]] Seen seen(const Case& asked);
    /// Absent when the file knows nothing of the subject or the resource.
    [[nodiscard]] std::optional<AccessQuestion> question(const Case& asked);
    [[nodiscard]] HomeIndex home(std::size_t history);

    /// The case, and the facts that are inside, a line each.
    [[nodiscard]] std::string printed(const Case& asked) const;

private:
    struct History {
        TenantId tenant;
        std::vector<Fact> facts;
        std::int64_t firstOrdinal = 0;
    };

    RandomAccess m_random;
    std::vector<History> m_histories;
    DirectoryFile m_file;
    std::unique_ptr<Snapshot> m_snapshot;
    AccessProjection m_projection;
    std::optional<AccessEntities> m_entities;
};

} // namespace muniment::test
