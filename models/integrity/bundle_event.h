// events.jsonl: an event with every column, as one line of JSON.
#pragma once

#include "models/base/result.h"
#include "models/domain/event.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

struct BundleEvent {
    std::uint32_t tree = 0; ///< line of trees.txt, from 0
    std::uint64_t leaf = 0; ///< which of the tree
    RegionName region;
    RecordedEvent event;
};

/// With the line's end. Numbers of 64 bits are texts; a text that is not UTF-8 stands as base64 under its name with
/// "Base64" behind.
[[nodiscard]] std::string printBundleEvent(const BundleEvent& event);
/// Without the line's end. Strict: what is read prints as the same bytes. InvalidInput (context "field" = "event").
[[nodiscard]] Result<BundleEvent> parseBundleEvent(std::string_view line);

} // namespace muniment
