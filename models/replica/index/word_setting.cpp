#include "models/replica/index/word_setting.h"

#include "models/replica/index/index_layout.h"
#include "models/replica/snapshot.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>

namespace muniment {

namespace {

constexpr std::string_view kIsKnown = "index.words";
constexpr std::string_view kIsWanted = "index.words.wanted";

bool read(sqlite3* db, std::string_view key) {
    sqlite::Statement row(db, "SELECT value FROM meta WHERE key = ?");
    row.bindText(1, key);
    return !row.step() || row.integer(0) != 0;
}

void write(sqlite3* db, std::string_view key, bool value) {
    sqlite::Statement save(db, "INSERT INTO meta (key, value) VALUES (?, ?)"
                               " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    save.bindText(1, key);
    save.bind(2, value ? 1 : 0);
    save.run();
}

} // namespace

bool hasWordIndex(sqlite3* db) {
    return read(db, kIsKnown);
}

Result<bool> hasWordIndex(Snapshot& snapshot) {
    return sqlite::guarded([&] { return hasWordIndex(snapshot.database().getHandle()); });
}

bool wantsWordIndex(sqlite3* db) {
    return read(db, kIsWanted);
}

Result<bool> wantsWordIndex(Snapshot& snapshot) {
    return sqlite::guarded([&] { return wantsWordIndex(snapshot.database().getHandle()); });
}

void writeWordIndex(sqlite3* db, bool isWanted) {
    if (isWanted == wantsWordIndex(db))
        return;
    write(db, kIsWanted, isWanted);
    sqlite::execute(db, "UPDATE read_models SET shadow_version = NULL WHERE name = 'index'");
    const bool isEmpty = sqlite::queryInteger(db, "SELECT count(*) FROM runs WHERE last_ordinal > 0") == 0;
    if (isWanted && !isEmpty)
        return;
    write(db, kIsKnown, isWanted);
    sqlite::execute(db, "DELETE FROM index_words; DELETE FROM index_word_containers");
    sqlite::Statement deltas(db, "DELETE FROM index_deltas WHERE k BETWEEN ? AND ?");
    deltas.bind(1, deltaRow(IndexKey::Word, 0, 0));
    deltas.bind(2, deltaRow(IndexKey::Word, kMostIndexedRun, kMostIndexedOrdinal));
    deltas.run();
}

void noteWordIndexBuilt(sqlite3* db) {
    write(db, kIsKnown, wantsWordIndex(db));
}

} // namespace muniment
