#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "ui/look/language.h"
#include "ui/look/look.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace_view.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QTemporaryDir>

#include <chrono>
#include <random>

namespace muniment::bench {

namespace {

double milliseconds(const QElapsedTimer& since) {
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

/// Adds up the time in which the GUI thread was at work and not waiting for something to happen.
class BusyTime : public QObject {
public:
    BusyTime() {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_since.restart(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { settle(); });
        m_since.start();
    }

    void restart() {
        m_busy = 0;
        m_since.restart();
    }

    double take() {
        settle();
        return m_busy;
    }

private:
    void settle() {
        if (m_since.isValid())
            m_busy += milliseconds(m_since);
        m_since.invalidate();
    }

    QElapsedTimer m_since;
    double m_busy = 0;
};

/// Opens the window on `file`; milliseconds until the first page of the timeline is on screen.
double openWindow(std::unique_ptr<MainWindow>& window, Look& look, Language& language,
                  const std::filesystem::path& file) {
    QElapsedTimer timer;
    timer.start();
    window = std::make_unique<MainWindow>(look, language);
    window->resize(1440, 900);
    window->show();
    window->openFile(file);
    while (!window->view() || !window->view()->timeline()->model()->isLoaded() ||
           window->view()->timeline()->model()->rowCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    window->view()->timeline()->repaint();
    return milliseconds(timer);
}

/// Drags the scroll bar to a random place; milliseconds of the GUI thread until the rows there are painted.
double jump(TimelinePage& page, BusyTime& busy, std::mt19937& random) {
    auto* bar = page.table()->scrollBar();
    auto* model = page.model();
    std::uniform_int_distribution<int> places(1, bar->maximum() - 1);
    const auto place = places(random);
    busy.restart();
    bar->setValue(place);
    while (model->window().top != rowAtScrollValue(model->window(), place) || model->rowAt(0) == nullptr)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    page.table()->view()->viewport()->repaint();
    return busy.take();
}

} // namespace

Section measureWindow(const Settings& settings) {
    constexpr int kJumps = 200;
    BenchRegions regions(1);
    regions.fill(settings.events);
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "window.muniment";
    {
        const auto replica = must("create the workspace", Replica::create(file, regions.settings()));
        must("sync", syncOnce(*replica, SyncOptions{}, {}, {}));
    }

    Language language(*qApp);
    Look look(*qApp);
    std::unique_ptr<MainWindow> window;
    std::vector<double> opens;
    for (int round = 0; round < std::max(3, settings.repeats); ++round) {
        window.reset();
        opens.push_back(openWindow(window, look, language, file));
    }
    BusyTime busy;
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same places every time
    std::vector<double> jumps;
    for (int i = 0; i < kJumps; ++i)
        jumps.push_back(jump(*window->view()->timeline(), busy, random));
    window.reset();

    Section section("window");
    section.number("events", static_cast<double>(settings.events))
        .number("openToFirstPageMs", median(opens))
        .numbers("openRuns", opens)
        .number("jumpP50Ms", median(jumps))
        .number("jumpP99Ms", percentile(jumps, 0.99))
        .target("interactive in under 1 s; a jump under 16 ms of the GUI thread",
                median(opens) < 1000 && percentile(jumps, 0.99) < 16);
    return section;
}

} // namespace muniment::bench
