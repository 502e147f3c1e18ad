#include "models/eventstore/postgres/connection.h"

#include "models/eventstore/postgres/server_words.h"
#include "models/eventstore/postgres/sqlstate.h"

#include <algorithm>
#include <cerrno>
#include <libpq-fe.h>
#include <poll.h>

namespace muniment::postgres {

namespace {

// Whoever cancels has an answer within 200 ms, also from a server that never gives one: then the connection is left
// behind. With the longest slice below; a server that is near answers within it, and its connection stays.
constexpr std::chrono::milliseconds kCancelGrace{100};
constexpr std::size_t kNotices = 32;
// With TLS, bytes may lie decrypted inside OpenSSL while the socket stays silent (cockroachdb.md §1.5): never wait on
// the socket alone for longer than this.
constexpr std::chrono::milliseconds kFirstSlice{1};
constexpr std::chrono::milliseconds kLongestSlice{50};

using Clock = std::chrono::steady_clock;

std::string field(const PGresult* result, int code) {
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? std::string() : std::string(text);
}

} // namespace

void Connection::Finish::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

Connection::Connection(pg_conn* connection, CancelSwitch& cancelSwitch)
    : m_connection(connection),
      m_switch(cancelSwitch) {}

Connection::~Connection() {
    m_switch.setTarget(nullptr);
}

bool Connection::isOpen() const {
    return !m_isAbandoned && PQstatus(m_connection.get()) == CONNECTION_OK;
}

bool Connection::isInTransaction() const {
    return PQtransactionStatus(m_connection.get()) != PQTRANS_IDLE;
}

bool Connection::usesTls() const {
    return PQsslInUse(m_connection.get()) != 0;
}

std::optional<std::string> Connection::parameterStatus(const char* name) const {
    const char* text = PQparameterStatus(m_connection.get(), name);
    return text == nullptr ? std::nullopt : std::optional<std::string>(text);
}

int Connection::serverVersion() const {
    return PQserverVersion(m_connection.get());
}

int Connection::backendPid() const {
    return PQbackendPID(m_connection.get());
}

void Connection::keepNotice(void* connection, const pg_result* result) {
    auto& notices = static_cast<Connection*>(connection)->m_notices;
    if (notices.size() == kNotices)
        notices.erase(notices.begin());
    notices.push_back(oneLine(field(result, PG_DIAG_MESSAGE_PRIMARY)));
}

std::vector<std::string> Connection::takeNotices() {
    return std::exchange(m_notices, {});
}

tl::unexpected<Error> Connection::lost() {
    m_isAbandoned = true;
    return failure(ErrorCode::Unreachable, oneLine(PQerrorMessage(m_connection.get())), {{"stage", "session"}});
}

Error Connection::faultOf(const pg_result* result) const {
    const std::string state = field(result, PG_DIAG_SQLSTATE);
    if (state.empty())
        return Error{ErrorCode::Unreachable, oneLine(PQresultErrorMessage(result)), {{"stage", "session"}}};
    const std::string message = oneLine(field(result, PG_DIAG_MESSAGE_PRIMARY));
    Error error{meaningOf(state), message, {{"sqlstate", state}}};
    if (state == kQueryCancelled && m_switch.isRequested())
        error.code = ErrorCode::Cancelled;
    // cockroachdb.md §2.1: an unavailable range answers 40003 also to a read.
    if (message.find("replica unavailable") != std::string::npos || message.find("lost quorum") != std::string::npos)
        error.context["cause"] = "rangeUnavailable";
    for (const auto& [name, code] : {std::pair{"constraint", PG_DIAG_CONSTRAINT_NAME},
                                     {"table", PG_DIAG_TABLE_NAME},
                                     {"hint", PG_DIAG_MESSAGE_HINT}})
        if (const std::string text = field(result, code); !text.empty())
            error.context[name] = text;
    return error;
}

Result<void> Connection::wait(bool forWriting, Deadline deadline) {
    const auto now = Clock::now();
    if (m_switch.isRequested() && !m_cancelGrace)
        m_cancelGrace = now + kCancelGrace;
    const bool isCancelLate = m_cancelGrace && now > *m_cancelGrace;
    if (isCancelLate || now > deadline || (m_silence && now - m_heardAt > *m_silence)) {
        m_isAbandoned = true;
        return failure(isCancelLate ? ErrorCode::Cancelled : ErrorCode::Timeout, "the server did not answer in time");
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - now) + kFirstSlice;
    pollfd socket{PQsocket(m_connection.get()), static_cast<short>(POLLIN | (forWriting ? POLLOUT : 0)), 0};
    const int ready = ::poll(&socket, 1, static_cast<int>(std::min(left, m_slice).count()));
    m_slice = ready > 0 ? kFirstSlice : std::min(m_slice * 2, kLongestSlice);
    if (ready > 0 && (socket.revents & POLLIN) != 0)
        m_heardAt = Clock::now();
    return {};
}

Result<void> Connection::flush(Deadline deadline) {
    for (;;) {
        const int state = PQflush(m_connection.get());
        if (state == 0)
            return {};
        if (state < 0)
            return lost();
        if (auto waited = wait(true, deadline); !waited)
            return waited;
        if (PQconsumeInput(m_connection.get()) == 0)
            return lost();
    }
}

Result<pg_result*> Connection::next(Deadline deadline) {
    while (PQisBusy(m_connection.get()) != 0) {
        if (auto waited = wait(false, deadline); !waited)
            return tl::unexpected(waited.error());
        if (PQconsumeInput(m_connection.get()) == 0)
            return lost();
    }
    return PQgetResult(m_connection.get());
}

void Connection::beginWaiting() {
    m_slice = kFirstSlice;
    m_cancelGrace.reset();
    m_heardAt = Clock::now();
}

Result<void> Connection::send(const Statement& statement, bool isPipelined, Deadline deadline) {
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const Parameters::Value& value : statement.parameters.values()) {
        values.push_back(value.data ? value.data->data() : nullptr);
        lengths.push_back(value.data ? static_cast<int>(value.data->size()) : 0);
        formats.push_back(value.isBinary ? 1 : 0);
    }
    PGconn* connection = m_connection.get();
    const int count = static_cast<int>(values.size());
    const int resultFormat = statement.hasBinaryResult ? 1 : 0;
    beginWaiting();
    const int sent =
        statement.isReused
            ? PQsendQueryPrepared(connection, std::to_string(std::hash<std::string>{}(statement.sql)).c_str(), count,
                                  values.data(), lengths.data(), formats.data(), resultFormat)
            : PQsendQueryParams(connection, statement.sql.c_str(), count, nullptr, values.data(), lengths.data(),
                                formats.data(), resultFormat);
    if (sent == 0)
        return lost();
    return isPipelined ? Result<void>() : flush(deadline);
}

