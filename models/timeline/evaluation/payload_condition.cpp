#include "models/replica/stored_payload.h"
#include "models/timeline/evaluation/event_conditions.h"
#include "models/timeline/evaluation/event_scan.h"
#include "models/timeline/evaluation/payload_search.h"

#include <SQLiteCpp/Database.h>
#include <string>

namespace muniment {

namespace {

class PayloadCondition final : public Condition {
public:
    PayloadCondition(Snapshot& snapshot, PayloadSearch search) : m_snapshot(snapshot), m_search(std::move(search)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Events; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        StoredPayloads payloads(m_snapshot.database().getHandle());
        const std::string columns = std::string("SELECT e.n, ") + StoredPayloads::kColumns + " FROM events_of_run e";
        return scanEvents(m_snapshot, columns.c_str(), run.run, among, [&](const sqlite::Statement& row) {
            const auto payload = payloads.read(row, 1);
            return payload && m_search.finds(*payload);
        });
    }

private:
    Snapshot& m_snapshot;
    PayloadSearch m_search;
};

} // namespace

ConditionPointer payloadCondition(const FilterTerm& term, const Evidence& evidence) {
    return std::make_unique<PayloadCondition>(evidence.snapshot, PayloadSearch(term));
}

} // namespace muniment
