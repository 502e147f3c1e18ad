// When a user was seen last, and how their sign-ins went: read from the index of events, the newest chunk first.
#include "models/directory/rows.h"
#include "models/directory/users.h"
#include "models/replica/index/event_index.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>

namespace muniment {

using namespace directory;

namespace {

/// Codes of the file; 0 and empty: it has none.
struct Codes {
    std::vector<std::int64_t> user;   ///< aggregates with the user's id, one for each region they were in
    std::vector<std::int64_t> actors; ///< of the user's id
    std::int64_t failed = 0;          ///< event types
    std::vector<std::int64_t> succeeded;
};

std::vector<std::int64_t> codesOf(Snapshot& snapshot, const char* sql, const TenantId& tenant,
                                  const AggregateId& user) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder(statement).text(":id", user.text()).id(":packed", user).text(":tenant", tenant.text());
    std::vector<std::int64_t> codes;
    while (statement.executeStep())
        codes.push_back(statement.getColumn(0).getInt64());
    return codes;
}

Codes codesFor(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user) {
    const auto read = [&](const char* sql) { return codesOf(snapshot, sql, tenant, user); };
    Codes codes;
    codes.user = read("SELECT code FROM aggregates WHERE id = :id AND is_listed = 1 AND type = (SELECT code FROM words"
                      " WHERE text = 'user') AND tenant = (SELECT code FROM tenants WHERE id = :tenant)");
    codes.actors = read("SELECT code FROM actors WHERE id IN (:id, :packed)");
    for (const std::int64_t failed : read("SELECT code FROM words WHERE text = 'user.human.password.check.failed'"))
        codes.failed = failed;
    codes.succeeded = read("SELECT code FROM words WHERE text IN ('user.human.password.check.succeeded',"
                           " 'session.password.checked')");
    return codes;
}

/// What one run tells; numbers of events, 0: none.
struct RunActivity {
    std::int64_t seen = 0;
    std::int64_t login = 0;
    std::vector<std::int64_t> failed; ///< wrong passwords since the login
};

class Walk {
public:
    Walk(Snapshot& snapshot, const RunBounds& bounds, const Codes& codes)
        : m_index(snapshot, bounds),
          m_bounds(bounds),
          m_codes(codes) {}

    [[nodiscard]] RunActivity through(std::int64_t run) {
        RunActivity activity;
        const std::int64_t last = m_bounds.lastOrdinal.at(run);
        for (std::int64_t chunk = last / kChunkSize; chunk >= 0; --chunk) {
            const std::int64_t first = chunk * kChunkSize;
            m_index.narrow(run, std::max<std::int64_t>(first, 1), std::min(last, first + kChunkSize - 1));
            take(activity, run, first);
            if (activity.seen != 0 && (activity.login != 0 || std::ssize(activity.failed) >= kMostFailedCounted))
                break;
        }
        return activity;
    }

private:
    void take(RunActivity& activity, std::int64_t run, std::int64_t first) {
        const Roaring chunk = chunkFrom(first);
        const Roaring caused = m_index.key(run, IndexKey::Actor, m_codes.actors) & chunk;
        const Roaring own = m_index.key(run, IndexKey::Aggregate, m_codes.user) & chunk;
        if ((caused | own).isEmpty())
            return;
        const Roaring failed =
            m_codes.failed == 0 ? Roaring() : m_index.facet(run, Facet::EventType, m_codes.failed) & chunk;
        const auto newestOf = [&](const Roaring& events) {
            return events.isEmpty() ? 0 : EventNumber::of(run, events.maximum()).value;
        };
        // Who gave a wrong password need not have been they.
        if (activity.seen == 0)
            activity.seen = newestOf(caused - failed);
        if (activity.login != 0)
            return;
        activity.login = newestOf(m_index.facetAny(run, Facet::EventType, m_codes.succeeded) & (caused | own));
        for (const std::uint32_t ordinal : own& failed)
            if (const std::int64_t n = EventNumber::of(run, ordinal).value; n > activity.login)
                activity.failed.push_back(n);
    }

    static Roaring chunkFrom(std::int64_t first) {
        Roaring all;
        all.addRange(static_cast<std::uint64_t>(first), static_cast<std::uint64_t>(first + kChunkSize));
        return all;
    }

    EventIndex m_index;
    const RunBounds& m_bounds;
    const Codes& m_codes;
};

void note(std::optional<Instant>& newest, Snapshot& snapshot, std::int64_t n) {
    if (n != 0)
        newest = std::max(newest.value_or(Instant{INT64_MIN}), snapshot.loggedAt({n}).value_or(Instant{}));
}

} // namespace

Result<UserActivity> userActivity(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user,
                                  std::optional<Moment> asOf) {
    const auto bounds = snapshot.bounds(asOf);
    if (!bounds)
        return tl::unexpected(bounds.error());
    return sqlite::guarded([&] {
        const Codes codes = codesFor(snapshot, tenant, user);
        Walk walk(snapshot, *bounds, codes);
        UserActivity activity;
        std::vector<std::int64_t> failed;
        for (const auto& [run, last] : bounds->lastOrdinal) {
            const RunActivity ofRun = walk.through(run);
            note(activity.lastSeen, snapshot, ofRun.seen);
            note(activity.lastLogin, snapshot, ofRun.login);
            failed.insert(failed.end(), ofRun.failed.begin(), ofRun.failed.end());
        }
        for (const std::int64_t n : failed)
            if (!activity.lastLogin || snapshot.loggedAt({n}).value_or(Instant{}) > *activity.lastLogin)
                activity.failedInARow = std::min(activity.failedInARow + 1, kMostFailedCounted);
        return activity;
    });
}

} // namespace muniment
