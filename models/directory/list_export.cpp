#include "models/directory/list_export.h"

#include "models/base/canonical_json.h"
#include "models/directory/export_fields.h"
#include "models/directory/list_pages.h"

namespace muniment {

namespace {

class Conditions {
public:
    void add(std::string_view field, std::string_view value) {
        m_text += m_text.empty() ? "" : " ";
        m_text.append(field).append(":");
        addValue(value);
    }

    void addWords(std::string_view words) {
        if (words.empty())
            return;
        m_text += m_text.empty() ? "" : " ";
        appendCanonicalString(m_text, words);
    }

    [[nodiscard]] std::string text() && { return std::move(m_text); }

private:
    void addValue(std::string_view value) {
        if (value.find_first_of(" \t\n\"():,") == std::string_view::npos)
            m_text.append(value);
        else
            appendCanonicalString(m_text, value);
    }

    std::string m_text;
};

/// What an export has to know of a kind of list.
template <class Row, class Query>
struct ExportedRows {
    const char* what;
    const char* order;
    typename ListPages<Row, Query>::Read list;
    Result<std::int64_t> (*count)(Snapshot&, const Query&);
    const std::vector<RecordField<Row>>& (*fields)();
};

ExportedRows<OrgRow, OrgQuery> rowsOf(const OrgQuery&) {
    return {"organizations", "by name", &listOrganizations, &countOrganizations, &orgFields};
}

ExportedRows<UserRow, UserQuery> rowsOf(const UserQuery&) {
    return {"users", "by user name", &listUsers, &countUsers, &userFields};
}

ExportedRows<TeamRow, TeamQuery> rowsOf(const TeamQuery&) {
    return {"teams", "by name", &listTeams, &countTeams, &teamFields};
}

ExportedRows<RoleRow, RoleQuery> rowsOf(const RoleQuery&) {
    return {"roles", "by key", &listRoles, &countRoles, &roleFields};
}

ExportedRows<ResourceRow, ResourceQuery> rowsOf(const ResourceQuery&) {
    return {"resources", "by name", &listResources, &countResources, &resourceFields};
}

ExportedRows<GrantRow, GrantQuery> rowsOf(const GrantQuery&) {
    return {"grants", "newest first", &listGrants, &countGrants, &grantFields};
}

ExportedRows<SessionRow, SessionQuery> rowsOf(const SessionQuery&) {
    return {"sessions", "newest first", &listSessions, &countSessions, &sessionFields};
}

ExportedRows<PlanRow, PlanQuery> rowsOf(const PlanQuery&) {
    return {"plans", "by name", &listPlans, &countPlans, &planFields};
}

ExportedRows<ReviewRow, ReviewQuery> rowsOf(const ReviewQuery&) {
    return {"reviews", "by name", &listReviews, &countReviews, &reviewFields};
}

ExportedRows<SeparationRow, SeparationQuery> rowsOf(const SeparationQuery&) {
    return {"rules of separation of duties", "by name", &listSeparations, &countSeparations, &separationFields};
}

template <class Query>
Result<std::int64_t> exportRows(Snapshot& snapshot, Query query, const ExportSettings& settings,
                                ExportDescription description, const std::stop_token& stop,
                                const ExportProgress& progress) {
    const auto rows = rowsOf(query);
    query.after.reset();
    description.what = rows.what;
    description.order = rows.order;
    description.filter = filterText(query);
    description.asOf = instantOf(query.asOf);
    const auto count = rows.count(snapshot, query);
    if (!count)
        return count;
    description.records = *count;
    auto regions = exportedRegions(snapshot);
    if (!regions)
        return tl::unexpected(regions.error());
    description.regions = std::move(*regions);
    ListPages pages(snapshot, rows.list, query);
    const auto& fields = rows.fields();
    const RecordSource source = [&] {
        return pages.next().map([&](const auto& page) { return recordsOf(page, fields); });
    };
    return exportRecords(settings, description, namesOf(fields), source, stop, progress);
}

/// The conditions that most lists share.
template <class Query, class State>
std::string commonFilter(const Query& query, const std::optional<State>& state, std::string_view (*name)(State)) {
    Conditions conditions;
    if constexpr (requires { query.tenant; })
        if (query.tenant)
            conditions.add("tenant", query.tenant->text());
    if constexpr (requires { query.type; })
        if (query.type)
            conditions.add("type", *query.type);
    if (state)
        conditions.add("state", name(*state));
    conditions.addWords(query.text);
    return std::move(conditions).text();
}

} // namespace

Result<std::int64_t> exportList(Snapshot& snapshot, const ListQuery& query, const ExportSettings& settings,
                                ExportDescription description, const std::stop_token& stop,
                                const ExportProgress& progress) {
    return std::visit(
        [&](const auto& one) { return exportRows(snapshot, one, settings, std::move(description), stop, progress); },
        query);
}

Result<std::int64_t> exportOrganizations(Snapshot& snapshot, OrgQuery query, const ExportSettings& settings,
                                         ExportDescription description, const std::stop_token& stop,
                                         const ExportProgress& progress) {
    return exportList(snapshot, ListQuery(std::move(query)), settings, std::move(description), stop, progress);
}

Result<std::int64_t> exportUsers(Snapshot& snapshot, UserQuery query, const ExportSettings& settings,
                                 ExportDescription description, const std::stop_token& stop,
                                 const ExportProgress& progress) {
    return exportList(snapshot, ListQuery(std::move(query)), settings, std::move(description), stop, progress);
}

std::string filterText(const OrgQuery& query) {
    Conditions conditions;
    if (query.region)
        conditions.add("region", query.region->text());
    if (query.lifecycle)
        conditions.add("state", orgLifecycleName(*query.lifecycle));
    conditions.addWords(query.text);
    return std::move(conditions).text();
}

std::string filterText(const UserQuery& query) {
    Conditions conditions;
    if (query.tenant)
        conditions.add("tenant", query.tenant->text());
    if (query.kind)
        conditions.add("kind", userKindName(*query.kind));
    if (query.lifecycle)
        conditions.add("state", userLifecycleName(*query.lifecycle));
    conditions.addWords(query.text);
    return std::move(conditions).text();
}

std::string filterText(const TeamQuery& query) {
    return commonFilter(query, query.lifecycle, &teamLifecycleName);
}

std::string filterText(const RoleQuery& query) {
    return commonFilter(query, query.lifecycle, &roleLifecycleName);
}

std::string filterText(const ResourceQuery& query) {
    return commonFilter(query, query.lifecycle, &resourceLifecycleName);
}

std::string filterText(const GrantQuery& query) {
    return commonFilter(query, query.standing, &grantStandingName);
}

std::string filterText(const SessionQuery& query) {
    Conditions conditions;
    if (query.tenant)
        conditions.add("tenant", query.tenant->text());
    if (query.user)
        conditions.add("user", query.user->text());
    if (!query.withEnded)
        conditions.add("state", "open");
    conditions.addWords(query.text);
    return std::move(conditions).text();
}

std::string filterText(const PlanQuery& query) {
    Conditions conditions;
    if (query.lifecycle)
        conditions.add("state", *query.lifecycle == PlanState::Lifecycle::Removed ? "removed" : "active");
    conditions.addWords(query.text);
    return std::move(conditions).text();
}

std::string filterText(const ReviewQuery& query) {
    return commonFilter(query, query.lifecycle, &reviewLifecycleName);
}

std::string filterText(const SeparationQuery& query) {
    return commonFilter(query, query.lifecycle, &separationLifecycleName);
}

} // namespace muniment
