#include "models/base/position.h"

#include <charconv>
#include <limits>

namespace muniment {

namespace {

constexpr std::size_t kLogicalDigits = 10;

/// The whole text as a non-negative decimal number without sign or blanks.
bool readDigits(std::string_view text, std::int64_t& value) {
    if (text.empty() || text[0] < '0' || text[0] > '9')
        return false;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end;
}

} // namespace

Result<Position> parsePosition(std::string_view text) {
    const auto invalid = [&] { return failure(ErrorCode::InvalidInput, "not a log position: " + std::string(text)); };
    const auto point = text.find('.');
    Position position;
    if (!readDigits(text.substr(0, point), position.major))
        return invalid();
    if (point == std::string_view::npos)
        return position;

    // A decimal fraction: zeros that a server may leave out on the right count.
    std::string logical(text.substr(point + 1));
    if (logical.empty() || logical.size() > kLogicalDigits)
        return invalid();
    logical.resize(kLogicalDigits, '0');
    std::int64_t minor = 0;
    if (!readDigits(logical, minor) || minor > std::numeric_limits<std::int32_t>::max())
        return invalid();
    position.minor = static_cast<std::int32_t>(minor);
    return position;
}

std::string formatIntegerPosition(Position position) {
    return std::to_string(position.major);
}

std::string formatHlcPosition(Position position) {
    const std::string logical = std::to_string(position.minor);
    return std::to_string(position.major) + "." + std::string(kLogicalDigits - logical.size(), '0') + logical;
}

} // namespace muniment
