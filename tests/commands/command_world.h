// An embedded store with one tenant, and words for commanding it.
#pragma once

#include "models/commands/command.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

/// Commands that are to succeed end the test program when they do not.
class CommandWorld {
public:
    CommandWorld();

    [[nodiscard]] EventStore& store() { return *m_store; }

    [[nodiscard]] const RegionName& region() const { return m_region; }

    [[nodiscard]] const TenantId& acme() const { return m_acme; }

    [[nodiscard]] CommandRequest request(AnyCommand command, AggregateId id = {}) const;
    [[nodiscard]] Result<CommandResult> run(const CommandRequest& request);
    /// The aggregate's id.
    AggregateId make(AnyCommand command, AggregateId id = {});
    [[nodiscard]] TenantId addTenant(const std::string& name);

    /// "done", or the name of the refusal's reason, or of the error's code.
    [[nodiscard]] std::string outcome(const CommandRequest& request);
    [[nodiscard]] std::string outcome(AnyCommand command, AggregateId id = {});

    [[nodiscard]] std::vector<RecordedEvent> history(const std::string& type, const AggregateId& id);
    /// Types of all events of the tenant's region, in log order.
    [[nodiscard]] std::vector<std::string> log();

    // What most tests need some of.
    AggregateId addUser(const std::string& name);
    AggregateId addTeam(const std::string& name);
    AggregateId addRole(const std::string& key);
    AggregateId addResource(const std::string& name, const AggregateId& parent = {});

private:
    QTemporaryDir m_directory;
    RegionName m_region{"eu-west-1"};
    std::unique_ptr<EventStore> m_store;
    TenantId m_acme;
};

[[nodiscard]] TeamMember userMember(const AggregateId& id);
[[nodiscard]] TeamMember teamMember(const AggregateId& id);

} // namespace muniment::test
