#include "models/timeline/filter/completion_place.h"

#include "models/timeline/filter/filter_fields.h"
#include "models/timeline/filter/filter_scanner.h"

#include <algorithm>

namespace muniment {

namespace {

/// Goes from condition to condition until it comes to the one that holds the cursor.
class PlaceFinder {
public:
    PlaceFinder(std::string_view text, std::size_t cursor)
        : m_text(text),
          m_cursor(std::min(cursor, text.size())),
          m_scanner(text) {}

    [[nodiscard]] CompletionPlace find() {
        for (;;) {
            m_scanner.skipBlanks();
            if (m_scanner.isAtEnd() || m_scanner.position() > m_cursor)
                return nothingTyped(m_cursor);
            if (m_scanner.isAt('(') || m_scanner.isAt(')')) {
                m_scanner.advance(1);
                continue;
            }
            m_first = m_scanner.position();
            while (m_scanner.isAt('-'))
                m_scanner.advance(1);
            if (readCondition()) {
                m_place.condition = {m_first, m_scanner.position() - m_first};
                return m_place;
            }
        }
    }

private:
    [[nodiscard]] bool isCursorIn(std::size_t first) const {
        return first <= m_cursor && m_cursor <= m_scanner.position();
    }

    [[nodiscard]] static CompletionPlace nothingTyped(std::size_t at) {
        CompletionPlace place;
        place.replaced = place.condition = {at, 0};
        return place;
    }

    /// True when the cursor is in it.
    bool readCondition() {
        const std::size_t first = m_scanner.position();
        const std::size_t length = m_scanner.conditionNameLength();
        const auto name = m_scanner.rest().substr(0, length);
        if (length == 0) {
            readValueText();
            if (!isCursorIn(first))
                return false;
            m_place.typed = typedFrom(first);
            m_place.replaced = {first, m_scanner.position() - first};
            return true;
        }
        m_scanner.advance(length);
        const bool isInName = isCursorIn(first);
        m_scanner.takeOperator();
        const bool isInSign = m_cursor < m_scanner.position() && !isInName && m_cursor > first;
        readValues(name);
        if (isInName || isInSign) {
            m_place = {};
            m_place.hasOperator = true;
            m_place.typed = m_text.substr(first, std::min(m_cursor - first, length));
            m_place.replaced = {first, length};
            return true;
        }
        return isCursorIn(m_first) && m_place.kind == CompletionPlace::Kind::Value;
    }

    void readValues(std::string_view name) {
        if (!m_scanner.isAt('(')) {
            readValue(name, false);
            return;
        }
        m_scanner.advance(1);
        for (;;) {
            const std::size_t gap = m_scanner.position();
            m_scanner.skipBlanks();
            const bool isInValue = m_place.kind == CompletionPlace::Kind::Value;
            if (!isInValue && m_cursor >= gap &&
                (m_cursor < m_scanner.position() || m_scanner.isAtEnd() || m_scanner.isAt(')')) &&
                m_cursor <= m_scanner.position())
                take(name, m_cursor, m_cursor, true);
            if (m_scanner.isAtEnd() || m_scanner.isAt('('))
                return;
            if (m_scanner.isAt(')'))
                return m_scanner.advance(1);
            readValue(name, true);
        }
    }

    void readValue(std::string_view name, bool isInSet) {
        const std::size_t first = m_scanner.position();
        readValueText();
        if (isCursorIn(first))
            take(name, first, m_scanner.position(), isInSet);
    }

    void readValueText() {
        if (m_scanner.isAt('"'))
            (void)m_scanner.takeQuoted();
        else
            m_scanner.advance(m_scanner.wordLength());
    }

    void take(std::string_view name, std::size_t first, std::size_t end, bool isInSet) {
        m_place.kind = CompletionPlace::Kind::Value;
        m_place.isInSet = isInSet;
        m_place.replaced = {first, end - first};
        m_place.typed = typedFrom(first);
        if (isEqualAnyCase(name.substr(0, kPayloadPrefix.size()), kPayloadPrefix)) {
            m_place.field = FilterField::Payload;
            m_place.path = name.substr(kPayloadPrefix.size());
        } else {
            m_place.field = filterFieldOf(name).value_or(FilterField::Words);
        }
    }

    [[nodiscard]] std::string typedFrom(std::size_t first) const {
        const auto typed = m_text.substr(first, m_cursor - first);
        if (!typed.starts_with('"'))
            return std::string(typed);
        const std::string closed = std::string(typed) + '"';
        FilterScanner inside(closed);
        return inside.takeQuoted().value_or(std::string(typed.substr(1)));
    }

    std::string_view m_text;
    std::size_t m_cursor;
    FilterScanner m_scanner;
    std::size_t m_first = 0;
    CompletionPlace m_place;
};

} // namespace

CompletionPlace completionPlaceOf(std::string_view text, std::size_t cursor) {
    return PlaceFinder(text, cursor).find();
}

FilterNode filterBeside(std::string_view text, const CompletionPlace& place) {
    std::string rest(text.substr(0, place.condition.first));
    rest += ' ';
    rest += text.substr(place.condition.first + place.condition.length);
    return parseFilter(rest).filter.value_or(FilterNode{FilterAnd{}, {}});
}

} // namespace muniment
