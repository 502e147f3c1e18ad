#include "models/replica/excerpt.h"

#include "models/replica/file_writer.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/replica_file.h"
#include "models/replica/sqlite.h"

namespace muniment {

Result<std::unique_ptr<Replica>> createExcerpt(const std::filesystem::path& file, const ReplicaSettings& settings,
                                               const std::string& of) {
    auto made = createReplicaFile(file, [&](sqlite3* db) {
        writeRegions(db, settings.regions);
        writeOperatorName(db, settings.operatorName);
        writeWordIndex(db, settings.indexesWords);
        sqlite::Statement note(db, "INSERT INTO meta (key, value) VALUES ('excerpt_of', ?)");
        note.bindText(1, of);
        note.run();
    });
    if (!made)
        return tl::unexpected(made.error());
    return Replica::open(file, ReplicaAccess::ReadWrite);
}

Result<std::optional<std::string>> excerptOf(Snapshot& snapshot) {
    return sqlite::guarded([&]() -> std::optional<std::string> {
        auto& row = snapshot.statement("SELECT value FROM meta WHERE key = 'excerpt_of'");
        std::optional<std::string> of;
        if (row.step())
            of = row.text(0);
        row.reset();
        return of;
    });
}

bool isExcerpt(sqlite3* db) {
    return sqlite::queryInteger(db, "SELECT count(*) FROM meta WHERE key = 'excerpt_of'") != 0;
}

} // namespace muniment
