#include "models/simulation/history_writer.h"
#include "models/workspace/sync_run.h"
#include "tests/bench/bench_plan.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/bench_window.h"
#include "tests/bench/sections.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace muniment::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSeconds = 30;
constexpr std::int64_t kPerSecond = 5'000;
constexpr std::int64_t kPerTransaction = 50; ///< over all regions
constexpr std::chrono::milliseconds kFrame{16};

/// Writes the rest of the history at a steady pace.
void writeSteadily(HistoryInsertion& history, std::atomic<std::int64_t>& written, const std::stop_token& stop) {
    const auto begin = Clock::now();
    while (!stop.stop_requested()) {
        const auto done = must("insert", history.insert(kPerTransaction, {}, {}));
        if (done == 0)
            return;
        written += done;
        std::this_thread::sleep_until(begin + std::chrono::microseconds(written * 1'000'000 / kPerSecond));
    }
}

/// The window as somebody browses it: three rows a frame, a jump now and then.
class Browsing {
public:
    explicit Browsing(BenchWindow& window) : m_page(window.timeline()) {}

    void step() {
        auto* bar = m_page.table()->scrollBar();
        if (++m_steps % 60 == 0)
            bar->setValue(std::uniform_int_distribution(1, std::max(1, bar->maximum() - 1))(m_random));
        else
            m_page.model()->scrollBy(3);
        QElapsedTimer frame;
        frame.start();
        const double processor = threadMilliseconds();
        m_page.table()->view()->viewport()->repaint();
        const double painted = static_cast<double>(frame.nsecsElapsed()) / 1e6;
        const double used = threadMilliseconds() - processor;
        letEventsCome(kFrame - std::min<Clock::duration>(kFrame, std::chrono::nanoseconds(frame.nsecsElapsed())));
        m_frames.push_back(painted);
        m_frameProcessor.push_back(used);
    }

    [[nodiscard]] const std::vector<double>& frames() const { return m_frames; }

    /// What the GUI thread itself computed for each frame: the rest of a frame is waiting for a processor.
    [[nodiscard]] const std::vector<double>& frameProcessor() const { return m_frameProcessor; }

private:
    TimelinePage& m_page;
    std::mt19937 m_random{1}; // NOLINT(cert-msc51-cpp): the same places every time
    std::int64_t m_steps = 0;
    std::vector<double> m_frames, m_frameProcessor;
};

} // namespace

Section measureLive(const Settings& settings) {
    BenchRegions regions(3);
    auto plan = benchPlan(settings.events + kSeconds * kPerSecond);
    StoresByRegion stores;
    for (int i = 0; i < regions.count(); ++i) {
        plan.regions.push_back(regions.region(i));
        auto store = must("open", openEventStore(regions.moverEndpoint(i), nullptr));
        must("connect", store->connect(regions.region(i)));
        stores.emplace(regions.region(i), std::move(store));
    }
    Simulation simulation(plan);
    HistoryInsertion history(simulation, stores);
    const std::int64_t before = must("insert", history.insert(settings.events, {}, {}));
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "live.muniment";
    {
        const auto replica = must("create the workspace", Replica::create(file, regions.settings()));
        must("sync", syncOnce(*replica, SyncOptions{}, {}, {}));
    }
    say("bench: synced, going live");

    BenchWindow window;
    window.open(file);
    window.window().view()->goTo(Page::Timeline);
    std::atomic<std::int64_t> written = 0;
    std::jthread writer([&](const std::stop_token& stop) { writeSteadily(history, written, stop); });
    BusyTime busy;
    Browsing browsing(window);
    std::vector<double> backlogs;
    const auto begin = Clock::now();
    while (Clock::now() - begin < std::chrono::seconds(kSeconds)) {
        browsing.step();
        backlogs.push_back(static_cast<double>(before + written - window.timeline().model()->events()));
    }
    writer.request_stop();
    writer.join();
    const double elapsed = std::chrono::duration<double>(Clock::now() - begin).count();
    (void)busy.total();
    const std::vector<double> spans = busy.spans();
    QElapsedTimer catchingUp;
    catchingUp.start();
    await("catch up", [&] { return window.timeline().model()->events() >= before + written; });

    const double rate = static_cast<double>(written) / elapsed;
    Section section("live");
    section.number("events", static_cast<double>(before))
        .number("writtenPerSecond", rate)
        .number("backlogP50", median(backlogs))
        .number("backlogP99", percentile(backlogs, 0.99))
        .number("catchUpMs", static_cast<double>(catchingUp.elapsed()))
        .number("frameP50Ms", median(browsing.frames()))
        .number("frameP99Ms", percentile(browsing.frames(), 0.99))
        .number("frameProcessorP50Ms", median(browsing.frameProcessor()))
        .number("frameProcessorP99Ms", percentile(browsing.frameProcessor(), 0.99))
        .number("guiSpanP99Ms", percentile(spans, 0.99))
        .number("guiSpanMaxMs", percentile(spans, 1))
        .number("guiSpanProcessorMaxMs", percentile(busy.processorSpans(), 1))
        .target("keeps up with 5,000 events/s while scrolling; no GUI-thread task over 50 ms; frame p99 <= 16 ms",
                rate >= 0.95 * kPerSecond && percentile(backlogs, 0.99) < 2 * kPerSecond &&
                    percentile(spans, 1) <= 50 && percentile(browsing.frames(), 0.99) <= 16);
    return section;
}

} // namespace muniment::bench
