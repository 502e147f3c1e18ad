// Errors of a region that could not be asked, as one of several regions.
#pragma once

#include "models/base/result.h"
#include "models/base/strong_id.h"

namespace muniment {

/// Where the region could not be reached or did not answer, the error names it, and says that nothing was written: it
/// MUST come from before anything was sent, or from what is known not to have been committed.
[[nodiscard]] Error nothingWritten(const Error& error, const RegionName& region);

/// The command that failed so may be kept and sent later: its region could not be asked, and it is known that nothing
/// was written. Never of an outcome that is not known, and not of what another try may put right at once.
[[nodiscard]] bool mayBeQueued(const Error& error);

/// nothingWritten() of a whole answer.
template <class T>
[[nodiscard]] Result<T> orNothingWritten(Result<T> answer, const RegionName& region) {
    return std::move(answer).map_error([&](const Error& error) { return nothingWritten(error, region); });
}

} // namespace muniment
