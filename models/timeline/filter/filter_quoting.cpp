#include "models/timeline/filter/filter_quoting.h"

#include "models/timeline/filter/filter_scanner.h"
#include "models/timeline/filter/filter_text.h"

namespace muniment {

bool needsQuotes(std::string_view text, TextPlace place) {
    FilterScanner scanner(text);
    if (text.empty() || scanner.wordLength() < text.size())
        return true;
    switch (place) {
    case TextPlace::FreeWord:
        return text.front() == '-' || scanner.isAtOperator() || filterKeyword(text).has_value() ||
               scanner.conditionNameLength() > 0;
    case TextPlace::Value:
        return scanner.isAtComparison();
    case TextPlace::ValueInSet:
        return scanner.isAtComparison() || filterKeyword(text).has_value();
    case TextPlace::PayloadPath:
        return scanner.pathLength() < text.size();
    }
    return true;
}

void appendQuoted(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isLast = at + 1 == text.size();
        // A backslash is one wherever it could not be taken for an escape.
        if (text[at] == '"' || (text[at] == '\\' && (isLast || text[at + 1] == '"' || text[at + 1] == '\\')))
            out += '\\';
        out += text[at];
    }
    out += '"';
}

} // namespace muniment
