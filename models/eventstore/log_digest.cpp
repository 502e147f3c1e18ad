#include "models/eventstore/log_digest.h"

#include <QCryptographicHash>

namespace muniment {

namespace {

void putNumber(std::string& out, std::int64_t value, int bytes = 8) {
    for (int shift = bytes * 8 - 8; shift >= 0; shift -= 8)
        out += static_cast<char>((static_cast<std::uint64_t>(value) >> shift) & 0xff);
}

void putText(std::string& out, std::string_view text) {
    putNumber(out, static_cast<std::int64_t>(text.size()), 4);
    out += text;
}

void putText(std::string& out, const std::optional<std::string>& text) {
    if (text)
        putText(out, std::string_view(*text));
    else
        putNumber(out, -1, 4);
}

void putUuid(std::string& out, const std::optional<Uuid>& uuid) {
    if (!uuid)
        return putNumber(out, -1, 4);
    putNumber(out, static_cast<std::int64_t>(uuid->bytes.size()), 4);
    out.append(uuid->bytes.begin(), uuid->bytes.end());
}

} // namespace

void LogDigest::add(const RecordedEvent& event) {
    m_scratch.assign(m_digest);
    putText(m_scratch, std::string_view(event.tenant.text()));
    putNumber(m_scratch, event.epoch);
    putText(m_scratch, std::string_view(event.aggregate.type));
    putText(m_scratch, std::string_view(event.aggregate.id.text()));
    putNumber(m_scratch, event.sequence);
    putUuid(m_scratch, event.eventId);
    putText(m_scratch, std::string_view(event.type));
    putNumber(m_scratch, event.revision);
    putNumber(m_scratch, event.occurredAt.micros);
    putNumber(m_scratch, event.recordedAt.micros);
    putText(m_scratch, std::string_view(event.actor.type));
    putText(m_scratch, std::string_view(event.actor.id.text()));
    putText(m_scratch, std::string_view(event.writer));
    putText(m_scratch, std::string_view(event.outcome));
    putText(m_scratch, event.sourceIp);
    putUuid(m_scratch, event.commandId);
    putUuid(m_scratch, event.correlationId);
    putText(m_scratch, event.payload);
    putText(m_scratch, std::string_view(event.salt));
    putNumber(m_scratch, event.key.position.major);
    putNumber(m_scratch, event.key.position.minor);
    putNumber(m_scratch, event.key.inTxOrder);
    const QByteArray hashed = QCryptographicHash::hash(
        QByteArrayView(m_scratch.data(), static_cast<qsizetype>(m_scratch.size())), QCryptographicHash::Sha256);
    m_digest.assign(hashed.begin(), hashed.end());
    ++m_events;
}

void LogDigest::add(std::span<const RecordedEvent> events) {
    for (const RecordedEvent& event : events)
        add(event);
}

std::string LogDigest::hex() const {
    return QByteArray::fromStdString(m_digest).toHex().toStdString();
}

} // namespace muniment
