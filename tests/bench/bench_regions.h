// Servers with history in them, as every section of the benchmark needs.
#pragma once

#include "models/domain/event.h"
#include "models/replica/replica.h"
#include "tests/support/regions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace muniment::bench {

/// Started servers with the schema installed; region i of the servers holds region i of the simulation.
class BenchRegions {
public:
    enum class Servers {
        OfTheirOwn, ///< one for each region
        Shared,     ///< one database holds all regions, so that a small machine is not busy with servers
    };

    explicit BenchRegions(int count, Servers servers = Servers::OfTheirOwn);

    [[nodiscard]] std::string endpoint(int i) const { return m_servers.endpoint(serverOf(i), "admin"); }

    [[nodiscard]] std::string moverEndpoint(int i) const { return m_servers.endpoint(serverOf(i), "mover"); }

    [[nodiscard]] std::string superuserEndpoint(int i) const { return m_servers.superuserEndpoint(serverOf(i)); }

    [[nodiscard]] int port(int i) const { return m_servers.port(serverOf(i)); }

    [[nodiscard]] RegionName region(int i) const { return m_regions.at(static_cast<std::size_t>(i)); }

    [[nodiscard]] int count() const { return static_cast<int>(m_regions.size()); }

    [[nodiscard]] std::string dataDirectory(int i) const { return m_servers.dataDirectory(serverOf(i)); }

    /// For Replica::create: every region with its endpoint.
    [[nodiscard]] ReplicaSettings settings() const;

    /// Simulated history over all regions, seed 1, of `events` events, as many tenants and users (0: as suit the
    /// events); returns events per second.
    double fill(std::int64_t events, int tenants = 0, int users = 0);
    /// Gives the planner its statistics and writes what the bulk load left to be written, as in a database that has
    /// stood for a while.
    void settle() const;
    /// About `most` events, in memory: pages from all over the logs of all regions.
    [[nodiscard]] std::vector<RecordedEvent> sample(std::size_t most) const;

private:
    [[nodiscard]] int serverOf(int region) const { return m_servers.count() == 1 ? 0 : region; }

    test::RegionalServers m_servers;
    std::vector<RegionName> m_regions;
};

/// Ends the program with the error's detail; a benchmark has nobody to hand an error to.
[[noreturn]] void giveUp(const std::string& what, const Error& error);

template <class T>
T must(const std::string& what, Result<T> result) {
    if (!result)
        giveUp(what, result.error());
    return std::move(*result);
}

inline void must(const std::string& what, const Result<void>& result) {
    if (!result)
        giveUp(what, result.error());
}

} // namespace muniment::bench
