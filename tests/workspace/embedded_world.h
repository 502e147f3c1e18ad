// A temporary directory with an embedded store of some regions, and words for what the tests do there.
#pragma once

#include "models/base/clock.h"
#include "models/commands/command.h"
#include "models/replica/replica.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace muniment::test {

/// Everything goes with the object. Functions fail the running test (QTest) when the store says no.
class EmbeddedWorld {
public:
    explicit EmbeddedWorld(const std::vector<std::string>& regions = {"eu-west-1"});

    [[nodiscard]] std::filesystem::path path(const std::string& name) const;
    [[nodiscard]] std::string endpoint() const;

    [[nodiscard]] const std::vector<RegionName>& regions() const { return m_regions; }

    [[nodiscard]] std::unique_ptr<EventStore> open() const;
    [[nodiscard]] ReplicaSettings settings() const;
    [[nodiscard]] std::unique_ptr<Replica> createReplica(const std::string& name = "test.muniment") const;

    [[nodiscard]] TenantId addOrg(const std::string& name, int region = 0) const;
    [[nodiscard]] AggregateId addUser(const TenantId& tenant, const std::string& userName, int region = 0) const;
    /// History in bulk: `count` logins of some users of one new tenant.
    void addHistory(int count, int region = 0) const;
    /// One event of an unknown type for each payload, whatever its bytes are.
    void addPayloads(const std::vector<std::string>& payloads) const;

private:
    QTemporaryDir m_directory;
    std::vector<RegionName> m_regions;
};

/// What a log may hold all the same: markup, bidi controls, broken JSON, depth, the largest size. (No store takes
/// more, nor bytes that are not UTF-8.)
[[nodiscard]] std::vector<std::string> hostilePayloads();

[[nodiscard]] CommandRequest orgCommand(const RegionName& region, const TenantId& tenant, OrgCommand command);
[[nodiscard]] CommandRequest userCommand(const RegionName& region, const TenantId& tenant, const AggregateId& user,
                                         UserCommand command);

/// The whole log of a region, one line an event with every column.
[[nodiscard]] std::vector<std::string> printedLog(EventStore& store, const RegionName& region);
/// What the file holds of it, in log order, in the same form.
[[nodiscard]] std::vector<std::string> printedReplica(Replica& replica, const RegionName& region);
/// Empty when equal; otherwise the sizes and the first difference, for a failing test to print.
[[nodiscard]] std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

} // namespace muniment::test
