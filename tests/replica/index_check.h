// What an index should say, found by walking over every event, and what the doctor says of it.
#pragma once

#include "models/replica/replica.h"

#include <cstdint>
#include <string>
#include <vector>

namespace muniment::test {

/// The first difference between the index and the events of a run, up to its event `last`; empty when there is none.
[[nodiscard]] std::string indexDifference(Snapshot& snapshot, std::int64_t run, std::int64_t last);
/// The same of the whole replica's first run, as it is now.
[[nodiscard]] std::string indexDifference(Replica& replica, std::int64_t last);
/// The kinds of what the doctor finds in the index and in the file, each once.
[[nodiscard]] std::vector<std::string> indexFindings(Replica& replica);

} // namespace muniment::test
