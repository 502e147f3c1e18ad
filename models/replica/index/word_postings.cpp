#include "models/replica/index/word_postings.h"

#include "models/replica/index/tokenizer.h"
#include "models/replica/index/varint.h"

namespace muniment {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

unsigned nibble(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

} // namespace

PackedTerm::PackedTerm(std::string_view word) : m_view(word) {
    if (!isLowerUuid(word))
        return;
    m_bytes[0] = kUuidMark;
    std::size_t at = 1;
    for (std::size_t i = 0; i < word.size(); i += 2) {
        if (word[i] == '-')
            ++i;
        m_bytes[at++] = static_cast<char>(nibble(word[i]) << 4 | nibble(word[i + 1]));
    }
    m_view = {m_bytes.data(), m_bytes.size()};
}

std::string unpackedTerm(std::string_view term) {
    if (!PackedTerm::isPacked(term))
        return std::string(term);
    std::string word;
    for (std::size_t i = 1; i < term.size(); ++i) {
        if (i == 5 || i == 7 || i == 9 || i == 11)
            word.push_back('-');
        const auto byte = static_cast<unsigned char>(term[i]);
        word.push_back(kHex[byte >> 4]);
        word.push_back(kHex[byte & 15U]);
    }
    return word;
}

std::int64_t bucketOfTerm(std::string_view term) {
    unsigned char first = term.empty() ? 0 : static_cast<unsigned char>(term[0]);
    unsigned char second = term.size() < 2 ? 0 : static_cast<unsigned char>(term[1]);
    if (PackedTerm::isPacked(term)) {
        const unsigned char byte = second;
        first = static_cast<unsigned char>(kHex[byte >> 4]);
        second = static_cast<unsigned char>(kHex[byte & 15U]);
    }
    return (first & 15) << 4 | (second & 15);
}

void WordPostingsBody::appendTerm(std::string_view term) {
    const auto shared = static_cast<std::size_t>(
        std::mismatch(m_last.begin(), m_last.end(), term.begin(), term.end()).second - term.begin());
    appendVarint(m_bytes, shared);
    appendVarint(m_bytes, term.size() - shared);
    m_bytes.append(term.substr(shared));
    m_last.assign(term);
}

void WordPostingsBody::append(std::string_view term, Places places) {
    appendTerm(term);
    appendVarint(m_bytes, places.count());
    m_bytes.append(places.bytes());
}

void WordPostingsBody::appendContainer(std::string_view term, std::int64_t number) {
    appendTerm(term);
    appendVarint(m_bytes, 0);
    appendVarint(m_bytes, static_cast<std::uint64_t>(number));
}

std::uint64_t WordPostingsReader::take() {
    const auto value = takeVarint(m_rest);
    if (!value)
        failIndexRow("a row of words ends early");
    return *value;
}

bool WordPostingsReader::next() {
    if (m_rest.empty())
        return false;
    const std::uint64_t shared = take();
    const std::uint64_t added = take();
    if (shared > m_term.size() || added == 0 || added > kLongestToken || added > m_rest.size())
        failIndexRow("a row of words holds an impossible word");
    const std::string_view suffix = m_rest.substr(0, added);
    if (!m_isFirst && std::string_view(m_term).substr(shared) >= suffix)
        failIndexRow("words of the index do not ascend");
    m_term.resize(shared);
    m_term.append(suffix);
    m_rest.remove_prefix(added);
    m_isFirst = false;
    const std::uint64_t count = take();
    if (count == 0) {
        const std::uint64_t number = take();
        if (number >= static_cast<std::uint64_t>(kMostWordContainers))
            failIndexRow("a row of words names an impossible container");
        m_container = static_cast<std::int64_t>(number);
        m_places = {};
        return true;
    }
    if (count > 65'536 || m_rest.size() < 2 * count)
        failIndexRow("a row of words ends early");
    m_container.reset();
    m_places = Places(m_rest.substr(0, 2 * count));
    m_rest.remove_prefix(2 * count);
    return true;
}

Postings<std::string_view> readWordPostings(std::string_view bytes, std::string& terms) {
    Postings<std::string_view> postings;
    WordPostingsReader reader(bytes);
    std::vector<std::size_t> ends;
    terms.clear();
    while (reader.next()) {
        if (reader.container() || !reader.places().ascend())
            failIndexRow("a stretch of words is none");
        terms.append(reader.term());
        ends.push_back(terms.size());
        postings.push_back({{}, reader.places()});
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) { // only now the terms stay where they are
        postings[i].value = std::string_view(terms).substr(begin, ends[i] - begin);
        begin = ends[i];
    }
    return postings;
}

} // namespace muniment
