#include "models/eventstore/append_check.h"

#include "models/base/canonical_json.h"
#include "models/eventstore/append_parts.h"

#include <QUtf8StringView>

#include <arpa/inet.h>
#include <array>
#include <set>

namespace muniment {

namespace {

// As the CHECK constraints of the server schema have them.
constexpr std::size_t kMaxNameBytes = 255;
constexpr std::size_t kMaxTenantNameBytes = 1'024;
constexpr std::size_t kMaxClaimBytes = 64;

tl::unexpected<Error> invalid(std::string field, std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", std::move(field)}});
}

Result<void> checkText(std::string_view field, std::string_view text) {
    if (!isStorableText(text))
        return invalid(std::string(field), "not UTF-8, or holds NUL");
    return {};
}

Result<void> checkName(std::string_view field, std::string_view text, std::size_t most = kMaxNameBytes) {
    if (text.empty())
        return invalid(std::string(field), "empty");
    if (text.size() > most)
        return invalid(std::string(field), "longer than " + std::to_string(most) + " bytes");
    return checkText(field, text);
}

Result<void> checkEvent(const NewEvent& event) {
    if (auto checked = checkName("type", event.type); !checked)
        return checked;
    if (auto checked = checkName("outcome", event.outcome); !checked)
        return checked;
    if (!event.payload)
        return {};
    const PayloadFault fault = checkCanonical(*event.payload);
    if (fault == PayloadFault::None)
        return {};
    auto refused = invalid("payload", "payload of " + event.type + " is not canonical");
    refused.value().context["fault"] = payloadFaultName(fault);
    return refused;
}

Result<void> checkClaims(const std::vector<ClaimChange>& claims) {
    for (const ClaimChange& change : claims) {
        if (auto checked = checkName("claim", change.claim, kMaxClaimBytes); !checked)
            return checked;
        if (auto checked = checkName("claimValue", change.value, kMaxTenantNameBytes); !checked)
            return checked;
    }
    return {};
}

Result<void> checkPart(const AppendPart& part) {
    if (auto checked = checkName("aggregateType", part.aggregate.type); !checked)
        return checked;
    if (auto checked = checkName("aggregateId", part.aggregate.id.text()); !checked)
        return checked;
    if (part.events.empty())
        return invalid("events", "an append holds at least one event of each aggregate");
    if (part.expectedSequence < 0)
        return invalid("expectedSequence", "below zero");
    for (const NewEvent& event : part.events)
        if (auto checked = checkEvent(event); !checked)
            return checked;
    return checkClaims(part.claims);
}

Result<void> checkTenantChange(const std::optional<TenantChange>& change) {
    if (!change)
        return {};
    if (const auto* created = std::get_if<CreateTenant>(&*change)) {
        if (auto checked = checkName("tenantName", created->name, kMaxTenantNameBytes); !checked)
            return checked;
        return checkName("plan", created->plan);
    }
    if (const auto* renamed = std::get_if<RenameTenant>(&*change))
        return checkName("tenantName", renamed->name, kMaxTenantNameBytes);
    if (const auto* replanned = std::get_if<ChangeTenantPlan>(&*change))
        return checkName("plan", replanned->plan);
    return {};
}

} // namespace

bool isStorableText(std::string_view text) {
    return text.find('\0') == std::string_view::npos &&
           QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

Result<std::string> canonicalAddress(const std::string& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    for (const int family : {AF_INET, AF_INET6}) {
        in6_addr bytes{};
        if (isStorableText(address) && inet_pton(family, address.c_str(), &bytes) == 1)
            return std::string(inet_ntop(family, &bytes, text.data(), text.size()));
    }
    return invalid("sourceIp", "neither an IPv4 nor an IPv6 address");
}

Result<void> checkAppend(const Append& append) {
    const std::array<std::pair<std::string_view, std::string_view>, 4> names{{{"region", append.region.text()},
                                                                              {"tenant", append.tenant.text()},
                                                                              {"actorType", append.actor.type},
                                                                              {"actorId", append.actor.id.text()}}};
    for (const auto& [field, text] : names)
        if (auto checked = checkName(field, text); !checked)
            return checked;
    if (append.sourceIp)
        if (auto address = canonicalAddress(*append.sourceIp); !address)
            return tl::unexpected(address.error());
    if (eventCount(append) > kMaxAppendEvents)
        return invalid("events", "more than " + std::to_string(kMaxAppendEvents) + " in one append");
    std::set<AggregateKey> known;
    for (const AppendPart& part : partsOf(append)) {
        if (auto checked = checkPart(part); !checked)
            return checked;
        if (!known.insert(part.aggregate).second)
            return invalid("following", part.aggregate.type + " " + part.aggregate.id.text() + " is written to twice");
    }
    return checkTenantChange(append.tenantChange);
}

Result<void> checkHistory(const RecordedEvent& event) {
    const std::array<std::pair<std::string_view, std::string_view>, 7> names{
        {{"tenant", event.tenant.text()},
         {"aggregateType", event.aggregate.type},
         {"aggregateId", event.aggregate.id.text()},
         {"type", event.type},
         {"actorType", event.actor.type},
         {"actorId", event.actor.id.text()},
         {"outcome", event.outcome}}};
    for (const auto& [field, text] : names)
        if (auto checked = checkName(field, text); !checked)
            return checked;
    if (event.sourceIp)
        if (auto address = canonicalAddress(*event.sourceIp); !address)
            return tl::unexpected(address.error());
    if (event.payload && event.payload->size() > kMaxPayloadBytes)
        return invalid("payload", "a payload is too large");
    return event.payload ? checkText("payload", *event.payload) : Result<void>{};
}

} // namespace muniment
