// The meaning of a filter, told as simply as it can be: one event at a time, no index, no names resolved beforehand.
// What the index answers is compared with it.
#pragma once

#include "models/domain/event.h"
#include "models/replica/annotations.h"
#include "models/timeline/filter/filter.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace muniment::test {

/// An event with everything that a filter may look at.
struct NaiveEvent {
    RecordedEvent event;
    RegionName region;
    Instant loggedAt;
    std::uint8_t marks = 0;                ///< EventMark bits
    std::vector<std::string> tenantNames;  ///< when it was logged; of users all three of their names
    std::vector<std::string> actorNames;   ///< likewise
    std::vector<std::string> subjectNames; ///< likewise
    std::set<std::string> tokens;          ///< as the index makes them of the event
    EventAnnotation annotation;
};

/// What a filter needs to know besides the event.
struct NaiveWorld {
    std::set<std::string> tenantIds;  ///< of the whole file: which beginnings of an id are unique
    std::set<std::string> actorIds;   ///< likewise
    std::set<std::string> subjectIds; ///< likewise; of organizations and users only
    Instant now;
    std::function<std::vector<std::string>(std::string_view)> tokensOf; ///< the index's tokenizer
};

[[nodiscard]] bool matchesNaively(const FilterNode& filter, const NaiveEvent& event, const NaiveWorld& world);

/// `*` stands for any number of any bytes; nothing else is special.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view text);

/// How numbers and instants are compared.
template <class T>
[[nodiscard]] bool compares(Comparison comparison, T a, T b) {
    switch (comparison) {
    case Comparison::Equal:
        return a == b;
    case Comparison::Less:
        return a < b;
    case Comparison::LessOrEqual:
        return a <= b;
    case Comparison::Greater:
        return a > b;
    case Comparison::GreaterOrEqual:
        return a >= b;
    }
    return false;
}

} // namespace muniment::test