Result<void> Connection::prepare(const Statement& statement, Deadline deadline) {
    const std::string name = std::to_string(std::hash<std::string>{}(statement.sql));
    if (!statement.isReused || m_prepared.contains(name))
        return {};
    beginWaiting();
    if (PQsendPrepare(m_connection.get(), name.c_str(), statement.sql.c_str(), 0, nullptr) == 0)
        return lost();
    if (auto flushed = flush(deadline); !flushed)
        return flushed;
    if (auto prepared = collect(deadline); !prepared)
        return tl::unexpected(prepared.error());
    m_prepared.insert(name);
    return {};
}

Result<QueryResult> Connection::collect(Deadline deadline) {
    std::optional<QueryResult> last;
    std::optional<Error> error;
    for (;;) {
        auto result = next(deadline);
        if (!result)
            return tl::unexpected(result.error());
        if (*result == nullptr)
            break;
        last.emplace(*result);
        switch (PQresultStatus(*result)) {
        case PGRES_BAD_RESPONSE:
        case PGRES_NONFATAL_ERROR:
        case PGRES_FATAL_ERROR:
            if (!error)
                error = faultOf(*result);
            break;
        case PGRES_COPY_IN:
        case PGRES_COPY_OUT:
            return std::move(*last);
        default:
            break;
        }
    }
    if (error)
        return tl::unexpected(*error);
    if (!last)
        return lost();
    return std::move(*last);
}

