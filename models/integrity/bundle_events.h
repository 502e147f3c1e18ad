// The events of a bundle on their way into a file.
#pragma once

#include "models/integrity/bundle_event.h"
#include "models/integrity/bundle_manifest.h"
#include "models/integrity/bundle_zip_writer.h"
#include "models/replica/replica.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

/// What a file knows of a tenant already.
struct KnownHome {
    std::int32_t epoch = 0; ///< the newest
    RegionName root{};      ///< of its first epoch
};

/// How far a region's log is known after the bundle.
struct RegionEnd {
    std::optional<LogKey> passed;
    std::optional<Instant> knownThrough;
};

class BundleEvents {
public:
    /// Reads events.jsonl of a bundle that checkBundle() has accepted, and keeps it in a file without a name beside
    /// `near`; 40 bytes an event in memory. `visit` sees every event in the order of the bundle and may refuse it.
    /// Refused (context "why" = "hash") when the entry is not the one that was checked.
    [[nodiscard]] static Result<BundleEvents> read(const std::filesystem::path& bundle, const BundleManifest& manifest,
                                                   const std::filesystem::path& near, const std::stop_token& stop,
                                                   const std::function<Result<void>(const BundleEvent&)>& visit);

    /// As followers would have brought them: first what is left of earlier epochs, each in the order of its log, then
    /// the regions. Nothing is committed. `known`: tenants of the file; `ends`: of regions. Refused (context "why" =
    /// "notTaken") when the file holds one of them; after any error the caller takes back what was staged.
    [[nodiscard]] Result<void> stage(ReplicaWriter& into, const std::map<TenantId, KnownHome>& known,
                                     const std::map<RegionName, RegionEnd>& ends, const std::stop_token& stop,
                                     const std::function<void(double)>& progress);

    [[nodiscard]] std::uint64_t count() const { return m_lines.size(); }

    /// Of every region that has events: the last of them.
    [[nodiscard]] const std::map<RegionName, Instant>& lastTimes() const { return m_lastTimes; }

private:
    struct Line {
        LogKey key;
        std::uint64_t offset = 0;
        std::uint32_t length = 0;
        std::uint32_t log = 0; ///< of m_logs
    };

    /// A tenant's epoch in a region.
    struct Log {
        RegionName region;
        TenantId tenant;
        std::int32_t epoch = 1;
    };

    explicit BundleEvents(SpoolFile spool) : m_spool(std::move(spool)) {}

    [[nodiscard]] Result<void> take(std::string_view text, const BundleEvent& event);
    /// Of each log; absent: it is the tenant's present home.
    [[nodiscard]] std::vector<std::optional<Backfill>> closedLogs(const std::map<TenantId, KnownHome>& known) const;
    [[nodiscard]] Result<RecordedEvent> eventOf(const Line& line);

    SpoolFile m_spool;
    std::uint64_t m_bytes = 0;
    std::vector<Line> m_lines;
    std::vector<Log> m_logs;
    std::map<RegionName, Instant> m_lastTimes;
};

} // namespace muniment
