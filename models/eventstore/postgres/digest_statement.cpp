#include "models/eventstore/postgres/digest_statement.h"

#include "models/base/hex.h"
#include "models/eventstore/postgres/tenant_condition.h"
#include "models/merkle/leaf_domain.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

/// How an engine says bytes. CockroachDB has no functions that send a number: its hexadecimal digits are decoded.
class Dialect {
public:
    explicit Dialect(PositionForm form) : m_isPostgres(form == PositionForm::Integer) {}

    /// `size` bytes, big-endian, of an integer of that size.
    [[nodiscard]] std::string number(const std::string& value, int size) const {
        return m_isPostgres ? "int" + std::to_string(size) + "send(" + value + ")"
                            : "decode(lpad(to_hex(" + value + "), " + std::to_string(2 * size) + ", '0'), 'hex')";
    }

    [[nodiscard]] static std::string utf8(const std::string& text) { return "convert_to(" + text + ", 'UTF8')"; }

    [[nodiscard]] std::string text(const std::string& value) const {
        return number("octet_length(" + utf8(value) + ")", 4) + " || " + utf8(value);
    }

    [[nodiscard]] std::string uuid(const std::string& value) const {
        return m_isPostgres ? "uuid_send(" + value + ")" : value + "::BYTES";
    }

    [[nodiscard]] std::string sha256(const std::string& bytes) const {
        return m_isPostgres ? "sha256(" + bytes + ")" : "decode(sha256(" + bytes + "), 'hex')";
    }

    /// Microseconds since 1970. CockroachDB's seconds are a float: whole ones are exact in it.
    [[nodiscard]] std::string instant(const std::string& value) const {
        return number(m_isPostgres ? "(extract(epoch FROM " + value + ") * 1000000)::bigint"
                                   : "extract(epoch FROM date_trunc('second', " + value +
                                         "))::INT8 * 1000000 + extract(microsecond FROM " + value + ")::INT8 % 1000000",
                      8);
    }

    [[nodiscard]] std::string position(const std::string& value) const {
        if (m_isPostgres)
            return number(value, 8) + " || " + number("0", 4);
        return number("floor(" + value + ")::INT8", 8) + " || " +
               number("((" + value + " - floor(" + value + ")) * 10000000000)::INT8", 4);
    }

    /// `bytes` after a byte 1; in the place of NULL a byte 0 and `size` zeros.
    [[nodiscard]] std::string optional(const std::string& bytes, int size) const {
        return "coalesce(" + literal(std::string(1, '\1')) + " || " + bytes + ", " +
               literal(std::string(static_cast<std::size_t>(size) + 1, '\0')) + ")";
    }

    [[nodiscard]] std::string salted(const std::string& salt, const std::string& bytes) const {
        return optional(sha256(salt + " || " + bytes), static_cast<int>(sizeof(Hash)));
    }

    [[nodiscard]] std::string literal(const std::string& bytes) const {
        return "'\\x" + toHex(bytes) + (m_isPostgres ? "'::bytea" : "'::BYTES");
    }

    [[nodiscard]] std::string key(const char* first, const char* second) const {
        return m_isPostgres ? std::string("(") + first + "::bigint, " + second + "::bigint)"
                            : std::string("(") + first + "::DECIMAL, " + second + "::INT8)";
    }

    [[nodiscard]] const char* table() const {
        return m_isPostgres ? "muniment.events" : "muniment.events@events_stream";
    }

    [[nodiscard]] const char* date() const { return m_isPostgres ? "date" : "DATE"; }

    [[nodiscard]] const char* asText() const { return m_isPostgres ? "::text" : "::STRING"; }

private:
    bool m_isPostgres;
};

