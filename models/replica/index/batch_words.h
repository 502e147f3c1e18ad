// The words of a batch's events: each word once, and the events that have it. Made off the writer's thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

class BatchWords {
public:
    /// Events ascend; false when the event has the word already. The bytes of `word` are copied.
    bool add(std::uint32_t event, std::string_view word);
    /// Puts them in order; once, when all are added.
    void sort();

    struct Word {
        std::string_view term;            ///< see packedTerm()
        std::uint32_t begin = 0, end = 0; ///< of its events
    };

    /// Ascending by term.
    [[nodiscard]] const std::vector<Word>& words() const { return m_words; }

    /// Ascending.
    [[nodiscard]] std::span<const std::uint32_t> eventsOf(const Word& word) const {
        return std::span(m_events).subspan(word.begin, word.end - word.begin);
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = kFree;
    };

    struct Term {
        std::size_t begin;
        std::uint32_t size;
        std::uint32_t lastEvent;
        std::uint32_t count;
    };

    static constexpr std::uint32_t kFree = UINT32_MAX;

    [[nodiscard]] std::uint32_t numberOf(std::string_view term);

    [[nodiscard]] std::string_view textOf(const Term& term) const {
        return std::string_view(m_texts).substr(term.begin, term.size);
    }

    void grow();

    std::string m_texts;
    std::vector<Term> m_terms;
    std::vector<Slot> m_slots = std::vector<Slot>(1'024);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_pairs; ///< term, event, as they came
    std::vector<Word> m_words;
    std::vector<std::uint32_t> m_events;
};

} // namespace muniment
