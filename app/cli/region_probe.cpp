#include "app/cli/region_probe.h"

#include "models/base/stray_threads.h"

#include <future>
#include <memory>

namespace muniment::cli {

namespace {

RegionProbe failed(const Error& error) {
    return {error.isTransient() || error.code == ErrorCode::Cancelled ? "down" : "stopped", error, std::nullopt};
}

std::int64_t lagOf(const TailPage& page) {
    if (page.events.empty())
        return 0;
    return std::max<std::int64_t>(0, (page.serverTime - page.events.front().recordedAt) / 1000);
}

RegionProbe probe(EventStore& store, const RegionRecord& record) {
    const auto identity = store.connect(record.region);
    if (!identity)
        return failed(identity.error());
    if (record.newestHeld) {
        const auto continuity = store.checkContinuity(*record.newestHeld, record.mark.value_or(identity->mark));
        if (!continuity)
            return failed(continuity.error());
    }
    TailRequest request;
    request.region = record.region;
    request.after = record.cursor;
    request.limit = 1;
    const auto page = store.readTail(request);
    if (!page)
        return failed(page.error());
    return {"up", std::nullopt, lagOf(*page)};
}

} // namespace

std::vector<RegionProbe> probeRegions(const std::vector<RegionRecord>& regions,
                                      const std::shared_ptr<SecretSource>& secrets,
                                      std::chrono::milliseconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    std::vector<std::future<RegionProbe>> running;
    for (const auto& record : regions) {
        // A connect that hangs must not keep the program: its thread is left behind, and owns all it uses.
        const auto promise = std::make_shared<std::promise<RegionProbe>>();
        running.push_back(promise->get_future());
        startStrayThread([record, secrets, promise] {
            auto store = openEventStore(record.endpoint, secrets);
            promise->set_value(store ? probe(**store, record) : failed(store.error()));
        });
    }
    std::vector<RegionProbe> probes;
    for (std::size_t i = 0; i < running.size(); ++i) {
        if (running[i].wait_until(deadline) == std::future_status::ready)
            probes.push_back(running[i].get());
        else
            probes.push_back(failed({ErrorCode::Timeout,
                                     "no answer within " + std::to_string(patience.count()) + " ms",
                                     {{"region", regions[i].region.text()}}}));
    }
    return probes;
}

} // namespace muniment::cli
