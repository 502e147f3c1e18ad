#include "ui/filter/filter_highlighter.h"

#include "models/items/filter_spans.h"
#include "ui/look/tones.h"

namespace muniment {

namespace {

QTextCharFormat formatOf(FilterSpan::Kind kind) {
    const auto& t = tones();
    QTextCharFormat format;
    switch (kind) {
    case FilterSpan::Kind::Field:
        format.setForeground(t.filterField);
        break;
    case FilterSpan::Kind::Value:
        format.setForeground(t.filterValue);
        break;
    case FilterSpan::Kind::Keyword:
        format.setForeground(t.filterWord);
        format.setFontWeight(QFont::DemiBold);
        break;
    case FilterSpan::Kind::Sign:
        format.setForeground(t.quiet);
        break;
    case FilterSpan::Kind::Words:
        format.setForeground(t.text);
        break;
    }
    return format;
}

} // namespace

void FilterHighlighter::setError(std::optional<TextRange> range) {
    if (m_error == range)
        return;
    m_error = range;
    rehighlight();
}

void FilterHighlighter::highlightBlock(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    const std::string_view utf8(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    // Most filters are ASCII, where a byte is a character.
    const bool isAscii = bytes.size() == text.size();
    const auto positionOf = [&](std::size_t byte) {
        const auto at = static_cast<qsizetype>(std::min(byte, utf8.size()));
        return static_cast<int>(isAscii ? at : QString::fromUtf8(bytes.left(at)).size());
    };
    // Text beyond what the language accepts is an error as a whole.
    if (utf8.size() <= kMaxFilterBytes) {
        for (const FilterSpan& span : filterSpans(utf8)) {
            const int first = positionOf(span.range.first);
            setFormat(first, positionOf(span.range.first + span.range.length) - first, formatOf(span.kind));
        }
    }
    if (!m_error || text.isEmpty())
        return;
    const int first = std::min(positionOf(m_error->first), static_cast<int>(text.size()) - 1);
    const int end = std::max(first + 1, positionOf(m_error->first + m_error->length));
    for (int at = first; at < end && at < text.size(); ++at) {
        QTextCharFormat marked = format(at);
        marked.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        marked.setUnderlineColor(tones().bad);
        setFormat(at, 1, marked);
    }
}

} // namespace muniment
