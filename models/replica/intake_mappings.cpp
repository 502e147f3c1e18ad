#include "models/replica/intake_mappings.h"

#include "models/replica/sqlite.h"

namespace muniment {

Result<std::string> intakeMappingsText(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT value FROM meta WHERE key = 'intake_mappings'");
        std::string json = row.step() ? row.text(0) : std::string();
        row.reset();
        return json;
    });
}

void writeIntakeMappingsText(sqlite3* db, const std::string& json) {
    sqlite::Statement save(db, "INSERT INTO meta (key, value) VALUES ('intake_mappings', ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    save.bindText(1, json);
    save.run();
}

} // namespace muniment
