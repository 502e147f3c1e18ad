// The text that views and colour rules are passed on as: a first line that names the format, then lines "key: value".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct KeptLine {
    std::string_view key;
    std::string_view value;
};

/// "key: value" and a line feed. A value takes one line: a line end in it becomes a blank.
[[nodiscard]] std::string printKeptLine(std::string_view key, std::string_view value);
/// The lines under the first, in their order, without blanks around key and value; views into `text`. A line without a
/// colon is passed over. Absent: the first line is not `format`.
[[nodiscard]] std::optional<std::vector<KeptLine>> parseKeptLines(std::string_view text, std::string_view format);

} // namespace muniment
