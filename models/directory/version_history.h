// The past of one entity: its versions with what each changed, and what came and went in its relations.
#pragma once

#include "models/directory/entity_history.h"
#include "models/replica/snapshot.h"

#include <string>
#include <utility>
#include <vector>

namespace muniment::directory {

/// A field that versions are compared by: its name, and its value as text, of the version `v`.
using HistoryField = std::pair<const char*, const char*>;

/// A relation of the entity: that a row begins is a change of `field` from nothing to `value`, that it ends one to
/// nothing; both are SQL, of the row `v`.
struct HistoryRelation {
    const char* table;
    const char* field;
    const char* value;
};

/// The statements of one kind of entity, made once.
struct HistoryStatements {
    HistoryStatements(const char* type, const char* table, const std::vector<HistoryField>& fields,
                      const std::vector<HistoryRelation>& relations = {});

    std::vector<const char*> names;
    std::string versions;               ///< newest first: entity, the fields, from_n; at most :limit
    std::vector<std::string> relations; ///< the latest first: from_n, to_n, field, value; at most :limit
};

/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> readHistory(Snapshot& snapshot, const HistoryStatements& history,
                                                          const TenantId& tenant, const AggregateId& id, int limit);

/// Which event it was, when it was logged, and by whom; nothing of an event that is not in the file. May throw
/// sqlite::Failure.
[[nodiscard]] VersionRow versionOf(Snapshot& snapshot, std::int64_t n, std::vector<FieldChange> changes);

} // namespace muniment::directory
