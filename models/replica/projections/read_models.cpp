#include "models/replica/projections/organizations.h"
#include "models/replica/projections/read_model_examiner.h"
#include "models/replica/projections/users.h"
#include "models/replica/projections/versioned_read_model.h"

#include <functional>

namespace muniment {

namespace {

struct Registered {
    ReadModelDescription description;
    std::function<std::unique_ptr<ReadModel>(sqlite3*, const std::string&)> make;
    std::function<std::unique_ptr<ReadModelExaminer>(sqlite3*)> makeExaminer;
};

template <class Traits>
Registered registered() {
    return {
        Traits::description(),
        [](sqlite3* db, const std::string& table) { return std::make_unique<VersionedReadModel<Traits>>(db, table); },
        [](sqlite3* db) { return std::make_unique<VersionedExaminer<Traits>>(db); }};
}

const std::vector<Registered>& registry() {
    static const std::vector<Registered> models{registered<OrganizationTraits>(), registered<UserTraits>()};
    return models;
}

const Registered& entryOf(const ReadModelDescription& model) {
    return *std::find_if(registry().begin(), registry().end(),
                         [&](const Registered& entry) { return entry.description.name == model.name; });
}

} // namespace

const std::vector<ReadModelDescription>& readModels() {
    static const std::vector<ReadModelDescription> descriptions = [] {
        std::vector<ReadModelDescription> all;
        for (const Registered& entry : registry())
            all.push_back(entry.description);
        return all;
    }();
    return descriptions;
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
