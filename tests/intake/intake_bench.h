// A store with a tenant, of either kind, whose intake is filled and looked at.
#pragma once

#include "models/eventstore/intake.h"
#include "models/intake/promotion_run.h"
#include "tests/support/regions.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

enum class BenchStore { Embedded, PostgreSql };

/// What is to succeed ends the test program when it does not.
class IntakeBench {
public:
    /// `servers`: started, with the schema of installed(); used for PostgreSql only.
    IntakeBench(BenchStore kind, RegionalServers& servers);

    /// Installs the schema on the first server.
    static void install(RegionalServers& servers);

    [[nodiscard]] const RegionName& region() const { return m_region; }

    [[nodiscard]] EventStore& store() { return *m_store; }

    [[nodiscard]] std::unique_ptr<EventStore> open() const;

    /// An organization of its own for every bench.
    [[nodiscard]] TenantId addTenant(const std::string& name);
    Uuid receive(const std::string& body, const std::string& headers = {});
    [[nodiscard]] IntakeRecord record(const Uuid& id);
    /// Types of the tenant's events in log order, save those about itself, with user names where they have one:
    /// "user.human.added ann".
    [[nodiscard]] std::vector<std::string> log(const TenantId& tenant);
    /// What `mapping` makes of the records, unwritten names as they are.
    [[nodiscard]] std::vector<MappedRecord> mapped(const IntakeMapping& mapping, const std::vector<Uuid>& records);
    PromotionReport promote(const IntakeMapping& mapping, const std::vector<Uuid>& records, bool isDryRun = false);

private:
    QTemporaryDir m_directory;
    std::string m_endpoint;
    RegionName m_region{"eu-west-1"};
    std::unique_ptr<EventStore> m_store;
};

/// Adds a person: the tenant and user name of the body's members of the same name.
[[nodiscard]] IntakeMapping peopleMapping();
[[nodiscard]] std::string person(const TenantId& tenant, const std::string& userName);
/// "done", or the reason, state or code of the refusal, of the record.
[[nodiscard]] std::string outcomeOf(const PromotionReport& report, const Uuid& record);

} // namespace muniment::test
