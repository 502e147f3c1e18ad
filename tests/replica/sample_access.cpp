// What a sample log tells of teams, roles, resources, grants, credentials and domains. Nobody decides here: events come
// in any order, twice, and behind a removal, as a careless service may write them.
#include "models/domain/grant.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/user_credentials.h"
#include "tests/replica/sample_log.h"

#include <array>

namespace muniment::test {

AggregateId SampleLog::someId(const Tenant& tenant, const std::string& type) {
    const auto others = tenant.others.find(type);
    if (others == tenant.others.end() || below(20) == 0)
        return AggregateId(uuid().text()); // nobody knows it
    return others->second[static_cast<std::size_t>(below(std::ssize(others->second)))].id;
}

TeamMember SampleLog::someMember(const Tenant& tenant) {
    if (below(4) == 0)
        return {TeamMember::Kind::Team, someId(tenant, "team")};
    return {TeamMember::Kind::User, tenant.users[static_cast<std::size_t>(below(std::ssize(tenant.users)))].id};
}

RecordedEvent SampleLog::access(Tenant& tenant) {
    const std::int64_t dice = below(6);
    if (dice == 4) {
        User& user = tenant.users[static_cast<std::size_t>(below(std::ssize(tenant.users)))];
        return envelope(tenant, "user", user.id, user.sequence, credentialOf(user));
    }
    if (dice == 5) {
        const std::string domain = word(1) + ".example";
        const std::array<OrgEvent, 4> events{OrgDomainAdded{domain}, OrgDomainAdded{domain}, OrgDomainVerified{domain},
                                             OrgDomainRemoved{domain}};
        return envelope(tenant, "org", AggregateId(tenant.id.text()), tenant.sequence,
                        encode(events[static_cast<std::size_t>(below(events.size()))]));
    }
    constexpr std::array kTypes{"team", "role", "resource", "grant"};
    const std::string type = kTypes[static_cast<std::size_t>(dice)];
    auto& others = tenant.others[type];
    const bool isNew = others.size() < 2 || below(6) == 0;
    if (isNew)
        others.push_back({AggregateId(below(3) == 0 ? word(4) : uuid().text()), 0});
    const std::size_t which = isNew ? others.size() - 1 : static_cast<std::size_t>(below(std::ssize(others)));
    NewEvent event = accessOf(tenant, type, isNew);
    Other& other = tenant.others[type][which];
    return envelope(tenant, type, other.id, other.sequence, std::move(event));
}

NewEvent SampleLog::accessOf(Tenant& tenant, const std::string& type, bool isNew) {
    const bool isAddition = isNew || below(12) == 0;
    const bool isRemoval = !isAddition && below(12) == 0;
    if (type == "team") {
        if (isAddition)
            return encode(TeamAdded{word(3), word(2)});
        if (isRemoval)
            return encode(TeamRemoved{});
        const std::array<TeamEvent, 4> events{TeamChanged{word(2), {}}, TeamMemberAdded{someMember(tenant)},
                                              TeamMemberAdded{someMember(tenant)},
                                              TeamMemberRemoved{someMember(tenant)}};
        return encode(events[static_cast<std::size_t>(below(events.size()))]);
    }
    if (type == "role") {
        if (isAddition)
            return encode(RoleAdded{word(2), word(3), ""});
        if (isRemoval)
            return encode(RoleRemoved{});
        Permission permission{below(2) == 0 ? "read" : "write", below(2) == 0 ? "document" : "*", {}};
        if (below(2) == 0)
            permission = {"read", "", someId(tenant, "resource")};
        const std::array<RoleEvent, 4> events{RoleChanged{{}, word(2), "group"}, RolePermissionAdded{permission},
                                              RolePermissionAdded{permission}, RolePermissionRemoved{permission}};
        return encode(events[static_cast<std::size_t>(below(events.size()))]);
    }
    if (type == "resource") {
        if (isAddition)
            return encode(ResourceAdded{word(3), "document", below(2) == 0 ? AggregateId() : someId(tenant, type)});
        if (isRemoval)
            return encode(ResourceRemoved{});
        return encode(ResourceChanged{word(2), below(2) == 0 ? std::optional(someId(tenant, type)) : std::nullopt});
    }
    if (isAddition)
        return encode(GrantAdded{someId(tenant, "role"), someMember(tenant),
                                 below(2) == 0 ? AggregateId() : someId(tenant, "resource"),
                                 below(2) == 0 ? std::optional(m_now + below(1'000'000'000)) : std::nullopt,
                                 below(2) == 0 ? std::optional(m_now + below(9'000'000'000)) : std::nullopt});
    if (isRemoval)
        return encode(GrantRemoved{});
    return encode(GrantChanged{{}, std::optional<Instant>(m_now + below(5'000'000'000))});
}

NewEvent SampleLog::credentialOf(const User& user) {
    constexpr std::array kKinds{CredentialKind::Token, CredentialKind::Key, CredentialKind::Otp,
                                CredentialKind::Passkey};
    const CredentialKind kind = kKinds[static_cast<std::size_t>(below(kKinds.size()))];
    const CredentialKey key{kind, kind == CredentialKind::Otp ? "" : std::to_string(below(3))};
    if (below(3) == 0)
        return encode(CredentialRemoved{key});
    if (below(15) == 0)
        return encode(UserRemoved{});
    if (below(15) == 0)
        return encode(HumanAdded{user.state.userName, "", "", "", "", ""});
    CredentialAdded added;
    added.key = key;
    added.credential.name = word(2);
    if (kind == CredentialKind::Token)
        added.credential.scopes = {"openid", "a\nb", ""};
    return encode(added);
}

} // namespace muniment::test
