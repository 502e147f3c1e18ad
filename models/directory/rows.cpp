#include "models/directory/rows.h"

#include "models/directory/statements.h"
#include "models/replica/sqlite.h"

namespace muniment::directory {

Binder& Binder::text(const char* name, const std::string& value) {
    if (const int index = m_statement.getIndex(name); index > 0)
        m_statement.bind(index, value);
    return *this;
}

Binder& Binder::optionalText(const char* name, const std::optional<std::string>& value) {
    if (value)
        return text(name, *value);
    if (const int index = m_statement.getIndex(name); index > 0)
        m_statement.bind(index);
    return *this;
}

Binder& Binder::integer(const char* name, std::int64_t value) {
    if (const int index = m_statement.getIndex(name); index > 0)
        m_statement.bind(index, value);
    return *this;
}

std::string textAt(const SQLite::Statement& statement, int column) {
    return statement.getColumn(column).getString();
}

std::string boundsParameter(Snapshot& snapshot, std::optional<Instant> asOf) {
    if (!asOf)
        return {};
    const auto bounds = snapshot.bounds(asOf);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    return boundsJson(*bounds);
}

std::string prefixEnd(const std::string& prefix) {
    return prefix + "\U0010FFFF";
}

} // namespace muniment::directory
