// Places in a JSON document, as RFC 6901 writes them: "/body/person/mail", "/body/lines/0".
#pragma once

#include "models/base/canonical_json.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// The tokens of a pointer, unescaped; none: the whole document. InvalidInput (context "field" = "pointer") where it
/// does not begin with a slash, or has a "~" that is neither "~0" nor "~1".
[[nodiscard]] Result<std::vector<std::string>> parsePointer(std::string_view text);
[[nodiscard]] std::string printPointer(std::span<const std::string> tokens);

/// What stands there; its key is the last token. Absent: nothing does. InvalidInput when the document is not JSON as
/// far as the way leads through it, or names the value twice. Never recurses, whatever the document is.
[[nodiscard]] Result<std::optional<PayloadMember>> findValue(std::string_view json,
                                                             std::span<const std::string> tokens);

} // namespace muniment
