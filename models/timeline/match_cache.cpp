#include "models/timeline/match_cache.h"

#include "models/replica/annotations.h"

#include <algorithm>
#include <cstdlib>

namespace muniment {

namespace {

template <class Test>
bool anyTerm(const FilterNode& filter, const Test& test) {
    const auto inside = [&](const FilterNode& node) { return anyTerm(node, test); };
    if (const auto* all = std::get_if<FilterAnd>(&filter.kind))
        return std::any_of(all->nodes.begin(), all->nodes.end(), inside);
    if (const auto* any = std::get_if<FilterOr>(&filter.kind))
        return std::any_of(any->nodes.begin(), any->nodes.end(), inside);
    if (const auto* negated = std::get_if<FilterNot>(&filter.kind))
        return inside(negated->node.front());
    return test(std::get<FilterTerm>(filter.kind));
}

/// Its meaning moves with the clock: it then differs between two instants that are far apart.
bool movesWithClock(const FilterTerm& term) {
    constexpr Instant kThen{0};
    constexpr Instant kLater{400 * kMicrosPerDay};
    const bool isTime = term.field == FilterField::After || term.field == FilterField::Before ||
                        term.field == FilterField::Occurred || term.field == FilterField::Recorded;
    return isTime && std::any_of(term.values.begin(), term.values.end(), [&](const FilterValue& value) {
               const auto then = filterTime(value.text, kThen);
               const auto later = filterTime(value.text, kLater);
               return then && later && *then != *later;
           });
}

bool asksOfAnnotation(const FilterTerm& term) {
    return term.field == FilterField::Is || term.field == FilterField::Tag || term.field == FilterField::Note;
}

bool isSameQuestion(const TimelineQuestion& kept, const TimelineQuestion& asked) {
    if (kept.asOf != asked.asOf || !(kept.filter == asked.filter))
        return false;
    const bool isNear = asked.now >= kept.now && asked.now - kept.now <= MatchCache::kRelativeTimeSlack;
    return isNear || !anyTerm(asked.filter, movesWithClock);
}

/// The newer bounds hold all that the older ones hold.
bool hasGrown(const RunBounds& older, const RunBounds& newer) {
    return std::all_of(older.lastOrdinal.begin(), older.lastOrdinal.end(), [&](const auto& bound) {
        const auto held = newer.lastOrdinal.find(bound.first);
        return held != newer.lastOrdinal.end() && held->second >= bound.second;
    });
}

} // namespace

std::optional<MatchCache::Answer> MatchCache::find(const TimelineQuestion& question) {
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_answers.begin(), m_answers.end(),
                                    [&](const Answer& answer) { return isSameQuestion(answer.question, question); });
    if (found == m_answers.end())
        return std::nullopt;
    m_answers.splice(m_answers.begin(), m_answers, found);
    return *found;
}

void MatchCache::keep(Answer answer) {
    const std::lock_guard lock(m_mutex);
    m_answers.remove_if([&](const Answer& kept) { return isSameQuestion(kept.question, answer.question); });
    m_answers.push_front(std::move(answer));
    std::size_t bytes = 0;
    std::size_t count = 0;
    for (auto kept = m_answers.begin(); kept != m_answers.end(); ++kept) {
        bytes += kept->growing.matches->size();
        if (++count > kMostAnswers || bytes > kMostBytes) {
            m_answers.erase(kept, m_answers.end());
            break;
        }
    }
}

Result<MatchSetPointer> MatchCache::matches(Snapshot& snapshot, const TimelineQuestion& question) {
    const auto bounds = snapshot.bounds(question.asOf);
    if (!bounds)
        return tl::unexpected(bounds.error());
    const auto generation = anyTerm(question.filter, asksOfAnnotation) ? annotationGeneration(snapshot) : 0;
    if (!generation)
        return tl::unexpected(generation.error());
    auto kept = find(question);
    if (kept && kept->annotationGeneration != *generation)
        kept.reset();
    if (kept && kept->growing.matches->bounds.lastOrdinal == bounds->lastOrdinal) {
        const std::lock_guard lock(m_mutex);
        ++m_counters.served;
        return kept->growing.matches;
    }
    const bool mayExtend = kept && kept->growing.isSettled && hasGrown(kept->growing.matches->bounds, *bounds) &&
                           !kept->growing.matches->isEverything;
    // What is relative to now stays what it was, or new events would be judged by another time than old ones.
    TimelineQuestion asked = question;
    if (mayExtend)
        asked.now = kept->question.now;
    auto growing = mayExtend ? extend(snapshot, asked, *kept->growing.matches) : evaluateGrowing(snapshot, asked);
    if (!growing)
        return tl::unexpected(growing.error());
    MatchSetPointer matches = growing->matches;
    {
        const std::lock_guard lock(m_mutex);
        ++(mayExtend ? m_counters.extended : m_counters.evaluated);
    }
    keep({std::move(asked), std::move(*growing), *generation});
    return matches;
}

MatchCache::Counters MatchCache::counters() const {
    const std::lock_guard lock(m_mutex);
    return m_counters;
}

} // namespace muniment
