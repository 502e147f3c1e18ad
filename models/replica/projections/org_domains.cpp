#include "models/replica/projections/org_domains.h"

#include "models/domain/overloaded.h"

namespace muniment {

ReadModelDescription OrgDomainTraits::description() {
    return {"organizationDomains", "org", "org_domains", 1, "org_domains_v1.sql"};
}

std::optional<OrgDomainTraits::Change> OrgDomainTraits::decode(std::string_view type,
                                                               const std::optional<std::string>& payload) {
    const auto event = decodeOrgEvent(type, payload);
    if (!event)
        return std::nullopt;
    using Kind = Change::Kind;
    return std::visit(Overloaded{
                          [](const OrgAdded&) { return std::optional(Change{Kind::Begin}); },
                          [](const OrgRemoved&) { return std::optional(Change{Kind::End}); },
                          [](const OrgDomainAdded& added) {
                              return std::optional(Change{Kind::PutIfAbsent, added.domain, false});
                          },
                          [](const OrgDomainVerified& verified) {
                              return std::optional(Change{Kind::Put, verified.domain, true});
                          },
                          [](const OrgDomainRemoved& removed) {
                              return std::optional(Change{Kind::Drop, removed.domain});
                          },
                          [](const auto&) { return std::optional<Change>(); },
                      },
                      *event);
}

OrgDomainTraits::Derived OrgDomainTraits::derive(const Key&, const Value&) {
    return {};
}

void OrgDomainTraits::bind(sqlite::Statement& row, int first, const Key& key, const Value& value, const Derived&) {
    row.bindText(first, key);
    row.bind(first + 1, value ? 1 : 0);
}

void OrgDomainTraits::read(const sqlite::Statement& row, int first, Key& key, Value& value) {
    key = row.text(first);
    value = row.integer(first + 1) != 0;
}

} // namespace muniment
