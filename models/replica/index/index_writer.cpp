#include "models/replica/index/index_writer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace muniment {

namespace {

/// A column with codes in place of values.
struct CodeColumn {
    const std::vector<std::uint32_t>* numberOf = nullptr;
    std::vector<std::uint64_t> codes;    ///< by number
    std::vector<std::uint32_t> byCode{}; ///< numbers in order of their codes

    CodeColumn(const std::vector<std::uint32_t>& numbers, std::vector<std::uint64_t> codesOfNumbers)
        : numberOf(&numbers),
          codes(std::move(codesOfNumbers)),
          byCode(codes.size()) {
        std::iota(byCode.begin(), byCode.end(), 0U);
        std::sort(byCode.begin(), byCode.end(), [&](std::uint32_t a, std::uint32_t b) { return codes[a] < codes[b]; });
    }
};

template <class Value, class CodeOf>
CodeColumn coded(const BatchColumn<Value>& column, CodeOf&& codeOf) {
    std::vector<std::uint64_t> codes;
    codes.reserve(column.values.size());
    for (const Value& value : column.values)
        codes.push_back(static_cast<std::uint64_t>(codeOf(value)));
    return {column.numberOf, std::move(codes)};
}

/// By counting: for each value its events, ascending.
OwnPostings<std::uint64_t> postingsOf(const CodeColumn& column, std::size_t begin, std::size_t end,
                                      std::uint16_t firstPlace) {
    constexpr std::uint32_t kNone = BatchColumn<std::string>::kNone;
    const auto& numberOf = *column.numberOf;
    std::vector<std::uint32_t> nextOf(column.codes.size());
    for (std::size_t i = begin; i < end; ++i)
        if (numberOf[i] != kNone)
            ++nextOf[numberOf[i]];
    OwnPostings<std::uint64_t> own;
    std::uint32_t total = 0;
    for (const std::uint32_t number : column.byCode)
        total += std::exchange(nextOf[number], total);
    own.places.resize(total);
    for (std::size_t i = begin; i < end; ++i)
        if (numberOf[i] != kNone)
            own.places[nextOf[numberOf[i]]++] = static_cast<std::uint16_t>(firstPlace + (i - begin));
    std::uint32_t first = 0;
    for (const std::uint32_t number : column.byCode) {
        const std::uint32_t last = nextOf[number];
        if (last > first)
            own.postings.push_back({column.codes[number], Places(std::span(own.places).subspan(first, last - first))});
        first = last;
    }
    return own;
}

OwnPostings<std::string_view> postingsOf(const BatchWords& words, std::size_t begin, std::size_t end,
                                         std::uint16_t firstPlace) {
    OwnPostings<std::string_view> own;
    std::vector<std::size_t> ends;
    for (const BatchWords::Word& word : words.words()) {
        const auto events = words.eventsOf(word);
        auto event = std::lower_bound(events.begin(), events.end(), begin);
        const std::size_t before = own.places.size();
        for (; event != events.end() && *event < end; ++event)
            own.places.push_back(static_cast<std::uint16_t>(firstPlace + (*event - begin)));
        if (own.places.size() == before)
            continue;
        own.postings.push_back({word.term, {}});
        ends.push_back(own.places.size());
    }
    std::size_t first = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) { // only now the places stay where they are
        own.postings[i].places = Places(std::span(own.places).subspan(first, ends[i] - first));
        first = ends[i];
    }
    return own;
}

/// One value a bit; few events have any.
OwnPostings<std::uint64_t> postingsOfMarks(std::span<const std::uint8_t> marks, std::uint16_t firstPlace) {
    std::array<std::vector<std::uint16_t>, 8> byBit;
    for (std::size_t i = 0; i < marks.size(); ++i)
        for (unsigned rest = marks[i]; rest != 0; rest &= rest - 1)
            byBit[static_cast<std::size_t>(std::countr_zero(rest))].push_back(
                static_cast<std::uint16_t>(firstPlace + i));
    OwnPostings<std::uint64_t> own;
    for (const auto& places : byBit)
        own.places.insert(own.places.end(), places.begin(), places.end());
    std::size_t first = 0;
    for (std::size_t bit = 0; bit < byBit.size(); ++bit) {
        if (!byBit[bit].empty())
            own.postings.push_back(
                {std::uint64_t{1} << bit, Places(std::span(own.places).subspan(first, byBit[bit].size()))});
        first += byBit[bit].size();
    }
    return own;
}

} // namespace

