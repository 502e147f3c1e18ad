// What this window has sent and the workspace file does not have yet: whoever asks a question right after a command
// waits for it, for a while.
#pragma once

#include "models/base/position.h"
#include "models/base/strong_id.h"
#include "models/replica/replica.h"

#include <QPointer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace muniment {

/// Used in the thread of `owner`, which outlives it.
class OwnWrites {
public:
    explicit OwnWrites(QObject* owner) : m_owner(owner) {}

    /// A command is on its way; its number.
    [[nodiscard]] std::uint64_t begin();
    /// It was not written, or nothing is known of a place in the log to wait for.
    void end(std::uint64_t number);
    /// It was written there; it is settled when the file reaches that place.
    void written(std::uint64_t number, const RegionName& region, const LogKey& key);
    /// The file has a region's log up to `cursor`.
    void takeCursor(const RegionName& region, const LogKey& cursor);

    [[nodiscard]] bool areSettled() const { return m_underWay.empty(); }

    /// Calls `done` once, unless `context` has died: at once or later with true when everything sent before the call is
    /// settled, with false when `wait` is over first.
    void whenSettled(QObject* context, std::chrono::milliseconds wait, std::function<void(bool)> done);

private:
    struct Place {
        RegionName region;
        LogKey key;
    };

    struct Waiting {
        std::uint64_t number = 0; ///< of the question
        std::uint64_t last = 0;   ///< of the commands that it waits for
        QPointer<QObject> context;
        std::function<void(bool)> done;
    };

    void tellSettled();
    void answer(std::uint64_t question, bool isSettled);

    QObject* m_owner;
    std::map<std::uint64_t, std::optional<Place>> m_underWay; ///< absent: not answered yet
    std::vector<Waiting> m_waiting;
    std::uint64_t m_lastCommand = 0;
    std::uint64_t m_lastQuestion = 0;
};

} // namespace muniment
