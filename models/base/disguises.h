// Characters that let a text pass for another: they are shown as escapes wherever a text of somebody else's is shown.
#pragma once

namespace muniment {

/// Controls, marks of direction and other formatting, ends of lines, and what is no character of Unicode.
[[nodiscard]] bool isDisguise(char32_t c);

} // namespace muniment
