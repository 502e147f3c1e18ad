#include "models/commands/region_error.h"

namespace muniment {

Error nothingWritten(const Error& error, const RegionName& region) {
    if (!error.isTransient())
        return error;
    return error.with("region", region.text()).with("written", "no");
}

bool mayBeQueued(const Error& error) {
    return error.isTransient() && !error.isRetryable() && error.get("written") == "no";
}

} // namespace muniment
