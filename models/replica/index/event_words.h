// Which words an event is found by.
#pragma once

#include "models/domain/event.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// So many different words of an event are kept, the first ones.
constexpr std::size_t kMostWordsOfEvent = 512;

/// The words of an event, ascending, each once: tokens (tokenizer.h) of
///   - its aggregate's, actor's and tenant's id, and its source address when that is one of IPv4;
///   - every string in its payload, however deep, save members that the event catalogue calls secret, members that
///     describe a browser or name a session by a random number (kNoisyMembers), and times in RFC 3339.
/// A payload that is not JSON has none.
[[nodiscard]] std::vector<std::string> eventWords(const RecordedEvent& event);

/// Members of a payload that nobody looks for and that would be half of the index.
[[nodiscard]] bool isNoisyMember(std::string_view member);

/// What a payload is indexed by.
struct PayloadTraits {
    std::string os, browser, country; ///< top-level members of these names that are texts; empty: none
};

/// Reads the payload of an event in one pass: its traits, and take(token) for each token of its strings that counts,
/// repeated ones too. Thread-safe.
[[nodiscard]] PayloadTraits readPayload(const RecordedEvent& event, const std::function<void(std::string_view)>& take);

/// Its traits alone.
[[nodiscard]] PayloadTraits readPayloadTraits(const RecordedEvent& event);

/// The ids of an event, as the dictionaries find it by them without a word being stored: those that are a single token
/// each and have an index of ids in the file. The source address likewise, as text; empty: it is none of IPv4.
struct DictionaryWords {
    std::string_view actor, tenant, aggregate; ///< empty: not to be found so
    std::string source;

    [[nodiscard]] bool holds(std::string_view token) const {
        return token == actor || token == tenant || token == aggregate || token == source;
    }
};

[[nodiscard]] DictionaryWords dictionaryWords(const RecordedEvent& event);
/// take(token) for each token of the event's ids that dictionaryWords() does not hold.
void forEachIdWord(const RecordedEvent& event, const DictionaryWords& known,
                   const std::function<void(std::string_view)>& take);

} // namespace muniment
