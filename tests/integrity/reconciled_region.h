// A region on a PostgreSQL server of its own with a history, and a file that has it: what reconciliation is tried on.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/replica/replica.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

/// Every function ends the test program with a message when something does not work.
class ReconciledRegion {
public:
    static constexpr int kDays = 6, kEventsADay = 20; ///< of each of two organizations, "acme" and "other"

    ReconciledRegion();

    [[nodiscard]] static RegionName region() { return RegionName("eu-west-1"); }

    [[nodiscard]] RegionalServers& servers() { return m_servers; }

    [[nodiscard]] std::unique_ptr<EventStore> open(const std::string& user = "auditor");
    /// With everything that the server has.
    [[nodiscard]] std::unique_ptr<Replica> newFile();
    /// What came since.
    void catchUp(Replica& replica);
    /// A command more, live.
    void addUser(const std::string& name);
    /// As the superuser, with the guard off.
    void tamper(const std::string& statement);
    /// The log as it was made, and the tenants' rows.
    void restore();

private:
    RegionalServers m_servers;
    QTemporaryDir m_folder;
    std::unique_ptr<PlainSql> m_owner;
    int m_files = 0;
};

} // namespace muniment::test
