// How long the GUI thread was at work and not waiting for something to happen: the event-loop probe.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace muniment::bench {

/// Processor time of the calling thread, in milliseconds.
[[nodiscard]] double threadMilliseconds();

/// From its making on. A span reaches from the moment the event loop wakes to the moment it blocks again, so it holds
/// one task or several in a row: never less than the longest of them.
class BusyTime : public QObject {
public:
    BusyTime();

    /// Forgets what was measured.
    void restart();
    /// Milliseconds of work since the last restart().
    [[nodiscard]] double total();

    /// Milliseconds of each span since the last restart().
    [[nodiscard]] const std::vector<double>& spans() const { return m_spans; }

    /// What the thread itself computed in each of spans(): the rest is waiting for a processor.
    [[nodiscard]] const std::vector<double>& processorSpans() const { return m_processorSpans; }

private:
    void begin();
    void settle();

    QElapsedTimer m_since;
    double m_processorSince = 0;
    std::vector<double> m_spans, m_processorSpans;
};

} // namespace muniment::bench
