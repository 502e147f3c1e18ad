// The real window on a file, driven by its scroll bar.
#pragma once

#include "tests/bench/busy_time.h"
#include "ui/look/language.h"
#include "ui/look/look.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/main_window.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace muniment::bench {

class BenchWindow {
public:
    BenchWindow();
    ~BenchWindow();

    /// A new window; milliseconds until the first page of the timeline is on screen.
    double open(const std::filesystem::path& file);
    void close();
    /// Drags the scroll bar to `place`; milliseconds of the GUI thread until the rows there are painted.
    double jumpTo(int place, BusyTime& busy);
    /// Milliseconds until the page has answered a filter: rows, count, bars.
    double filter(const std::string& text);
    /// Milliseconds until the timeline shows another moment: rows and count, painted.
    double travelTo(const std::optional<Moment>& moment);

    [[nodiscard]] MainWindow& window() const { return *m_window; }

    [[nodiscard]] TimelinePage& timeline() const;

private:
    Look m_look;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
};

/// Lets events come until `isDone`; gives the benchmark up after two minutes.
void await(const std::string& what, const std::function<bool()>& isDone);

/// Lets the event loop run, and block, for this long.
void letEventsCome(std::chrono::nanoseconds span);

/// VmRSS of this process.
[[nodiscard]] double residentMegabytes();
/// Processor seconds that this process has used.
[[nodiscard]] double processorSeconds();

} // namespace muniment::bench
