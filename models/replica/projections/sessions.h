// Read model "sessions": resources/replica/sessions_v1.sql says what its rows hold.
//
// Sessions are most of a log, two to four events each, and all that changes in one is how far it has come. So they have
// one row each in place of a version for every event: a sixth of the bytes, and what an instant knew of a session still
// follows from comparing the numbers of its events with the bounds.
#pragma once

#include "models/replica/fingerprint.h"
#include "models/replica/generation_cache.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/row_feed.h"
#include "models/replica/sqlite.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace muniment {

/// How far a session has come: the events that moved it on.
struct SessionSpan {
    std::int64_t fromN = 0;          ///< its first event, of whatever type
    std::int64_t user = 0;           ///< aggregates.code of who it is said to be of; 0: nobody known
    std::int64_t authenticatedN = 0; ///< a password was right, first; 0: not yet
    std::int64_t endedN = 0;         ///< 0: open

    bool operator==(const SessionSpan&) const = default;
};

/// Whose session it is, once that was said.
struct SaidUser {
    std::string id;
    std::int64_t n = 0; ///< the event that said it
};

/// What `event` makes of a session that has not ended. `user` is set where the event names one who is to be looked up.
/// False: the event changes nothing.
[[nodiscard]] bool advanceSession(SessionSpan& span, const ProjectedEvent& event, std::optional<SaidUser>& user);

/// Codes of users by their ids. A user counts as known only from their first version on, so that a rebuild, which knows
/// everybody, finds nobody else.
class SessionUsers {
public:
    explicit SessionUsers(sqlite3* db);
    /// 0: not known. The users' versions up to the event must be in the file.
    [[nodiscard]] std::int64_t codeOf(const SaidUser& user, std::int64_t tenant, std::int64_t region);
    /// The same without a look into the file: absent when it takes one.
    [[nodiscard]] std::optional<std::int64_t> rememberedCodeOf(const SaidUser& user, std::int64_t tenant,
                                                               std::int64_t region);

private:
    struct FirstHalf {
        std::size_t operator()(const Fingerprint& fingerprint) const noexcept { return fingerprint.hash; }
    };

    struct Known {
        std::int64_t code = 0;
        std::int64_t fromN = 0; ///< of the first version
    };

    GenerationCache<Fingerprint, Known, FirstHalf> m_known{100'000}; ///< of tenant, region and id
    sqlite::Statement m_find;
};

class SessionReadModel final : public ReadModel {
public:
    SessionReadModel(sqlite3* db, const std::string& table);

    [[nodiscard]] static ReadModelDescription description();

    bool take(const ProjectedEvent& event) override;
    void flush() override;

private:
    struct Held {
        SessionSpan span;
        bool isCounted = false; ///< among the open ones
        bool isWritten = false; ///< its row is in the table
        bool isChanged = false; ///< since the last flush
    };

    struct Changed {
        std::int64_t entity = 0;
        Held* held = nullptr;
    };

    /// A user who is to be looked up in the file.
    struct Asked {
        SaidUser user;
        std::int64_t tenant = 0, region = 0;
    };

    /// nullptr: it has ended.
    [[nodiscard]] Held* openSession(const ProjectedEvent& event);
    /// nullptr: it had ended before it came into memory.
    [[nodiscard]] Held* findHeld(const ProjectedEvent& event);

    /// Of a run in the table, whose sessions have ascending codes in the order of their beginnings.
    struct Newest {
        std::int64_t entity = 0; ///< higher ones are new
        std::int64_t fromN = 0;
    };

    [[nodiscard]] Newest& newestIn(std::int64_t run);
    /// Halves the run until it stands at the entity: no index is worth its bytes for the few that are asked for so
    /// late. Absent: the entity has no row.
    /// Of a session that began before its tenant moved.
    [[nodiscard]] std::optional<SessionSpan> findInOtherRuns(std::int64_t entity, std::int64_t run);
    [[nodiscard]] std::optional<SessionSpan> find(std::int64_t entity, std::int64_t run, std::int64_t newestFromN);
    void askForUsers();
    void writeSpans();

    GenerationCache<std::int64_t, Held> m_held{50'000}; ///< by entity; ended ones, too
    std::unordered_map<std::int64_t, Asked> m_asked;    ///< by entity
    std::vector<Changed> m_changed;                     ///< since the last flush
    Changed m_last;                                     ///< asked for last: its next event is often the next one
    std::map<std::int64_t, Newest> m_newest;            ///< by run
    std::map<std::int64_t, std::int64_t> m_opened;      ///< by run: how many more are open than are written
    SessionUsers m_users;
    sqlite::RowFeed m_insert;
    sqlite::Statement m_findAt, m_findNewest, m_otherRuns, m_update, m_writeOpen;
};

class SessionExaminer final : public ReadModelExaminer {
public:
    explicit SessionExaminer(sqlite3* db);

    std::string compare(const ProjectedEvent& event) override;
    std::string finish() override;

private:
    SessionUsers m_users;
    std::unordered_map<std::int64_t, SessionSpan> m_folded; ///< by entity
    sqlite::Statement m_find, m_miscounted;
};

} // namespace muniment
