// An export that waits in the middle for as long as a test looks at it.
#pragma once

#include "models/items/export_request.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace muniment::test {

/// Exports carried out by run() stop at the end of their first page until they are let go, or stopped.
class HeldExport {
public:
    [[nodiscard]] ExportRun run() const {
        return [gate = m_gate](Snapshot& snapshot, const ExportRequest& request, const std::stop_token& stop,
                               const ExportProgress& progress) {
            return runExport(snapshot, request, stop, [&](std::int64_t done, std::int64_t all) {
                progress(done, all);
                gate->pass(stop);
            });
        };
    }

    /// From now on nothing is held.
    void letGo() const { m_gate->open(); }

private:
    class Gate {
    public:
        void pass(const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            m_opened.wait(lock, stop, [this] { return m_isOpen; });
        }

        void open() {
            const std::lock_guard lock(m_mutex);
            m_isOpen = true;
            m_opened.notify_all();
        }

    private:
        std::mutex m_mutex;
        std::condition_variable_any m_opened;
        bool m_isOpen = false;
    };

    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
};

} // namespace muniment::test
