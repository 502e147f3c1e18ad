#include "tests/bench/bench_window.h"

#include "models/items/time_machine.h"
#include "models/timeline/filter/filter.h"
#include "tests/bench/bench_regions.h"
#include "ui/charts/time_bars.h"
#include "ui/charts/timeline_histogram.h"
#include "ui/pages/timeline_table.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTableView>
#include <QTimer>

#include <sys/resource.h>

namespace muniment::bench {

namespace {

double milliseconds(const QElapsedTimer& since) {
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

} // namespace

void await(const std::string& what, const std::function<bool()>& isDone) {
    QElapsedTimer timer;
    timer.start();
    QTimer lookAgain; // what is waited for may be no event
    lookAgain.start(50);
    while (!isDone()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (timer.hasExpired(120'000))
            giveUp(what, Error{ErrorCode::Internal, "it did not come within two minutes", {}});
    }
}

void letEventsCome(std::chrono::nanoseconds span) {
    // Not processEvents() with a time: that one spins, and a loop that never blocks tells a BusyTime nothing.
    QEventLoop loop;
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(span), Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

BenchWindow::BenchWindow() : m_look(*qApp), m_language(*qApp) {}

BenchWindow::~BenchWindow() = default;

TimelinePage& BenchWindow::timeline() const {
    return *m_window->view()->timeline();
}

double BenchWindow::open(const std::filesystem::path& file) {
    m_window.reset();
    QElapsedTimer timer;
    timer.start();
    m_window = std::make_unique<MainWindow>(m_look, m_language);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->openFile(file);
    await("open the window",
          [this] { return m_window->view() && timeline().model()->isLoaded() && timeline().model()->rowCount() > 0; });
    timeline().repaint();
    return milliseconds(timer);
}

void BenchWindow::close() {
    m_window.reset();
}

double BenchWindow::jumpTo(int place, BusyTime& busy) {
    TimelinePage& page = timeline();
    auto* model = page.model();
    busy.restart();
    page.table()->scrollBar()->setValue(place);
    await("jump", [&] {
        return model->window().top == rowAtScrollValue(model->window(), page.table()->scrollBar()->value()) &&
               model->rowAt(0) != nullptr;
    });
    page.table()->view()->viewport()->repaint();
    return busy.total();
}

double BenchWindow::filter(const std::string& text) {
    QElapsedTimer timer;
    timer.start();
    timeline().applyFilter(*parseFilter(text).filter);
    await("filter", [this] { return !timeline().model()->isAwaitingFilter() && timeline().model()->isLoaded(); });
    return milliseconds(timer);
}

double BenchWindow::travelTo(const std::optional<Moment>& moment) {
    QElapsedTimer timer;
    timer.start();
    m_window->view()->time()->setAsOf(moment);
    await("travel", [this] { return !timeline().model()->isAwaitingFilter() && timeline().model()->isLoaded(); });
    timeline().repaint();
    return milliseconds(timer);
}

double residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly))
        for (const auto& line : file.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

double processorSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace muniment::bench
