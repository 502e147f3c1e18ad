// Texts that somebody types, pastes or writes past us: the deciders' rules for names, and the codecs, meet all of them.
#pragma once

#include <string>
#include <vector>

namespace muniment::test {

struct HostileText {
    const char* what;
    std::string text;
    bool isName = false; ///< may be somebody's name all the same
};

inline std::vector<HostileText> hostileTexts() {
    return {
        {"10,000 characters", std::string(10'000, 'x')},
        {"NUL within", std::string("a\0b", 3)},
        {"a line break", "a\nb"},
        {"a lone carriage return", "a\rb"},
        {"an escape sequence", "\x1b[31mred"},
        {"lone blanks", " \t "},
        {"blanks nobody sees", "\u00a0\u2003\u3000"},
        {"zero width only", "\u200b\u200d\ufeff"},
        {"not UTF-8", "a\xff"},
        {"an overlong slash", "\xc0\xaf"},
        {"a surrogate in UTF-8", "\xed\xa0\x80"},
        {"a line separator", "a\u2028b"},
        {"bidi override", "x\u202eexe.txt", true},
        {"markup", "<b onclick=\"x()\">&amp;</b>", true},
        {"SQL", "'; DROP TABLE events; --", true},
        {"JSON", "\"},{\"a\":[", true},
        {"a format", "%s%n%1$s", true},
        {"beyond the basic plane", "\U0001F468\u200D\U0001F469", true},
        {"combining marks", "Z\u0351\u036B\u0343a\u0327", true},
        {"a path", "../../etc/passwd", true},
    };
}

} // namespace muniment::test
