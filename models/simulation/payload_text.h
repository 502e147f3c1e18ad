// A payload written straight into its canonical form, for a generator that writes half a million a second.
#pragma once

#include "models/base/canonical_json.h"

#include <string>
#include <string_view>

namespace muniment {

/// Members MUST be added in ascending order of their keys, and keys must be plain ASCII; tests hold the callers to it.
class PayloadText {
public:
    PayloadText& text(std::string_view key, std::string_view value) {
        begin(key);
        appendCanonicalString(m_text, value);
        return *this;
    }

    PayloadText& boolean(std::string_view key, bool value) {
        begin(key);
        m_text += value ? "true" : "false";
        return *this;
    }

    PayloadText& object(std::string_view key, PayloadText& value) {
        begin(key);
        m_text += value.take();
        return *this;
    }

    [[nodiscard]] std::string take() {
        m_text += m_text.empty() ? "{}" : "}";
        return std::move(m_text);
    }

private:
    void begin(std::string_view key) {
        if (m_text.empty())
            m_text.reserve(224);
        m_text += m_text.empty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":";
    }

    std::string m_text;
};

} // namespace muniment
