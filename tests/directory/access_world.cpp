#include "tests/directory/access_world.h"

namespace muniment::test {

std::string uuid(int number) {
    return "0d0bd6aa-1111-2222-3333-44444444400" + std::to_string(number);
}

TeamMember userMember(const std::string& id) {
    return {TeamMember::Kind::User, AggregateId(id)};
}

TeamMember teamMember(const std::string& id) {
    return {TeamMember::Kind::Team, AggregateId(id)};
}

std::string textOf(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

AccessWorld::AccessWorld() : m_file({"eu", "us"}) {
    m_file.org("eu", "acme", OrgAdded{"Acme"}, at(0));
    m_file.org("us", "bolt", OrgAdded{"Bolt"}, at(0));
    m_file.user("eu", "acme", "ann", HumanAdded{"ann", "Ann", "Doe", "Ann Doe", "ann@acme.example", ""}, at(1));
    m_file.user("eu", "acme", uuid(1), HumanAdded{"bob", "Bob", "Roe", "Bob Roe", "", ""}, at(2));
    add("team", "sales", TeamEvent(TeamAdded{"Sales", "sells"}), 10);
    add("team", "north", TeamEvent(TeamAdded{"North", ""}), 11);
    add("team", "sales", TeamEvent(TeamMemberAdded{userMember("ann")}), 12);
    add("team", "sales", TeamEvent(TeamMemberAdded{teamMember("north")}), 13);
    add("team", "north", TeamEvent(TeamMemberAdded{userMember(uuid(1))}), 14);
    m_file.user("eu", "acme", "ann", HumanProfileChanged{{}, {}, "Ann Poe"}, at(20));
    add("team", "sales", TeamEvent(TeamChanged{"Sales Europe", {}}), 21);
    add("resource", uuid(2), ResourceEvent(ResourceAdded{"Apollo", "project", {}}), 30);
    add("resource", uuid(3), ResourceEvent(ResourceAdded{"Plans", "folder", AggregateId(uuid(2))}), 31);
    add("resource", "doc", ResourceEvent(ResourceAdded{"Budget", "document", AggregateId(uuid(3))}), 32);
    add("role", "editor", RoleEvent(RoleAdded{"editor", "Editor", "content"}), 40);
    add("role", "editor", RoleEvent(RolePermissionAdded{{"docs.*", "document", {}}}), 41);
    add("role", "editor", RoleEvent(RolePermissionAdded{{"read", "", AggregateId("doc")}}), 42);
    add("role", uuid(4), RoleEvent(RoleAdded{"reader", "Reader", ""}), 43);
    add("grant", uuid(5), GrantEvent(GrantAdded{AggregateId("editor"), userMember("ann"), {}, {}, {}}), 50);
    add("grant", uuid(6),
        GrantEvent(GrantAdded{AggregateId(uuid(4)), teamMember("sales"), AggregateId(uuid(2)), {}, at(100)}), 51);
    add("grant", uuid(7),
        GrantEvent(GrantAdded{AggregateId("editor"), userMember(uuid(1)), AggregateId("doc"), at(80), {}}), 52);
    add("grant", uuid(8), GrantEvent(GrantAdded{AggregateId("editor"), teamMember("north"), {}, {}, {}}), 53);
    add("grant", uuid(8), GrantEvent(GrantRemoved{}), 60);
    addSession(uuid(9), "ann", 110, true);
    const auto check = [&](const char* outcome, int minute) {
        NewEvent event;
        event.type = std::string("user.human.password.check.") + outcome;
        m_file.fact("eu", "acme", "user", "ann", event, at(minute), "ann");
    };
    check("failed", 115);
    addSession("s-open", "ann", 120, false);
    check("failed", 130);
    check("failed", 131);
    CredentialAdded token{{CredentialKind::Token, "t1"}, {"CI", "abcd", at(999), {"read", "write"}}, "hash", {}};
    m_file.fact("eu", "acme", "user", "ann", encode(CredentialEvent(token)), at(140));
    m_file.fact("eu", "acme", "user", "ann", encode(CredentialEvent(CredentialRemoved{token.key})), at(145));
    m_file.org("eu", "acme", OrgDomainAdded{"acme.example"}, at(150));
    m_file.org("eu", "acme", OrgDomainVerified{"acme.example"}, at(151));
    m_file.fact("eu", "installation", "plan", "standard", encode(PlanEvent(PlanAdded{"Standard"})), at(160));
    m_file.fact("eu", "installation", "plan", "gold", encode(PlanEvent(PlanAdded{"Gold"})), at(161));
    m_file.org("us", "bolt", OrgPlanChanged{"gold"}, at(162));
    add("team", "north", TeamEvent(TeamRemoved{}), 170);
    m_file.flush();
}

void AccessWorld::addSession(const std::string& id, const char* user, int minute, bool ends) {
    const auto write = [&](const SessionEvent& event, int when) {
        m_file.fact("eu", kAcme.text(), "session", id, encode(event), at(when), user);
    };
    write(SessionAdded{"Debian 12", "Firefox 115", "DE"}, minute);
    write(SessionUserChecked{AggregateId(user)}, minute + 1);
    write(SessionPasswordChecked{}, minute + 2);
    if (ends)
        write(SessionTerminated{}, minute + 3);
}

} // namespace muniment::test
