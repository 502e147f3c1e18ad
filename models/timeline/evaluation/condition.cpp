#include "models/timeline/evaluation/condition.h"

#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

bool areSettled(const std::vector<ConditionPointer>& conditions) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [](const auto& condition) { return condition->isSettled(); });
}

Condition::Cost dearestOf(const std::vector<ConditionPointer>& conditions) {
    auto cost = Condition::Cost::Bounds;
    for (const auto& condition : conditions)
        cost = std::max(cost, condition->cost());
    return cost;
}

void sortByCost(std::vector<ConditionPointer>& conditions) {
    std::stable_sort(conditions.begin(), conditions.end(),
                     [](const auto& a, const auto& b) { return a->cost() < b->cost(); });
}

class AllOf final : public Condition {
public:
    explicit AllOf(std::vector<ConditionPointer> conditions) : m_conditions(std::move(conditions)) {
        sortByCost(m_conditions);
    }

    [[nodiscard]] Cost cost() const override { return dearestOf(m_conditions); }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring left = among;
        for (const auto& condition : m_conditions) {
            if (left.isEmpty())
                break;
            left = condition->matches(run, left);
        }
        return left;
    }

    [[nodiscard]] bool isSettled() const override { return areSettled(m_conditions); }

private:
    std::vector<ConditionPointer> m_conditions;
};

class AnyOf final : public Condition {
public:
    explicit AnyOf(std::vector<ConditionPointer> conditions) : m_conditions(std::move(conditions)) {
        sortByCost(m_conditions);
    }

    [[nodiscard]] Cost cost() const override { return dearestOf(m_conditions); }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring found;
        for (const auto& condition : m_conditions)
            found |= condition->matches(run, condition->cost() == Cost::Events ? among - found : among);
        return found;
    }

    [[nodiscard]] bool isSettled() const override { return areSettled(m_conditions); }

private:
    std::vector<ConditionPointer> m_conditions;
};

class NoneOf final : public Condition {
public:
    explicit NoneOf(ConditionPointer condition) : m_condition(std::move(condition)) {}

    [[nodiscard]] Cost cost() const override { return m_condition->cost(); }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        return among - m_condition->matches(run, among);
    }

    [[nodiscard]] bool isSettled() const override { return m_condition->isSettled(); }

private:
    ConditionPointer m_condition;
};

std::vector<ConditionPointer> conditionsOf(const FilterNodes& nodes, const Evidence& evidence) {
    std::vector<ConditionPointer> conditions;
    conditions.reserve(nodes.size());
    for (const FilterNode& node : nodes)
        conditions.push_back(conditionOf(node, evidence));
    return conditions;
}

} // namespace

ConditionPointer allOf(std::vector<ConditionPointer> conditions) {
    if (conditions.size() == 1)
        return std::move(conditions.front());
    return std::make_unique<AllOf>(std::move(conditions));
}

ConditionPointer anyOf(std::vector<ConditionPointer> conditions) {
    if (conditions.size() == 1)
        return std::move(conditions.front());
    return std::make_unique<AnyOf>(std::move(conditions));
}

ConditionPointer noneOf(ConditionPointer condition) {
    return std::make_unique<NoneOf>(std::move(condition));
}

ConditionPointer conditionOf(const FilterNode& filter, const Evidence& evidence) {
    throwIfStopped(evidence.snapshot);
    if (const auto* all = std::get_if<FilterAnd>(&filter.kind))
        return allOf(conditionsOf(all->nodes, evidence));
    if (const auto* any = std::get_if<FilterOr>(&filter.kind))
        return anyOf(conditionsOf(any->nodes, evidence));
    if (const auto* negated = std::get_if<FilterNot>(&filter.kind))
        return noneOf(conditionOf(negated->node.front(), evidence));
    return conditionOf(std::get<FilterTerm>(filter.kind), evidence);
}

Roaring ordinalsBetween(std::int64_t first, std::int64_t last) {
    Roaring ordinals;
    first = std::max<std::int64_t>(first, 0);
    last = std::min<std::int64_t>(last, UINT32_MAX);
    if (first <= last)
        ordinals.addRange(static_cast<std::uint64_t>(first), static_cast<std::uint64_t>(last) + 1);
    return ordinals;
}

void throwIfStopped(const Snapshot& snapshot) {
    if (snapshot.isStopped())
        throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
}

} // namespace muniment
