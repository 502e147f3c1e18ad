// `muniment schema install|status|repair` for a libpq endpoint.
#pragma once

#include "models/eventstore/event_store.h"

#include <string>
#include <vector>

namespace muniment {

constexpr int kServerSchemaVersion = 1;

enum class SchemaLayout { Automatic, RegionalByRow, PartitionByList, Single };

struct SchemaStatus {
    StoreFlavour flavour = StoreFlavour::PostgreSql;
    std::string serverVersion;
    int version = 0; ///< 0: no schema
    std::vector<std::string> regions;
    std::string installation;
    bool needsRepair = false;          ///< restored or copied since installation
    std::vector<std::string> findings; ///< what differs from what install would make (a missing guard, role, grant …)
};

struct SchemaRequest {
    std::string endpoint;
    std::shared_ptr<SecretSource> secrets;
    std::vector<std::string> regions; ///< to add; those present stay
    SchemaLayout layout = SchemaLayout::Automatic;
};

/// Idempotent. Creates what is missing, adds regions, refuses a newer schema than kServerSchemaVersion (SchemaTooNew).
[[nodiscard]] Result<SchemaStatus> installSchema(const SchemaRequest& request);
[[nodiscard]] Result<SchemaStatus> schemaStatus(const SchemaRequest& request);
/// After a restore: raises the position offset above every stored position and records the new system identifier.
[[nodiscard]] Result<SchemaStatus> repairSchema(const SchemaRequest& request);

} // namespace muniment
