#include "models/items/region_numbers.h"

#include "models/directory/region_counts.h"
#include "models/domain/org.h"
#include "models/items/ask_snapshot.h"
#include "models/items/time_limits.h"
#include "models/timeline/timeline.h"

#include <algorithm>
#include <cmath>

namespace muniment {

namespace {

/// More findings than these are not told apart by region.
constexpr int kMostFindings = 10'000;
constexpr int kMostMoves = 500;

class Reading {
public:
    Reading(Snapshot& snapshot, const RegionQuestion& question)
        : m_snapshot(snapshot),
          m_question(question),
          m_end(question.asOf ? question.asOf->at : question.now),
          m_begin(m_end + -kGrowthDays * kMicrosPerDay) {}

    Result<RegionAnswer> answer() {
        const auto counts = countByRegion(m_snapshot, m_question.asOf);
        if (!counts)
            return tl::unexpected(counts.error());
        for (const auto& [region, count] : *counts) {
            RegionNumbers& numbers = m_answer.regions[region];
            numbers.tenants = count.organizations;
            numbers.users = count.users;
        }
        const TimeLimits before{m_begin + -kGrowthDays * kMicrosPerDay, m_begin};
        for (const auto& done :
             {count({}, &RegionNumbers::events), count({m_begin, std::nullopt}, &RegionNumbers::recent),
              count(before, &RegionNumbers::before), readFlows(), readFindings()})
            if (!done)
                return tl::unexpected(done.error());
        return std::move(m_answer);
    }

private:
    [[nodiscard]] Result<MatchSetPointer> matching(const FilterNode& filter, const TimeLimits& limits) {
        return evaluate(m_snapshot, {withTimeLimits(filter, limits), m_question.asOf, m_question.now});
    }

    Result<void> count(const TimeLimits& limits, std::int64_t RegionNumbers::*number) {
        const auto matches = matching({}, limits);
        if (!matches)
            return tl::unexpected(matches.error());
        const auto counts = regionCounts(m_snapshot, **matches);
        if (!counts)
            return tl::unexpected(counts.error());
        for (const FacetCount& counted : *counts)
            m_answer.regions[RegionName(counted.text)].*number = counted.count;
        return {};
    }

    Result<void> readFlows() {
        const auto matches = matching({termOf(FilterField::Type, "org.region.moved"), {}}, {m_begin, std::nullopt});
        if (!matches)
            return tl::unexpected(matches.error());
        const auto rows = readTimeline(m_snapshot, **matches, TimelineOrder::NewestFirst, 0, kMostMoves);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const TimelineRow& row : *rows) {
            const auto event = decodeOrgEvent(row.event.type, row.event.payload);
            if (const auto* moved = event ? std::get_if<OrgMoved>(&*event) : nullptr)
                note(moved->from, moved->to);
        }
        return {};
    }

    void note(const std::string& from, const std::string& to) {
        const auto known = std::ranges::find_if(
            m_answer.flows, [&](const RegionFlow& flow) { return flow.from == from && flow.to == to; });
        if (known == m_answer.flows.end())
            m_answer.flows.push_back({from, to, 1});
        else
            ++known->count;
    }

    Result<void> readFindings() {
        const auto findings = m_snapshot.findings(kMostFindings);
        if (!findings)
            return tl::unexpected(findings.error());
        for (const Finding& finding : *findings) {
            const auto region = m_answer.regions.find(finding.region);
            if (region == m_answer.regions.end())
                continue; // of the file itself
            auto& kinds = region->second.findings;
            const auto known = std::ranges::find(kinds, finding.kind, &RegionFindings::kind);
            if (known == kinds.end())
                kinds.push_back({finding.kind, 1});
            else
                ++known->count;
        }
        for (auto& [region, numbers] : m_answer.regions)
            std::ranges::stable_sort(numbers.findings, std::greater<>(), &RegionFindings::count);
        return {};
    }

    Snapshot& m_snapshot;
    const RegionQuestion& m_question;
    Instant m_end;
    Instant m_begin;
    RegionAnswer m_answer;
};

} // namespace

Result<RegionAnswer> readRegionNumbers(Snapshot& snapshot, const RegionQuestion& question) {
    return Reading(snapshot, question).answer();
}

Ask<RegionQuestion, RegionAnswer> askRegionNumbers(Workspace& workspace) {
    return askSnapshot<RegionQuestion, RegionAnswer>(workspace, &readRegionNumbers);
}

std::optional<std::int64_t> growthPercent(const RegionNumbers& numbers) {
    if (numbers.before == 0)
        return std::nullopt;
    const double share = static_cast<double>(numbers.recent - numbers.before) / static_cast<double>(numbers.before);
    return std::llround(share * 100);
}

} // namespace muniment
