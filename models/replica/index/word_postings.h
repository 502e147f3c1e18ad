// Postings by word, as the bytes of a row.
#pragma once

#include "models/replica/index/postings.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// A word as rows hold it: its own bytes, or, of a UUID, the byte 1 and its sixteen.
class PackedTerm {
public:
    explicit PackedTerm(std::string_view word);

    [[nodiscard]] std::string_view view() const { return m_view; }

    /// Of a UUID, rather than a word's own bytes.
    [[nodiscard]] static bool isPacked(std::string_view term) { return term.size() == 17 && term.front() == kUuidMark; }

private:
    static constexpr char kUuidMark = 1; ///< no token begins so

    std::array<char, 17> m_bytes{};
    std::string_view m_view;
};

/// The word itself.
[[nodiscard]] std::string unpackedTerm(std::string_view term);
/// Which of the 256 rows of a chunk holds the term: four bits of its first character and four of its second, so that
/// a beginning of one character is looked for in 16 rows that lie together, a longer one in one.
[[nodiscard]] std::int64_t bucketOfTerm(std::string_view term);

/// A frequent word's places lie in a container of their own, from this number of them on.
constexpr std::size_t kFewestInContainer = 257;
constexpr std::int64_t kMostWordContainers = 65'536; ///< of a chunk

/// Bytes of postings: for each term, ascending, varints of the number of bytes that it shares with the one before and
/// of those it adds; these; a varint of the number of places; they. Number 0: a varint of its container follows.
class WordPostingsBody {
public:
    void append(std::string_view term, Places places);
    void appendContainer(std::string_view term, std::int64_t number);

    [[nodiscard]] const std::string& bytes() const& { return m_bytes; }

    [[nodiscard]] std::string bytes() && { return std::move(m_bytes); }

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }

private:
    void appendTerm(std::string_view term);

    std::string m_bytes;
    std::string m_last;
};

/// Walks such bytes; throws FileCorrupt for bytes that no writer made.
class WordPostingsReader {
public:
    explicit WordPostingsReader(std::string_view bytes) : m_rest(bytes) {}

    /// False: that was the last one.
    [[nodiscard]] bool next();

    /// Valid until the next.
    [[nodiscard]] std::string_view term() const { return m_term; }

    [[nodiscard]] Places places() const { return m_places; }

    /// Where its places lie instead.
    [[nodiscard]] std::optional<std::int64_t> container() const { return m_container; }

private:
    [[nodiscard]] std::uint64_t take();

    std::string_view m_rest;
    std::string m_term;
    Places m_places;
    std::optional<std::int64_t> m_container;
    bool m_isFirst = true;
};

/// All of them, of a row without containers; places checked. The places are views into `bytes`, the terms into `terms`,
/// which is overwritten.
[[nodiscard]] Postings<std::string_view> readWordPostings(std::string_view bytes, std::string& terms);

} // namespace muniment
