#include "models/timeline/evaluation/index_conditions.h"

#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

std::vector<TextPattern> patternsOf(const FilterTerm& term, TextPattern::Compare compare) {
    std::vector<TextPattern> patterns;
    for (const FilterValue& value : term.values)
        patterns.emplace_back(value, compare);
    return patterns;
}

bool fitsAny(const std::vector<TextPattern>& patterns, std::string_view text) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return pattern.matches(text); });
}

class FacetCondition final : public Condition {
public:
    FacetCondition(EventIndex& index, Facet facet, std::vector<std::int64_t> codes)
        : m_index(index),
          m_facet(facet),
          m_codes(std::move(codes)) {}

    [[nodiscard]] Cost cost() const override { return m_codes.empty() ? Cost::Bounds : Cost::Facets; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        return m_codes.empty() ? Roaring() : m_index.facetAny(run.run, m_facet, m_codes) & among;
    }

private:
    EventIndex& m_index;
    Facet m_facet;
    std::vector<std::int64_t> m_codes;
};

class RegionCondition final : public Condition {
public:
    explicit RegionCondition(std::vector<TextPattern> patterns) : m_patterns(std::move(patterns)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Bounds; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        return fitsAny(m_patterns, foldName(run.region.text())) ? among : Roaring();
    }

private:
    std::vector<TextPattern> m_patterns;
};

class LoggedCondition final : public Condition {
public:
    LoggedCondition(LogTimes& times, std::vector<Instant> bounds, bool isAfter)
        : m_times(times),
          m_bounds(std::move(bounds)),
          m_isAfter(isAfter) {}

    [[nodiscard]] Cost cost() const override { return Cost::Bounds; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        // Any of several bounds: the widest decides.
        const auto [earliest, latest] = std::minmax_element(m_bounds.begin(), m_bounds.end());
        if (m_isAfter)
            return ordinalsBetween(m_times.lastBefore(run, *earliest) + 1, run.lastOrdinal) & among;
        return ordinalsBetween(1, m_times.lastBefore(run, *latest)) & among;
    }

private:
    LogTimes& m_times;
    std::vector<Instant> m_bounds;
    bool m_isAfter;
};

} // namespace

ConditionPointer facetCondition(Facet facet, std::vector<std::int64_t> codes, const Evidence& evidence) {
    return std::make_unique<FacetCondition>(evidence.index, facet, std::move(codes));
}

ConditionPointer facetCondition(const FilterTerm& term, Facet facet, TextPattern::Compare compare,
                                const Evidence& evidence) {
    const auto patterns = patternsOf(term, compare);
    std::vector<std::int64_t> codes;
    for (const FacetValue& value : evidence.index.values(facet))
        if (fitsAny(patterns, compare == TextPattern::Compare::Folded ? foldName(value.text) : value.text))
            codes.push_back(value.code);
    return facetCondition(facet, std::move(codes), evidence);
}

ConditionPointer regionCondition(const FilterTerm& term) {
    return std::make_unique<RegionCondition>(patternsOf(term, TextPattern::Compare::Folded));
}

ConditionPointer loggedCondition(const FilterTerm& term, const Evidence& evidence) {
    std::vector<Instant> bounds;
    for (const FilterValue& value : term.values) {
        const auto time = filterTime(value.text, evidence.now);
        if (!time)
            throw sqlite::Failure(
                time.error().with("value", value.text).with("field", std::string(filterFieldName(term.field))));
        bounds.push_back(time->begin);
    }
    return std::make_unique<LoggedCondition>(evidence.times, std::move(bounds), term.field == FilterField::After);
}

} // namespace muniment
