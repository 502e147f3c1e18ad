// Texts of the source tree that hold SQL.
#pragma once

#include <QString>

#include <string>

namespace muniment::test {

/// Ends the test program when the file cannot be read.
[[nodiscard]] std::string sourceText(const QString& path);

/// The server schema on PostgreSQL as the installer fills it in, in the partitioned layout.
[[nodiscard]] std::string schemaScript();

} // namespace muniment::test
