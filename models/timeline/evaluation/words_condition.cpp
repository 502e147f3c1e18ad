#include "models/replica/index/tokenizer.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/index_conditions.h"

#include <SQLiteCpp/Database.h>

namespace muniment {

namespace {

/// One value: all its tokens occur, in any order; the last may only be begun.
struct Words {
    std::vector<std::string> tokens;
    bool isLastBegun = false;
};

class WordsCondition final : public Condition {
public:
    WordsCondition(EventIndex& index, std::vector<Words> anyOfThese)
        : m_index(index),
          m_anyOfThese(std::move(anyOfThese)) {}

    [[nodiscard]] Cost cost() const override { return Cost::Words; }

    [[nodiscard]] Roaring matches(const RunRecord& run, const Roaring& among) override {
        Roaring found;
        for (const Words& words : m_anyOfThese) {
            Roaring left = among;
            for (std::size_t i = 0; i < words.tokens.size() && !left.isEmpty(); ++i)
                left &= m_index.word(run.run, words.tokens[i], words.isLastBegun && i + 1 == words.tokens.size());
            found |= left;
        }
        return found;
    }

private:
    EventIndex& m_index;
    std::vector<Words> m_anyOfThese;
};

/// Why no words are found: the file keeps none, or it has not taken all of them in yet.
sqlite::Failure lackOfWords(Snapshot& snapshot) {
    if (wantsWordIndex(snapshot.database().getHandle()))
        return sqlite::Failure(Error{ErrorCode::InvalidInput,
                                     "this file's index of words is not complete",
                                     {{"field", "FILTER"}, {"words", "incomplete"}}});
    return sqlite::Failure(Error{
        ErrorCode::InvalidInput, "this file keeps no index of words", {{"field", "FILTER"}, {"words", "absent"}}});
}

} // namespace

ConditionPointer wordsCondition(const FilterTerm& term, const Evidence& evidence) {
    if (!evidence.index.hasWords())
        throw lackOfWords(evidence.snapshot);
    std::vector<Words> values;
    for (const FilterValue& value : term.values) {
        std::string_view text = value.text;
        if (value.hasWildcard)
            text.remove_suffix(1);
        values.push_back({tokensOf(text), value.hasWildcard});
    }
    return std::make_unique<WordsCondition>(evidence.index, std::move(values));
}

} // namespace muniment
