// A workspace file in a folder of its own, and the rows of a file as text for comparing.
#pragma once

#include "models/replica/replica.h"
#include "tests/support/must.h"

#include <QTemporaryDir>

#include <span>
#include <string>
#include <vector>

namespace muniment::test {

class ReplicaFixture {
public:
    explicit ReplicaFixture(std::vector<std::string> regions = {"eu-west-1"});

    [[nodiscard]] std::filesystem::path path(const char* name = "sample.muniment") const;
    [[nodiscard]] std::unique_ptr<Replica> create(const char* name = "sample.muniment") const;
    [[nodiscard]] ReplicaSettings settings() const;

private:
    QTemporaryDir m_folder;
    std::vector<std::string> m_regions;
};

/// Applies the events in batches of `size`.
void applyAll(Replica& replica, const RegionName& region, std::span<const RecordedEvent> events, std::size_t size);

/// Every value of every facet with its ordinals, one a line.
[[nodiscard]] std::vector<std::string> printedFacets(const std::filesystem::path& file);
/// Every table of the file and the facets of its index, codes resolved and numbers kept, one row a line; equal for two
/// replicas of one log.
[[nodiscard]] std::vector<std::string> printedRows(const std::filesystem::path& file);
/// The rows of one query, columns separated by '|'.
[[nodiscard]] std::vector<std::string> printedQuery(const std::filesystem::path& file, const std::string& sql);

} // namespace muniment::test
