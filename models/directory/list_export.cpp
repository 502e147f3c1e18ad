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

template <class Row, class Query>
Result<std::int64_t> exportList(Snapshot& snapshot, ListPages<Row, Query> pages, Result<std::int64_t> count,
                                const std::vector<RecordField<Row>>& fields, const ExportSettings& settings,
                                ExportDescription description, const std::stop_token& stop,
                                const ExportProgress& progress) {
    if (!count)
        return count;
    description.records = *count;
    auto regions = exportedRegions(snapshot);
    if (!regions)
        return tl::unexpected(regions.error());
    description.regions = std::move(*regions);
    const RecordSource source = [&] {
        return pages.next().map([&](const std::vector<Row>& rows) { return recordsOf(rows, fields); });
    };
    return exportRecords(settings, description, namesOf(fields), source, stop, progress);
}

} // namespace

Result<std::int64_t> exportOrganizations(Snapshot& snapshot, OrgQuery query, const ExportSettings& settings,
                                         ExportDescription description, const std::stop_token& stop,
                                         const ExportProgress& progress) {
    query.after.reset();
    description.what = "organizations";
    description.order = "by name";
    description.filter = filterText(query);
    description.asOf = query.asOf;
    return exportList(snapshot, OrgPages(snapshot, &listOrganizations, query), countOrganizations(snapshot, query),
                      orgFields(), settings, std::move(description), stop, progress);
}

Result<std::int64_t> exportUsers(Snapshot& snapshot, UserQuery query, const ExportSettings& settings,
                                 ExportDescription description, const std::stop_token& stop,
                                 const ExportProgress& progress) {
    query.after.reset();
    description.what = "users";
    description.order = "by user name";
    description.filter = filterText(query);
    description.asOf = query.asOf;
    return exportList(snapshot, UserPages(snapshot, &listUsers, query), countUsers(snapshot, query), userFields(),
                      settings, std::move(description), stop, progress);
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

} // namespace muniment
