// A read model as something that is rebuilt.
#pragma once

#include "models/replica/projections/read_model.h"
#include "models/replica/rebuild.h"
#include "models/replica/sqlite.h"

#include <memory>
#include <string>

namespace muniment {

class ReadModelRebuild final : public RebuildTarget {
public:
    ReadModelRebuild(sqlite3* db, const ReadModelDescription& model) : m_db(db), m_model(model) {}

    [[nodiscard]] const std::string& name() const override { return m_model.name; }

    [[nodiscard]] int version() const override { return m_model.version; }

    void create(std::int64_t generation) override;
    void open(std::int64_t generation) override;
    void project(std::int64_t run, std::int64_t from, std::int64_t to) override;
    /// Tenants that have moved: their events lie in several runs, and are taken in as their epochs follow.
    void finish() override;
    void flush() override;
    void swap(std::int64_t generation) override;

private:
    void take(sqlite::Statement& rows, bool hasMoved);
    [[nodiscard]] std::string tableOf(std::int64_t generation) const;
    /// Of one of the model's tables.
    [[nodiscard]] std::string shadowOf(const std::string& table, std::int64_t generation) const;

    sqlite3* m_db;
    const ReadModelDescription& m_model;
    std::unique_ptr<ReadModel> m_shadow;
};

} // namespace muniment
