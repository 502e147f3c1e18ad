#include "tests/timeline/filter_mutations.h"

#include <array>

namespace muniment::test {

namespace {

constexpr std::array<const char*, 14> kGood{
    "",
    "type:user.human.* tenant:\"Acme AG\" actor:ann@acme.example outcome:failure",
    "ip:10.0.0.0/8 region:eu-west-1 after:2026-03-01 before:-30d",
    "payload.roleKeys:admin \"free words\"",
    "type:(a b \"c d\") or -(x and not y)",
    "seq>=5 recorded>2026-03-01T10:00 occurred <= -2h",
    "payload.\"odd key\".x",
    "payload.\"odd: key.x\"!=null",
    "id:0190a1b2-0000-7000-8000-000000000001",
    "ip:2001:db8::/32 network:\"2001:db8::/32\"",
    "mark:(sequence.hole event.repeated) mark:sequence.*",
    "\"say \\\"hi\\\" C:\\\\dir\" https://acme.example/?a=b",
    "((a or b) (c or d)) or e",
    "user:Müller lock* 2026-03-01T10:00"};

constexpr std::array<const char*, 36> kPieces{
    "(",      ")",     "\"",    "\\",   ":",        "=",    "<",     ">",      "!=",
    "-",      "*",     " ",     "and ", " or ",     "not ", "type:", "seq>",   "payload.",
    "after:", "ip:",   "\\\"",  "\n",   "\xC2\xA0", "\xFF", "\xE2",  "\u202e", "9999999999999999999",
    "-30d",   "mark:", "tpye:", "://",  "ä",        "\"\"", ":(",    "==",     ":>"};

std::string repeated(const std::string& piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        text += piece;
    return text;
}

} // namespace

std::string FilterMutations::next() {
    std::string text = kGood[below(kGood.size())];
    if (below(3) == 0)
        text += std::string(below(2) == 0 ? " " : " or ") + kGood[below(kGood.size())];
    for (std::size_t changes = below(4); changes > 0; --changes)
        mutate(text);
    return text;
}

void FilterMutations::mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    switch (below(6)) {
    case 0:
        text.insert(at, kPieces[below(kPieces.size())]);
        break;
    case 1:
        text.erase(at, below(4) + 1);
        break;
    case 2:
        text.insert(at, 1, static_cast<char>(below(256)));
        break;
    case 3:
        text.insert(at, text.substr(below(text.size() + 1), below(20)));
        break;
    case 4:
        if (!text.empty())
            text[below(text.size())] = static_cast<char>(below(128));
        break;
    default:
        text.resize(at);
        break;
    }
}

std::vector<std::string> hostileFilters() {
    std::vector<std::string> texts{"'; DROP TABLE events; --",
                                   "1 OR 1=1",
                                   "\" OR \"\"=\"",
                                   "x' UNION SELECT payload FROM events WHERE 'a'='a",
                                   "type:\"user' OR 'a'='a\"",
                                   "NEAR(a b, 5) OR col:a* NOT \"b",
                                   "{a b} : c ^d",
                                   "tenant:${jndi:ldap://x}",
                                   "%s%n%x",
                                   "\xE2\x80\xAE\x65pyt:x \xE2\x81\xA6",
                                   std::string("type:\0 \0", 8),
                                   std::string("\0", 1),
                                   "\xFF\xFE",
                                   "\xED\xA0\x80",
                                   "\xF4\x90\x80\x80",
                                   std::string(1 << 20, 'a'),
                                   std::string(1 << 20, '\xFF'),
                                   repeated("type:a or ", 100'000)};
    for (const char* piece : {"(", ")", "-", "not ", "-(", "\"", "\\", "a or (", "type:(", "payload.", "*", " ",
                              "a:", "\xC2\xA0", "!=", "payload.\"", "seq >"})
        for (const std::size_t count : {64U, 65U, 3'000U, 100'000U})
            texts.push_back(repeated(piece, count));
    return texts;
}

} // namespace muniment::test
