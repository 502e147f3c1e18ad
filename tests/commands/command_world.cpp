#include "tests/commands/command_world.h"

#include "models/eventstore/embedded/embedded_event_store.h"

#include <QtGlobal>

namespace muniment::test {

CommandWorld::CommandWorld() {
    const auto file = std::filesystem::path(m_directory.path().toStdString()) / "store.db";
    if (const auto made = createEmbeddedStore(file, {m_region}); !made)
        qFatal("no embedded store: %s", made.error().detail.c_str());
    m_store = makeEmbeddedEventStore(file);
    m_acme = addTenant("Acme");
}

CommandRequest CommandWorld::request(AnyCommand command, AggregateId id) const {
    CommandRequest request;
    request.region = m_region;
    request.tenant = m_acme;
    request.id = std::move(id);
    request.command = std::move(command);
    request.operatorName = "tester";
    return request;
}

Result<CommandResult> CommandWorld::run(const CommandRequest& request) {
    return runCommand(*m_store, request, systemClock());
}

AggregateId CommandWorld::make(AnyCommand command, AggregateId id) {
    const auto result = run(request(std::move(command), std::move(id)));
    if (!result)
        qFatal("%s %s", std::string(errorCodeName(result.error().code)).c_str(), result.error().get("reason").c_str());
    return result->id;
}

TenantId CommandWorld::addTenant(const std::string& name) {
    CommandRequest add = request(OrgCommand(AddOrg{name, {}, {}}));
    add.tenant = {};
    const auto result = run(add);
    if (!result)
        qFatal("no tenant: %s", result.error().detail.c_str());
    return result->tenant;
}

std::string CommandWorld::outcome(const CommandRequest& request) {
    const auto result = run(request);
    if (result)
        return "done";
    const std::string reason = result.error().get("reason");
    return reason.empty() ? std::string(errorCodeName(result.error().code)) : reason;
}

std::string CommandWorld::outcome(AnyCommand command, AggregateId id) {
    return outcome(request(std::move(command), std::move(id)));
}

std::vector<RecordedEvent> CommandWorld::history(const std::string& type, const AggregateId& id) {
    auto history = m_store->load(m_region, m_acme, {type, id});
    if (!history)
        qFatal("cannot load: %s", history.error().detail.c_str());
    return std::move(history->events);
}

std::vector<std::string> CommandWorld::log() {
    std::vector<std::string> types;
    if (!m_store->connect(m_region))
        qFatal("cannot connect");
    const auto page = m_store->readTail({m_region, std::nullopt, 8192, true});
    if (!page)
        qFatal("cannot read the log: %s", page.error().detail.c_str());
    for (const RecordedEvent& event : page->events)
        types.push_back(event.type);
    return types;
}

AggregateId CommandWorld::addUser(const std::string& name) {
    AddHuman add;
    add.userName = name;
    return make(UserCommand(add));
}

AggregateId CommandWorld::addTeam(const std::string& name) {
    return make(TeamCommand(AddTeam{name, {}}));
}

AggregateId CommandWorld::addRole(const std::string& key) {
    return make(RoleCommand(AddRole{key, {}, {}}));
}

AggregateId CommandWorld::addResource(const std::string& name, const AggregateId& parent) {
    return make(ResourceCommand(AddResource{name, "document", parent}));
}

TeamMember userMember(const AggregateId& id) {
    return {TeamMember::Kind::User, id};
}

TeamMember teamMember(const AggregateId& id) {
    return {TeamMember::Kind::Team, id};
}

} // namespace muniment::test
