// Writes records into a file as they come: all of them, in little memory, whole or not at all.
#pragma once

#include "models/export/record_writer.h"
#include "models/replica/snapshot.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

enum class ExportFormat : std::uint8_t { Csv, JsonLines };

struct ExportSettings {
    std::filesystem::path path;
    ExportFormat format = ExportFormat::Csv;
    CsvDialect dialect;         ///< of Csv
    bool hasDescription = true; ///< the first line says what was exported as of when
};

/// What stands in that first line.
struct ExportDescription {
    std::string what;          ///< "events", "organizations", "users"
    std::string source;        ///< the workspace's name
    std::string question = {}; ///< that the records answer, in words; empty: they are a list
    std::string filter;        ///< in the filter language; empty: all
    std::string order;         ///< "newest first", "by name" …
    std::optional<Instant> asOf;
    Instant madeAt;
    std::int64_t records = 0;
    bool hasMaskedSecrets = false;

    /// How far a region's log was known: what came later is not in the export.
    struct Region {
        std::string region;
        std::optional<Instant> knownThrough;
    };

    std::vector<Region> regions;
};

/// What the snapshot knows of its regions, for a description.
[[nodiscard]] Result<std::vector<ExportDescription::Region>> exportedRegions(Snapshot& snapshot);

/// The next records, about a thousand at most; empty at the end.
using RecordSource = std::function<Result<std::vector<Record>>()>;
/// Records written so far, of all; called after every call of the source, by the exporting thread.
using ExportProgress = std::function<void(std::int64_t done, std::int64_t all)>;

/// Whole or not at all (NewFile). Cancelled when `stop` is requested, within one call of `source`. The number of
/// records written.
[[nodiscard]] Result<std::int64_t> exportRecords(const ExportSettings& settings, const ExportDescription& description,
                                                 const std::vector<std::string>& columns, const RecordSource& source,
                                                 const std::stop_token& stop, const ExportProgress& progress);

} // namespace muniment
