#include "models/replica/projections/grants.h"
#include "models/replica/projections/org_domains.h"
#include "models/replica/projections/organizations.h"
#include "models/replica/projections/plans.h"
#include "models/replica/projections/read_model_examiner.h"
#include "models/replica/projections/relation_examiner.h"
#include "models/replica/projections/resources.h"
#include "models/replica/projections/review_decisions.h"
#include "models/replica/projections/reviews.h"
#include "models/replica/projections/role_permissions.h"
#include "models/replica/projections/roles.h"
#include "models/replica/projections/separations.h"
#include "models/replica/projections/sessions.h"
#include "models/replica/projections/team_members.h"
#include "models/replica/projections/teams.h"
#include "models/replica/projections/user_credentials.h"
#include "models/replica/projections/users.h"

#include <algorithm>
#include <functional>
#include <set>

namespace muniment {

namespace {

struct Registered {
    ReadModelDescription description;
    std::function<std::unique_ptr<ReadModel>(sqlite3*, const std::string&)> make;
    std::function<std::unique_ptr<ReadModelExaminer>(sqlite3*)> makeExaminer;
};

template <class Model, class Examiner>
Registered registered(ReadModelDescription description) {
    return {std::move(description),
            [](sqlite3* db, const std::string& table) { return std::make_unique<Model>(db, table); },
            [](sqlite3* db) { return std::make_unique<Examiner>(db); }};
}

template <class Traits>
Registered entities() {
    return registered<VersionedReadModel<Traits>, VersionedExaminer<Traits>>(Traits::description());
}

template <class Traits>
Registered relation() {
    return registered<VersionedRelation<Traits>, RelationExaminer<Traits>>(Traits::description());
}

const std::vector<Registered>& registry() {
    static const std::vector<Registered> models{
        entities<OrganizationTraits>(),
        relation<OrgDomainTraits>(),
        entities<UserTraits>(),
        relation<UserCredentialTraits>(),
        entities<TeamTraits>(),
        relation<TeamMemberTraits>(),
        entities<RoleTraits>(),
        relation<RolePermissionTraits>(),
        entities<ResourceTraits>(),
        entities<GrantTraits>(),
        entities<ReviewTraits>(),
        relation<ReviewDecisionTraits>(),
        entities<PlanTraits>(),
        entities<SeparationTraits>(),
        registered<SessionReadModel, SessionExaminer>(SessionReadModel::description())};
    return models;
}

const Registered& entryOf(const ReadModelDescription& model) {
    return *std::find_if(registry().begin(), registry().end(),
                         [&](const Registered& entry) { return entry.description.name == model.name; });
}

} // namespace

std::vector<std::string> ReadModelDescription::tables() const {
    return besides.empty() ? std::vector{table} : std::vector{table, table + besides};
}

const std::vector<ReadModelDescription>& readModels() {
    static const std::vector<ReadModelDescription> descriptions = [] {
        std::vector<ReadModelDescription> all;
        for (const Registered& entry : registry())
            all.push_back(entry.description);
        return all;
    }();
    return descriptions;
}

bool isListedType(std::string_view aggregateType) {
    static const std::set<std::string, std::less<>> listed = [] {
        std::set<std::string, std::less<>> types;
        for (const ReadModelDescription& model : readModels())
            if (model.isListed)
                types.insert(model.aggregateType);
        return types;
    }();
    return listed.contains(aggregateType);
}

const ReadModelDescription* findReadModel(std::string_view name) {
    for (const ReadModelDescription& model : readModels())
        if (model.name == name)
            return &model;
    return nullptr;
}

std::unique_ptr<ReadModel> makeReadModel(sqlite3* db, const ReadModelDescription& model, const std::string& table) {
    return entryOf(model).make(db, table);
}

std::unique_ptr<ReadModelExaminer> makeExaminer(sqlite3* db, const ReadModelDescription& model) {
    return entryOf(model).makeExaminer(db);
}

} // namespace muniment
