#include "models/eventstore/postgres/copy_rows.h"

#include "models/eventstore/append_check.h"
#include "models/eventstore/postgres/event_rows.h"

#include <arpa/inet.h>
#include <array>

namespace muniment::postgres {

namespace {

const char* const kCopyEvents =
    "COPY muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, "
    "revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, "
    "payload, salt) FROM STDIN (FORMAT binary)";
constexpr std::int16_t kCopiedColumns = 20;
const char* const kCopyRelocated =
    "COPY muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, "
    "revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, "
    "payload, salt, position, in_tx_order, live) FROM STDIN (FORMAT binary)";
constexpr std::int16_t kRelocatedColumns = 23;

// The guard looks at each COPY as a whole: small enough to stay in memory there, large enough to be few.
constexpr std::size_t kRowsPerCopy = 20'000;
constexpr std::size_t kBytesPerWrite = 128 * 1024;

// "PGCOPY\n\377\r\n\0", no flags, no extension.
constexpr std::string_view kCopyHeader("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
constexpr std::string_view kCopyTrailer("\377\377", 2);

template <class Integer>
void appendBigEndian(std::string& out, Integer value) {
    for (int shift = static_cast<int>(sizeof(Integer)) * 8 - 8; shift >= 0; shift -= 8)
        out += static_cast<char>((static_cast<std::make_unsigned_t<Integer>>(value) >> shift) & 0xff);
}

template <class Integer>
void appendInteger(std::string& out, Integer value) {
    appendBigEndian(out, static_cast<std::int32_t>(sizeof(Integer)));
    appendBigEndian(out, value);
}

void appendBytes(std::string& out, std::string_view bytes) {
    appendBigEndian(out, static_cast<std::int32_t>(bytes.size()));
    out += bytes;
}

void appendNull(std::string& out) {
    appendBigEndian(out, std::int32_t{-1});
}

void appendUuid(std::string& out, const Uuid& uuid) {
    appendBigEndian(out, static_cast<std::int32_t>(uuid.bytes.size()));
    out.append(uuid.bytes.begin(), uuid.bytes.end());
}

void appendUuid(std::string& out, const std::optional<Uuid>& uuid) {
    if (uuid)
        appendUuid(out, *uuid);
    else
        appendNull(out);
}

/// inet: family (2 or 3), bits, no network, length, address.
void appendAddress(std::string& out, const std::optional<std::string>& address) {
    std::array<char, 16> bytes{};
    if (address && inet_pton(AF_INET, address->c_str(), bytes.data()) == 1) {
        appendBigEndian(out, std::int32_t{8});
        out.append("\x02\x20\x00\x04", 4).append(bytes.data(), 4);
    } else if (address && inet_pton(AF_INET6, address->c_str(), bytes.data()) == 1) {
        appendBigEndian(out, std::int32_t{20});
        out.append("\x03\x80\x00\x10", 4).append(bytes.data(), 16);
    } else {
        appendNull(out);
    }
}

void appendSalt(std::string& out, const std::string& salt) {
    if (salt.size() == 16)
        return appendBytes(out, salt);
    appendUuid(out, randomUuid());
}

Result<void> insertTenants(Connection& connection, const RegionName& region, std::span<const TenantHome> tenants,
                           Deadline deadline) {
    std::vector<std::string> ids;
    std::vector<std::string> names;
    std::vector<std::string> plans;
    std::vector<std::int64_t> epochs;
    for (const TenantHome& tenant : tenants) {
        ids.push_back(tenant.tenant.text());
        names.push_back(tenant.name);
        plans.push_back(tenant.plan.empty() ? "standard" : tenant.plan);
        epochs.push_back(tenant.epoch);
    }
    auto inserted = connection.run(
        {.sql = "INSERT INTO muniment.tenants (region, id, name, plan, epoch)\n"
                "SELECT $1::text, t.id, t.name, t.plan, t.epoch\n"
                "  FROM unnest($2::text[], $3::text[], $4::text[], $5::int[]) AS t (id, name, plan, epoch)\n"
                "ON CONFLICT (region, id) DO NOTHING",
         .parameters = Parameters().text(region.text()).texts(ids).texts(names).texts(plans).integers(epochs)},
        deadline);
    return inserted ? Result<void>() : tl::unexpected(inserted.error());
}

template <class AppendRow>
Result<std::int64_t> copyRows(Connection& connection, const char* statement, std::span<const RecordedEvent> events,
                              AppendRow appendRow, Deadline deadline) {
    if (auto begun = connection.beginCopy(statement, deadline); !begun)
        return tl::unexpected(begun.error());
    std::string bytes(kCopyHeader);
    for (const RecordedEvent& event : events) {
        appendRow(bytes, event);
        if (bytes.size() < kBytesPerWrite)
            continue;
        if (auto put = connection.putCopy(bytes, deadline); !put)
            return tl::unexpected(put.error());
        bytes.clear();
    }
    bytes += kCopyTrailer;
    if (auto put = connection.putCopy(bytes, deadline); !put)
        return tl::unexpected(put.error());
    return connection.endCopy(deadline);
}

void appendCopyValues(std::string& out, const RegionName& region, const RecordedEvent& event,
                      const std::string& writer) {
    appendBytes(out, region.text());
    appendBytes(out, event.tenant.text());
    appendInteger(out, event.epoch);
    appendBytes(out, event.aggregate.type);
    appendBytes(out, event.aggregate.id.text());
    appendInteger(out, event.sequence);
    appendUuid(out, event.eventId.isNull() ? randomUuid() : event.eventId);
    appendBytes(out, event.type);
    appendInteger(out, event.revision);
    appendInteger(out, event.occurredAt.micros - kMicrosBefore2000);
    appendInteger(out, event.recordedAt.micros - kMicrosBefore2000);
    appendBytes(out, event.actor.type);
    appendBytes(out, event.actor.id.text());
    appendBytes(out, event.writer.empty() ? writer : event.writer);
    appendBytes(out, event.outcome);
    appendAddress(out, event.sourceIp);
    appendUuid(out, event.commandId);
    appendUuid(out, event.correlationId);
    if (event.payload)
        appendBytes(out, *event.payload);
    else
        appendNull(out);
    appendSalt(out, event.salt);
}

Result<std::int64_t> copyEvents(Connection& connection, const RegionName& region, std::span<const RecordedEvent> events,
                                const std::string& writer, Deadline deadline) {
    return copyRows(
        connection, kCopyEvents, events,
        [&](std::string& out, const RecordedEvent& event) { appendCopyRow(out, region, event, writer); }, deadline);
}

void appendRelocatedRow(std::string& out, const RegionName& region, const RecordedEvent& event) {
    appendBigEndian(out, kRelocatedColumns);
    appendCopyValues(out, region, event, event.writer);
    appendInteger(out, event.key.position.major);
    appendInteger(out, event.key.inTxOrder);
    appendBytes(out, std::string_view("\0", 1)); // not live
}

} // namespace

void appendCopyRow(std::string& out, const RegionName& region, const RecordedEvent& event, const std::string& writer) {
    appendBigEndian(out, kCopiedColumns);
    appendCopyValues(out, region, event, writer);
}

bool fitsCopy(const RecordedEvent& event) {
    std::array<char, 16> bytes{};
    return event.salt.size() == 16 && event.key.position.minor == 0 &&
           (!event.sourceIp || inet_pton(AF_INET, event.sourceIp->c_str(), bytes.data()) == 1 ||
            inet_pton(AF_INET6, event.sourceIp->c_str(), bytes.data()) == 1);
}

Result<std::int64_t> copyRelocated(Connection& connection, const RegionName& region,
                                   std::span<const RecordedEvent> events, Deadline deadline) {
    return copyRows(
        connection, kCopyRelocated, events,
        [&](std::string& out, const RecordedEvent& event) { appendRelocatedRow(out, region, event); }, deadline);
}

Result<std::int64_t> copyHistory(Connection& connection, const RegionName& region, const HistoryBatch& history,
                                 Deadline deadline) {
    auto user = connection.run({.sql = "SELECT session_user", .parameters = {}});
    if (!user)
        return tl::unexpected(user.error());
    if (!history.tenants.empty())
        if (auto inserted = insertTenants(connection, region, history.tenants, deadline); !inserted)
            return tl::unexpected(inserted.error());
    std::int64_t written = 0;
    for (auto events = history.events; !events.empty();) {
        const auto part = events.first(std::min(kRowsPerCopy, events.size()));
        auto copied = copyEvents(connection, region, part, user->text(0, 0), deadline);
        if (!copied)
            return copied;
        written += *copied;
        events = events.subspan(part.size());
    }
    return written;
}

} // namespace muniment::postgres
