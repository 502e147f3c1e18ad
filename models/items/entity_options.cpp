#include "models/items/entity_options.h"

#include "models/items/ask_snapshot.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace muniment {

namespace {

QString line(std::initializer_list<QString> parts) {
    QStringList told;
    for (const auto& part : parts)
        if (!part.isEmpty())
            told << part;
    return told.join(QStringLiteral(" · "));
}

template <class Row, class Query>
Result<void> addOptions(std::vector<EntityOption>& options, Snapshot& snapshot,
                        Result<std::vector<Row>> (*list)(Snapshot&, const Query&), Query query,
                        const OptionsRequest& request) {
    query.text = request.text;
    query.asOf = request.asOf;
    query.limit = request.most;
    if constexpr (requires { query.tenant; })
        query.tenant = request.tenant;
    const auto rows = list(snapshot, query);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const auto& row : *rows)
        options.push_back(optionOf(row));
    return {};
}

/// The organization that everything else is of.
Result<void> addWhole(std::vector<EntityOption>& options, Snapshot& snapshot, const OptionsRequest& request) {
    const auto org = findOrganization(snapshot, request.tenant->text(), request.asOf);
    if (!org)
        return org.error().code == ErrorCode::NotFound ? Result<void>() : tl::unexpected(org.error());
    options.push_back(optionOf(*org));
    options.back().words = wholeOrganizationText(org->id, org->name);
    return {};
}

Result<void> addKind(std::vector<EntityOption>& options, Snapshot& snapshot, OptionKind kind,
                     const OptionsRequest& request) {
    switch (kind) {
    case OptionKind::Organization: {
        if (request.tenant)
            return addWhole(options, snapshot, request);
        OrgQuery query;
        query.lifecycle = OrgLifecycle::Active;
        return addOptions(options, snapshot, &listOrganizations, std::move(query), request);
    }
    case OptionKind::User:
        return addOptions(options, snapshot, &listUsers, UserQuery{}, request);
    case OptionKind::Team:
        return addOptions(options, snapshot, &listTeams, TeamQuery{}, request);
    case OptionKind::Role:
        return addOptions(options, snapshot, &listRoles, RoleQuery{}, request);
    case OptionKind::Resource:
        return addOptions(options, snapshot, &listResources, ResourceQuery{}, request);
    }
    return {};
}

Result<std::vector<EntityOption>> readOptions(Snapshot& snapshot, const OptionsRequest& request) {
    std::vector<EntityOption> options;
    for (const auto kind : request.kinds)
        if (const auto added = addKind(options, snapshot, kind, request); !added)
            return tl::unexpected(added.error());
    return options;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EntityOptions)
};

} // namespace

QString wholeOrganizationText(const TenantId& tenant, const std::string& name) {
    return Words::tr("The whole organization %1").arg(name.empty() ? shortId(tenant.text()) : plainText(name));
}

EntityOption optionOf(const OrgRow& org) {
    return {{org.id, {"org", AggregateId(org.id.text())}},
            org.region,
            org.name,
            org.region.text(),
            line({plainText(org.name), plainText(org.region.text()), shortId(org.id.text())})};
}

EntityOption optionOf(const UserRow& user) {
    return {{user.tenant, {"user", user.id}},
            user.region,
            user.userName,
            user.tenantName,
            line({plainText(user.userName), plainText(user.displayName), shortId(user.id.text())})};
}

EntityOption optionOf(const TeamRow& team) {
    return {{team.tenant, {"team", team.id}},
            team.region,
            team.name,
            team.tenantName,
            line({plainText(team.name), plainText(team.description), shortId(team.id.text())})};
}

EntityOption optionOf(const RoleRow& role) {
    return {{role.tenant, {"role", role.id}},
            role.region,
            role.key,
            role.tenantName,
            line({plainText(role.key), plainText(role.displayName), shortId(role.id.text())})};
}

EntityOption optionOf(const ResourceRow& resource) {
    QStringList path;
    for (const auto& name : resource.path)
        path << plainText(name);
    path << plainText(resource.name);
    return {{resource.tenant, {"resource", resource.id}},
            resource.region,
            resource.name,
            resource.tenantName,
            line({path.join(QStringLiteral(" / ")), plainText(resource.type), shortId(resource.id.text())})};
}

AskOptions askOptions(Workspace& workspace) {
    return askSnapshot<OptionsRequest, std::vector<EntityOption>>(workspace, &readOptions);
}

} // namespace muniment
