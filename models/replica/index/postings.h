// Postings: which of a chunk's events have a value. In memory, and as the bytes of a row.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

static_assert(std::endian::native == std::endian::little, "rows hold ordinals lowest byte first");

/// Places in a chunk as a row holds them: two bytes each, lowest first, ascending. The view owns nothing.
class Places {
public:
    Places() = default;

    explicit Places(std::string_view bytes) : m_bytes(bytes) {}

    explicit Places(std::span<const std::uint16_t> places)
        : m_bytes(reinterpret_cast<const char*>(places.data()), places.size_bytes()) {}

    [[nodiscard]] std::size_t count() const { return m_bytes.size() / 2; }

    [[nodiscard]] std::uint16_t operator[](std::size_t i) const {
        std::uint16_t place = 0;
        std::memcpy(&place, m_bytes.data() + 2 * i, sizeof place);
        return place;
    }

    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

    /// Strictly; what every reader asks of rows that may come from elsewhere.
    [[nodiscard]] bool ascend() const;

private:
    std::string_view m_bytes;
};

template <class Value>
struct Posting {
    Value value{};
    Places places;
};

/// Ascending by value; where a value comes several times, its places ascend from one to the next.
template <class Value>
using Postings = std::vector<Posting<Value>>;

/// Postings with the memory of their places.
template <class Value>
struct OwnPostings {
    std::vector<std::uint16_t> places;
    Postings<Value> postings;
};

/// Of stretches that follow each other in the run.
template <class Value>
[[nodiscard]] Postings<Value> merged(std::vector<Postings<Value>> parts) {
    const auto isBefore = [](const Posting<Value>& a, const Posting<Value>& b) { return a.value < b.value; };
    while (parts.size() > 1) {
        std::vector<Postings<Value>> halves;
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            Postings<Value>& both = halves.emplace_back(parts[i].size() + parts[i + 1].size());
            std::merge(parts[i].begin(), parts[i].end(), parts[i + 1].begin(), parts[i + 1].end(), both.begin(),
                       isBefore);
        }
        if (parts.size() % 2 == 1)
            halves.push_back(std::move(parts.back()));
        parts = std::move(halves);
    }
    return parts.empty() ? Postings<Value>() : std::move(parts.front());
}

/// Calls take(value, places) for each value once, places of equal values joined.
template <class Value, class Take>
void forEachValue(const Postings<Value>& postings, Take&& take) {
    std::string joined;
    for (std::size_t i = 0; i < postings.size();) {
        std::size_t end = i + 1;
        while (end < postings.size() && postings[end].value == postings[i].value)
            ++end;
        if (end == i + 1) {
            take(postings[i].value, postings[i].places);
        } else {
            joined.clear();
            for (std::size_t part = i; part < end; ++part)
                joined.append(postings[part].places.bytes());
            take(postings[i].value, Places(joined));
        }
        i = end;
    }
}

/// Bytes of postings by code: for each value its difference to the one before, doubled, plus one where a number of
/// places follows; then the places.
class CodePostingsBody {
public:
    /// Values must ascend.
    void append(std::uint64_t value, Places places);

    [[nodiscard]] const std::string& bytes() const& { return m_bytes; }

    [[nodiscard]] std::string bytes() && { return std::move(m_bytes); }

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }

private:
    std::string m_bytes;
    std::uint64_t m_last = 0;
};

/// Walks such bytes. Throws sqlite::Failure with FileCorrupt for bytes that no writer made; whether the places ascend
/// is for who uses them to ask.
class CodePostingsReader {
public:
    explicit CodePostingsReader(std::string_view bytes) : m_rest(bytes) {}

    /// False: that was the last one.
    [[nodiscard]] bool next();

    [[nodiscard]] const Posting<std::uint64_t>& posting() const { return m_posting; }

private:
    std::string_view m_rest;
    Posting<std::uint64_t> m_posting;
    bool m_isFirst = true;
};

/// All of them, places checked. The views are into `bytes`.
[[nodiscard]] Postings<std::uint64_t> readCodePostings(std::string_view bytes);

/// Throws FileCorrupt with `what` as its detail.
[[noreturn]] void failIndexRow(const char* what);

} // namespace muniment
