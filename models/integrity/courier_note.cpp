#include "models/integrity/courier_note.h"

#include "models/base/hex.h"
#include "models/integrity/base64.h"
#include "models/integrity/line_words.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::string_view kFirstLine = "muniment courier 1\n";
constexpr std::string_view kNone = "-";

tl::unexpected<Error> refused(std::string_view line) {
    return failure(ErrorCode::InvalidInput, "not a courier's note: " + std::string(line.substr(0, 500)),
                   {{"field", "courier"}});
}

std::string printed(const std::optional<LogKey>& key) {
    return key ? std::to_string(key->position.major) + '.' + std::to_string(key->position.minor) + '.' +
                     std::to_string(key->inTxOrder)
               : std::string(kNone);
}

std::string printed(const TreeHead& head) {
    return std::to_string(head.size) + ' ' + toBase64(bytesOf(head.root));
}

std::optional<LogKey> keyOf(std::string_view word) {
    LogKey key;
    const auto first = word.find('.');
    const auto second = first == std::string_view::npos ? first : word.find('.', first + 1);
    if (second == std::string_view::npos || !readNumber(word.substr(0, first), key.position.major) ||
        !readNumber(word.substr(first + 1, second - first - 1), key.position.minor) ||
        !readNumber(word.substr(second + 1), key.inTxOrder))
        return std::nullopt;
    return key;
}

bool readHead(std::string_view& line, TreeHead& head) {
    const bool hasSize = readNumber(takeWord(line), head.size);
    const auto root = fromBase64(takeWord(line));
    if (!hasSize || !root || root->size() != head.root.size())
        return false;
    std::copy(root->begin(), root->end(), head.root.begin());
    return true;
}

bool readRegion(std::string_view line, CourierNote& note) {
    CourierRegion region;
    auto to = parseRegionState(takeWord(line));
    const auto system = fromHex(takeWord(line));
    region.from = keyOf(takeWord(line));
    const auto known = takeWord(line);
    Instant through;
    if (known != kNone && !readNumber(known, through.micros))
        return false;
    if (!to || !system)
        return false;
    region.to = std::move(*to);
    region.systemIdentifier = *system;
    if (known != kNone)
        region.knownThrough = through;
    note.regions.push_back(std::move(region));
    return true;
}

bool readTree(std::string_view line, CourierNote& note) {
    auto log = parseTenantLog(takeWord(line));
    CourierTree tree;
    if (!log || !readHead(line, tree.from) || !readHead(line, tree.to))
        return false;
    tree.log = std::move(*log);
    note.trees.push_back(std::move(tree));
    return true;
}

bool readPrevious(std::string_view word, CourierNote& note) {
    if (word == kNone)
        return true;
    const auto hash = fromHex(word);
    if (!hash || hash->size() != Hash{}.size())
        return false;
    std::copy(hash->begin(), hash->end(), note.previous.emplace().begin());
    return true;
}

} // namespace

std::string printCourierNote(const CourierNote& note) {
    std::string text(kFirstLine);
    text += "number " + std::to_string(note.number) + '\n';
    text += "previous " + (note.previous ? toHex(bytesOf(*note.previous)) : std::string(kNone)) + '\n';
    for (const CourierRegion& region : note.regions)
        text += "region " + originOf(region.to) + ' ' + toHex(region.systemIdentifier) + ' ' + printed(region.from) +
                ' ' + (region.knownThrough ? std::to_string(region.knownThrough->micros) : std::string(kNone)) + '\n';
    for (const CourierTree& tree : note.trees)
        text += "tree " + originOf(tree.log) + ' ' + printed(tree.from) + ' ' + printed(tree.to) + '\n';
    return text;
}

Result<CourierNote> parseCourierNote(std::string_view text) {
    const std::string_view whole = text;
    if (!text.starts_with(kFirstLine))
        return refused(text);
    text.remove_prefix(kFirstLine.size());
    CourierNote note;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        const std::string_view shown = line;
        const auto kind = takeWord(line);
        const bool isRead = kind == "number"     ? readNumber(line, note.number)
                            : kind == "previous" ? readPrevious(line, note)
                            : kind == "region"   ? readRegion(line, note)
                            : kind == "tree"     ? readTree(line, note)
                                                 : false;
        if (!isRead)
            return refused(shown);
    }
    if (printCourierNote(note) != whole)
        return refused("in another form than a bundle's maker writes");
    return note;
}

} // namespace muniment
