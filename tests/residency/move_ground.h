// Where tenants are moved in tests: two PostgreSQL servers, one with two regions, or an embedded store; a tenant with
// people, teams, roles and grants; and writers that go on while it moves.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/relocation.h"
#include "models/regions/tenant_move.h"
#include "tests/support/regions.h"

#include <QTemporaryDir>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace muniment::test {

enum class GroundKind { TwoServers, OneServer, Embedded };

/// Two servers, of which the first has two regions. A test has one of these: it sets PGPASSFILE.
class MoveServers {
public:
    MoveServers();

    [[nodiscard]] RegionalServers& servers() { return m_servers; }

private:
    RegionalServers m_servers;
};

class MoveGround {
public:
    MoveGround(GroundKind kind, RegionalServers& servers);

    [[nodiscard]] RegionName from() const { return m_from; }

    [[nodiscard]] RegionName to() const { return m_to; }

    [[nodiscard]] RegionalServers& servers() { return m_servers; }

    [[nodiscard]] GroundKind kind() const { return m_kind; }

    /// As the mover where there are roles, else as anybody.
    [[nodiscard]] std::unique_ptr<EventStore> open(const RegionName& region, const std::string& user = "mover");
    [[nodiscard]] std::string endpoint(const RegionName& region, const std::string& user) const;
    /// A tenant of `users` people with `logins` events each beside their own, and a verified domain; in from().
    [[nodiscard]] TenantId addTenant(const std::string& name, int users, int logins);
    /// Its whole log as a region has it, in order.
    [[nodiscard]] std::vector<RecordedEvent> log(const RegionName& region, const TenantId& tenant);

private:
    GroundKind m_kind;
    RegionalServers& m_servers;
    QTemporaryDir m_directory;
    RegionName m_from{"eu-west-1"};
    RegionName m_to;
};

/// Writers to sessions of one tenant, each with aggregates of its own and one that all share. Where the tenant does not
/// live any more they follow it, and where it is fenced they wait. Each rests for `rest` after an event.
class FollowingWriters {
public:
    FollowingWriters(MoveGround& ground, TenantId tenant, int writers, std::chrono::milliseconds rest = {});
    ~FollowingWriters();
    void stop();

    /// Commands whose append was answered with success, and how often.
    [[nodiscard]] std::map<std::string, int> acknowledged() const;

    /// The longest time that an append took with all its refusals, and how many were refused.
    [[nodiscard]] std::chrono::microseconds longest() const { return std::chrono::microseconds(m_longest.load()); }

    [[nodiscard]] int refusals() const { return m_refusals; }

    [[nodiscard]] int written() const { return m_written; }

    /// Appends whose answer was lost; all of them were settled.
    [[nodiscard]] int lostAnswers() const { return m_lostAnswers; }

private:
    void write(int self, const std::stop_token& stop);

    MoveGround& m_ground;
    TenantId m_tenant;
    std::chrono::milliseconds m_rest;
    mutable std::mutex m_mutex;
    std::map<std::string, int> m_acknowledged;
    std::atomic<std::int64_t> m_longest = 0;
    std::atomic<int> m_refusals = 0;
    std::atomic<int> m_written = 0;
    std::atomic<int> m_lostAnswers = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace muniment::test
