// A workspace file that follows the regions of a ground where tenants move, and what it holds as comparable lines.
#pragma once

#include "models/replica/replica.h"
#include "tests/residency/move_ground.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

/// Empty when they are equal; else the first line that differs, of both.
[[nodiscard]] QString firstDifference(const std::vector<std::string>& a, const std::vector<std::string>& b);

class FollowingFile {
public:
    FollowingFile(MoveGround& ground, const std::filesystem::path& path, const std::vector<RegionName>& regions,
                  const ReplicaPolicy& policy = {});

    /// As `muniment sync --once` does it, with what a policy makes due. Empty, or why it failed.
    [[nodiscard]] QString sync();
    /// Events by their log order, and the rows of the read models, by the ids of their events.
    [[nodiscard]] std::vector<std::string> lines(const TenantId& tenant);
    /// What was found when they were taken in, and what an examination finds now; times apart.
    [[nodiscard]] QStringList findings();

    [[nodiscard]] Replica& replica() { return *m_replica; }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// For what works on a file that nobody has open.
    void close();
    void open();

private:
    std::filesystem::path m_path;
    std::unique_ptr<Replica> m_replica;
};

} // namespace muniment::test