/// Of the event e.
std::string leafOf(const Dialect& in) {
    const std::string salt = "e.salt";
    const std::vector<std::string> parts{// The byte that tells a leaf from an inner node stands before it all.
                                         in.literal(std::string(1, '\0') + std::string(kEventLeafDomain)),
                                         in.text("e.tenant_id"),
                                         in.number("e.epoch", 4),
                                         in.text("e.aggregate_type"),
                                         in.text("e.aggregate_id"),
                                         in.number("e.sequence", 8),
                                         in.uuid("e.event_id"),
                                         in.text("e.event_type"),
                                         in.number("e.revision", 2),
                                         in.instant("e.occurred_at"),
                                         in.instant("e.recorded_at"),
                                         in.text("e.actor_type"),
                                         in.salted(salt, Dialect::utf8("e.actor_id")),
                                         in.text("e.writer"),
                                         in.text("e.outcome"),
                                         in.salted(salt, Dialect::utf8("abbrev(e.source_ip)")),
                                         in.optional(in.uuid("e.command_id"), 16),
                                         in.optional(in.uuid("e.correlation_id"), 16),
                                         in.salted(salt, "e.payload"),
                                         in.position("e.position"),
                                         in.number("e.in_tx_order", 8)};
    std::string leaf;
    for (const std::string& part : parts)
        leaf += (leaf.empty() ? "" : "\n               || ") + part;
    return in.sha256(leaf);
}

std::string positionText(const LogKey& key, PositionForm form) {
    return form == PositionForm::Integer ? formatIntegerPosition(key.position) : formatHlcPosition(key.position);
}

} // namespace

Statement spanDigests(const LogSpan& span, PositionForm form, std::optional<Position> at) {
    const Dialect in(form);
    Parameters values;
    values.text(span.region.text()).text(positionText(span.upTo, form)).integer(span.upTo.inTxOrder);
    if (span.after)
        values.text(positionText(*span.after, form)).integer(span.after->inTxOrder);
    const std::string who =
        tenantCondition(span.tenants, form == PositionForm::Integer ? "text[]" : "STRING[]", values);
    const std::string text = in.asText();
    const std::string date = in.date();
    return {.sql = "SELECT e.tenant_id, e.epoch" + text + ", e.day" + text + ", count(*)" + text + ", encode(" +
                   in.sha256("string_agg(e.leaf, " + in.literal({}) + " ORDER BY e.position, e.in_tx_order)") +
                   ", 'hex')\n  FROM (SELECT e.tenant_id, e.epoch, e.position, e.in_tx_order,\n"
                   "               (e.recorded_at AT TIME ZONE 'UTC')::" +
                   date + " - '1970-01-01'::" + date + " AS day,\n               " + leafOf(in) +
                   " AS leaf\n          FROM " + in.table() +
                   " AS e\n         WHERE e.region = $1 AND e.live AND (e.position, e.in_tx_order) <= " +
                   in.key("$2", "$3") +
                   (span.after ? "\n           AND (e.position, e.in_tx_order) > " + in.key("$4", "$5") : "") + who +
                   ") AS e" + (at ? " AS OF SYSTEM TIME '" + formatHlcPosition(*at) + "'" : "") +
                   "\n GROUP BY e.tenant_id, e.epoch, e.day",
            .parameters = std::move(values),
            .isReused = form == PositionForm::Integer};
}

Result<std::vector<BucketDigest>> readSpanDigests(const QueryResult& rows) {
    std::vector<BucketDigest> digests;
    for (int row = 0; row < rows.rowCount(); ++row) {
        BucketDigest read;
        read.bucket = {TenantId(rows.text(row, 0)), static_cast<std::int32_t>(rows.textInteger(row, 1)),
                       rows.textInteger(row, 2)};
        read.events = rows.textInteger(row, 3);
        const auto digest = fromHex(rows.bytes(row, 4));
        if (!digest || digest->size() != read.digest.size())
            return failure(ErrorCode::ServerError, "a digest of another shape");
        std::ranges::copy(*digest, read.digest.begin());
        digests.push_back(std::move(read));
    }
    std::ranges::sort(digests, {}, &BucketDigest::bucket);
    return digests;
}

} // namespace muniment::postgres
