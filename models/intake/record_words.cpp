#include "models/intake/record_words.h"

#include "models/base/utf8.h"
#include "models/intake/mapped_record.h"

namespace muniment {

namespace {

constexpr std::size_t kMostValues = 12;
constexpr std::size_t kMostBytes = 100;
constexpr std::size_t kMostValueBytes = 40;

/// Not in the middle of a character.
std::string cut(const std::string& text, std::size_t most) {
    if (text.size() <= most)
        return text;
    return text.substr(0, validUtf8Length(std::string_view(text).substr(0, most))) + "…";
}

std::string wordsOf(const IntakeRecord& record) {
    std::string words;
    for (const PointedValue& place : valuesIn(record, kMostValues)) {
        const std::string key = place.pointer.substr(place.pointer.rfind('/') + 1);
        // What stands in a list is told by itself.
        const bool isElement = key.find_first_not_of("0123456789") == std::string::npos;
        words += (words.empty() ? "" : ", ") + (isElement ? "" : key + ": ") + cut(place.value, kMostValueBytes);
        if (words.size() > kMostBytes)
            return words;
    }
    return words;
}

} // namespace

std::string firstWords(const IntakeRecord& record) {
    IntakeRecord part;
    part.body = record.body;
    std::string words = wordsOf(part);
    if (words.empty()) {
        part.body.clear();
        part.headers = record.headers;
        words = wordsOf(part);
    }
    return words.empty() ? cut(record.body, kMostBytes) : words;
}

} // namespace muniment
