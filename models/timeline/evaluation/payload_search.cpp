#include "models/timeline/evaluation/payload_search.h"

#include "models/replica/sqlite.h"

#include <algorithm>
#include <charconv>

namespace muniment {

namespace {

using Kind = PayloadMember::Kind;

std::optional<double> numberIn(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool compares(double value, Comparison comparison, double with) {
    switch (comparison) {
    case Comparison::Less:
        return value < with;
    case Comparison::LessOrEqual:
        return value <= with;
    case Comparison::Greater:
        return value > with;
    case Comparison::GreaterOrEqual:
        return value >= with;
    case Comparison::Equal:
        break;
    }
    return false;
}

} // namespace

PayloadSearch::PayloadSearch(const FilterTerm& term) : m_path(term.path), m_comparison(term.comparison) {
    for (const FilterValue& value : term.values) {
        Wanted wanted{TextPattern(value, TextPattern::Compare::Whole), value.isQuoted, std::nullopt};
        if (m_comparison != Comparison::Equal) {
            wanted.number = numberIn(value.text);
            if (!wanted.number)
                throw sqlite::Failure(Error{ErrorCode::InvalidInput,
                                            "not a number",
                                            {{"field", "payload." + term.path}, {"value", value.text}}});
        }
        m_wanted.push_back(std::move(wanted));
    }
}

bool PayloadSearch::finds(std::string_view payload) const {
    return findsInObject(payload, m_path);
}

bool PayloadSearch::findsInObject(std::string_view object, std::string_view path) const {
    const auto members = readMembers(object);
    if (!members)
        return false;
    return std::any_of(members->begin(), members->end(), [&](const PayloadMember& member) {
        if (path == member.key)
            return findsBehind(member, std::nullopt);
        const bool leadsOn =
            path.size() > member.key.size() && path.starts_with(member.key) && path[member.key.size()] == '.';
        return leadsOn && findsBehind(member, path.substr(member.key.size() + 1));
    });
}

bool PayloadSearch::findsBehind(const PayloadMember& member, std::optional<std::string_view> path) const {
    if (!path && isWanted(member))
        return true;
    if (member.kind == Kind::Array) {
        const auto elements = readElements(member.value);
        return elements && std::any_of(elements->begin(), elements->end(),
                                       [&](const PayloadMember& element) { return findsBehind(element, path); });
    }
    return path && member.kind == Kind::Object && findsInObject(member.value, *path);
}

bool PayloadSearch::isWanted(const PayloadMember& member) const {
    const bool isPlain = member.kind != Kind::Array && member.kind != Kind::Object;
    return std::any_of(m_wanted.begin(), m_wanted.end(), [&](const Wanted& wanted) {
        if (wanted.number) {
            const auto number = member.kind == Kind::Number ? numberIn(member.value) : std::nullopt;
            return number && compares(*number, m_comparison, *wanted.number);
        }
        if (wanted.pattern.isAnything())
            return true;
        return isPlain && (member.kind == Kind::Text || !wanted.isQuoted) && wanted.pattern.matches(member.value);
    });
}

} // namespace muniment
