#include "tests/bench/bench_file.h"
#include "tests/bench/bench_window.h"
#include "tests/bench/sections.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"

#include <QScrollBar>

#include <algorithm>
#include <random>

namespace muniment::bench {

namespace {

constexpr int kJumps = 200;
constexpr int kFilters = 40;
constexpr int kTravels = 20;
constexpr std::int64_t kFirstMoment = 1'704'067'200'000'000; // as benchPlan() begins and ends
constexpr std::int64_t kLastMoment = 1'767'225'600'000'000;
constexpr int kIdleSeconds = 10;

/// What an auditor asks for one after the other.
const char* const kAsked[] = {"type:session.*",
                              "outcome:failure",
                              "-type:session.*",
                              "after:2025-06-01 outcome:success",
                              "type:user.human.*",
                              "country:DE os:Windows",
                              "type:(user.locked user.unlocked)",
                              ""};

std::vector<double> jumpAbout(BenchWindow& window) {
    BusyTime busy;
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same places every time
    std::uniform_int_distribution<int> places(1, window.timeline().table()->scrollBar()->maximum() - 1);
    std::vector<double> jumps;
    for (int i = 0; i < kJumps; ++i)
        jumps.push_back(window.jumpTo(places(random), busy));
    return jumps;
}

/// Percent of a core that the open window costs while nobody does anything.
double idlePercent() {
    const double before = processorSeconds();
    letEventsCome(std::chrono::seconds(kIdleSeconds));
    return 100 * (processorSeconds() - before) / kIdleSeconds;
}

} // namespace

Section measureWindow(const Settings& settings) {
    const BenchFile file(settings);
    BenchWindow window;
    std::vector<double> opens;
    for (int round = 0; round < std::max(3, settings.repeats); ++round)
        opens.push_back(window.open(file.path()));
    window.window().view()->goTo(Page::Timeline);
    const std::vector<double> jumps = jumpAbout(window);
    std::vector<double> filters;
    for (int i = 0; i < kFilters; ++i)
        filters.push_back(window.filter(kAsked[static_cast<std::size_t>(i) % std::size(kAsked)]));
    std::vector<double> travels; // to moments all over the two years, the newest last
    for (int i = 0; i < kTravels; ++i)
        travels.push_back(window.travelTo(Moment(
            Instant{kFirstMoment + (kLastMoment - kFirstMoment) * ((i * 7) % kTravels) / kTravels + kMicrosPerDay})));
    (void)window.travelTo(std::nullopt);
    (void)jumpAbout(window);
    window.window().view()->goTo(Page::Overview);
    const double idle = idlePercent();
    const double resident = residentMegabytes();
    window.close();

    Section section("window");
    section.number("events", static_cast<double>(file.events()))
        .number("openToFirstPageMs", median(opens))
        .numbers("openRuns", opens)
        .number("jumpP50Ms", median(jumps))
        .number("jumpP99Ms", percentile(jumps, 0.99))
        .number("filterToRowsP50Ms", median(filters))
        .number("filterToRowsMaxMs", percentile(filters, 1))
        .number("anotherMomentP50Ms", median(travels))
        .number("anotherMomentMaxMs", percentile(travels, 1))
        .number("idlePercentOfACore", idle);
    // Made in this very process, the file's making counts as well; `--file` tells of the window alone.
    section.number(file.isMadeHere() ? "residentWithMakingMegabytes" : "residentMegabytes", resident)
        .target("interactive in under 1 s; a jump under 16 ms of the GUI thread; under 400 MB after browsing; idle "
                "under 2 % of a core; another moment on screen within 200 ms",
                median(opens) < 1000 && percentile(jumps, 0.99) < 16 && (file.isMadeHere() || resident < 400) &&
                    idle < 2 && percentile(travels, 1) <= 200);
    return section;
}

} // namespace muniment::bench
