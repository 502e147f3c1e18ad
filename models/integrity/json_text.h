// JSON that is written and read line for line: manifests, and records kept beside a workspace.
#pragma once

#include "models/base/canonical_json.h"

#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

[[nodiscard]] std::string quotedJson(std::string_view text);
/// An element a line.
[[nodiscard]] std::string jsonList(const std::vector<std::string>& elements);

template <class T, class Print>
[[nodiscard]] std::string jsonList(const std::vector<T>& values, Print print) {
    std::vector<std::string> elements;
    for (const T& value : values)
        elements.push_back(print(value));
    return jsonList(elements);
}

/// JsonMembers of an object by name. That none is said twice or too many is seen when it is printed again.
class JsonMembers {
public:
    explicit JsonMembers(std::string_view json);

    /// A text's characters, else the JSON; empty: there is none.
    [[nodiscard]] std::string value(const char* key) const;

    template <class Number>
    [[nodiscard]] Number number(const char* key) const {
        const std::string text = value(key);
        Number number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    template <class Visit>
    void each(const char* key, Visit visit) const {
        const std::string json = value(key);
        if (const auto elements = json.empty() ? Result<std::vector<PayloadMember>>() : readElements(json))
            for (const PayloadMember& element : *elements)
                visit(element.value);
    }

private:
    std::map<std::string, PayloadMember> m_members;
};

} // namespace muniment
