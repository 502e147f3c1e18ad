#include "app/hardening.h"

#include <algorithm>
#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace muniment {

void forbidCoreDumps() {
#ifdef NDEBUG
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

bool mayHoldPassword(const std::string& argument) {
    if (argument.find("password") != std::string::npos)
        return true;
    const auto scheme = argument.find("://");
    if (scheme == std::string::npos)
        return false;
    const auto at = argument.find('@', scheme + 3);
    const auto colon = argument.find(':', scheme + 3);
    return at != std::string::npos && colon < at;
}

std::vector<std::string> takeArguments(int argc, char** argv) {
    std::vector<std::string> arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.emplace_back(argv[i]);
        if (mayHoldPassword(arguments.back()))
            std::fill_n(argv[i], std::strlen(argv[i]), '*');
    }
    return arguments;
}

} // namespace muniment
