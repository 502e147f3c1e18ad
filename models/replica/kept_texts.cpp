#include "models/replica/kept_texts.h"

#include "models/replica/sqlite.h"

namespace muniment {

namespace {

/// As it stands in the file.
std::string_view keyOf(KeptText which) {
    switch (which) {
    case KeptText::Intake:
        return "intake_mappings";
    case KeptText::Residency:
        return "residency_rules";
    case KeptText::Places:
        return "region_places";
    case KeptText::Placement:
        return "placement_check";
    }
    return {};
}

} // namespace

Result<std::string> keptText(Snapshot& snapshot, KeptText which) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT value FROM meta WHERE key = ?");
        row.bindText(1, keyOf(which));
        std::string json = row.step() ? row.text(0) : std::string();
        row.reset();
        return json;
    });
}

void writeKeptText(sqlite3* db, KeptText which, const std::string& json) {
    sqlite::Statement save(db, "INSERT INTO meta (key, value) VALUES (?, ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    save.bindText(1, keyOf(which));
    save.bindText(2, json);
    save.run();
}

} // namespace muniment
