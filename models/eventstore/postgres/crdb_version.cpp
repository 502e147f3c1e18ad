#include "models/eventstore/postgres/crdb_version.h"

#include <regex>

namespace muniment::postgres {

std::optional<CockroachVersion> parseCockroachVersion(std::string_view text) {
    static const std::regex form(R"(^CockroachDB \S+ v(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?:-[\w.]+)?(?:\s|$))");
    std::match_results<std::string_view::const_iterator> match;
    if (!std::regex_search(text.begin(), text.end(), match, form))
        return std::nullopt;
    return CockroachVersion{std::stoi(match[1].str()), std::stoi(match[2].str()), std::stoi(match[3].str())};
}

std::string describe(const CockroachVersion& version) {
    return "CockroachDB v" + std::to_string(version.major) + "." + std::to_string(version.minor) + "." +
           std::to_string(version.patch);
}

bool isSupported(const CockroachVersion& version) {
    return version >= CockroachVersion{22, 2, 0} && version < CockroachVersion{27, 0, 0};
}

// cockroachdb.md §1.3: from 23.1.23, 23.2.7 and 24.1.1.
bool takesResultsBufferOption(const CockroachVersion& version) {
    if (version.major == 23 && version.minor == 1)
        return version.patch >= 23;
    if (version.major == 23 && version.minor == 2)
        return version.patch >= 7;
    return version >= CockroachVersion{24, 1, 1};
}

} // namespace muniment::postgres
