// The index as something that is rebuilt.
#pragma once

#include "models/replica/index/index_writer.h"
#include "models/replica/rebuild.h"

#include <memory>
#include <string>

namespace muniment {

/// Name under which it is rebuilt, and its row in read_models.
extern const std::string kIndexName;

/// One slice of a rebuild: made anew for the next, since live batches give codes in between.
class IndexRebuild final : public RebuildTarget {
public:
    IndexRebuild(sqlite3* db, Dictionaries& dictionaries, Addresses& addresses);

    [[nodiscard]] const std::string& name() const override { return kIndexName; }

    [[nodiscard]] int version() const override { return 1; }

    void create(std::int64_t generation) override;
    void open(std::int64_t generation) override;
    void project(std::int64_t run, std::int64_t from, std::int64_t to) override;

    void flush() override;
    void swap(std::int64_t generation) override;

private:
    sqlite3* m_db;
    Dictionaries& m_dictionaries;
    Addresses& m_addresses;
    std::unique_ptr<IndexWriter> m_shadow;
};

} // namespace muniment
