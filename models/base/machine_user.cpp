#include "models/base/machine_user.h"

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace muniment {

std::string userOfMachine() {
    std::array<char, 4096> texts{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(::getuid(), &entry, texts.data(), texts.size(), &found) == 0 && found)
        return entry.pw_name;
    return std::to_string(::getuid());
}

} // namespace muniment
