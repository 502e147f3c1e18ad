// The real window over an embedded store of one region, and a hand that writes into it as another program would.
#pragma once

#include "models/commands/command.h"
#include "models/simulation/simulation_plan.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"

#include <memory>

namespace muniment {

class WorkspaceView;

} // namespace muniment

namespace muniment::test {

class EmbeddedDirectory {
public:
    EmbeddedDirectory();

    /// Opens the workspace; what was written before is there when the navigation has counted it.
    void open();
    /// As if on another day.
    void reopen();

    /// A history made up for the store's region, whatever the plan says of regions.
    void addHistory(SimulationPlan plan);
    CommandResult write(CommandRequest request);
    /// What happened long ago, as a history that is brought along.
    void insert(const HistoryBatch& history);
    [[nodiscard]] TenantId addOrg(const std::string& name);
    [[nodiscard]] AggregateId addHuman(const TenantId& tenant, const std::string& first, const std::string& last);
    /// As the identity system writes it: somebody has signed in.
    AggregateId beginSession(const TenantId& tenant, const AggregateId& user);
    /// Any command about an aggregate that is there, or, without an id, about a new one.
    AggregateId tell(const TenantId& tenant, const AnyCommand& command, const AggregateId& id = {});

    void trigger(ActionId id) const { m_fixture.trigger(id); }

    [[nodiscard]] QAction* action(ActionId id) const { return m_fixture.window->actions().action(id); }

    [[nodiscard]] WindowFixture& fixture() { return m_fixture; }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture.window->view(); }

    /// The window as it stands in both looks: pictures/<name>-light.png and -dark.png.
    void pictures(const QString& name);

private:
    WindowFixture m_fixture;
    std::filesystem::path m_file;
    std::unique_ptr<EventStore> m_store;
};

} // namespace muniment::test