struct IndexWriter::Columns {
    std::vector<std::pair<Facet, CodeColumn>> facets;
    std::vector<std::pair<IndexKey, CodeColumn>> keys;
    std::span<const std::uint8_t> marks;
    const BatchWords* words = nullptr; ///< nullptr: the file has none
};

IndexWriter::IndexWriter(sqlite3* db, Dictionaries& dictionaries, Addresses& addresses, bool hasWords,
                         std::string_view prefix)
    : m_dictionaries(dictionaries),
      m_addresses(addresses),
      m_hasWords(hasWords),
      m_openChunks(db, indexSql("index_deltas", prefix)),
      m_rows(db, prefix) {}

IndexWriter::Columns IndexWriter::columnsOf(const BatchTraits& traits, const IndexedCodes& codes) {
    Columns columns;
    for (const Facet facet : kFacets) {
        if (facet == Facet::Mark)
            continue;
        columns.facets.emplace_back(facet, coded(traits.facet(facet), [&](const std::string& text) {
                                        return facet == Facet::Tenant ? m_dictionaries.tenant(TenantId(text))
                                                                      : m_dictionaries.word(text);
                                    }));
    }
    columns.keys.emplace_back(IndexKey::Actor, CodeColumn(codes.actorOf, {codes.actors.begin(), codes.actors.end()}));
    columns.keys.emplace_back(IndexKey::Aggregate,
                              CodeColumn(codes.aggregateOf, {codes.aggregates.begin(), codes.aggregates.end()}));
    columns.keys.emplace_back(IndexKey::Address, coded(traits.addresses(), [&](const std::string& address) {
                                  return m_addresses.codeOf(address);
                              }));
    columns.keys.emplace_back(IndexKey::Correlation,
                              coded(traits.correlations(), [](std::uint64_t fingerprint) { return fingerprint; }));
    columns.marks = codes.marks;
    columns.words = m_hasWords ? &traits.words() : nullptr;
    return columns;
}

void IndexWriter::write(EventNumber first, const BatchTraits& traits, const IndexedCodes& codes) {
    const auto count = static_cast<std::int64_t>(traits.eventCount());
    if (first.run() > kMostIndexedRun || first.ordinal() + count > kMostIndexedOrdinal)
        throw sqlite::Failure(Error{ErrorCode::FileError, "the file holds as many runs or events as it can", {}});
    const Columns columns = columnsOf(traits, codes);
    for (std::int64_t begin = 0; begin < count;) {
        const std::int64_t ordinal = first.ordinal() + begin;
        const std::int64_t end = std::min(count, begin + kChunkSize - placeInChunk(ordinal));
        Stretch stretch{first.run(), ordinal, first.ordinal() + end - 1, {}};
        stretch.joined = m_openChunks.take(stretch.run, stretch.firstOrdinal, stretch.lastOrdinal);
        writeStretch(stretch, columns, static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
        begin = end;
    }
}

void IndexWriter::writeStretch(const Stretch& stretch, const Columns& columns, std::size_t begin, std::size_t end) {
    const std::uint16_t firstPlace = placeInChunk(stretch.firstOrdinal);
    for (const auto& [facet, column] : columns.facets)
        m_rows.writeFacet(stretch, facet, postingsOf(column, begin, end, firstPlace));
    m_rows.writeFacet(stretch, Facet::Mark, postingsOfMarks(columns.marks.subspan(begin, end - begin), firstPlace));
    for (const auto& [key, column] : columns.keys)
        m_rows.writeKey(stretch, key, postingsOf(column, begin, end, firstPlace));
    if (columns.words)
        m_rows.writeWords(stretch, postingsOf(*columns.words, begin, end, firstPlace));
}

} // namespace muniment
