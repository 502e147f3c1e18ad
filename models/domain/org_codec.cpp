// Organization events to and from the log's rows.
#include "models/domain/org.h"
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"

namespace muniment {

namespace {

template <class Event>
void putMove(PayloadBuilder& payload, const Event& event) {
    payload.text("from", event.from).text("move", event.move).text("to", event.to);
}

template <class Event>
std::optional<OrgEvent> moveOf(const PayloadFields& fields) {
    auto to = fields.text("to");
    if (!to)
        return std::nullopt;
    return Event{fields.textOrEmpty("move"), fields.textOrEmpty("from"), std::move(*to)};
}

void putMoved(PayloadBuilder& payload, const OrgMoved& moved) {
    putMove(payload, moved);
    payload.integer("epoch", moved.epoch).integer("events", moved.events).text("digest", moved.digest);
    putIfPresent(payload, "startedAt", moved.startedAt);
    putIfPresent(payload, "copiedAt", moved.copiedAt);
    putIfPresent(payload, "fencedAt", moved.fencedAt);
    putIfPresent(payload, "decidedAt", moved.decidedAt);
}

std::optional<OrgEvent> movedOf(const PayloadFields& fields) {
    auto to = fields.text("to");
    if (!to)
        return std::nullopt;
    return OrgMoved{fields.textOrEmpty("move"),
                    fields.textOrEmpty("from"),
                    std::move(*to),
                    static_cast<std::int32_t>(fields.whole("epoch").value_or(0)),
                    fields.whole("events").value_or(0),
                    fields.textOrEmpty("digest"),
                    fields.instant("startedAt"),
                    fields.instant("copiedAt"),
                    fields.instant("fencedAt"),
                    fields.instant("decidedAt")};
}

} // namespace

NewEvent encode(const OrgEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const OrgAdded& added) {
                                         payload.text("name", added.name);
                                         return "org.added";
                                     },
                                     [&](const OrgRegionAssigned& assigned) {
                                         payload.text("region", assigned.region);
                                         return "org.region.assigned";
                                     },
                                     [&](const OrgRenamed& renamed) {
                                         payload.text("name", renamed.name);
                                         return "org.changed";
                                     },
                                     [&](const OrgPlanChanged& changed) {
                                         payload.text("plan", changed.plan);
                                         return "org.plan.changed";
                                     },
                                     [](const OrgDeactivated&) { return "org.deactivated"; },
                                     [](const OrgReactivated&) { return "org.reactivated"; },
                                     [](const OrgRemoved&) { return "org.removed"; },
                                     [&](const OrgDomainAdded& added) {
                                         payload.text("domain", added.domain);
                                         return "org.domain.added";
                                     },
                                     [&](const OrgDomainVerified& verified) {
                                         payload.text("domain", verified.domain);
                                         return "org.domain.verified";
                                     },
                                     [&](const OrgDomainRemoved& removed) {
                                         payload.text("domain", removed.domain);
                                         return "org.domain.removed";
                                     },
                                     [&](const OrgMoveStarted& started) {
                                         putMove(payload, started);
                                         return "org.region.move.started";
                                     },
                                     [&](const OrgMoveCancelled& cancelled) {
                                         putMove(payload, cancelled);
                                         return "org.region.move.cancelled";
                                     },
                                     [&](const OrgMoved& moved) {
                                         putMoved(payload, moved);
                                         return "org.region.moved";
                                     },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<OrgEvent> decodeOrgEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (!type.starts_with("org."))
        return std::nullopt;
    if (type == "org.deactivated")
        return OrgDeactivated{};
    if (type == "org.reactivated")
        return OrgReactivated{};
    if (type == "org.removed")
        return OrgRemoved{};

    const auto required = [&payload](std::string_view key, auto make) -> std::optional<OrgEvent> {
        auto value = PayloadFields(payload).text(key);
        if (!value)
            return std::nullopt;
        return make(std::move(*value));
    };
    if (type == "org.added")
        return required("name", [](std::string name) { return OrgAdded{std::move(name)}; });
    if (type == "org.changed")
        return required("name", [](std::string name) { return OrgRenamed{std::move(name)}; });
    if (type == "org.plan.changed")
        return required("plan", [](std::string plan) { return OrgPlanChanged{std::move(plan)}; });
    if (type == "org.region.assigned")
        return required("region", [](std::string region) { return OrgRegionAssigned{std::move(region)}; });
    if (type == "org.region.move.started")
        return moveOf<OrgMoveStarted>(PayloadFields(payload));
    if (type == "org.region.move.cancelled")
        return moveOf<OrgMoveCancelled>(PayloadFields(payload));
    if (type == "org.region.moved")
        return movedOf(PayloadFields(payload));
    if (type == "org.domain.added")
        return required("domain", [](std::string domain) { return OrgDomainAdded{std::move(domain)}; });
    if (type == "org.domain.verified")
        return required("domain", [](std::string domain) { return OrgDomainVerified{std::move(domain)}; });
    if (type == "org.domain.removed")
        return required("domain", [](std::string domain) { return OrgDomainRemoved{std::move(domain)}; });
    return std::nullopt;
}

} // namespace muniment
