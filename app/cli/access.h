// What the commands about access share: a question as it was typed, put to the access graph, and its answer in words.
#pragma once

#include "app/cli/output.h"
#include "app/cli/workspace_file.h"
#include "models/access/access_entities.h"
#include "models/access/access_path.h"
#include "models/directory/entity_name.h"
#include "models/domain/team.h"
#include "models/proof/edge_words.h"

namespace muniment::cli {

/// A workspace file with its access graph, at the moment that --at names, else now.
class AccessFile {
public:
    /// Says on standard error where the file knows less than the moment.
    [[nodiscard]] static Result<std::unique_ptr<AccessFile>> open(const Invocation& invocation, Output& output);

    [[nodiscard]] Snapshot& snapshot() { return *m_file.snapshot; }

    [[nodiscard]] const AccessGraph& graph() const { return m_projection.graph(); }

    [[nodiscard]] const AccessProjection& projection() const { return m_projection; }

    [[nodiscard]] AccessEntities& entities() { return *m_entities; }

    [[nodiscard]] const std::optional<Instant>& asOf() const { return m_asOf; }

    /// A user, else a team, of --tenant or of the only organization that has one.
    [[nodiscard]] Result<SubjectIndex> subjectNamed(const std::string& typed);
    /// Of one organization; "*" is all of it.
    [[nodiscard]] Result<ResourceIndex> resourceNamed(const std::string& typed, std::optional<HomeIndex> home);
    [[nodiscard]] Result<HomeIndex> homeOf(const TenantId& tenant);

    /// Of --tenant; absent when it was not given.
    [[nodiscard]] const std::optional<TenantId>& tenant() const { return m_tenant; }

    [[nodiscard]] Seen seen(HomeIndex home) const { return seenAt(home, m_bounds, m_asOf.value_or(m_now)); }

    /// At another moment.
    [[nodiscard]] Result<Seen> seenAt(HomeIndex home, Instant at);

    /// As it was called then; its id when it has no name.
    template <class Index>
    [[nodiscard]] std::string nameOf(Index node) {
        return name(entities().entityOf(node));
    }

    [[nodiscard]] EdgeWords words();
    /// "since 2026-03-01T10:00:00Z (team.member.added by root)".
    [[nodiscard]] std::string since(HomeIndex home, Bound event);
    [[nodiscard]] JsonObject eventJson(HomeIndex home, Bound event);
    [[nodiscard]] Instant loggedAt(HomeIndex home, Bound event);

private:
    AccessFile() = default;
    [[nodiscard]] Result<void> read(const Invocation& invocation, Output& output);
    [[nodiscard]] Seen seenAt(HomeIndex home, const RunBounds& bounds, Instant at) const;
    [[nodiscard]] std::string name(const AccessEntity& entity);
    [[nodiscard]] EventNumber numberOf(HomeIndex home, Bound event) const;

    OpenFile m_file;
    AccessProjection m_projection;
    std::optional<AccessEntities> m_entities;
    std::optional<Instant> m_asOf;
    std::optional<TenantId> m_tenant;
    Instant m_now;
    RunBounds m_bounds;
    std::optional<EntityNamesAt> m_names;
};

/// SUBJECT ACTION RESOURCE, as they were typed and found.
struct TypedQuestion {
    AccessQuestion question;
    HomeIndex home;
    Seen seen;
};

[[nodiscard]] Result<TypedQuestion> typedQuestion(AccessFile& file, const Invocation& invocation);

/// `run`, with exit 2 for what does not exist: 1 would be the answer "no".
[[nodiscard]] Run asking(Run run);

/// FILE SUBJECT ACTION RESOURCE.
[[nodiscard]] std::vector<Positional> questionPositionals();
/// --at and --tenant.
[[nodiscard]] std::vector<Option> accessOptions();

/// "user ann", for JSON.
[[nodiscard]] JsonObject entityJson(AccessFile& file, const AccessEntity& entity, const std::string& name);

} // namespace muniment::cli