Result<QueryResult> Connection::run(const Statement& statement, Deadline deadline) {
    if (auto prepared = prepare(statement, deadline); !prepared)
        return tl::unexpected(prepared.error());
    if (auto sent = send(statement, false, deadline); !sent)
        return tl::unexpected(sent.error());
    return collect(deadline);
}

Result<QueryResult> Connection::runScript(const std::string& sql, Deadline deadline) {
    beginWaiting();
    if (PQsendQuery(m_connection.get(), sql.c_str()) == 0)
        return lost();
    if (auto flushed = flush(deadline); !flushed)
        return tl::unexpected(flushed.error());
    return collect(deadline);
}

Result<std::vector<QueryResult>> Connection::runTogether(std::span<const Statement> statements, Deadline deadline,
                                                         std::optional<std::chrono::milliseconds> silence) {
    m_silence = silence;
    auto results = runPipeline(statements, deadline);
    m_silence.reset();
    return results;
}

Result<std::vector<QueryResult>> Connection::runPipeline(std::span<const Statement> statements, Deadline deadline) {
    for (const Statement& statement : statements)
        if (auto prepared = prepare(statement, deadline); !prepared)
            return tl::unexpected(prepared.error());
    if (PQenterPipelineMode(m_connection.get()) == 0)
        return lost();
    for (const Statement& statement : statements)
        if (auto sent = send(statement, true, deadline); !sent)
            return tl::unexpected(sent.error());
    if (PQpipelineSync(m_connection.get()) == 0)
        return lost();
    if (auto flushed = flush(deadline); !flushed)
        return tl::unexpected(flushed.error());
    std::vector<QueryResult> results;
    auto collected = collectPipeline(results, deadline);
    if (isOpen() && PQexitPipelineMode(m_connection.get()) == 0)
        return lost();
    if (!collected)
        return tl::unexpected(collected.error());
    return results;
}

// Up to the answer to the Sync, past the nulls between the statements' results.
Result<void> Connection::collectPipeline(std::vector<QueryResult>& results, Deadline deadline) {
    std::optional<Error> error;
    int nulls = 0;
    for (;;) {
        auto result = next(deadline);
        if (!result)
            return tl::unexpected(result.error());
        if (*result == nullptr) {
            if (++nulls > 1)
                return lost();
            continue;
        }
        nulls = 0;
        QueryResult held(*result);
        switch (PQresultStatus(*result)) {
        case PGRES_PIPELINE_SYNC:
            return error ? Result<void>(tl::unexpected(*error)) : Result<void>();
        case PGRES_PIPELINE_ABORTED:
            break;
        case PGRES_FATAL_ERROR:
        case PGRES_BAD_RESPONSE:
            if (!error)
                error = faultOf(*result).with("statement", std::to_string(results.size()));
            if (PQstatus(m_connection.get()) == CONNECTION_BAD) {
                m_isAbandoned = true;
                return tl::unexpected(*error);
            }
            break;
        default:
            results.push_back(std::move(held));
        }
    }
}

Result<void> Connection::beginCopy(const std::string& sql, Deadline deadline) {
    if (auto begun = runScript(sql, deadline); !begun)
        return tl::unexpected(begun.error());
    return {};
}

Result<void> Connection::putCopy(std::string_view bytes, Deadline deadline) {
    for (;;) {
        const int put = PQputCopyData(m_connection.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (put > 0)
            return flush(deadline);
        if (put < 0)
            return lost();
        if (auto waited = wait(true, deadline); !waited)
            return waited;
    }
}

Result<std::int64_t> Connection::endCopy(Deadline deadline) {
    int ended = 0;
    while ((ended = PQputCopyEnd(m_connection.get(), nullptr)) == 0)
        if (auto waited = wait(true, deadline); !waited)
            return tl::unexpected(waited.error());
    if (ended < 0)
        return lost();
    if (auto flushed = flush(deadline); !flushed)
        return tl::unexpected(flushed.error());
    auto done = collect(deadline);
    if (!done)
        return tl::unexpected(done.error());
    return done->affectedRows();
}

} // namespace muniment::postgres
