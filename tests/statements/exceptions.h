// exceptions.sql: the statements that may leave their region open, each with its reason.
#pragma once

#include <map>
#include <string>

namespace muniment::test {

struct RegionException {
    std::string statement;
    std::string reason;
};

/// By the statement's shape. Ends the test program where an entry has no reason or is no SQL.
[[nodiscard]] std::map<std::string, RegionException> regionExceptions();

} // namespace muniment::test
