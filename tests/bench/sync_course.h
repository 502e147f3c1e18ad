// One first sync in a process of its own, so that its memory and its processor time are those of a sync and nothing
// else.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace muniment::bench {

/// How far a sync had come at an instant.
struct Reached {
    double seconds = 0;
    double events = 0;
};

struct SyncCourse {
    std::vector<Reached> reached; ///< ascending, from {0, 0} to the end
    double peakMegabytes = 0;
    double processorSeconds = 0; ///< of all threads, without the server's

    [[nodiscard]] double events() const { return reached.back().events; }

    [[nodiscard]] double perSecond() const { return events() / reached.back().seconds; }

    /// Events per second of each window of so many events.
    [[nodiscard]] std::vector<double> windows(double size) const;
};

/// Syncs the workspace file, which must have been made and not be open, by this program called anew.
[[nodiscard]] SyncCourse syncInChild(const std::filesystem::path& file);

/// What the program does when it is called so: kSyncChild FILE. The call that `muniment sync --once` makes.
inline constexpr const char* kSyncChild = "--sync-child";
int runSyncChild(const std::filesystem::path& file);

} // namespace muniment::bench
