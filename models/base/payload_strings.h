// Every string of a payload in one pass, without building anything: what an index reads half a million times a second.
#pragma once

#include <functional>
#include <string_view>

namespace muniment {

/// A string value somewhere in a payload. Views are valid while it is taken only.
struct PayloadString {
    std::string_view member;     ///< of the top level that it lies in
    std::string_view value;      ///< decoded
    bool isMemberItself = false; ///< else it lies deeper, in an object or an array
};

/// Calls take() for each string value, in stored order; names are not values. False for bytes that are not one JSON
/// object, or one deeper than kMaxPayloadDepth: what was taken by then is void. Lenient like readMembers(),
/// thread-safe.
[[nodiscard]] bool forEachPayloadString(std::string_view json, const std::function<void(const PayloadString&)>& take);

} // namespace muniment
