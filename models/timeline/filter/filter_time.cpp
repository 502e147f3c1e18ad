#include "models/timeline/filter/filter.h"
#include "models/timeline/filter/filter_text.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kYear = 4;    // 2026
constexpr std::size_t kMonth = 7;   // 2026-03
constexpr std::size_t kDay = 10;    // 2026-03-01
constexpr std::size_t kMinute = 16; // 2026-03-01T10:00
constexpr std::size_t kSecond = 19; // 2026-03-01T10:00:00

NamedTime spanFrom(Instant begin, std::int64_t width) {
    return {begin, begin + width};
}

Result<NamedTime> dayNamed(const std::string& text) {
    return parseInstant(text).map([](Instant day) { return spanFrom(day, kMicrosPerDay); });
}

Result<NamedTime> monthNamed(const std::string& text) {
    auto begin = dayNamed(text + "-01");
    if (!begin)
        return begin;
    for (const char* last : {"-31", "-30", "-29", "-28"})
        if (const auto day = dayNamed(text + last))
            return NamedTime{begin->begin, day->end};
    return begin;
}

Result<NamedTime> yearNamed(const std::string& text) {
    auto begin = dayNamed(text + "-01-01");
    if (!begin)
        return begin;
    return dayNamed(text + "-12-31").map([&](const NamedTime& last) { return NamedTime{begin->begin, last.end}; });
}

/// Date and time of day, with the seconds and the zone that were left out.
Result<NamedTime> momentNamed(const std::string& text) {
    const bool hasSeconds = text.size() > kMinute && text[kMinute] == ':';
    const std::size_t zone = std::min(text.find_first_of("Zz+-", kMinute), text.size());
    std::string whole = text.substr(0, hasSeconds ? zone : kMinute);
    if (!hasSeconds) {
        if (zone > kMinute)
            return failure(ErrorCode::InvalidInput, "not a time: " + text);
        whole += ":00";
    }
    const auto width = !hasSeconds ? 60 * kMicrosPerSecond : whole.size() == kSecond ? kMicrosPerSecond : 1;
    whole += zone == text.size() ? "Z" : text.substr(zone);
    return parseInstant(whole).map([&](Instant begin) { return spanFrom(begin, width); });
}

Result<NamedTime> dayBefore(Instant now, std::int64_t days) {
    return dayNamed(formatInstant(Instant{now.micros - days * kMicrosPerDay}).substr(0, kDay));
}

bool isDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<NamedTime> filterTime(std::string_view text, Instant now) {
    const std::string named(text);
    if (isEqualAnyCase(text, "today"))
        return dayBefore(now, 0);
    if (isEqualAnyCase(text, "yesterday"))
        return dayBefore(now, 1);
    if (named.size() < kYear || !isDigits(text.substr(0, kYear)))
        return parseTimeExpression(text, now).map([](Instant t) { return spanFrom(t, 1); });
    if (named.size() == kYear)
        return yearNamed(named);
    if (named.size() == kMonth)
        return monthNamed(named);
    if (named.size() == kDay)
        return dayNamed(named);
    if (named.size() >= kMinute)
        return momentNamed(named);
    return failure(ErrorCode::InvalidInput, "not a time: " + named);
}

} // namespace muniment
