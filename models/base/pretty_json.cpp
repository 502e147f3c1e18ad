#include "models/base/canonical_json.h"
#include "models/base/json_text.h"

#include <simdjson.h>

namespace muniment {

namespace {

constexpr std::size_t kIndent = 2;

bool isJson(std::string_view bytes) {
    // A parser of its own: what is shown to people is rare, and may be of any size.
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    return parser.parse(bytes.data(), bytes.size(), true).get(root) == simdjson::SUCCESS;
}

/// Lays well-formed JSON out anew; tokens keep their bytes, so nothing is rounded or re-escaped.
class Layout {
public:
    explicit Layout(std::string_view json) : m_json(json) { m_out.reserve(json.size() * 2); }

    std::string run() {
        for (std::size_t i = 0; i < m_json.size(); ++i) {
            const char c = m_json[i];
            if (c == '"') {
                i = copyString(i);
            } else if (c == '{' || c == '[') {
                i = open(i);
            } else if (c == '}' || c == ']') {
                breakLine(--m_depth);
                m_out += c;
            } else if (c == ',') {
                m_out += c;
                breakLine(m_depth);
            } else if (c == ':') {
                m_out += ": ";
            } else if (!isBlank(c)) {
                m_out += c;
            }
        }
        return std::move(m_out);
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    void breakLine(int depth) {
        m_out += '\n';
        m_out.append(static_cast<std::size_t>(depth) * kIndent, ' ');
    }

    std::size_t copyString(std::size_t quote) {
        std::size_t end = quote + 1;
        while (m_json[end] != '"')
            end += m_json[end] == '\\' ? 2 : 1;
        m_out += m_json.substr(quote, end + 1 - quote);
        return end;
    }

    /// An empty object or array stays on its line.
    std::size_t open(std::size_t bracket) {
        m_out += m_json[bracket];
        std::size_t next = bracket + 1;
        while (isBlank(m_json[next]))
            ++next;
        if (m_json[next] == '}' || m_json[next] == ']') {
            m_out += m_json[next];
            return next;
        }
        breakLine(++m_depth);
        return bracket;
    }

    std::string_view m_json;
    std::string m_out;
    int m_depth = 0;
};

} // namespace

std::string prettyJson(std::string_view json) {
    // Indentation makes the text grow with the square of the depth.
    if (nestingDepth(json, kMaxPayloadDepth) > kMaxPayloadDepth || !isJson(json))
        return std::string(json);
    return Layout(json).run();
}

} // namespace muniment
