#include "models/workspace/workspace.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <unistd.h>

namespace muniment::bench {

namespace {

int postmasterOf(const std::string& dataDirectory) {
    QFile file(QString::fromStdString(dataDirectory + "/postmaster.pid"));
    if (!file.open(QIODevice::ReadOnly))
        giveUp("read the server's pid", Error{ErrorCode::FileError, dataDirectory, {}});
    return file.readLine().trimmed().toInt();
}

/// Processor seconds that the server and all its processes have used.
double processorSeconds(int postmaster) {
    double ticks = 0;
    const auto processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const auto& process : processes) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        if (process.toInt() == 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const auto line = file.readAll();
        const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // state ppid … utime stime at 11, 12
        if (process.toInt() != postmaster && fields.value(1).toInt() != postmaster)
            continue;
        ticks += fields.value(11).toDouble() + fields.value(12).toDouble();
        if (process.toInt() == postmaster)
            ticks += fields.value(13).toDouble() + fields.value(14).toDouble(); // children that have ended
    }
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void wait(std::chrono::milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Percent of a core, over `time`.
double load(int postmaster, std::chrono::seconds time) {
    const auto before = processorSeconds(postmaster);
    wait(time);
    return 100 * (processorSeconds(postmaster) - before) / static_cast<double>(time.count());
}

} // namespace

Section measureIdle(const Settings& settings) {
    constexpr auto kSpan = std::chrono::seconds(15);
    BenchRegions regions(1);
    regions.fill(std::min<std::int64_t>(settings.events, 50'000));
    const auto postmaster = postmasterOf(regions.dataDirectory(0));
    const QTemporaryDir folder;
    const auto workspace = must("create the workspace",
                                Workspace::create(std::filesystem::path(folder.path().toStdString()) / "idle.muniment",
                                                  regions.settings(), WorkspaceOptions{}));
    workspace->startFollowing();
    wait(std::chrono::seconds(5));
    std::vector<double> followed;
    for (int round = 0; round < settings.repeats; ++round)
        followed.push_back(load(postmaster, kSpan));
    workspace->stopFollowing();
    wait(std::chrono::seconds(2));
    const auto alone = load(postmaster, kSpan);

    Section section("idle");
    section.number("serverAlonePercent", alone)
        .number("serverFollowedPercent", median(followed))
        .numbers("followedRuns", followed)
        .number("costPercentOfACore", median(followed) - alone)
        .target("an idle workspace costs each server under 1 % of a core", median(followed) - alone < 1);
    return section;
}

} // namespace muniment::bench
