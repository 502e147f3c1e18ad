#pragma once

#include <string>

namespace muniment {

/// The operating system's name of who runs this program; the number where there is none.
[[nodiscard]] std::string userOfMachine();

} // namespace muniment
