// Rebuilds a read model beside the one in use.
#pragma once

#include "models/replica/projections/read_model.h"
#include "models/replica/replica.h"

#include <cstdint>
#include <memory>
#include <string>

namespace muniment {

/// One rebuild under way. All that must survive a kill is in the file (read_models, shadow_bounds, the shadow table),
/// in the same transaction as the rows: an interrupted rebuild goes on where it was, or begins anew when the rules
/// changed.
class Rebuild {
public:
    Rebuild(sqlite3* db, const ReadModelDescription& model);

    /// Projects up to `most` further events inside the caller's transaction; when none are left, the shadow table takes
    /// the place of the old one. Throws sqlite::Failure: the caller rolls back and drops this object.
    [[nodiscard]] ReplicaWriter::RebuildProgress advance(std::int64_t most);

private:
    void beginOrResume();
    [[nodiscard]] std::int64_t projectRun(std::int64_t run, std::int64_t from, std::int64_t to);
    void swap();

    sqlite3* m_db;
    const ReadModelDescription& m_model;
    std::int64_t m_generation = 0; ///< of the shadow
    std::string m_shadowTable;
    std::unique_ptr<ReadModel> m_shadow;
};

} // namespace muniment
