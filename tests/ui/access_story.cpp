#include "tests/ui/access_story.h"

#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/team.h"
#include "models/domain/user.h"

#include <algorithm>

namespace muniment::test {

namespace {

Instant timeOf(const char* text) {
    const auto parsed = parseInstant(text);
    if (!parsed)
        qFatal("no time: %s", text);
    return *parsed;
}

HumanAdded human(const char* userName, const char* displayName) {
    HumanAdded added;
    added.userName = userName;
    added.displayName = displayName;
    added.email = std::string(userName) + "@nordwind.example";
    return added;
}

TeamMember user(const char* id) {
    return {TeamMember::Kind::User, AggregateId(id)};
}

TeamMember team(const char* id) {
    return {TeamMember::Kind::Team, AggregateId(id)};
}

} // namespace

AccessStory::AccessStory(EmbeddedDirectory& window) {
    tell("org", "nordwind", encode(OrgEvent(OrgAdded{"Nordwind AG"})), "2023-01-02T08:00:00Z");
    people();
    things();
    grants();
    std::ranges::stable_sort(m_events, {}, &RecordedEvent::recordedAt);
    for (RecordedEvent& event : m_events)
        event.sequence = ++m_sequences[event.aggregate.type + "/" + event.aggregate.id.text()];
    const TenantHome home{kOrg, "Nordwind AG", "standard", "active", 1, {}};
    window.insert({.tenants = {&home, 1}, .events = m_events, .claims = {}});
}

void AccessStory::tell(const char* type, const char* id, const NewEvent& what, const char* at, const char* actor) {
    RecordedEvent event;
    event.tenant = kOrg;
    event.aggregate = {type, AggregateId(id)};
    event.eventId = randomUuid();
    event.type = what.type;
    event.payload = what.payload;
    event.outcome = what.outcome;
    event.occurredAt = event.recordedAt = timeOf(at);
    event.actor = {"human", ActorId(actor)};
    event.salt = std::string(16, 's');
    m_events.push_back(std::move(event));
}

void AccessStory::tell(const char* type, const char* id, NewEvent what, const char* at, const char* actor,
                       const char* reason) {
    // Canonical: "reason" stands between what begins with "g" and what begins with "res" or "ro".
    auto& payload = *what.payload;
    const auto place = payload.find("\"resourceId\"");
    payload.insert(place == std::string::npos ? 1 : place, std::string("\"reason\":\"") + reason + "\",");
    tell(type, id, what, at, actor);
}

void AccessStory::people() {
    tell("user", "petra", encode(UserEvent(human("petra.lang", "Petra Lang"))), "2023-01-02T08:01:00Z");
    tell("user", "jonas", encode(UserEvent(human("jonas.weber", "Jonas Weber"))), "2023-01-02T08:02:00Z");
    tell("user", "mia", encode(UserEvent(human("mia.chen", "Mia Chen"))), "2024-11-04T09:00:00Z");
    tell("user", "ola", encode(UserEvent(human("ola.berg", "Ola Berg"))), "2024-11-05T09:00:00Z");
    tell("user", "hostile", encode(UserEvent(human("x.y", "<b>x</b> <img src=x>"))), "2024-11-06T09:00:00Z");
    const char* teams[][2]{{"payroll", "Payroll"}, {"core", "HR core"}, {"interns", "Interns 2025"}};
    for (const auto& [id, name] : teams)
        tell("team", id, encode(TeamEvent(TeamAdded{name, {}})), "2024-11-10T09:00:00Z");
    tell("team", "core", encode(TeamEvent(TeamMemberAdded{team("payroll")})), "2024-11-11T09:00:00Z");
    tell("team", "interns", encode(TeamEvent(TeamMemberAdded{user("mia")})), "2025-03-03T09:00:00Z", "jonas");
    tell("team", "interns", encode(TeamEvent(TeamMemberRemoved{user("mia")})), "2025-05-30T16:00:00Z", "jonas");
    tell("team", "payroll", encode(TeamEvent(TeamMemberAdded{user("mia")})), "2026-02-02T08:12:00Z", "jonas");
    tell("team", "payroll", encode(TeamEvent(TeamMemberAdded{user("hostile")})), "2026-02-03T08:12:00Z", "jonas");
    tell("team", "core", encode(TeamEvent(TeamMemberRemoved{team("payroll")})), "2026-03-31T17:40:00Z");
}

void AccessStory::things() {
    const ResourceAdded folder{"HR documents", "folder", {}};
    const ResourceAdded salaries{"Salaries 2026", "document", AggregateId("hr-docs")};
    const ResourceAdded hostile{"a < b & \u202Eevil", "document", AggregateId("hr-docs")};
    tell("resource", "hr-docs", encode(ResourceEvent(folder)), "2023-02-01T09:00:00Z");
    tell("resource", "salaries", encode(ResourceEvent(salaries)), "2023-02-02T09:00:00Z");
    tell("resource", "odd", encode(ResourceEvent(hostile)), "2023-02-03T09:00:00Z");
    tell("role", "editor", encode(RoleEvent(RoleAdded{"hr.editor", "HR editor", {}})), "2023-05-02T09:00:00Z");
    tell("role", "editor", encode(RoleEvent(RolePermissionAdded{{"edit", "document", {}}})), "2023-05-02T09:01:00Z");
    tell("role", "reader", encode(RoleEvent(RoleAdded{"reader", "Reader", {}})), "2023-05-03T09:00:00Z");
    tell("role", "reader", encode(RoleEvent(RolePermissionAdded{{"read", "*", {}}})), "2023-05-03T09:01:00Z");
}

void AccessStory::grants() {
    const AggregateId editor("editor"), folder("hr-docs");
    tell("grant", "g-interns", encode(GrantEvent(GrantAdded{editor, team("interns"), AggregateId("salaries"), {}, {}})),
         "2025-03-01T09:00:00Z");
    tell("grant", "g-core", encode(GrantEvent(GrantAdded{editor, team("core"), folder, {}, {}})),
         "2026-01-03T09:00:00Z", "petra", "annual review");
    tell("grant", "g-ola",
         encode(GrantEvent(GrantAdded{AggregateId("reader"), user("ola"), {}, {}, timeOf("2026-06-01T00:00:00Z")})),
         "2026-01-04T09:00:00Z");
    tell("grant", "g-petra", encode(GrantEvent(GrantAdded{AggregateId("reader"), user("petra"), {}, {}, {}})),
         "2026-01-05T09:00:00Z");
}

} // namespace muniment::test
