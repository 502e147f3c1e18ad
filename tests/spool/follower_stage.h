// A follower on a stage: a scripted store, a sink that keeps what it is given, a clock moved by hand.
#pragma once

#include "models/spool/follower.h"
#include "tests/spool/scripted_store.h"

#include <QTest>

#include <thread>

namespace muniment::test {

using namespace std::chrono_literals;

inline const RegionName kRegion("eu-west-1");

inline RecordedEvent eventAt(std::int64_t position) {
    RecordedEvent event;
    event.tenant = TenantId("acme");
    event.aggregate = {"user", AggregateId("ann")};
    event.sequence = position;
    event.eventId = randomUuid();
    event.key = {{position, 0}, position};
    return event;
}

inline TailPage pageOf(const std::vector<std::int64_t>& positions, bool isFull = false) {
    TailPage page;
    for (const auto position : positions)
        page.events.push_back(eventAt(position));
    page.isFull = isFull;
    page.horizon = {1'000, 0};
    page.snapshotEnd = {1'000, 0};
    return page;
}

inline FollowerSettings quick() {
    FollowerSettings settings;
    settings.pollInterval = 1ms;
    settings.backOffFirst = 1ms;
    settings.backOffMost = 8ms;
    return settings;
}

/// A follower on a thread of its own; stopped and joined when the test is over.
class Stage {
public:
    ~Stage() {
        thread.request_stop();
        if (script->cancel)
            script->cancel();
    }

    void start(FollowerSettings settings, FollowerStart from = {kRegion, {}, {}, {}}) {
        follower = std::make_unique<Follower>(std::make_unique<ScriptedStore>(script), std::move(from), settings, clock,
                                              sink, log.callback());
        thread = std::jthread([this](std::stop_token stop) {
            result = follower->run(std::move(stop));
            hasEnded = true;
        });
    }

    [[nodiscard]] bool isPhase(FollowerPhase phase) const { return log.last().phase == phase; }

    HandClock clock;
    KeepingSink sink;
    StatusLog log;
    std::shared_ptr<ScriptedStore::Script> script = std::make_shared<ScriptedStore::Script>();
    std::unique_ptr<Follower> follower;
    Result<void> result;
    std::atomic<bool> hasEnded = false;
    std::jthread thread;
};

} // namespace muniment::test
