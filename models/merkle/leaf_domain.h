// What tells the leaves of events from those of everything else.
#pragma once

#include <string_view>

namespace muniment {

/// Every event's leaf begins with it.
inline constexpr std::string_view kEventLeafDomain = "muniment-event/1\n";

} // namespace muniment
