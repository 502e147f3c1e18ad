// Ctrl-C and SIGTERM as a stop request: the running batch or command ends in order.
#pragma once

#include <stop_token>
#include <thread>

namespace muniment::cli {

/// While one lives, the first SIGINT or SIGTERM requests a stop; the next one ends the program at once. To be made in
/// the main thread before any other thread is started, so that all of them leave the signals alone.
class Interrupt {
public:
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

    [[nodiscard]] bool hasHappened() const { return m_stop.stop_requested(); }

private:
    std::stop_source m_stop;
    int m_signals = -1; ///< signalfd
    int m_end = -1;     ///< eventfd
    std::jthread m_watcher;
};

} // namespace muniment::cli
