// The writer's part in moves: closed epochs that come from a later home, and what is no news because of them.
#include "models/replica/file_writer.h"

namespace muniment {

FileWriter::LiveRun& FileWriter::backfillRunOf(const Batch& batch) {
    const Backfill& backfill = *batch.backfill;
    auto& runs = memory().backfills;
    const std::pair key(backfill.tenant, backfill.epoch);
    auto found = runs.find(key);
    if (found != runs.end())
        return found->second;
    const std::int64_t tenant = memory().dictionaries.tenant(backfill.tenant);
    const std::int64_t region = memory().moves.regionCode(batch.region);
    const std::int64_t run = RunState::backfillRun(m_db, tenant, backfill.epoch, region);
    memory().moves.noteBackfill(backfill, region, tenant);
    return runs.try_emplace(key, m_db, run).first->second;
}

Fingerprint FileWriter::fingerprintFor(const RootRegion& root, const RecordedEvent& event) const {
    return fingerprintOf({root.name.text(), event.tenant.text(), event.aggregate.type, event.aggregate.id.text()});
}

std::int64_t FileWriter::heldSequence(const RecordedEvent& event, const RegionName& region) {
    Memory& held = memory();
    const std::int64_t code = held.moves.regionCode(region);
    const RootRegion* root = held.moves.rootOf(event.tenant, code);
    const RootRegion own{code, region};
    const RootRegion& home = root != nullptr ? *root : own;
    return held.aggregates.lastSequence(
        {home.code, held.dictionaries.tenant(event.tenant), held.dictionaries.aggregateType(event.aggregate.type),
         event.aggregate.id.text(), modelsOf(event.aggregate.type).isListed, fingerprintFor(home, event)});
}

std::optional<Batch> FileWriter::onlyNews(const Batch& batch) {
    TenantMoves& moves = memory().moves;
    if (batch.events.empty() || (!batch.backfill && moves.isEmpty()))
        return std::nullopt;
    if (batch.backfill)
        std::ignore = backfillRunOf(batch); // its region has to be known first
    std::map<AggregateKey, std::int64_t> held;
    const auto isNews = [&](const RecordedEvent& event) {
        if (!batch.backfill)
            return event.epoch >= moves.closedBefore(event.tenant);
        const auto [known, isFirst] = held.try_emplace(event.aggregate, 0);
        if (isFirst)
            known->second = heldSequence(event, batch.region);
        return event.sequence > known->second;
    };
    Batch news = batch;
    std::erase_if(news.events, [&](const RecordedEvent& event) { return !isNews(event); });
    if (news.events.size() == batch.events.size())
        return std::nullopt;
    return news;
}

void FileWriter::addNews(const Batch& whole, const PreparedBatch& news, AppliedBatch& applied) {
    if (!news.batch().events.empty())
        addEvents(news, applied);
    RunState& run = runOf(whole).state;
    run.pass(whole.passed.value_or(whole.events.back().key));
    run.save();
    if (!whole.backfill)
        applied.cursor = run.cursor();
}

} // namespace muniment
