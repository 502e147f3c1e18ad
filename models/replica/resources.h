// Files of resources/replica, built into the program.
#pragma once

#include <string>

namespace muniment {

/// Contents of resources/replica/<name>; a name that is not there ends the program, since it was built wrong.
[[nodiscard]] std::string replicaResource(const char* name);

} // namespace muniment
