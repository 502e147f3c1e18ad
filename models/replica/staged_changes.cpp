#include "models/replica/staged_changes.h"

#include "models/replica/sqlite.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace muniment {

namespace {

constexpr GuardLevel kLevels[]{GuardLevel::Direct, GuardLevel::Wide, GuardLevel::Always};

Uuid uuidAt(const sqlite::Statement& row, int column) {
    Uuid id;
    const std::string_view bytes = row.bytes(column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), id.bytes.size()), id.bytes.begin());
    return id;
}

// Beside the lines and not among their columns: a program that does not know of queueing keeps what it means.
constexpr const char* kQueuedKey = "queued_changes";

/// A line each: the id, a space, the microseconds.
std::string printQueued(const std::vector<StagedLine>& lines) {
    std::string text;
    for (const StagedLine& line : lines)
        if (line.queuedAt)
            text += line.id.text() + ' ' + std::to_string(line.queuedAt->micros) + '\n';
    return text;
}

/// What is not as printQueued() writes it is passed over: the change is then no more than staged.
std::map<Uuid, Instant> parseQueued(std::string_view text) {
    std::map<Uuid, Instant> queued;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t space = line.find(' ');
        if (space == std::string_view::npos)
            continue;
        Instant at;
        const auto [end, error] = std::from_chars(line.data() + space + 1, line.data() + line.size(), at.micros);
        const auto id = parseUuid(line.substr(0, space));
        if (id && error == std::errc() && end == line.data() + line.size())
            queued[*id] = at;
    }
    return queued;
}

} // namespace

Result<std::vector<StagedLine>> stagedLines(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& kept = snapshot.statement("SELECT value FROM meta WHERE key = ?");
        kept.bindText(1, kQueuedKey);
        const auto queued = parseQueued(kept.step() ? kept.text(0) : std::string());
        kept.reset();
        auto& rows = snapshot.statement("SELECT id, line FROM staged_changes ORDER BY place");
        std::vector<StagedLine> lines;
        while (rows.step()) {
            StagedLine line{uuidAt(rows, 0), rows.text(1)};
            if (const auto found = queued.find(line.id); found != queued.end())
                line.queuedAt = found->second;
            lines.push_back(std::move(line));
        }
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
    const std::string queued = printQueued(lines);
    sqlite::Statement keep(db, queued.empty() ? "DELETE FROM meta WHERE key = ?"
                                              : "INSERT INTO meta (key, value) VALUES (?, ?)"
                                                " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    keep.bindText(1, kQueuedKey);
    if (!queued.empty())
        keep.bindText(2, queued);
    keep.run();
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
