// SQL past the port, as other services, operators and attackers send it. Whoever includes it links libpq.
#pragma once

#include <chrono>
#include <libpq-fe.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment::test {

/// By a name that the statements of the program itself are told apart from in the server's log.
inline PGconn* connectAsTest(const std::string& endpoint) {
    const char* const names[] = {"dbname", "fallback_application_name", nullptr};
    const char* const values[] = {endpoint.c_str(), "muniment test", nullptr};
    return PQconnectdbParams(names, values, 1);
}

/// One libpq connection, used by one thread. Nothing throws; what fails is in error().
class PlainSql {
public:
    using Row = std::vector<std::string>;

    explicit PlainSql(std::string endpoint) : m_endpoint(std::move(endpoint)) {}

    /// Connects anew when the connection is gone.
    [[nodiscard]] bool isConnected() {
        if (m_connection && PQstatus(m_connection.get()) == CONNECTION_OK)
            return true;
        m_connection.reset(connectAsTest(m_endpoint));
        m_error = PQerrorMessage(m_connection.get());
        return PQstatus(m_connection.get()) == CONNECTION_OK;
    }

    /// Rows as text, NULL as "". Absent: the statement failed.
    std::optional<std::vector<Row>> query(const std::string& sql, const std::vector<std::string>& parameters = {}) {
        if (!isConnected())
            return std::nullopt;
        std::vector<const char*> values;
        for (const std::string& parameter : parameters)
            values.push_back(parameter.c_str());
        const std::unique_ptr<PGresult, void (*)(PGresult*)> result(
            PQexecParams(m_connection.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                         nullptr, nullptr, 0),
            PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            m_error = PQresultErrorMessage(result.get());
            return std::nullopt;
        }
        std::vector<Row> rows(static_cast<std::size_t>(PQntuples(result.get())));
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (int column = 0; column < PQnfields(result.get()); ++column)
                rows[i].emplace_back(PQgetvalue(result.get(), static_cast<int>(i), column));
        return rows;
    }

    [[nodiscard]] bool run(const std::string& sql, const std::vector<std::string>& parameters = {}) {
        return query(sql, parameters).has_value();
    }

    [[nodiscard]] const std::string& error() const { return m_error; }

private:
    std::string m_endpoint;
    std::unique_ptr<PGconn, void (*)(PGconn*)> m_connection{nullptr, PQfinish};
    std::string m_error;
};

} // namespace muniment::test
