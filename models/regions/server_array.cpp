#include "models/regions/server_array.h"

#include <charconv>

namespace muniment {

namespace {

tl::unexpected<Error> damaged(std::string_view text) {
    return failure(ErrorCode::ServerError, "not an array: " + std::string(text.substr(0, 80)));
}

/// Reads one element and stops before the comma or brace behind it; false when a quote has no end.
bool readElement(std::string_view& rest, std::optional<std::string>& element) {
    std::string value;
    const bool isQuoted = rest.starts_with('"');
    if (isQuoted)
        rest.remove_prefix(1);
    while (!rest.empty()) {
        const char c = rest.front();
        if (!isQuoted && (c == ',' || c == '}' || c == '{' || c == '"'))
            break;
        rest.remove_prefix(1);
        if (isQuoted && c == '"') {
            element = std::move(value);
            return true;
        }
        if (c == '\\') {
            if (rest.empty())
                return false;
            value += rest.front();
            rest.remove_prefix(1);
        } else {
            value += c;
        }
    }
    if (isQuoted || value.empty())
        return false;
    if (value != "NULL")
        element = std::move(value);
    return true;
}

} // namespace

Result<std::vector<std::optional<std::string>>> parseArray(std::string_view text) {
    std::vector<std::optional<std::string>> elements;
    if (text == "{}")
        return elements;
    std::string_view rest = text;
    if (!rest.starts_with('{'))
        return damaged(text);
    do {
        rest.remove_prefix(1);
        std::optional<std::string> element;
        if (!readElement(rest, element))
            return damaged(text);
        elements.push_back(std::move(element));
    } while (rest.starts_with(','));
    if (rest != "}")
        return damaged(text);
    return elements;
}

Result<std::vector<std::string>> parseTexts(std::string_view text) {
    const auto elements = parseArray(text);
    if (!elements)
        return tl::unexpected(elements.error());
    std::vector<std::string> texts;
    for (const auto& element : *elements)
        if (element)
            texts.push_back(*element);
    return texts;
}

Result<std::vector<std::int64_t>> parseIntegers(std::string_view text) {
    const auto elements = parseArray(text);
    if (!elements)
        return tl::unexpected(elements.error());
    std::vector<std::int64_t> numbers;
    for (const auto& element : *elements) {
        std::int64_t number = 0;
        const std::string digits = element.value_or(std::string());
        const auto [stopped, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (fault != std::errc() || stopped != digits.data() + digits.size())
            return damaged(text);
        numbers.push_back(number);
    }
    return numbers;
}

} // namespace muniment
