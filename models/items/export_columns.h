// The timeline's columns as fields of an export: what a column shows, whole and in a form that programs read.
#pragma once

#include "models/items/timeline_columns.h"
#include "models/timeline/export/event_fields.h"

#include <string>

namespace muniment {

/// Under the name that the command line has for it, where it has one; times in RFC 3339.
[[nodiscard]] EventField exportFieldOf(TimelineColumn column);
/// A field of the payload.
[[nodiscard]] EventField exportFieldOf(const std::string& payloadPath);

} // namespace muniment
