#include "models/replica/annotations.h"

#include "models/replica/events_table.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr const char* kAnnotation = "SELECT is_bookmarked, note FROM annotations WHERE n = ?";
constexpr const char* kTagsOfEvent = "SELECT tag FROM annotation_tags WHERE n = ? ORDER BY tag";

bool separatesWords(char c) {
    return c == ' ' || c == ',' || (c >= '\t' && c <= '\r');
}

std::vector<std::string> normalizedTags(const std::vector<std::string>& tags) {
    std::vector<std::string> normal;
    for (const std::string& tag : tags)
        if (std::string kept = normalizedTag(tag); !kept.empty())
            normal.push_back(std::move(kept));
    std::sort(normal.begin(), normal.end());
    normal.erase(std::unique(normal.begin(), normal.end()), normal.end());
    return normal;
}

bool holdsEvent(sqlite3* db, EventNumber number) {
    const auto isThere = [db](const std::string& sql, std::int64_t key) {
        sqlite::Statement find(db, sql);
        find.bind(1, key);
        return find.step();
    };
    return isThere("SELECT 1 FROM runs WHERE run = ?", number.run()) &&
           isThere(eventsSql("SELECT 1 FROM events_of_run WHERE n = ?", number.run()), number.value);
}

void refuseUnknownEvent(sqlite3* db, EventNumber number) {
    if (!holdsEvent(db, number))
        throw sqlite::Failure(
            Error{ErrorCode::NotFound, {}, {{"what", "event"}, {"id", std::to_string(number.value)}}});
}

} // namespace

std::string normalizedTag(std::string_view text) {
    std::string tag;
    bool isBetweenWords = false;
    for (const char c : foldName(text)) {
        if (separatesWords(c)) {
            isBetweenWords = true;
            continue;
        }
        if (isBetweenWords && !tag.empty())
            tag += '-';
        isBetweenWords = false;
        tag += c;
    }
    return tag;
}

Result<std::map<EventNumber, EventAnnotation>> annotationsOf(Snapshot& snapshot,
                                                             const std::vector<EventNumber>& numbers) {
    return sqlite::guarded([&] {
        std::map<EventNumber, EventAnnotation> found;
        auto& annotation = snapshot.statement(kAnnotation);
        auto& tags = snapshot.statement(kTagsOfEvent);
        for (const EventNumber number : numbers) {
            annotation.bind(1, number.value);
            if (annotation.step()) {
                EventAnnotation& kept = found[number];
                kept.isBookmarked = annotation.integer(0) != 0;
                kept.note = annotation.text(1);
                kept.tags.clear();
                tags.bind(1, number.value);
                while (tags.step())
                    kept.tags.push_back(tags.text(0));
                tags.reset();
            }
            annotation.reset();
        }
        return found;
    });
}

Result<std::vector<AnnotatedEvent>> allAnnotations(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        std::vector<AnnotatedEvent> all;
        auto& rows =
            snapshot.statement("SELECT n, is_bookmarked, note, author, changed_at FROM annotations ORDER BY n");
        while (rows.step())
            all.push_back({EventNumber{rows.integer(0)},
                           {rows.integer(1) != 0, {}, rows.text(2)},
                           rows.text(3),
                           Instant{rows.integer(4)}});
        rows.reset();
        auto& tags = snapshot.statement("SELECT n, tag FROM annotation_tags ORDER BY n, tag");
        auto owner = all.begin();
        while (tags.step()) {
            owner = std::find_if(owner, all.end(),
                                 [&](const AnnotatedEvent& each) { return each.number.value >= tags.integer(0); });
            if (owner != all.end() && owner->number.value == tags.integer(0))
                owner->annotation.tags.push_back(tags.text(1));
        }
        tags.reset();
        return all;
    });
}

Result<std::vector<TagCount>> tagsInUse(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& rows = snapshot.statement("SELECT tag, count(*) FROM annotation_tags GROUP BY tag ORDER BY 2 DESC, 1");
        std::vector<TagCount> tags;
        while (rows.step())
            tags.push_back({rows.text(0), rows.integer(1)});
        rows.reset();
        return tags;
    });
}

Result<std::int64_t> annotationGeneration(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& row = snapshot.statement("SELECT value FROM meta WHERE key = 'annotation_generation'");
        const std::int64_t generation = row.step() ? row.integer(0) : 0;
        row.reset();
        return generation;
    });
}

Result<std::vector<Disclosure>> disclosuresOf(Snapshot& snapshot, EventNumber number) {
    return sqlite::guarded([&] {
        auto& rows =
            snapshot.statement("SELECT field, reason, author, shown_at FROM disclosures WHERE n = ? ORDER BY id");
        rows.bind(1, number.value);
        std::vector<Disclosure> disclosures;
        while (rows.step())
            disclosures.push_back({number, rows.text(0), rows.text(1), rows.text(2), Instant{rows.integer(3)}});
        rows.reset();
        return disclosures;
    });
}

void writeAnnotations(sqlite3* db, const std::vector<AnnotatedEvent>& annotated) {
    if (annotated.empty())
        return;
    sqlite::Statement forgetTags(db, "DELETE FROM annotation_tags WHERE n = ?");
    sqlite::Statement forget(db, "DELETE FROM annotations WHERE n = ?");
    sqlite::Statement keep(db, "INSERT INTO annotations (n, is_bookmarked, note, author, changed_at)"
                               " VALUES (?, ?, ?, ?, ?)");
    sqlite::Statement keepTag(db, "INSERT INTO annotation_tags (n, tag) VALUES (?, ?)");
    for (const AnnotatedEvent& event : annotated) {
        refuseUnknownEvent(db, event.number);
        for (sqlite::Statement* each : {&forgetTags, &forget}) {
            each->bind(1, event.number.value);
            each->run();
        }
        const std::vector<std::string> tags = normalizedTags(event.annotation.tags);
        if (!event.annotation.isBookmarked && tags.empty() && event.annotation.note.empty())
            continue;
        keep.bind(1, event.number.value);
        keep.bind(2, event.annotation.isBookmarked ? 1 : 0);
        keep.bindText(3, event.annotation.note);
        keep.bindText(4, event.author);
        keep.bind(5, event.changedAt.micros);
        keep.run();
        for (const std::string& tag : tags) {
            keepTag.bind(1, event.number.value);
            keepTag.bindText(2, tag);
            keepTag.run();
        }
    }
    sqlite::execute(db, "INSERT INTO meta (key, value) VALUES ('annotation_generation', 1)"
                        " ON CONFLICT (key) DO UPDATE SET value = value + 1");
}

void writeDisclosure(sqlite3* db, const Disclosure& disclosure) {
    if (disclosure.number.value != 0)
        refuseUnknownEvent(db, disclosure.number);
    sqlite::Statement keep(db, "INSERT INTO disclosures (n, field, reason, author, shown_at) VALUES (?, ?, ?, ?, ?)");
    keep.bind(1, disclosure.number.value);
    keep.bindText(2, disclosure.field);
    keep.bindText(3, disclosure.reason);
    keep.bindText(4, disclosure.author);
    keep.bind(5, disclosure.shownAt.micros);
    keep.run();
}

} // namespace muniment
