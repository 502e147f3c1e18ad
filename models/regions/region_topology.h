// What each region's endpoint says about itself, and which endpoints belong to one cluster.
#pragma once

#include "models/domain/event.h"
#include "models/eventstore/event_store.h"
#include "models/regions/database_facts.h"
#include "models/regions/licence_notice.h"
#include "models/regions/postgres_facts.h"
#include "models/replica/replica.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Of reads of one row by a key that begins with the region, so that no other region takes part.
struct ReadLatency {
    std::chrono::microseconds median{0};
    std::chrono::microseconds slowest{0}; ///< the 99th of a hundred; of fewer, the slowest
    int reads = 0;
};

/// The server's clock beside ours.
struct ClockOffset {
    std::chrono::microseconds ahead{0};  ///< of ours; negative: behind
    std::chrono::microseconds within{0}; ///< half of the round trip: it cannot be told more exactly
};

struct RegionTopology {
    RegionName region;
    std::string endpoint;       ///< without secrets
    std::optional<Error> error; ///< nothing else is known
    StoreFlavour flavour = StoreFlavour::Embedded;
    std::string version;        ///< "CockroachDB v25.3.4"
    std::string clusterVersion; ///< what the cluster has been upgraded to; may be older
    int schemaVersion = 0;
    StoreMark mark;
    std::optional<Locality> gateway; ///< of the node that answered
    std::optional<ReadLatency> latency;
    std::optional<ClockOffset> clock;
    std::string horizon; ///< a position; nothing below it can still appear
    std::vector<LicenceNotice> licence;
    std::optional<DatabaseFacts> cockroach;
    std::optional<PostgresFacts> postgres;
    std::vector<UnknownFact> unknown;
};

/// Endpoints behind which one and the same database is.
struct RegionCluster {
    StoreMark mark;
    std::vector<std::size_t> members; ///< indexes of the topologies, ascending

    bool operator==(const RegionCluster&) const = default;
};

/// In order of their first members. An endpoint that did not tell its mark stands alone.
[[nodiscard]] std::vector<RegionCluster> clustersOf(const std::vector<RegionTopology>& topologies);

/// Asks every region at once; one that cannot be asked has its error. Takes no longer than `patience`.
[[nodiscard]] std::vector<RegionTopology> readTopologies(const std::vector<WorkspaceRegion>& regions,
                                                         const std::shared_ptr<SecretSource>& secrets,
                                                         std::chrono::milliseconds patience);

/// What CockroachDB and PostgreSQL are asked, of whoever answers; for tests and for readTopologies().
void readCockroachTopology(ServerQuestions& server, const postgres::CockroachVersion& version,
                           RegionTopology& topology);
void readPostgresTopology(ServerQuestions& server, RegionTopology& topology);

/// Median and 99th percentile; absent for no reads.
[[nodiscard]] std::optional<ReadLatency> latencyOf(std::vector<std::chrono::microseconds> reads);

} // namespace muniment
