// Finding the records that are to be promoted.
#include "models/intake/promotion_run.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr int kPageRecords = 500;

/// Bodies are a service's, and may be large: no batch holds more of them than this.
constexpr std::size_t kBatchBytes = 32 * 1024 * 1024;

RecordOutcome notNew(const Uuid& id, const std::optional<IntakeRecord>& record) {
    if (!record)
        return {id, failure(ErrorCode::NotFound, {}, {{"what", "record"}, {"id", id.text()}})};
    return {id, failure(ErrorCode::Conflict, {},
                        {{"record", id.text()}, {"state", std::string(intakeStateName(record->state))}})};
}

Result<RecordBatch> gatherByIds(EventStore& store, const RecordChoice& choice, const std::stop_token& stop) {
    RecordBatch batch;
    for (const Uuid& id : choice.ids) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        auto record = store.intake().findRecord(choice.region, id);
        if (!record)
            return tl::unexpected(record.error());
        if (*record && (*record)->state == IntakeState::New)
            batch.records.push_back(std::move(**record));
        else
            batch.others.push_back(notNew(id, *record));
    }
    return batch;
}

} // namespace

Result<RecordBatch> gatherRecords(EventStore& store, const RecordChoice& choice, const std::stop_token& stop) {
    if (const auto connected = store.connect(choice.region); !connected)
        return tl::unexpected(connected.error());
    if (!choice.ids.empty())
        return gatherByIds(store, choice, stop);
    RecordBatch batch;
    std::size_t bytes = 0;
    IntakeQuery query{choice.region};
    query.state = IntakeState::New;
    query.text = choice.text;
    query.after = choice.after;
    do {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        query.limit = static_cast<int>(std::min<std::size_t>(kPageRecords, choice.most - batch.records.size()));
        auto page = store.intake().listRecords(query);
        if (!page)
            return tl::unexpected(page.error());
        for (IntakeRecord& record : page->records) {
            bytes += record.headers.size() + record.body.size();
            batch.records.push_back(std::move(record));
        }
        query.after = page->next;
    } while (query.after && batch.records.size() < choice.most && bytes < kBatchBytes);
    batch.next = query.after;
    return batch;
}

} // namespace muniment
