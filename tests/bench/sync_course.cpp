#include "tests/bench/sync_course.h"

#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"

#include <QProcess>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sstream>
#include <sys/resource.h>

namespace muniment::bench {

namespace {

constexpr const char* kAtTheEnd = "end"; ///< the child's last line: end, peak megabytes, processor seconds

/// When the sync had come so far, between the two reports around it.
double secondsAt(const std::vector<Reached>& course, double events) {
    const auto after = std::find_if(course.begin(), course.end(), [&](const Reached& r) { return r.events >= events; });
    if (after == course.end())
        return course.back().seconds;
    if (after == course.begin())
        return 0;
    const Reached& before = *std::prev(after);
    return before.seconds +
           (after->seconds - before.seconds) * (events - before.events) / (after->events - before.events);
}

double secondsOf(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

std::vector<double> SyncCourse::windows(double size) const {
    std::vector<double> speeds;
    for (double begin = 0; begin + size <= events(); begin += size)
        speeds.push_back(size / (secondsAt(reached, begin + size) - secondsAt(reached, begin)));
    return speeds;
}

SyncCourse syncInChild(const std::filesystem::path& file) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral("/proc/self/exe"),
                {QString::fromLatin1(kSyncChild), QString::fromStdString(file.string())});
    child.waitForFinished(-1);
    if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        giveUp("sync", Error{ErrorCode::Internal, "the process that synced has failed", {}});
    SyncCourse course{{{}}, 0, 0};
    std::istringstream lines(child.readAllStandardOutput().toStdString());
    std::string word;
    while (lines >> word) {
        if (word == kAtTheEnd) {
            lines >> course.peakMegabytes >> course.processorSeconds;
            continue;
        }
        Reached reached{std::stod(word), 0};
        lines >> reached.events;
        if (reached.events > course.events())
            course.reached.push_back(reached);
    }
    return course;
}

int runSyncChild(const std::filesystem::path& file) {
    const auto replica = must("open", Replica::open(file, ReplicaAccess::ReadWrite));
    const auto begin = std::chrono::steady_clock::now();
    const auto note = [&](const SyncReport& report) {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        std::printf("%.4f %lld\n", seconds.count(), static_cast<long long>(report.applied));
    };
    SyncOptions options;
    options.reportEvery = std::chrono::milliseconds(20);
    const auto last = must("sync", syncOnce(*replica, options, note, {}));
    for (const RegionStatus& region : last.regions)
        if (region.follower.error)
            giveUp("sync", *region.follower.error);
    note(last);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%s %.1f %.3f\n", kAtTheEnd, static_cast<double>(usage.ru_maxrss) / 1024,
                secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime));
    return 0;
}

} // namespace muniment::bench
