// What libpq and servers say, brought into the form of an error's detail.
#pragma once

#include <string>
#include <string_view>

namespace muniment::postgres {

/// One line out of several: hints follow their message after a blank, further messages after a semicolon. Where in its
/// own source the server noticed is left out.
[[nodiscard]] std::string oneLine(std::string_view words);

} // namespace muniment::postgres
