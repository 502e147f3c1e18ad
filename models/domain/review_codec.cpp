// Review events to and from the log's rows.
#include "models/base/named_value.h"
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/review.h"

#include <charconv>

namespace muniment {

namespace {

constexpr auto kScopes = {ReviewScope::Kind::Organization, ReviewScope::Kind::Role, ReviewScope::Kind::Team,
                          ReviewScope::Kind::Resource};

const char* idField(ReviewScope::Kind kind) {
    switch (kind) {
    case ReviewScope::Kind::Role:
        return "roleId";
    case ReviewScope::Kind::Team:
        return "teamId";
    default:
        return "resourceId";
    }
}

/// Positions and orders are beyond what a JSON number holds: texts, like everywhere outside the database.
void putPin(PayloadBuilder& payload, const ReviewPin& pin) {
    payload.text("pinnedAt", formatInstant(pin.at)).integer("pinnedEpoch", pin.epoch);
    payload.text("pinnedPosition", pin.key.position.minor == 0 ? formatIntegerPosition(pin.key.position)
                                                               : formatHlcPosition(pin.key.position));
    payload.text("pinnedInTxOrder", std::to_string(pin.key.inTxOrder));
}

std::optional<ReviewPin> readPin(const PayloadFields& fields) {
    ReviewPin pin;
    const auto position = parsePosition(fields.textOrEmpty("pinnedPosition"));
    const auto at = fields.instant("pinnedAt");
    const std::string order = fields.textOrEmpty("pinnedInTxOrder");
    const auto [end, error] = std::from_chars(order.data(), order.data() + order.size(), pin.key.inTxOrder);
    if (!position || !at || error != std::errc() || end != order.data() + order.size())
        return std::nullopt;
    pin.key.position = *position;
    pin.at = *at;
    pin.epoch = static_cast<std::int32_t>(fields.whole("pinnedEpoch").value_or(1));
    return pin;
}

std::optional<ReviewEvent> readStarted(const PayloadFields& fields) {
    auto name = fields.text("name");
    const auto pin = readPin(fields);
    if (!name || !pin)
        return std::nullopt;
    ReviewStarted started;
    started.name = std::move(*name);
    started.scope.kind = valueNamed(fields.textOrEmpty("scope"), reviewScopeName, kScopes);
    if (started.scope.kind != ReviewScope::Kind::Organization)
        started.scope.id = fields.id(idField(started.scope.kind));
    started.since = fields.id("sinceReviewId");
    started.reviewer = fields.textOrEmpty("reviewer");
    started.dueAt = fields.instant("dueAt");
    started.pin = *pin;
    started.items = fields.whole("items").value_or(0);
    return started;
}

std::optional<ReviewEvent> readDecided(const PayloadFields& fields) {
    auto grant = fields.id("grantId");
    const auto decision = reviewDecisionNamed(fields.textOrEmpty("decision"));
    if (grant.isEmpty() || !decision)
        return std::nullopt;
    return ReviewItemDecided{std::move(grant), *decision, fields.whole("grantSequence").value_or(0)};
}

void putStarted(PayloadBuilder& payload, const ReviewStarted& started) {
    payload.text("name", started.name).text("scope", reviewScopeName(started.scope.kind));
    if (started.scope.kind != ReviewScope::Kind::Organization)
        payload.text(idField(started.scope.kind), started.scope.id.text());
    putUnlessEmpty(payload, "sinceReviewId", started.since);
    payload.text("reviewer", started.reviewer);
    putIfPresent(payload, "dueAt", started.dueAt);
    payload.integer("items", started.items);
    putPin(payload, started.pin);
}

} // namespace

NewEvent encode(const ReviewEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const ReviewStarted& started) {
                                         putStarted(payload, started);
                                         return "review.started";
                                     },
                                     [&](const ReviewItemDecided& decided) {
                                         payload.text("grantId", decided.grant.text());
                                         payload.text("decision", reviewDecisionName(decided.decision));
                                         payload.integer("grantSequence", decided.grantSequence);
                                         return "review.item.decided";
                                     },
                                     [&](const ReviewClosed& closed) {
                                         payload.integer("kept", closed.kept).integer("revoked", closed.revoked);
                                         payload.integer("undecided", closed.undecided);
                                         return "review.closed";
                                     },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<ReviewEvent> decodeReviewEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (!type.starts_with("review."))
        return std::nullopt;
    const PayloadFields fields(payload);
    if (type == "review.started")
        return readStarted(fields);
    if (type == "review.item.decided")
        return readDecided(fields);
    if (type == "review.closed")
        return ReviewClosed{fields.whole("kept").value_or(0), fields.whole("revoked").value_or(0),
                            fields.whole("undecided").value_or(0)};
    return std::nullopt;
}

} // namespace muniment
