// Whether bytes are text.
#pragma once

#include <cstddef>
#include <string_view>

namespace muniment {

/// Bytes before the first one that is not well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
/// U+10FFFF); all of them when the text is well-formed.
[[nodiscard]] std::size_t validUtf8Length(std::string_view text);

} // namespace muniment
