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
    explicit BenchRegions(int count);

    [[nodiscard]] std::string endpoint(int i) const { return m_servers.endpoint(i, "admin"); }

    [[nodiscard]] std::string moverEndpoint(int i) const { return m_servers.endpoint(i, "mover"); }

    [[nodiscard]] RegionName region(int i) const { return RegionName{m_servers.regionName(i)}; }

    [[nodiscard]] int count() const { return m_servers.count(); }

    [[nodiscard]] std::string dataDirectory(int i) const { return m_servers.dataDirectory(i); }

    /// For Replica::create: every region with its endpoint.
    [[nodiscard]] ReplicaSettings settings() const;

    /// Simulated history of `events` events over all regions, seed 1; returns events per second.
    double fill(std::int64_t events);
    /// The whole log of one region, in memory.
    [[nodiscard]] std::vector<RecordedEvent> readAll(int i) const;

private:
    test::RegionalServers m_servers;
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
