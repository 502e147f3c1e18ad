// Organization events to and from the log's rows.
#include "models/domain/org.h"
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"

namespace muniment {

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
    if (type == "org.domain.added")
        return required("domain", [](std::string domain) { return OrgDomainAdded{std::move(domain)}; });
    if (type == "org.domain.verified")
        return required("domain", [](std::string domain) { return OrgDomainVerified{std::move(domain)}; });
    if (type == "org.domain.removed")
        return required("domain", [](std::string domain) { return OrgDomainRemoved{std::move(domain)}; });
    return std::nullopt;
}

} // namespace muniment
