#include "models/replica/staged_changes.h"

#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr GuardLevel kLevels[]{GuardLevel::Direct, GuardLevel::Wide, GuardLevel::Always};

Uuid uuidAt(const sqlite::Statement& row, int column) {
    Uuid id;
    const std::string_view bytes = row.bytes(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.bytes.size()), id.bytes.begin());
    return id;
}

} // namespace

Result<std::vector<StagedLine>> stagedLines(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& rows = snapshot.statement("SELECT id, line FROM staged_changes ORDER BY place");
        std::vector<StagedLine> lines;
        while (rows.step())
            lines.push_back({uuidAt(rows, 0), rows.text(1)});
        rows.reset();
        return lines;
    });
}

void writeStagedLines(sqlite3* db, const std::vector<StagedLine>& lines) {
    sqlite::execute(db, "DELETE FROM staged_changes");
    sqlite::Statement save(db, "INSERT INTO staged_changes (place, id, line) VALUES (?, ?, ?)");
    std::int64_t place = 0;
    for (const StagedLine& line : lines) {
        save.bind(1, ++place);
        save.bindBlob(2, bytesOf(line.id));
        save.bindText(3, line.line);
        save.run();
    }
}

std::string_view guardLevelName(GuardLevel level) {
    switch (level) {
    case GuardLevel::Direct:
        return "direct";
    case GuardLevel::Wide:
        return "wide";
    case GuardLevel::Always:
        return "always";
    }
    return "wide";
}

Result<GuardLevel> guardLevel(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT value FROM meta WHERE key = 'guard_level'");
        const std::string name = row.step() ? row.text(0) : std::string();
        row.reset();
        for (const GuardLevel level : kLevels)
            if (guardLevelName(level) == name)
                return level;
        return GuardLevel::Direct;
    });
}

void writeGuardLevel(sqlite3* db, GuardLevel level) {
    sqlite::Statement save(db, "INSERT INTO meta (key, value) VALUES ('guard_level', ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    save.bindText(1, guardLevelName(level));
    save.run();
}

} // namespace muniment
