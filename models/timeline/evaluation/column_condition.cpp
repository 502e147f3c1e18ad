#include "models/replica/event_rows.h"
#include "models/timeline/evaluation/event_conditions.h"
#include "models/timeline/evaluation/event_scan.h"

#include <algorithm>
#include <charconv>
#include <functional>

namespace muniment {

namespace {

/// A row passes when its value lies in one of these: first … last.
struct Range {
    std::int64_t first = INT64_MIN;
    std::int64_t last = INT64_MAX;

    [[nodiscard]] bool holds(std::int64_t value) const { return value >= first && value <= last; }
};

/// What compares so with values first … last, which count as one.
Range rangeOf(Comparison comparison, std::int64_t first, std::int64_t last) {
    constexpr Range kNothing{INT64_MAX, INT64_MIN};
    switch (comparison) {
    case Comparison::Equal:
        return {first, last};
    case Comparison::Less:
        return first == INT64_MIN ? kNothing : Range{INT64_MIN, first - 1};
    case Comparison::LessOrEqual:
        return {INT64_MIN, first};
    case Comparison::Greater:
        return first == INT64_MAX ? kNothing : Range{first + 1, INT64_MAX};
    case Comparison::GreaterOrEqual:
        return {first, INT64_MAX};
    }
    return kNothing;
}

sqlite::Failure unusable(const FilterTerm& term, const FilterValue& value) {
    return sqlite::Failure(Error{ErrorCode::InvalidInput,
                                 "not a value of this field",
                                 {{"field", std::string(filterFieldName(term.field))}, {"value", value.text}}});
}

std::vector<Range> numbersOf(const FilterTerm& term) {
    std::vector<Range> ranges;
    for (const FilterValue& value : term.values) {
        std::int64_t number = 0;
        const char* end = value.text.data() + value.text.size();
        if (const auto read = std::from_chars(value.text.data(), end, number);
            read.ec != std::errc() || read.ptr != end)
            throw unusable(term, value);
        ranges.push_back(rangeOf(term.comparison, number, number));
    }
    return ranges;
}

std::vector<Range> timesOf(const FilterTerm& term, Instant now) {
    std::vector<Range> ranges;
    for (const FilterValue& value : term.values) {
        const auto time = filterTime(value.text, now);
        if (!time)
            throw unusable(term, value);
        ranges.push_back(rangeOf(term.comparison, time->begin.micros, time->end.micros - 1));
    }
    return ranges;
}

std::vector<std::string> uuidsOf(const FilterTerm& term) {
    std::vector<std::string> ids;
    for (const FilterValue& value : term.values) {
        const auto id = parseUuid(value.text);
        if (!id)
            throw unusable(term, value);
        ids.emplace_back(id->bytes.begin(), id->bytes.end());
    }
    return ids;
}

class ColumnCondition final : public Condition {
public:
    using Test = std::function<bool(const sqlite::Statement&)>;

    ColumnCondition(Snapshot& snapshot, const char* columns, Test test)
        : m_snapshot(snapshot),
          m_columns(columns),
          m_test(std::move(test)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Events; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        return scanEvents(m_snapshot, m_columns, run.run, among, m_test);
    }

private:
    Snapshot& m_snapshot;
    const char* m_columns;
    Test m_test;
};

ColumnCondition::Test lies(std::vector<Range> ranges, std::function<std::int64_t(const sqlite::Statement&)> valueOf) {
    return [ranges = std::move(ranges), valueOf = std::move(valueOf)](const sqlite::Statement& row) {
        const std::int64_t value = valueOf(row);
        return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) { return range.holds(value); });
    };
}

ColumnCondition::Test isOneOf(std::vector<std::string> ids) {
    return [ids = std::move(ids)](const sqlite::Statement& row) {
        return !row.isNull(1) && std::find(ids.begin(), ids.end(), row.bytes(1)) != ids.end();
    };
}

std::int64_t whole(const sqlite::Statement& row) {
    return row.integer(1);
}

std::int64_t recordedAt(const sqlite::Statement& row) {
    return wrappingMinus({row.integer(1)}, row.integer(2)).micros;
}

std::int64_t occurredAt(const sqlite::Statement& row) {
    return wrappingMinus({recordedAt(row)}, row.integer(3)).micros;
}

} // namespace

ConditionPointer columnCondition(const FilterTerm& term, const Evidence& evidence) {
    const auto condition = [&](const char* columns, ColumnCondition::Test test) {
        return std::make_unique<ColumnCondition>(evidence.snapshot, columns, std::move(test));
    };
    switch (term.field) {
    case FilterField::Sequence:
        return condition("SELECT e.n, e.sequence FROM events_of_run e", lies(numbersOf(term), whole));
    case FilterField::Revision:
        return condition("SELECT e.n, k.revision FROM events_of_run e CROSS JOIN kinds k ON k.code = e.kind",
                         lies(numbersOf(term), whole));
    case FilterField::Epoch:
        return condition("SELECT e.n, k.epoch FROM events_of_run e CROSS JOIN kinds k ON k.code = e.kind",
                         lies(numbersOf(term), whole));
    case FilterField::Recorded:
        return condition("SELECT e.n, e.logged_at, e.recorded_back FROM events_of_run e",
                         lies(timesOf(term, evidence.now), recordedAt));
    case FilterField::Occurred:
        return condition("SELECT e.n, e.logged_at, e.recorded_back, e.occurred_back FROM events_of_run e",
                         lies(timesOf(term, evidence.now), occurredAt));
    case FilterField::Command:
        return condition("SELECT e.n, e.command_id FROM events_of_run e", isOneOf(uuidsOf(term)));
    default:
        return condition("SELECT e.n, e.event_id FROM events_of_run e", isOneOf(uuidsOf(term)));
    }
}

} // namespace muniment
