#include "models/intake/json_pointer.h"

#include <algorithm>
#include <charconv>

namespace muniment {

namespace {

using Kind = PayloadMember::Kind;

tl::unexpected<Error> notAPointer(std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", "pointer"}});
}

/// An array's index: digits, without zeros before them.
std::optional<std::size_t> indexOf(const std::string& token) {
    std::size_t index = 0;
    const char* end = token.data() + token.size();
    const auto [rest, fault] = std::from_chars(token.data(), end, index);
    const bool isCanonical = token == "0" || (!token.empty() && token.front() != '0');
    return fault == std::errc() && rest == end && isCanonical ? std::optional(index) : std::nullopt;
}

Result<std::optional<PayloadMember>> memberOf(const std::string& object, const std::string& key) {
    auto members = readMembers(object);
    if (!members)
        return tl::unexpected(members.error());
    const auto found = std::ranges::find(*members, key, &PayloadMember::key);
    if (found == members->end())
        return std::nullopt;
    if (std::ranges::find(found + 1, members->end(), key, &PayloadMember::key) != members->end())
        return failure(ErrorCode::InvalidInput, "it stands there twice", {{"field", "pointer"}});
    return std::optional(std::move(*found));
}

Result<std::optional<PayloadMember>> elementOf(const std::string& array, const std::string& token) {
    const auto index = indexOf(token);
    if (!index)
        return std::nullopt;
    auto elements = readElements(array);
    if (!elements)
        return tl::unexpected(elements.error());
    if (*index >= elements->size())
        return std::nullopt;
    PayloadMember& element = (*elements)[*index];
    element.key = token;
    return std::optional(std::move(element));
}

} // namespace

Result<std::vector<std::string>> parsePointer(std::string_view text) {
    std::vector<std::string> tokens;
    if (text.empty())
        return tokens;
    if (text.front() != '/')
        return notAPointer("a pointer begins with a slash");
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '/') {
            tokens.emplace_back();
        } else if (text[i] != '~') {
            tokens.back() += text[i];
        } else {
            const char escaped = i + 1 < text.size() ? text[i + 1] : '\0';
            if (escaped != '0' && escaped != '1')
                return notAPointer("behind ~ stands 0 or 1");
            tokens.back() += escaped == '0' ? '~' : '/';
            ++i;
        }
    }
    return tokens;
}

std::string printPointer(std::span<const std::string> tokens) {
    std::string text;
    for (const std::string& token : tokens) {
        text += '/';
        for (const char c : token) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
    }
    return text;
}

Result<std::optional<PayloadMember>> findValue(std::string_view json, std::span<const std::string> tokens) {
    // As the one element of an array, a document may be any value.
    auto root = readElements("[" + std::string(json) + "]");
    if (!root)
        return tl::unexpected(root.error());
    if (root->size() != 1)
        return failure(ErrorCode::InvalidInput, "not JSON", {{"field", "payload"}});
    std::optional<PayloadMember> value = std::move(root->front());
    for (const std::string& token : tokens) {
        Result<std::optional<PayloadMember>> next = std::nullopt;
        if (value->kind == Kind::Object)
            next = memberOf(value->value, token);
        else if (value->kind == Kind::Array)
            next = elementOf(value->value, token);
        if (!next || !*next)
            return next;
        value = std::move(*next);
    }
    return value;
}

} // namespace muniment
