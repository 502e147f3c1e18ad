#include "tests/eventstore/plain_session.h"

#include "tests/support/plain_sql.h"

#include <QtGlobal>

#include <libpq-fe.h>

namespace muniment::test {

PlainSession::PlainSession(const std::string& endpoint) : m_connection(connectAsTest(endpoint)) {
    if (PQstatus(m_connection) != CONNECTION_OK)
        qFatal("plain session: %s", PQerrorMessage(m_connection));
    PQsetNoticeProcessor(
        m_connection, [](void*, const char*) {}, nullptr);
}

PlainSession::~PlainSession() {
    PQfinish(m_connection);
}

void PlainSession::start(const std::string& sql) {
    if (PQsendQuery(m_connection, sql.c_str()) == 0)
        qFatal("plain session: %s", PQerrorMessage(m_connection));
}

bool PlainSession::isBusy() {
    PQconsumeInput(m_connection);
    return PQisBusy(m_connection) != 0;
}

PlainAnswer PlainSession::finish() {
    PlainAnswer answer{"00000", {}, {}};
    while (PGresult* result = PQgetResult(m_connection)) {
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_FATAL_ERROR && answer.isOk()) {
            const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
            answer.sqlstate = state == nullptr ? "08006" : state;
            answer.message = PQresultErrorMessage(result);
        } else if (status == PGRES_TUPLES_OK && answer.isOk()) {
            answer.rows.assign(static_cast<std::size_t>(PQntuples(result)), {});
            for (int row = 0; row < PQntuples(result); ++row)
                for (int column = 0; column < PQnfields(result); ++column)
                    answer.rows[static_cast<std::size_t>(row)].emplace_back(PQgetvalue(result, row, column));
        }
        PQclear(result);
        if (PQstatus(m_connection) == CONNECTION_BAD)
            break;
    }
    return answer;
}

PlainAnswer PlainSession::run(const std::string& sql) {
    if (PQsendQuery(m_connection, sql.c_str()) == 0)
        return {"08006", PQerrorMessage(m_connection), {}};
    return finish();
}

PlainAnswer PlainSession::must(const std::string& sql) {
    PlainAnswer answer = run(sql);
    if (!answer.isOk())
        qFatal("%s\n%s", sql.c_str(), answer.message.c_str());
    return answer;
}

} // namespace muniment::test
