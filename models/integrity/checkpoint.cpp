#include "models/integrity/checkpoint.h"

#include "models/base/utf8.h"
#include "models/integrity/base64.h"
#include "models/integrity/signed_note.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace muniment {

namespace {

constexpr std::size_t kCheckpointLines = 3;

tl::unexpected<Error> refused(const char* why) {
    return failure(ErrorCode::InvalidInput, std::string("not a checkpoint: ") + why,
                   {{"field", "checkpoint"}, {"why", why}});
}

tl::unexpected<Error> notAnOrigin(std::string_view origin) {
    return failure(ErrorCode::InvalidInput, "not an origin of ours: " + std::string(origin.substr(0, 500)),
                   {{"field", "origin"}});
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

/// The whole text as a number that is printed like this.
template <class Number>
bool readNumber(std::string_view text, Number& value) {
    if (text.empty() || text[0] < '0' || text[0] > '9' || (text[0] == '0' && text.size() > 1))
        return false;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && stop == text.data() + text.size();
}

bool readRoot(std::string_view text, Hash& root) {
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != root.size())
        return false;
    std::copy(bytes->begin(), bytes->end(), root.begin());
    return true;
}

bool isPlain(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '~' || c == '-';
}

std::string percentEncoded(std::string_view name) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain(c))
            encoded += c;
        else
            encoded.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
    }
    return encoded;
}

/// Nothing unless percentEncoded() makes `text` of it, and of text.
std::optional<std::string> percentDecoded(std::string_view text) {
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            name += text[i];
            continue;
        }
        unsigned int byte = 0;
        const auto digits = text.substr(i + 1, 2);
        if (digits.size() != 2 || std::from_chars(digits.data(), digits.data() + 2, byte, 16).ptr != digits.data() + 2)
            return std::nullopt;
        name += static_cast<char>(byte);
        i += 2;
    }
    if (name.empty() || percentEncoded(name) != text || validUtf8Length(name) != name.size())
        return std::nullopt;
    return name;
}

} // namespace

Result<Checkpoint> parseCheckpoint(std::string_view text) {
    if (!isNoteText(text))
        return refused("text");
    const auto lines = split(text.substr(0, text.size() - 1), '\n');
    if (lines.size() < kCheckpointLines ||
        std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return line.empty(); }))
        return refused("lines");
    Checkpoint checkpoint;
    checkpoint.origin = lines[0];
    std::int64_t size = 0; // 63 bits
    if (!readNumber(lines[1], size))
        return refused("size");
    checkpoint.size = static_cast<std::uint64_t>(size);
    if (!readRoot(lines[2], checkpoint.root))
        return refused("root");
    checkpoint.extensions.assign(lines.begin() + kCheckpointLines, lines.end());
    return checkpoint;
}

Result<std::string> printCheckpoint(const Checkpoint& checkpoint) {
    std::string text = checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
                       toBase64({reinterpret_cast<const char*>(checkpoint.root.data()), checkpoint.root.size()}) + '\n';
    for (const auto& line : checkpoint.extensions)
        text += line + '\n';
    // A line's end in a name would make lines of it that nobody meant.
    const auto readBack = parseCheckpoint(text);
    if (!readBack)
        return tl::unexpected(readBack.error());
    if (*readBack != checkpoint)
        return refused("lines");
    return text;
}

std::string originOf(const TenantLog& log) {
    return "muniment/tenant/" + percentEncoded(log.region.text()) + '/' + percentEncoded(log.tenant.text()) + '/' +
           std::to_string(log.epoch);
}

std::string originOf(const RegionState& state) {
    const auto& [position, inTxOrder] = state.position;
    return "muniment/region/" + percentEncoded(state.installation) + '/' + percentEncoded(state.region.text()) + '/' +
           std::to_string(position.major) + '.' + std::to_string(position.minor) + '.' + std::to_string(inTxOrder);
}

Result<TenantLog> parseTenantLog(std::string_view origin) {
    const auto parts = split(origin, '/');
    TenantLog log;
    if (parts.size() != 5 || parts[0] != "muniment" || parts[1] != "tenant" || !readNumber(parts[4], log.epoch) ||
        log.epoch < 1)
        return notAnOrigin(origin);
    auto region = percentDecoded(parts[2]);
    auto tenant = percentDecoded(parts[3]);
    if (!region || !tenant)
        return notAnOrigin(origin);
    log.region = RegionName(std::move(*region));
    log.tenant = TenantId(std::move(*tenant));
    return log;
}

Result<RegionState> parseRegionState(std::string_view origin) {
    const auto parts = split(origin, '/');
    if (parts.size() != 5 || parts[0] != "muniment" || parts[1] != "region")
        return notAnOrigin(origin);
    auto installation = percentDecoded(parts[2]);
    auto region = percentDecoded(parts[3]);
    const auto numbers = split(parts[4], '.');
    LogKey key;
    if (!installation || !region || numbers.size() != 3 || !readNumber(numbers[0], key.position.major) ||
        !readNumber(numbers[1], key.position.minor) || !readNumber(numbers[2], key.inTxOrder))
        return notAnOrigin(origin);
    return RegionState{std::move(*installation), RegionName(std::move(*region)), key};
}

} // namespace muniment
