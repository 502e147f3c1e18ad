#include "models/timeline/evaluation/annotation_condition.h"

#include "models/replica/annotations.h"
#include "models/replica/index/tokenizer.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/text_pattern.h"

#include <algorithm>
#include <functional>
#include <map>

namespace muniment {

namespace {

/// Whether an annotation fits one value.
using Test = std::function<bool(const EventAnnotation&)>;

bool isKind(const EventAnnotation& annotation, std::string_view kind) {
    if (kind == kIsBookmarked)
        return annotation.isBookmarked;
    return kind == kIsTagged ? !annotation.tags.empty() : !annotation.note.empty();
}

Test kindTest(const FilterValue& value) {
    return [pattern = TextPattern(value, TextPattern::Compare::Whole)](const EventAnnotation& annotation) {
        return std::any_of(kAnnotationKinds.begin(), kAnnotationKinds.end(),
                           [&](std::string_view kind) { return isKind(annotation, kind) && pattern.matches(kind); });
    };
}

Test tagTest(FilterValue value) {
    value.text = normalizedTag(value.text);
    return [pattern = TextPattern(value, TextPattern::Compare::Folded)](const EventAnnotation& annotation) {
        return std::any_of(annotation.tags.begin(), annotation.tags.end(),
                           [&](const std::string& tag) { return pattern.matches(tag); });
    };
}

bool holdsWords(const std::vector<std::string>& tokens, const std::vector<std::string>& wanted, bool isLastBegun) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool isBeginning = isLastBegun && i + 1 == wanted.size();
        if (std::none_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
                return isBeginning ? token.starts_with(wanted[i]) : token == wanted[i];
            }))
            return false;
    }
    return true;
}

Test noteTest(const FilterValue& value) {
    std::string_view text = value.text;
    if (value.hasWildcard)
        text.remove_suffix(1);
    return [wanted = tokensOf(text), isLastBegun = value.hasWildcard](const EventAnnotation& annotation) {
        return !annotation.note.empty() && holdsWords(tokensOf(annotation.note), wanted, isLastBegun);
    };
}

Test testOf(FilterField field, const FilterValue& value) {
    if (field == FilterField::Is)
        return kindTest(value);
    return field == FilterField::Tag ? tagTest(value) : noteTest(value);
}

class AnnotationCondition final : public Condition {
public:
    explicit AnnotationCondition(std::map<std::int64_t, Roaring> found) : m_found(std::move(found)) {}

    [[nodiscard]] Cost cost() const override { return m_found.empty() ? Cost::Bounds : Cost::Keys; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        const auto found = m_found.find(run.run);
        return found == m_found.end() ? Roaring() : found->second & among;
    }

private:
    std::map<std::int64_t, Roaring> m_found; ///< ordinals by run
};

} // namespace

ConditionPointer annotationCondition(const FilterTerm& term, const Evidence& evidence) {
    std::vector<Test> tests;
    for (const FilterValue& value : term.values)
        tests.push_back(testOf(term.field, value));
    const auto all = allAnnotations(evidence.snapshot);
    if (!all)
        throw sqlite::Failure(all.error());
    std::map<std::int64_t, Roaring> found;
    for (const AnnotatedEvent& event : *all)
        if (std::any_of(tests.begin(), tests.end(), [&](const Test& test) { return test(event.annotation); }))
            found[event.number.run()].add(static_cast<std::uint32_t>(event.number.ordinal()));
    return std::make_unique<AnnotationCondition>(std::move(found));
}

} // namespace muniment
