// The quick yes of the sync's hot path: bytes that are canonical are recognised in one pass, without a tree.
#pragma once

#include <string_view>

namespace muniment {

/// True only for canonical payload bytes. False says nothing more; checkCanonical finds out why. Constant stack.
[[nodiscard]] bool isCanonicalPayload(std::string_view bytes);

} // namespace muniment
