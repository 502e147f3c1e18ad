// What the timeline is asked in the benchmarks, and the same in SQL for those it is compared with.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace muniment::bench {

struct AskedQuestion {
    std::string name;
    std::string filter;  ///< in the filter language
    std::string replica; ///< WHERE on the workspace file's events table; empty: not asked so
    std::string server;  ///< WHERE on the server's events table; empty: not asked so
    double mostMs = 20;  ///< target for page, count and histogram together
};

/// About a tenant with many events.
[[nodiscard]] std::vector<AskedQuestion> askedQuestions(const std::string& tenant);

[[nodiscard]] double millisecondsOf(const std::function<void()>& work);

} // namespace muniment::bench
