// What the commands about intake have in common: whose records, of which regions, under which mapping.
#pragma once

#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/workspace_file.h"
#include "models/eventstore/intake.h"
#include "models/intake/promotion_run.h"

#include <memory>
#include <string>
#include <vector>

namespace muniment::cli {

/// A file's regions with their servers, connected when they are asked for.
class IntakeRegions {
public:
    IntakeRegions(OpenFile file, std::shared_ptr<SecretSource> secrets)
        : m_file(std::move(file)),
          m_secrets(std::move(secrets)) {}

    [[nodiscard]] Snapshot& snapshot() const { return *m_file.snapshot; }

    /// Those that --region names; else all of the file, in its order.
    [[nodiscard]] Result<std::vector<RegionName>> chosen(const Invocation& invocation) const;
    [[nodiscard]] Result<EventStore*> at(const RegionName& region);

private:
    OpenFile m_file;
    std::shared_ptr<SecretSource> m_secrets;
    std::map<RegionName, std::unique_ptr<EventStore>> m_stores;
};

struct FoundRecord {
    RegionName region;
    IntakeRecord record;
};

/// By its id, or the beginning of one among a region's newest records. NotFound, Ambiguous.
[[nodiscard]] Result<FoundRecord> findRecord(IntakeRegions& regions, const std::vector<RegionName>& among,
                                             const std::string& typed);

/// The mapping that --mapping names; InvalidInput when the option is not there.
[[nodiscard]] Result<IntakeMapping> typedMapping(const Invocation& invocation, Snapshot& snapshot);

/// The ids behind FILE, one a word.
[[nodiscard]] std::vector<std::string> typedIds(const Invocation& invocation);

/// A line for each record: what it makes, or why not.
void tellOutcome(const RegionName& region, const RecordOutcome& outcome, bool isDryRun, Output& output);

[[nodiscard]] Option regionOption();
[[nodiscard]] Option textOption();

} // namespace muniment::cli
