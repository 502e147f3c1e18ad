#include "models/eventstore/postgres/query_result.h"

#include <charconv>
#include <cstring>
#include <libpq-fe.h>

namespace muniment::postgres {

namespace {

// An element in double quotes, with what array input would interpret escaped.
void appendElement(std::string& literal, std::string_view text) {
    literal += literal.size() > 1 ? ",\"" : "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            literal += '\\';
        literal += c;
    }
    literal += '"';
}

std::string hexOf(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 0x0f];
    }
    return text;
}

} // namespace

Parameters& Parameters::text(std::string value) {
    m_values.push_back({std::move(value), false});
    return *this;
}

Parameters& Parameters::text(const std::optional<std::string>& value) {
    m_values.push_back({value, false});
    return *this;
}

Parameters& Parameters::integer(std::int64_t value) {
    return text(std::to_string(value));
}

Parameters& Parameters::bytes(std::string value) {
    m_values.push_back({std::move(value), true});
    return *this;
}

Parameters& Parameters::time(Instant value) {
    return text(formatInstant(value));
}

Parameters& Parameters::null() {
    m_values.push_back({std::nullopt, false});
    return *this;
}

Parameters& Parameters::texts(const std::vector<std::string>& values) {
    std::string literal = "{";
    for (const std::string& value : values)
        appendElement(literal, value);
    return text(literal + "}");
}

Parameters& Parameters::integers(const std::vector<std::int64_t>& values) {
    std::string literal = "{";
    for (const std::int64_t value : values)
        literal += (literal.size() > 1 ? "," : "") + std::to_string(value);
    return text(literal + "}");
}

Parameters& Parameters::byteStrings(const std::vector<std::optional<std::string>>& values) {
    std::string literal = "{";
    for (const auto& value : values) {
        if (value)
            appendElement(literal, hexOf(*value));
        else
            literal += literal.size() > 1 ? ",NULL" : "NULL";
    }
    return text(literal + "}");
}

void QueryResult::Clear::operator()(pg_result* result) const {
    PQclear(result);
}

QueryResult::QueryResult(pg_result* result) : m_result(result) {}

int QueryResult::rowCount() const {
    return PQntuples(m_result.get());
}

bool QueryResult::isNull(int row, int column) const {
    return PQgetisnull(m_result.get(), row, column) != 0;
}

std::string_view QueryResult::bytes(int row, int column) const {
    return {PQgetvalue(m_result.get(), row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
}

int QueryResult::column(const char* name) const {
    return PQfnumber(m_result.get(), name);
}

std::int64_t QueryResult::binaryInteger(int row, int column) const {
    const std::string_view big = bytes(row, column);
    if (big.size() != sizeof(std::int64_t))
        return 0;
    std::uint64_t value = 0;
    for (const char byte : big)
        value = (value << 8) | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

std::optional<Uuid> QueryResult::binaryUuid(int row, int column) const {
    Uuid uuid;
    const std::string_view sixteen = bytes(row, column);
    if (sixteen.size() != uuid.bytes.size())
        return std::nullopt;
    std::memcpy(uuid.bytes.data(), sixteen.data(), uuid.bytes.size());
    return uuid;
}

std::int64_t QueryResult::textInteger(int row, int column) const {
    const std::string_view digits = bytes(row, column);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::int64_t QueryResult::affectedRows() const {
    return std::strtoll(PQcmdTuples(m_result.get()), nullptr, 10);
}

std::string QueryResult::commandTag() const {
    return PQcmdStatus(m_result.get());
}

} // namespace muniment::postgres
