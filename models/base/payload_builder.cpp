#include "models/base/canonical_json.h"
#include "models/base/utf16_order.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::int64_t kLargestSafeInteger = 9'007'199'254'740'991;

std::string canonicalString(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 2);
    appendCanonicalString(out, text);
    return out;
}

} // namespace

PayloadBuilder& PayloadBuilder::text(std::string key, std::string_view value) {
    m_members.emplace_back(std::move(key), canonicalString(value));
    return *this;
}

PayloadBuilder& PayloadBuilder::integer(std::string key, std::int64_t value) {
    std::string digits = std::to_string(value);
    if (value > kLargestSafeInteger || value < -kLargestSafeInteger)
        digits = canonicalString(digits);
    m_members.emplace_back(std::move(key), std::move(digits));
    return *this;
}

PayloadBuilder& PayloadBuilder::boolean(std::string key, bool value) {
    m_members.emplace_back(std::move(key), value ? "true" : "false");
    return *this;
}

PayloadBuilder& PayloadBuilder::texts(std::string key, const std::vector<std::string>& values) {
    std::string array = "[";
    for (const auto& value : values) {
        if (array.size() > 1)
            array += ',';
        appendCanonicalString(array, value);
    }
    m_members.emplace_back(std::move(key), array + "]");
    return *this;
}

std::string PayloadBuilder::build() const {
    std::vector<const std::pair<std::string, std::string>*> members;
    members.reserve(m_members.size());
    for (const auto& member : m_members)
        members.push_back(&member);
    std::sort(members.begin(), members.end(),
              [](const auto* a, const auto* b) { return compareAsUtf16(a->first, b->first) < 0; });
    std::string out = "{";
    for (const auto* member : members) {
        if (out.size() > 1)
            out += ',';
        appendCanonicalString(out, member->first);
        out += ':';
        out += member->second;
    }
    return out + "}";
}

} // namespace muniment
