#include "models/integrity/json_text.h"

namespace muniment {

std::string quotedJson(std::string_view text) {
    std::string out;
    appendCanonicalString(out, text);
    return out;
}

std::string jsonList(const std::vector<std::string>& elements) {
    std::string out = "[";
    for (std::size_t i = 0; i < elements.size(); ++i)
        out += (i == 0 ? "\n    " : ",\n    ") + elements[i];
    return out + (elements.empty() ? "]" : "\n  ]");
}

JsonMembers::JsonMembers(std::string_view json) {
    if (const auto members = readMembers(json))
        for (const PayloadMember& member : *members)
            m_members.emplace(member.key, member);
}

std::string JsonMembers::value(const char* key) const {
    const auto found = m_members.find(key);
    return found == m_members.end() ? std::string() : found->second.value;
}

} // namespace muniment
