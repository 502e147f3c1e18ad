// Taking an event of the timeline back: which command does it, what it is called, and why there may be none.
#pragma once

#include "models/items/command_words.h"
#include "models/items/request_slot.h"
#include "models/timeline/timeline.h"

#include <QString>

#include <optional>

namespace muniment {

struct TakeBack {
    TimelineRow row; ///< what is taken back
    /// To the tenant's home, on the thing as the file knows it now. Absent: it cannot be taken back.
    std::optional<CommandRequest> request;
    bool isRemoval = false; ///< it takes away what the event brought into being
    EntityNames names;      ///< of what the command is about
    std::int64_t later = 0; ///< events of the same thing since
};

using AskTakeBack = Ask<TimelineRow, TakeBack>;
/// Reads the event's thing from its beginning. `workspace` must outlive what is asked.
[[nodiscard]] AskTakeBack askTakeBack(Workspace& workspace);

/// The command as a button says it: "Unlock Ann Lee", "Grant viewer to Ann Lee Again". Of one that can be taken back.
[[nodiscard]] QString takeBackVerb(const TakeBack& back);
/// Why the event cannot be taken back.
[[nodiscard]] QString takeBackObjection(const TimelineRow& row);

} // namespace muniment
