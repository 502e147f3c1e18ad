#include "tests/timeline/naive_payload.h"

#include "models/base/canonical_json.h"
#include "tests/timeline/naive_filter.h"

#include <cstdlib>

namespace muniment::test {

namespace {

using Kind = PayloadMember::Kind;

bool scalarMatches(Comparison comparison, const FilterValue& value, const PayloadMember& found) {
    if (comparison != Comparison::Equal)
        return found.kind == Kind::Number && compares(comparison, std::strtod(found.value.c_str(), nullptr),
                                                      std::strtod(value.text.c_str(), nullptr));
    if (value.hasWildcard)
        return matchesPattern(value.text, found.value);
    return found.value == value.text && (found.kind == Kind::Text || !value.isQuoted);
}

bool valueMatches(Comparison comparison, const FilterValue& value, const PayloadMember& found) {
    if (value.hasWildcard && value.text == "*")
        return true;
    if (found.kind == Kind::Array) {
        for (const auto& element : readElements(found.value).value_or(std::vector<PayloadMember>()))
            if (valueMatches(comparison, value, element))
                return true;
        return false;
    }
    return found.kind != Kind::Object && scalarMatches(comparison, value, found);
}

bool anyValueMatches(const FilterTerm& term, const PayloadMember& found) {
    for (const auto& value : term.values)
        if (valueMatches(term.comparison, value, found))
            return true;
    return false;
}

bool memberMatches(const FilterTerm& term, const std::string& path, const std::string& object);

bool insideMatches(const FilterTerm& term, const std::string& path, const PayloadMember& member) {
    if (member.kind == Kind::Object)
        return memberMatches(term, path, member.value);
    if (member.kind == Kind::Array)
        for (const auto& element : readElements(member.value).value_or(std::vector<PayloadMember>()))
            if (insideMatches(term, path, element))
                return true;
    return false;
}

bool memberMatches(const FilterTerm& term, const std::string& path, const std::string& object) {
    for (const auto& member : readMembers(object).value_or(std::vector<PayloadMember>())) {
        if (member.key == path && anyValueMatches(term, member))
            return true;
        if (path.starts_with(member.key + '.') && insideMatches(term, path.substr(member.key.size() + 1), member))
            return true;
    }
    return false;
}

} // namespace

bool payloadMatches(const FilterTerm& term, const std::optional<std::string>& payload) {
    return payload && memberMatches(term, term.path, *payload);
}

} // namespace muniment::test
