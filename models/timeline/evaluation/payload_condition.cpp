#include "models/replica/payload_codec.h"
#include "models/timeline/evaluation/event_conditions.h"
#include "models/timeline/evaluation/event_scan.h"
#include "models/timeline/evaluation/payload_search.h"

namespace muniment {

namespace {

class PayloadCondition final : public Condition {
public:
    PayloadCondition(Snapshot& snapshot, PayloadSearch search) : m_snapshot(snapshot), m_search(std::move(search)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Events; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        return scanEvents(m_snapshot, "SELECT e.n, e.payload_form, e.payload FROM events e", run.run, among,
                          [this](const sqlite::Statement& row) {
                              if (row.isNull(2))
                                  return false;
                              const auto payload = decompressPayload(static_cast<int>(row.integer(1)), row.bytes(2));
                              if (!payload)
                                  throw sqlite::Failure(payload.error().with("event", std::to_string(row.integer(0))));
                              return m_search.finds(*payload);
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
