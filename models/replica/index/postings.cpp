#include "models/replica/index/postings.h"

#include "models/replica/index/varint.h"
#include "models/replica/sqlite.h"

namespace muniment {

void failIndexRow(const char* what) {
    throw sqlite::Failure(Error{ErrorCode::FileCorrupt, what, {{"table", "index"}}});
}

bool Places::ascend() const {
    for (std::size_t i = 1; i < count(); ++i)
        if ((*this)[i] <= (*this)[i - 1])
            return false;
    return true;
}

void CodePostingsBody::append(std::uint64_t value, Places places) {
    const bool hasSeveral = places.count() > 1;
    appendVarint(m_bytes, (value - m_last) << 1 | (hasSeveral ? 1 : 0));
    if (hasSeveral)
        appendVarint(m_bytes, places.count());
    m_bytes.append(places.bytes());
    m_last = value;
}

bool CodePostingsReader::next() {
    if (m_rest.empty())
        return false;
    const auto head = takeVarint(m_rest);
    if (!head || (*head >> 1 == 0 && !m_isFirst))
        failIndexRow("values of the index do not ascend");
    std::uint64_t count = 1;
    if ((*head & 1) != 0) {
        const auto several = takeVarint(m_rest);
        if (!several || *several < 2 || *several > 65'536)
            failIndexRow("an impossible number of places");
        count = *several;
    }
    if (m_rest.size() < 2 * count)
        failIndexRow("a row of the index ends early");
    m_posting.value += *head >> 1;
    m_posting.places = Places(m_rest.substr(0, 2 * count));
    m_rest.remove_prefix(2 * count);
    m_isFirst = false;
    return true;
}

Postings<std::uint64_t> readCodePostings(std::string_view bytes) {
    Postings<std::uint64_t> postings;
    CodePostingsReader reader(bytes);
    while (reader.next()) {
        if (!reader.posting().places.ascend())
            failIndexRow("places of the index do not ascend");
        postings.push_back(reader.posting());
    }
    return postings;
}

} // namespace muniment
