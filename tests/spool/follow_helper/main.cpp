// `muniment_follow_helper ENDPOINT REGION FILE once|follow`: one region into a workspace file, and nothing else, so
// that a test can kill it at any instant. Exit 0 at the tail (once) or when killed; 1 with the error's name on standard
// error.
#include "models/base/stray_threads.h"
#include "models/eventstore/event_store.h"
#include "models/replica/held_history.h"
#include "models/replica/replica.h"
#include "models/spool/follower.h"

#include <cstdio>
#include <string>

using namespace muniment;

namespace {

class FileSink final : public BatchSink {
public:
    explicit FileSink(Replica& replica) : m_replica(replica), m_writer(*replica.writer()) {}

    Result<HeldHistory> heldHistory(const TenantId& tenant, std::int32_t epoch, std::stop_token) override {
        auto snapshot = m_replica.snapshot();
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        return muniment::heldHistory(**snapshot, tenant, epoch);
    }

    Result<void> apply(Batch batch, std::stop_token) override {
        if (batch.events.empty())
            return batch.knownThrough ? m_writer.recordKnownThrough(batch.region, *batch.knownThrough) : Result<void>{};
        const auto prepared = prepareBatch(std::move(batch));
        if (const auto applied = m_writer.apply(*prepared); !applied)
            return tl::unexpected(applied.error());
        return {};
    }

private:
    Replica& m_replica;
    ReplicaWriter& m_writer;
};

Result<std::unique_ptr<Replica>> openOrCreate(const std::string& file, const WorkspaceRegion& region) {
    auto opened = Replica::open(file, ReplicaAccess::ReadWrite);
    if (opened || opened.error().code != ErrorCode::FileMissing)
        return opened;
    return Replica::create(file, ReplicaSettings{{region}, {}});
}

Result<FollowerStart> startOf(Replica& replica, const RegionName& region) {
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto records = (*snapshot)->regions();
    if (!records)
        return tl::unexpected(records.error());
    for (const RegionRecord& record : *records)
        if (record.region == region)
            return FollowerStart{region, record.cursor, record.newestHeld, record.mark};
    return failure(ErrorCode::RegionMissing);
}

Result<void> follow(const std::string& endpoint, const RegionName& region, const std::string& file, bool onlyOnce) {
    auto replica = openOrCreate(file, {region, endpoint});
    if (!replica)
        return tl::unexpected(replica.error());
    auto start = startOf(**replica, region);
    if (!start)
        return tl::unexpected(start.error());
    auto store = openEventStore(endpoint, nullptr);
    if (!store)
        return tl::unexpected(store.error());
    FollowerSettings settings;
    settings.pageSize = 500;
    settings.onlyOnce = onlyOnce;
    FileSink sink(**replica);
    Follower follower(std::move(*store), std::move(*start), settings, systemClock(), sink, {});
    return follower.run({});
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5)
        return 2;
    const auto followed = follow(argv[1], RegionName(argv[2]), argv[3], std::string(argv[4]) == "once");
    if (!settleStrayThreads(std::chrono::seconds(20)))
        std::fprintf(stderr, "a stray thread still runs\n");
    if (followed)
        return 0;
    std::fprintf(stderr, "%s: %s\n", std::string(errorCodeName(followed.error().code)).c_str(),
                 followed.error().detail.c_str());
    return 1;
}
