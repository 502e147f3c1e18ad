#include "models/directory/rows.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"
#include "models/replica/version_functions.h"

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

Binder& Binder::optionalInteger(const char* name, const std::optional<std::int64_t>& value) {
    return value ? integer(name, *value) : optionalText(name, std::nullopt);
}

Binder& Binder::optionalBytes(const char* name, const std::optional<std::string>& value) {
    if (!value)
        return optionalText(name, std::nullopt);
    if (const int index = m_statement.getIndex(name); index > 0)
        m_statement.bind(index, value->data(), static_cast<int>(value->size()));
    return *this;
}

Binder& Binder::id(const char* name, const AggregateId& id) {
    if (const auto packed = packAggregateId(id.text()))
        return optionalBytes(name, std::string(bytesOf(*packed)));
    return text(name, id.text());
}

Binder& Binder::optionalId(const char* name, const std::optional<AggregateId>& id) {
    return id ? this->id(name, *id) : optionalText(name, std::nullopt);
}

std::string textAt(const SQLite::Statement& statement, int column) {
    return statement.getColumn(column).getString();
}

Instant timeAt(const SQLite::Statement& statement, int column) {
    return {statement.getColumn(column).getInt64()};
}

std::optional<Instant> optionalTimeAt(const SQLite::Statement& statement, int column) {
    return statement.getColumn(column).isNull() ? std::nullopt : std::optional(timeAt(statement, column));
}

AggregateId idAt(const SQLite::Statement& statement, int column) {
    const auto value = statement.getColumn(column);
    return AggregateId(value.isBlob() ? uuidOf(value.getString()).text() : value.getString());
}

std::optional<std::string> boundsOf(Snapshot& snapshot, std::optional<Moment> asOf) {
    if (!asOf)
        return std::nullopt;
    const auto bounds = snapshot.bounds(asOf);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    return boundsBytes(*bounds);
}

std::optional<std::string> textOf(const std::optional<TenantId>& tenant) {
    return tenant ? std::optional(tenant->text()) : std::nullopt;
}

std::string searchedText(const std::string& typed) {
    constexpr const char* kAround = " \t\r\n\"'`,;<>()[]{}";
    const auto first = typed.find_first_not_of(kAround);
    // Nothing else was typed: then that is what is looked for.
    if (first == std::string::npos)
        return foldName(typed);
    return foldName(typed.substr(first, typed.find_last_not_of(kAround) - first + 1));
}

std::string prefixEnd(const std::string& prefix) {
    return prefix + "\U0010FFFF";
}

} // namespace muniment::directory
