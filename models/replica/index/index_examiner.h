// The index against the events: the doctor's half. A chunk is made again, beside the file, and compared row by row.
#pragma once

#include "models/replica/replica.h"
#include "models/replica/snapshot.h"

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <string>
#include <vector>

namespace muniment {

class IndexExaminer {
public:
    explicit IndexExaminer(Snapshot& snapshot);

    /// What differs in a chunk of the run: findings "index.facet", "index.key", "index.word", "index.delta", and
    /// "index.events" where its events cannot be read. Throws sqlite::Failure with Cancelled only.
    [[nodiscard]] std::vector<Finding> examine(const RunRecord& run, std::int64_t chunk);

private:
    void makeAgain(const RunRecord& run, std::int64_t first, std::int64_t last);
    void compareFull(const RunRecord& run, std::int64_t chunk);
    void compareOpen(const RunRecord& run, std::int64_t chunk);
    void compareRow(const char* table, std::int64_t k, const char* kind, const std::string& what);
    void add(const char* kind, std::string detail);

    Snapshot& m_snapshot;
    SQLite::Database m_again;
    Finding m_place; ///< region and first event of the chunk that is examined
    std::vector<Finding> m_findings;
};

} // namespace muniment
