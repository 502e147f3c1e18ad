#include "models/commands/settle.h"

#include "models/base/stoppable_wait.h"

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kFirstWait{100};
constexpr std::chrono::milliseconds kLongestWait{2000};

} // namespace

Result<Settlement> settleUntilKnown(EventStore& store, const Append& append, const Error& unknown, std::stop_token stop,
                                    const std::function<void(const Error&)>& onUnknown) {
    auto wait = kFirstWait;
    while (!stop.stop_requested()) {
        auto settled = store.settle(append);
        if (settled)
            return settled;
        const std::string next = settled.error().get("movedTo");
        if (settled.error().code == ErrorCode::TenantNotHere && !next.empty())
            return tl::unexpected(unknown.with("movedTo", next));
        if (onUnknown)
            onUnknown(settled.error());
        if (!waitUnlessStopped(stop, wait))
            break;
        wait = std::min(wait * 2, kLongestWait);
    }
    return tl::unexpected(unknown);
}

} // namespace muniment
