// A filter's tree as one line of text, so that tests compare what they print.
#pragma once

#include "models/timeline/filter/filter.h"

#include <string>

namespace muniment::test {

/// and(type=user.locked, not(seq>=5), words=~foo*, tenant={"Acme AG" b}): quoted values in quotes, patterns after ~.
[[nodiscard]] std::string outline(const FilterNode& node);
/// Of the error: UnknownField@0+4 [type], the fault's name, its range, what is suggested.
[[nodiscard]] std::string outline(const FilterError& error);
/// The tree of the text, or the error of it.
[[nodiscard]] std::string outline(const ParsedFilter& parsed);

} // namespace muniment::test
