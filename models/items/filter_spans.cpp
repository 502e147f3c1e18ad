#include "models/items/filter_spans.h"

#include "models/timeline/filter/filter_scanner.h"

namespace muniment {

namespace {

class SpanReader {
public:
    explicit SpanReader(std::string_view text) : m_scanner(text) {}

    std::vector<FilterSpan> read() {
        for (m_scanner.skipBlanks(); !m_scanner.isAtEnd(); m_scanner.skipBlanks())
            takeOne();
        return std::move(m_spans);
    }

private:
    void takeOne() {
        if (m_scanner.isAt('(') || m_scanner.isAt(')')) {
            m_isInSet = m_scanner.isAt('(') && m_isValueDue;
            m_isValueDue = false;
            return take(FilterSpan::Kind::Sign, 1);
        }
        if (m_scanner.isAt('"'))
            return takeQuoted();
        const bool isValue = m_isInSet || m_isValueDue;
        if (!isValue && m_scanner.isAt('-') && m_scanner.rest().size() > 1)
            return take(FilterSpan::Kind::Sign, 1);
        if (!isValue && m_scanner.keyword())
            return take(FilterSpan::Kind::Keyword, m_scanner.wordLength());
        if (const auto name = isValue ? 0 : m_scanner.conditionNameLength(); name > 0)
            return takeField(name);
        m_isValueDue = false;
        take(isValue ? FilterSpan::Kind::Value : FilterSpan::Kind::Words,
             std::max<std::size_t>(1, m_scanner.wordLength()));
    }

    void takeField(std::size_t name) {
        take(FilterSpan::Kind::Field, name);
        const auto first = m_scanner.position();
        m_scanner.takeOperator();
        m_spans.push_back({FilterSpan::Kind::Sign, {first, m_scanner.position() - first}});
        m_isValueDue = true;
    }

    void takeQuoted() {
        const auto first = m_scanner.position();
        static_cast<void>(m_scanner.takeQuoted());
        m_spans.push_back({FilterSpan::Kind::Value, {first, m_scanner.position() - first}});
        m_isValueDue = false;
    }

    void take(FilterSpan::Kind kind, std::size_t length) {
        m_spans.push_back({kind, {m_scanner.position(), length}});
        m_scanner.advance(length);
    }

    FilterScanner m_scanner;
    std::vector<FilterSpan> m_spans;
    bool m_isValueDue = false; ///< an operator has just been read
    bool m_isInSet = false;    ///< inside field:( … )
};

} // namespace

std::vector<FilterSpan> filterSpans(std::string_view text) {
    return SpanReader(text).read();
}

} // namespace muniment
