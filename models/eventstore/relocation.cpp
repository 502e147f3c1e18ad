#include "models/eventstore/relocation.h"

#include "models/domain/payload_fields.h"

namespace muniment {

std::string moveRecordText(const MoveRecord& record) {
    PayloadBuilder json;
    json.text("move", record.move.text()).text("from", record.from.text()).text("to", record.to.text());
    json.text("hand", record.hand.text());
    json.integer("epoch", record.epoch).text("actorType", record.actor.type).text("actorId", record.actor.id.text());
    putUnlessEmpty(json, "reason", record.reason);
    putIfPresent(json, "startedAt", record.startedAt);
    putIfPresent(json, "copiedAt", record.copiedAt);
    putIfPresent(json, "fencedAt", record.fencedAt);
    putIfPresent(json, "decidedAt", record.decidedAt);
    if (record.decidedAt)
        json.integer("events", record.events).text("digest", record.digest);
    putIfTrue(json, "isCleaned", record.isCleaned);
    return json.build();
}

std::optional<MoveRecord> parseMoveRecord(const std::string& text) {
    const PayloadFields fields(text);
    const auto move = parseUuid(fields.textOrEmpty("move"));
    const auto epoch = fields.whole("epoch");
    if (!move || !epoch)
        return std::nullopt;
    MoveRecord record;
    record.move = *move;
    record.hand = parseUuid(fields.textOrEmpty("hand")).value_or(Uuid{});
    record.from = RegionName(fields.textOrEmpty("from"));
    record.to = RegionName(fields.textOrEmpty("to"));
    record.epoch = static_cast<std::int32_t>(*epoch);
    record.actor = {fields.textOrEmpty("actorType"), ActorId(fields.textOrEmpty("actorId"))};
    record.reason = fields.textOrEmpty("reason");
    record.startedAt = fields.instant("startedAt");
    record.copiedAt = fields.instant("copiedAt");
    record.fencedAt = fields.instant("fencedAt");
    record.decidedAt = fields.instant("decidedAt");
    record.events = fields.whole("events").value_or(0);
    record.digest = fields.textOrEmpty("digest");
    record.isCleaned = fields.isTrue("isCleaned");
    return record;
}

Error tenantNotHere(const TenantId& tenant, const std::optional<TenantPlace>& place) {
    Error error{ErrorCode::TenantNotHere, {}, {{"tenant", tenant.text()}, {"state", "none"}}};
    if (!place)
        return error;
    error.context["state"] = place->home.state;
    error.context["epoch"] = std::to_string(place->home.epoch);
    if (!place->home.movedTo.empty())
        error.context["movedTo"] = place->home.movedTo;
    if (place->home.state == "fenced" && place->move) {
        error.context["movingTo"] = place->move->to.text();
        error.context["by"] = place->move->actor.id.text();
        if (place->move->fencedAt)
            error.context["fencedAt"] = formatInstant(*place->move->fencedAt);
    }
    return error;
}

} // namespace muniment
