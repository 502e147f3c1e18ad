#include "models/timeline/evaluation/annotation_condition.h"
#include "models/timeline/evaluation/event_conditions.h"
#include "models/timeline/evaluation/index_conditions.h"
#include "models/timeline/evaluation/name_conditions.h"

namespace muniment {

namespace {

ConditionPointer userCondition(const FilterTerm& term, const Evidence& evidence) {
    std::vector<ConditionPointer> either;
    either.push_back(actorCondition(term, evidence));
    either.push_back(subjectCondition(term, evidence));
    return anyOf(std::move(either));
}

} // namespace

ConditionPointer conditionOf(const FilterTerm& term, const Evidence& evidence) {
    using Compare = TextPattern::Compare;
    const auto facet = [&](Facet of, Compare compare) { return facetCondition(term, of, compare, evidence); };
    switch (term.field) {
    case FilterField::Words:
        return wordsCondition(term, evidence);
    case FilterField::Type:
        return facet(Facet::EventType, Compare::Whole);
    case FilterField::AggregateType:
        return facet(Facet::AggregateType, Compare::Whole);
    case FilterField::Tenant:
        return tenantCondition(term, evidence);
    case FilterField::Region:
        return regionCondition(term);
    case FilterField::Actor:
        return actorCondition(term, evidence);
    case FilterField::ActorType:
        return facet(Facet::ActorType, Compare::Folded);
    case FilterField::Subject:
        return subjectCondition(term, evidence);
    case FilterField::User:
        return userCondition(term, evidence);
    case FilterField::Outcome:
        return facet(Facet::Outcome, Compare::Folded);
    case FilterField::Ip:
        return addressCondition(term, evidence);
    case FilterField::Network:
        return facet(Facet::Network, Compare::Whole);
    case FilterField::Os:
        return facet(Facet::Os, Compare::Folded);
    case FilterField::Browser:
        return facet(Facet::Browser, Compare::Folded);
    case FilterField::Country:
        return facet(Facet::Country, Compare::Folded);
    case FilterField::Writer:
        return facet(Facet::Writer, Compare::Folded);
    case FilterField::Mark:
        return facet(Facet::Mark, Compare::Whole);
    case FilterField::Is:
    case FilterField::Tag:
    case FilterField::Note:
        return annotationCondition(term, evidence);
    case FilterField::Correlation:
        return correlationCondition(term, evidence);
    case FilterField::After:
    case FilterField::Before:
        return loggedCondition(term, evidence);
    case FilterField::Command:
    case FilterField::Id:
    case FilterField::Sequence:
    case FilterField::Revision:
    case FilterField::Epoch:
    case FilterField::Occurred:
    case FilterField::Recorded:
        return columnCondition(term, evidence);
    case FilterField::Payload:
        return payloadCondition(term, evidence);
    }
    return anyOf({});
}

} // namespace muniment
