// Snapshot over a pooled connection. Public face: snapshot.h.
#pragma once

#include "models/replica/reader_pool.h"
#include "models/replica/snapshot.h"

namespace muniment {

class FileSnapshot final : public Snapshot {
public:
    FileSnapshot(std::shared_ptr<ReaderPool> pool, std::unique_ptr<ReadConnection> connection);
    ~FileSnapshot() override;

    [[nodiscard]] Result<std::vector<RegionRecord>> regions() override;
    [[nodiscard]] Result<std::vector<RunRecord>> runs() override;
    [[nodiscard]] Result<std::string> operatorName() override;
    [[nodiscard]] Result<std::vector<Finding>> findings(int limit) override;
    [[nodiscard]] Result<RunBounds> bounds(std::optional<Moment> asOf) override;
    [[nodiscard]] Result<RecordedEvent> event(EventNumber n) override;
    [[nodiscard]] Result<std::optional<EventNumber>> findEvent(const RegionName& region, const LogKey& key) override;
    [[nodiscard]] std::unique_ptr<std::stop_callback<std::function<void()>>> interruptOn(std::stop_token stop) override;

    [[nodiscard]] bool isStopped() const override { return m_stop.stop_requested(); }

    [[nodiscard]] SQLite::Database& database() override;
    [[nodiscard]] sqlite::Statement& statement(const char* sql) override;
    [[nodiscard]] sqlite::Statement& statement(const char* sql, std::int64_t run) override;
    [[nodiscard]] std::optional<Instant> loggedAt(EventNumber n) override;
    [[nodiscard]] RunFences fences(const RunRecord& run) override;

private:
    [[nodiscard]] const std::vector<RunRecord>& readRuns();
    [[nodiscard]] bool holdsRunOf(EventNumber n);
    /// Number of the run's events for which `isInside(n)`, where those inside come first.
    template <class IsInside>
    [[nodiscard]] std::int64_t partition(std::int64_t first, std::int64_t last, IsInside&& isInside);

    std::shared_ptr<ReaderPool> m_pool;
    std::unique_ptr<ReadConnection> m_connection;
    std::optional<std::vector<RunRecord>> m_runs;
    std::stop_token m_stop;
};

} // namespace muniment
