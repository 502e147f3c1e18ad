#include "models/merkle/leaf.h"

#include "models/base/hex.h"
#include "models/domain/pseudonyms.h"
#include "models/merkle/leaf_domain.h"
#include "models/merkle/tree_hash.h"

#include <optional>

namespace muniment {

namespace {

constexpr std::string_view kEpoch = "muniment-epoch/1\n";
constexpr std::string_view kHead = "muniment-head/1\n";
constexpr std::size_t kSaltedSize = 1 + sizeof(Hash);
constexpr std::size_t kSealedSize = 3 * kSaltedSize;
constexpr std::size_t kActor = 0, kSourceIp = kSaltedSize, kPayload = 2 * kSaltedSize; ///< within `sealed`

template <class Number>
void putNumber(std::string& out, Number value) {
    const auto bits = static_cast<std::make_unsigned_t<Number>>(value);
    for (int shift = 8 * static_cast<int>(sizeof(Number)) - 8; shift >= 0; shift -= 8)
        out += static_cast<char>((bits >> static_cast<unsigned>(shift)) & 0xffU);
}

void putText(std::string& out, std::string_view text) {
    putNumber(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

void putUuid(std::string& out, const std::optional<Uuid>& id) {
    out += static_cast<char>(id.has_value());
    out += bytesOf(id.value_or(Uuid{}));
}

void putSalted(std::string& out, const Sha256& sha, std::string_view salt, std::optional<std::string_view> value) {
    out += static_cast<char>(value.has_value());
    out += bytesOf(value ? sha.of({salt, *value}) : Hash{});
}

void putSealed(std::string& out, std::string_view sealed, std::size_t field) {
    out += sealed.substr(field, kSaltedSize);
}

} // namespace

std::string_view LeafHasher::bytes(const RecordedEvent& event) {
    const auto sealed = event.sealed.empty() ? std::nullopt : fromHex(event.sealed);
    const bool isSealed = sealed && sealed->size() == kSealedSize;
    const auto salted = [&](std::size_t field, std::optional<std::string_view> value) {
        if (isSealed)
            putSealed(m_bytes, *sealed, field);
        else
            putSalted(m_bytes, m_sha, event.salt, value);
    };
    m_bytes = kEventLeafDomain;
    putText(m_bytes, event.tenant.text());
    putNumber(m_bytes, event.epoch);
    putText(m_bytes, event.aggregate.type);
    putText(m_bytes, event.aggregate.id.text());
    putNumber(m_bytes, event.sequence);
    m_bytes += bytesOf(event.eventId);
    putText(m_bytes, event.type);
    putNumber(m_bytes, event.revision);
    putNumber(m_bytes, event.occurredAt.micros);
    putNumber(m_bytes, event.recordedAt.micros);
    putText(m_bytes, event.actor.type);
    salted(kActor, event.actor.id.text());
    putText(m_bytes, event.writer);
    putText(m_bytes, event.outcome);
    salted(kSourceIp, event.sourceIp);
    putUuid(m_bytes, event.commandId);
    putUuid(m_bytes, event.correlationId);
    salted(kPayload, event.payload);
    putNumber(m_bytes, event.key.position.major);
    putNumber(m_bytes, event.key.position.minor);
    putNumber(m_bytes, event.key.inTxOrder);
    return m_bytes;
}

Hash LeafHasher::hash(const RecordedEvent& event) {
    return leafHash(m_sha, bytes(event));
}

std::string_view LeafHasher::endBytes(std::string_view domain, const TenantId& tenant, std::int32_t epoch,
                                      const TreeHead& head) {
    m_bytes = domain;
    putText(m_bytes, tenant.text());
    putNumber(m_bytes, epoch);
    putNumber(m_bytes, head.size);
    m_bytes += bytesOf(head.root);
    return m_bytes;
}

std::string_view LeafHasher::epochBytes(const TenantId& tenant, std::int32_t closed, const TreeHead& head) {
    return endBytes(kEpoch, tenant, closed, head);
}

Hash LeafHasher::epochHash(const TenantId& tenant, std::int32_t closed, const TreeHead& head) {
    return leafHash(m_sha, epochBytes(tenant, closed, head));
}

std::string_view LeafHasher::headBytes(const TenantId& tenant, std::int32_t epoch, const TreeHead& head) {
    return endBytes(kHead, tenant, epoch, head);
}

Hash LeafHasher::headHash(const TenantId& tenant, std::int32_t epoch, const TreeHead& head) {
    return leafHash(m_sha, headBytes(tenant, epoch, head));
}

std::string LeafHasher::seal(const RecordedEvent& event) const {
    std::string sealed;
    sealed.reserve(kSealedSize);
    putSalted(sealed, m_sha, event.salt, event.actor.id.text());
    putSalted(sealed, m_sha, event.salt, event.sourceIp);
    putSalted(sealed, m_sha, event.salt, event.payload);
    return toHex(sealed);
}

void withholdPersons(LeafHasher& hasher, RecordedEvent& event) {
    RecordedEvent without = event;
    pseudonymise(without);
    if (without == event)
        return;
    if (without.sealed.empty()) {
        without.sealed = hasher.seal(event);
        without.salt.clear();
    }
    event = std::move(without);
}

void withholdFields(LeafHasher& hasher, RecordedEvent& event) {
    if (event.sealed.empty())
        event.sealed = hasher.seal(event);
    event.salt.clear();
    event.payload.reset();
    pseudonymise(event);
    event.actor.id = nobody();
}

} // namespace muniment
