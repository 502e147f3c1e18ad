// What the contract suite needs of a backend: a store to itself, connections to it, and the hands of fate.
#pragma once

#include "models/eventstore/event_store.h"

#include <memory>
#include <string>

namespace muniment::test {

/// Every function ends the running test with a message when the backend does not do what it should.
class StoreBench {
public:
    StoreBench() = default;
    StoreBench(const StoreBench&) = delete;
    StoreBench& operator=(const StoreBench&) = delete;
    virtual ~StoreBench() = default;

    /// Before the first test: servers up, schema there.
    virtual void prepare() {}

    /// Before every test: two regions without a tenant or an event. Connections of earlier tests are gone.
    virtual void empty() = 0;

    [[nodiscard]] static RegionName region(int i) { return RegionName(i == 0 ? "eu-west-1" : "us-east-1"); }

    /// A further connection that may read and append. A different thread may use each.
    [[nodiscard]] virtual std::unique_ptr<EventStore> open() = 0;

    /// A connection that may also write history.
    [[nodiscard]] virtual std::unique_ptr<EventStore> openMover() { return open(); }

    /// What a mover of tenants does to the row.
    virtual void setHome(const RegionName& region, const TenantHome& home) = 0;
    /// As plans() would show it.
    [[nodiscard]] virtual std::string planName(const std::string& key) = 0;
    /// So many records with the body {}, as services would put them there.
    virtual void fillIntake(const RegionName& region, int count) = 0;
    /// Takes the newest event out of the log, as a restore of an older state would.
    virtual void loseNewestEvent(const RegionName& region) = 0;
};

} // namespace muniment::test
