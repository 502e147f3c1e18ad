// SHA-256 as credentials are told by it.
#pragma once

#include "models/base/result.h"

#include <span>
#include <string>

namespace muniment {

/// 64 hexadecimal digits in lower case. Internal when the library of ciphers refuses.
[[nodiscard]] Result<std::string> sha256Hex(std::span<const unsigned char> bytes);

/// What the library of ciphers has to say about its last failure in this thread, as an error; empties its queue.
[[nodiscard]] tl::unexpected<Error> cipherFailure(const char* work);

} // namespace muniment
