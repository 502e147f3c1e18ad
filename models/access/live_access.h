// One access graph for all who ask about a workspace file.
#pragma once

#include "models/access/access_projection.h"

#include <memory>
#include <shared_mutex>

namespace muniment {

/// Thread-safe. Many questions run at once; taking in what is new waits for them, and they for it.
class LiveAccess {
public:
    /// Brings the graph up to what the snapshot holds, then calls `read` with the projection, which may know later
    /// events, too: a question with bounds of the snapshot does not see them. An error of the file is passed on, and
    /// the graph read anew next time.
    template <class Read>
    [[nodiscard]] auto ask(Snapshot& snapshot, Read&& read)
        -> Result<std::invoke_result_t<Read, const AccessProjection&>> {
        if (auto current = bringUpTo(snapshot); !current)
            return tl::unexpected(current.error());
        const std::shared_lock lock(m_mutex);
        return read(*m_projection);
    }

private:
    [[nodiscard]] Result<void> bringUpTo(Snapshot& snapshot);

    std::shared_mutex m_mutex;
    std::unique_ptr<AccessProjection> m_projection = std::make_unique<AccessProjection>();
};

} // namespace muniment
