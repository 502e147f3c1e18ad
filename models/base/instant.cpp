#include "models/base/instant.h"

#include <array>
#include <charconv>
#include <optional>

namespace muniment {

namespace {

struct CivilDate {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
};

constexpr std::int64_t kDaysPerEra = 146'097; ///< 400 Gregorian years

// Proleptic Gregorian calendar counted from 1 March of year 0, so that the leap day is the last of its year.
constexpr std::int64_t daysFromCivil(const CivilDate& date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t monthFromMarch = (date.month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    return era * kDaysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

constexpr CivilDate civilFromDays(std::int64_t days) {
    days += 719'468;
    const std::int64_t era = (days >= 0 ? days : days - (kDaysPerEra - 1)) / kDaysPerEra;
    const std::int64_t dayOfEra = days - era * kDaysPerEra;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    CivilDate date;
    date.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    date.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    date.year = yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

constexpr std::int64_t kFirstMicros = daysFromCivil({1, 1, 1}) * kMicrosPerDay;
constexpr std::int64_t kEndMicros = daysFromCivil({10'000, 1, 1}) * kMicrosPerDay;

bool isInRange(std::int64_t micros) {
    return micros >= kFirstMicros && micros < kEndMicros;
}

int daysInMonth(std::int64_t year, int month) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && isLeap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// Reads fixed-width fields from the left of a text.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : m_rest(text) {}

    [[nodiscard]] std::optional<int> digits(std::size_t count) {
        if (m_rest.size() < count)
            return std::nullopt;
        int value = 0;
        for (const char c : m_rest.substr(0, count)) {
            if (c < '0' || c > '9')
                return std::nullopt;
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }

    [[nodiscard]] bool take(char c) {
        if (m_rest.empty() || m_rest[0] != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// Fraction digits as microseconds; what is finer is cut off. Absent when there is no digit.
    [[nodiscard]] std::optional<std::int64_t> fraction() {
        std::int64_t micros = 0;
        int count = 0;
        while (!m_rest.empty() && m_rest[0] >= '0' && m_rest[0] <= '9') {
            if (count < 6)
                micros = micros * 10 + (m_rest[0] - '0');
            ++count;
            m_rest.remove_prefix(1);
        }
        if (count == 0)
            return std::nullopt;
        for (; count < 6; ++count)
            micros *= 10;
        return micros;
    }

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

/// Writes fixed-width fields from the left; printf takes ten times as long, and every payload's times are compared.
class FieldWriter {
public:
    FieldWriter& put(char c) {
        m_text[m_size++] = c;
        return *this;
    }

    FieldWriter& digits(std::uint64_t value, std::size_t count) {
        for (std::size_t i = count; i > 0; value /= 10)
            m_text[m_size + --i] = static_cast<char>('0' + value % 10);
        m_size += count;
        return *this;
    }

    [[nodiscard]] std::string text() const { return {m_text.data(), m_size}; }

private:
    std::array<char, 40> m_text{};
    std::size_t m_size = 0;
};

std::optional<std::int64_t> readDate(FieldReader& reader) {
    const auto year = reader.digits(4);
    if (!year || *year < 1 || !reader.take('-'))
        return std::nullopt;
    const auto month = reader.digits(2);
    if (!month || *month < 1 || *month > 12 || !reader.take('-'))
        return std::nullopt;
    const auto day = reader.digits(2);
    if (!day || *day < 1 || *day > daysInMonth(*year, *month))
        return std::nullopt;
    return daysFromCivil({*year, *month, *day}) * kMicrosPerDay;
}

/// Micros since midnight; a leap second (…:60) is the first moment of the next minute.
std::optional<std::int64_t> readTimeOfDay(FieldReader& reader) {
    const auto hour = reader.digits(2);
    if (!hour || *hour > 23 || !reader.take(':'))
        return std::nullopt;
    const auto minute = reader.digits(2);
    if (!minute || *minute > 59 || !reader.take(':'))
        return std::nullopt;
    const auto second = reader.digits(2);
    if (!second || *second > 60)
        return std::nullopt;
    std::int64_t micros = 0;
    if (reader.take('.')) {
        const auto fraction = reader.fraction();
        if (!fraction)
            return std::nullopt;
        micros = *fraction;
    }
    return (*hour * 3600LL + *minute * 60LL + *second) * kMicrosPerSecond + micros;
}

std::optional<std::int64_t> readOffset(FieldReader& reader) {
    if (reader.take('Z') || reader.take('z'))
        return 0;
    const bool isWest = reader.take('-');
    if (!isWest && !reader.take('+'))
        return std::nullopt;
    const auto hours = reader.digits(2);
    if (!hours || *hours > 23 || !reader.take(':'))
        return std::nullopt;
    const auto minutes = reader.digits(2);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    const std::int64_t micros = (*hours * 3600LL + *minutes * 60LL) * kMicrosPerSecond;
    return isWest ? -micros : micros;
}

std::optional<Instant> readInstant(std::string_view text) {
    FieldReader reader(text);
    const auto date = readDate(reader);
    if (!date)
        return std::nullopt;
    if (reader.isAtEnd())
        return Instant{*date};
    if (!reader.take('T') && !reader.take('t') && !reader.take(' '))
        return std::nullopt;
    const auto time = readTimeOfDay(reader);
    if (!time)
        return std::nullopt;
    const auto offset = readOffset(reader);
    if (!offset || !reader.isAtEnd())
        return std::nullopt;
    const std::int64_t micros = *date + *time - *offset;
    if (!isInRange(micros))
        return std::nullopt;
    return Instant{micros};
}

std::int64_t secondsOf(char unit) {
    switch (unit) {
    case 's':
        return 1;
    case 'm':
        return 60;
    case 'h':
        return 3600;
    case 'd':
        return 86'400;
    case 'w':
        return 7 * 86'400;
    default:
        return 0;
    }
}

std::optional<Instant> readDistance(std::string_view text, Instant now) {
    if (text.size() < 3 || (text[0] != '-' && text[0] != '+'))
        return std::nullopt;
    const std::int64_t unit = secondsOf(text.back());
    std::int64_t count = 0;
    const char* end = text.data() + text.size() - 1;
    if (unit == 0 || text[1] < '0' || text[1] > '9')
        return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data() + 1, end, count);
    // 10,000 years bound the product long before it could overflow.
    if (error != std::errc() || stop != end || count > 10'000LL * 366 * 86'400 / unit)
        return std::nullopt;
    const std::int64_t distance = count * unit * kMicrosPerSecond;
    const std::int64_t micros = text[0] == '-' ? now.micros - distance : now.micros + distance;
    if (!isInRange(micros))
        return std::nullopt;
    return Instant{micros};
}

tl::unexpected<Error> notATime(std::string_view text) {
    return failure(ErrorCode::InvalidInput, "not a time: " + std::string(text));
}

} // namespace

std::string formatInstant(Instant t) {
    std::int64_t days = t.micros / kMicrosPerDay;
    std::int64_t rest = t.micros % kMicrosPerDay;
    if (rest < 0) {
        rest += kMicrosPerDay;
        --days;
    }
    const CivilDate date = civilFromDays(days);
    const auto seconds = static_cast<int>(rest / kMicrosPerSecond);
    const auto micros = static_cast<int>(rest % kMicrosPerSecond);
    FieldWriter text;
    const bool isFourDigits = date.year >= 0 && date.year <= 9999;
    if (!isFourDigits) // ISO 8601 wants a sign
        text.put(date.year < 0 ? '-' : '+');
    const auto year = static_cast<std::uint64_t>(date.year < 0 ? -date.year : date.year);
    std::size_t width = 4;
    for (std::uint64_t limit = 10'000; year >= limit; limit *= 10)
        ++width;
    text.digits(year, width);
    text.put('-').digits(static_cast<unsigned>(date.month), 2);
    text.put('-').digits(static_cast<unsigned>(date.day), 2);
    text.put('T').digits(static_cast<unsigned>(seconds / 3600), 2);
    text.put(':').digits(static_cast<unsigned>(seconds / 60 % 60), 2);
    text.put(':').digits(static_cast<unsigned>(seconds % 60), 2);
    if (micros != 0 && micros % 1000 == 0)
        text.put('.').digits(static_cast<unsigned>(micros / 1000), 3);
    else if (micros != 0)
        text.put('.').digits(static_cast<unsigned>(micros), 6);
    return text.put('Z').text();
}

Result<Instant> parseInstant(std::string_view text) {
    if (const auto instant = readInstant(text))
        return *instant;
    return notATime(text);
}

Result<Instant> parseTimeExpression(std::string_view text, Instant now) {
    if (text == "now")
        return now;
    if (const auto instant = readDistance(text, now))
        return *instant;
    return parseInstant(text);
}

} // namespace muniment
