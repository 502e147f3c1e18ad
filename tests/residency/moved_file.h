// A workspace file that follows the regions of a move, and what it holds as lines of text that two files have in
// common.
#pragma once

#include "models/replica/replica.h"
#include "tests/residency/move_ground.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

/// Empty when both are equal.
[[nodiscard]] QString firstDifference(const std::vector<std::string>& a, const std::vector<std::string>& b);

class MovedFile {
public:
    MovedFile(MoveGround& ground, const std::filesystem::path& path, const std::vector<RegionName>& regions);

    /// Once, to the end of every region; empty, or what went wrong.
    [[nodiscard]] QString sync();
    /// Events by their log order, and the rows of the read models, by the ids of their events.
    [[nodiscard]] std::vector<std::string> lines(const TenantId& tenant);
    /// What was noted while following and what an examination finds, but for clocks.
    [[nodiscard]] QStringList findings();

    [[nodiscard]] Replica& replica() { return *m_replica; }

private:
    static void addRows(Snapshot& snapshot, const std::string& table, const TenantId& tenant,
                        const std::map<std::int64_t, std::string>& ids, std::vector<std::string>& lines);

    std::unique_ptr<Replica> m_replica;
};

} // namespace muniment::test
