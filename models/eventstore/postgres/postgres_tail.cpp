#include "models/eventstore/postgres/postgres_tail.h"

#include "models/eventstore/postgres/event_rows.h"
#include "models/eventstore/postgres/region_log.h"
#include "models/eventstore/postgres/tenant_condition.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace muniment::postgres {

namespace {

// A page is read from an index in its order: rows come at once, or nobody is there. A network that only keeps silent is
// noticed by nothing else for as long as a statement may take.
constexpr std::chrono::milliseconds kLongestSilence{5'000};

/// After a large payload: where there is one there are more.
constexpr int kWeighedAfterALargeOne = 16;

const std::string kSample = "SELECT muniment.horizon(), muniment.snapshot_end(), (extract(epoch FROM "
                            "transaction_timestamp()) * 1000000)::bigint";

// The sample's horizon was taken before this statement's own, so every row below it is here. $3 are bytes: of a page,
// or of a payload that is large.
std::string pageOf(const std::string& rows, bool hasCursor, const std::string& who) {
    return "SELECT " + rows + "\n          FROM muniment.events AS e\n         WHERE e.region = $1 AND e.live AND " +
           "e.position < muniment.horizon()" +
           (hasCursor ? "\n           AND (e.position, e.in_tx_order) > ($4::bigint, $5::bigint)" : "") + who +
           "\n         ORDER BY e.position, e.in_tx_order\n         LIMIT $2::bigint";
}

std::string weighedStatement(bool hasCursor, const std::string& who) {
    return "SELECT " + eventColumns(PositionForm::Integer, "e") + "\n  FROM (" +
           pageOf("e.*, " + bytesBefore("e") + " AS bytes_before", hasCursor, who) +
           ") AS e\n WHERE e.bytes_before < $3::bigint\n ORDER BY e.position, e.in_tx_order";
}

std::string plainStatement(bool hasCursor, const std::string& who) {
    std::string columns = eventColumns(PositionForm::Integer, "e");
    const std::string payload = "e.payload,";
    columns.replace(columns.find(payload), payload.size(),
                    "CASE WHEN octet_length(e.payload) < $3::bigint THEN e.payload END,");
    return pageOf(columns + ", coalesce(octet_length(e.payload) >= $3::bigint, false)", hasCursor, who);
}

int rowsBeforeLarge(const QueryResult& rows) {
    const int isLarge = eventColumnCount();
    int row = 0;
    while (row < rows.rowCount() && rows.bytes(row, isLarge) == std::string_view("\0", 1))
        ++row;
    return row;
}

} // namespace

Result<TailPage> PostgresTail::read(Connection& connection, const TailRequest& request) {
    const bool isWeighed = m_weighedPages > 0;
    m_weighedPages = std::max(0, m_weighedPages - 1);
    auto page = readPage(connection, request, isWeighed ? Weighing::Each : Weighing::OnlyLarge);
    if (isWeighed || !page || !page->events.empty() || m_weighedPages == 0)
        return page;
    return readPage(connection, request, Weighing::Each); // the very first payload is large
}

Result<TailPage> PostgresTail::readPage(Connection& connection, const TailRequest& request, Weighing weighing) {
    const bool isWeighed = weighing == Weighing::Each;
    const bool hasCursor = request.after.has_value();
    const auto bytes = static_cast<std::int64_t>(kTailPageBytes);
    Parameters values;
    values.text(request.region.text()).integer(request.limit).integer(isWeighed ? bytes : bytes / request.limit);
    if (hasCursor)
        values.integer(request.after->position.major).integer(request.after->inTxOrder);
    const std::string who = tenantCondition(request.tenants, "text[]", values);
    const std::array<Statement, 2> statements{
        Statement{.sql = kSample, .parameters = {}, .hasBinaryResult = false, .isReused = true},
        Statement{.sql = isWeighed ? weighedStatement(hasCursor, who) : plainStatement(hasCursor, who),
                  .parameters = std::move(values),
                  .hasBinaryResult = true,
                  .isReused = true}};
    auto answers = connection.runTogether(statements, within(kCallTimeout), kLongestSilence);
    if (!answers)
        return tl::unexpected(answers.error());
    const QueryResult& rows = answers->at(1);
    auto events = readEventRows(rows, PositionForm::Integer);
    if (!events)
        return tl::unexpected(events.error());
    TailPage page;
    page.isFull = isFullPage(*events, request.limit);
    if (!isWeighed) {
        if (const int before = rowsBeforeLarge(rows); before < rows.rowCount()) {
            events->resize(static_cast<std::size_t>(before));
            page.isFull = true;
            m_weighedPages = kWeighedAfterALargeOne;
        }
    }
    page.events = std::move(*events);
    const QueryResult& sample = answers->at(0);
    page.horizon = {sample.textInteger(0, 0), 0};
    page.snapshotEnd = {sample.textInteger(0, 1), 0};
    page.serverTime = {sample.textInteger(0, 2)};
    if (request.tenants.kind != TenantFilter::Kind::Everyone && !page.isFull) {
        // The horizon is exclusive: every transaction before it has ended, and all it wrote was in sight.
        const LogKey before{{page.horizon.major - 1, 0}, std::numeric_limits<std::int64_t>::max()};
        page.passed = std::max(request.after.value_or(LogKey{}), before);
    }
    return page;
}

} // namespace muniment::postgres
