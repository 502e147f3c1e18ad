// What happened, in one sentence: the catalogue's template in the application's language, its slots filled with names
// as they were when the event was logged.
#pragma once

#include "models/timeline/timeline.h"

#include <QString>

#include <vector>

namespace muniment {

/// A piece of a sentence; names and values are set off by the view, never by markup.
struct SentencePart {
    QString text; ///< plain text
    bool isValue = false;

    bool operator==(const SentencePart&) const = default;
};

/// The context under which the catalogue's sentences are translated.
constexpr const char* kEventSentenceContext = "EventSentence";

/// A type that the catalogue does not know gives its dotted name and subject; an empty slot gives "—" or, for a person,
/// the shortened id. Secret fields are never shown.
[[nodiscard]] std::vector<SentencePart> eventSentenceParts(const TimelineRow& row);
/// The parts in one line.
[[nodiscard]] QString eventSentence(const TimelineRow& row);

} // namespace muniment
