// A read model: versions of its entities, made from one tenant's events and nothing else. To add one: a traits file
// like organizations.*, or like team_members.* for what belongs to an entity, its table in resources/replica, and a
// line in read_models.cpp.
#pragma once

#include "models/base/instant.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace muniment {

/// An event as a read model sees it. Views are valid during take() only.
struct ProjectedEvent {
    std::int64_t n = 0;
    Instant loggedAt;
    std::int64_t entity = 0; ///< aggregates.code
    std::int64_t tenant = 0; ///< tenants.code
    std::int64_t region = 0; ///< regions.code
    std::string_view aggregateId;
    std::int64_t sequence = 0;
    std::int32_t epoch = 1;
    std::string_view type;
    const std::optional<std::string>& payload;
    bool isOfNew = false;  ///< the file holds nothing of the entity
    bool hasMoved = false; ///< its tenant has: earlier events of the entity may lie in other runs
};

struct ReadModelDescription {
    std::string name;          ///< "organizations"
    std::string aggregateType; ///< events of other aggregates are not for it; several models may share one
    std::string table;         ///< "org_versions"
    int version = 1;           ///< of rules and columns; a change bumps it
    std::string ddlResource;   ///< file in resources/replica; every name in it begins with `table`
    bool isListed = true;      ///< its entities are looked up by id and by the beginnings of ids
    std::string besides = {};  ///< of a second table, what its name has behind `table`: "_listed", see listed_names.h

    /// `table` and what belongs to it.
    [[nodiscard]] std::vector<std::string> tables() const;
};

/// Writes into one table (the live one or a shadow of the same form), inside the writer's transaction.
class ReadModel {
public:
    ReadModel() = default;
    ReadModel(const ReadModel&) = delete;
    ReadModel& operator=(const ReadModel&) = delete;
    virtual ~ReadModel() = default;

    /// Takes in the next event of a run; true when it changed something shown. Events of one run come in log order,
    /// each once.
    virtual bool take(const ProjectedEvent& event) = 0;
    /// Writes what was made since the last flush, when the aggregates of its events are in the file. Before every
    /// commit; after a rollback a read model is made anew.
    virtual void flush() = 0;
};

/// Compares the stored versions of some entities with a fold of their events; for the doctor.
class ReadModelExaminer {
public:
    ReadModelExaminer() = default;
    ReadModelExaminer(const ReadModelExaminer&) = delete;
    ReadModelExaminer& operator=(const ReadModelExaminer&) = delete;
    virtual ~ReadModelExaminer() = default;

    /// As ReadModel::take. What differs, in words; empty when nothing does.
    [[nodiscard]] virtual std::string compare(const ProjectedEvent& event) = 0;
    /// After the last event: versions that no event made.
    [[nodiscard]] virtual std::string finish() = 0;
};

/// Descriptions of all read models, in the order in which they are flushed: sessions look at users.
[[nodiscard]] const std::vector<ReadModelDescription>& readModels();
/// Some read model lists aggregates of the type.
[[nodiscard]] bool isListedType(std::string_view aggregateType);
/// nullptr for an unknown name.
[[nodiscard]] const ReadModelDescription* findReadModel(std::string_view name);
/// Over `table`, which must exist.
[[nodiscard]] std::unique_ptr<ReadModel> makeReadModel(sqlite3* db, const ReadModelDescription& model,
                                                       const std::string& table);
[[nodiscard]] std::unique_ptr<ReadModelExaminer> makeExaminer(sqlite3* db, const ReadModelDescription& model);

} // namespace muniment
