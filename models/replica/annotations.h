// What a person keeps beside the events: bookmarks, tags, notes, and who looked at a secret. In the workspace file,
// outside the read models: no rebuild and no migration loses them.
#pragma once

#include "models/base/instant.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace muniment {

struct EventAnnotation {
    bool isBookmarked = false;
    std::vector<std::string> tags; ///< as normalizedTag() makes them, ascending, each once; a writer sees to it
    std::string note;              ///< plain text, any lines; empty: none

    [[nodiscard]] bool isEmpty() const { return !isBookmarked && tags.empty() && note.empty(); }

    bool operator==(const EventAnnotation&) const = default;
};

/// An event's annotation with who changed it last, and when.
struct AnnotatedEvent {
    EventNumber number;
    EventAnnotation annotation; ///< empty: the event has none (any more)
    std::string author;         ///< the workspace's operator, else the user of the machine
    Instant changedAt;

    bool operator==(const AnnotatedEvent&) const = default;
};

/// A tag as it is kept: folded as names are, blanks and commas between its words turned into single hyphens; empty when
/// nothing is left of it. Tags are what `tag:` finds.
[[nodiscard]] std::string normalizedTag(std::string_view text);

/// Of those of `numbers` that have one.
[[nodiscard]] Result<std::map<EventNumber, EventAnnotation>> annotationsOf(Snapshot& snapshot,
                                                                           const std::vector<EventNumber>& numbers);
/// All, in order of their number.
[[nodiscard]] Result<std::vector<AnnotatedEvent>> allAnnotations(Snapshot& snapshot);

struct TagCount {
    std::string tag;
    std::int64_t count = 0;

    bool operator==(const TagCount&) const = default;
};

/// Tags in use, most frequent first, equal counts by text.
[[nodiscard]] Result<std::vector<TagCount>> tagsInUse(Snapshot& snapshot);
/// Grows with every change of an annotation; what was asked about them at an earlier number may be out of date.
[[nodiscard]] Result<std::int64_t> annotationGeneration(Snapshot& snapshot);

/// A secret value of an event was shown. Never changed and never taken back.
struct Disclosure {
    EventNumber number; ///< 0: of an event that the file does not hold any more
    std::string field;  ///< path in the payload: "password.hash"
    std::string reason;
    std::string author; ///< the workspace's operator, else the user of the machine
    Instant shownAt;

    bool operator==(const Disclosure&) const = default;
};

/// Of one event, oldest first.
[[nodiscard]] Result<std::vector<Disclosure>> disclosuresOf(Snapshot& snapshot, EventNumber number);

/// Each replaces what its event had. Throws sqlite::Failure, NotFound where the file has no such event.
void writeAnnotations(sqlite3* db, const std::vector<AnnotatedEvent>& annotated);
void writeDisclosure(sqlite3* db, const Disclosure& disclosure);

} // namespace muniment
