// libpq connection parameters as values: parsed, shown, and completed for a connection that no environment can bend.
#pragma once

#include "models/base/result.h"

#include <map>
#include <string>

namespace muniment::postgres {

/// libpq's parameter names and values; only what the text gave, nothing from the environment.
using ConnectionInfo = std::map<std::string, std::string>;

/// A libpq URL or key/value string. InvalidInput (field "endpoint"); the detail never repeats the text, which may hold
/// a password.
[[nodiscard]] Result<ConnectionInfo> parseConnectionInfo(const std::string& text);
[[nodiscard]] std::string value(const ConnectionInfo& info, const std::string& name);
/// Every host is a directory, an abstract socket, or absent (libpq's own socket directory).
[[nodiscard]] bool isLocalSocket(const ConnectionInfo& info);
/// As a URL that parses to the same parameters. Call it without a password.
[[nodiscard]] std::string toUrl(const ConnectionInfo& info);
/// user@host:port/database.
[[nodiscard]] std::string toDisplay(const ConnectionInfo& info);

/// Takes the variables out of this process's environment by which libpq would let a stranger's environment choose
/// host, service, TLS mode or options. PGPASSFILE and PGPASSWORD stay: the user's own way to give a password.
void forgetHostileEnvironment();

} // namespace muniment::postgres
