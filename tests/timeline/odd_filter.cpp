#include "tests/timeline/odd_filter.h"

#include "models/timeline/filter/filter_text.h"

#include <array>

namespace muniment::test {

namespace {

constexpr std::array<const char*, 40> kPieces{
    "a",  "B", "7",  "or",   "AND",    "not",    "type",   "seq",  "payload.", "x", ":",  "=",       "<", ">",
    "!=", "-", "--", "*",    "(",      ")",      "\"",     "\\",   "\\\"",     " ", "\t", "\n",      ".", "/",
    "//", "%", "ä",  "日本", "\u00a0", "\u2028", "\u202e", "\x01", "'",        ";", ",",  "https://"};

enum Kind { kTerm, kNot, kAnd, kOr };

} // namespace

FilterNode OddFilter::next() {
    return below(100) == 0 ? FilterNode{FilterAnd{}, {}} : node(4, kTerm);
}

FilterNode OddFilter::node(int depth, int parent) {
    int kind = depth == 0 ? kTerm : below(4);
    if (kind == parent && kind != kTerm)
        kind = kTerm;
    if (kind == kTerm)
        return {term(), {}};
    if (kind == kNot)
        return {FilterNot{{node(depth - 1, kNot)}}, {}};
    FilterNodes nodes;
    for (int i = 2 + below(3); i > 0; --i)
        nodes.push_back(node(depth - 1, kind));
    if (kind == kAnd)
        return {FilterAnd{std::move(nodes)}, {}};
    return {FilterOr{std::move(nodes)}, {}};
}

FilterTerm OddFilter::term() {
    switch (below(5)) {
    case 0:
        return words();
    case 1:
        return {FilterField::Sequence,
                {},
                static_cast<Comparison>(below(5)),
                {{std::to_string(below(99) - 50), below(3) == 0, false, {}}},
                {}};
    case 2:
        return {FilterField::Payload, text(), Comparison::Equal, {value(FilterField::Payload)}, {}};
    default:
        break;
    }
    FilterTerm made{below(2) == 0 ? FilterField::Tenant : FilterField::Type, {}, Comparison::Equal, {}, {}};
    for (int i = below(3); i >= 0; --i)
        made.values.push_back(value(made.field));
    if (made.values.size() > 1) // in a set a keyword is typed in quotes
        for (auto& in : made.values)
            in.isQuoted = in.isQuoted || filterKeyword(in.text);
    return made;
}

FilterTerm OddFilter::words() {
    FilterTerm made = termOf(FilterField::Words, text() + "w");
    made.values.front().isQuoted = made.values.front().isQuoted || below(3) == 0;
    if (!made.values.front().isQuoted && below(3) == 0) {
        made.values.front().text += '*';
        made.values.front().hasWildcard = true;
    }
    return made;
}

FilterValue OddFilter::value(FilterField field) {
    FilterValue made = termOf(field, text()).values.front();
    if (!made.isQuoted && below(3) == 0) {
        made.text += "*w";
        made.hasWildcard = true;
    }
    made.isQuoted = made.isQuoted || (!made.hasWildcard && below(4) == 0);
    return made;
}

std::string OddFilter::text() {
    std::string made;
    for (int i = below(5); i > 0; --i)
        made += kPieces[static_cast<std::size_t>(below(kPieces.size()))];
    return made;
}

} // namespace muniment::test
