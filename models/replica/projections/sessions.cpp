#include "models/replica/projections/sessions.h"

#include "models/domain/session.h"
#include "models/replica/event_number.h"

#include <algorithm>
#include <span>
#include <utility>

namespace muniment {

namespace {

constexpr const char* kColumns = "from_n, entity, user, authenticated, ended";
constexpr const char* kOpen = "_open"; ///< behind the name of the table: how many are open

// Later events as differences from the first one: two bytes in place of six.
std::int64_t numberAt(const sqlite::Statement& row, int column, std::int64_t fromN) {
    return row.isNull(column) ? 0 : fromN + row.integer(column);
}

void bindNumber(sqlite::Statement& row, int index, std::int64_t n, std::int64_t fromN) {
    if (n != 0)
        row.bind(index, n - fromN);
    else
        row.bindNull(index);
}

void giveNumber(sqlite::FedValue value, std::int64_t n, std::int64_t fromN) {
    if (n != 0)
        value.integer(n - fromN);
}

template <class Integer>
std::string_view bytesOfInteger(const Integer& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

Fingerprint fingerprintOfUser(const std::string& id, std::int64_t tenant, std::int64_t region) {
    return fingerprintOf({bytesOfInteger(tenant), bytesOfInteger(region), id});
}

SessionSpan spanAt(const sqlite::Statement& row) {
    SessionSpan span;
    span.fromN = row.integer(0);
    span.user = row.integer(2);
    span.authenticatedN = numberAt(row, 3, span.fromN);
    span.endedN = numberAt(row, 4, span.fromN);
    return span;
}

/// Of a tenant that has moved, what lies in another run is of an earlier epoch.
bool wasBefore(std::int64_t known, std::int64_t said) {
    return EventNumber{known}.run() != EventNumber{said}.run() || known < said;
}

std::string select(const std::string& table, const char* where) {
    return std::string("SELECT ") + kColumns + " FROM " + table + " WHERE " + where;
}

} // namespace

bool advanceSession(SessionSpan& span, const ProjectedEvent& event, std::optional<SaidUser>& user) {
    const bool isNew = span.fromN == 0;
    if (isNew)
        span.fromN = event.n;
    if (event.type == "session.terminated") {
        span.endedN = event.n;
        return true;
    }
    if (event.type == "session.password.checked" && span.authenticatedN == 0) {
        span.authenticatedN = event.n;
        return true;
    }
    if (event.type == "session.user.checked") {
        if (const auto checked = decodeSessionEvent(event.type, event.payload)) {
            user = SaidUser{std::get<SessionUserChecked>(*checked).user.text(), event.n};
            return true;
        }
    }
    return isNew;
}

SessionUsers::SessionUsers(sqlite3* db)
    : m_find(db, "SELECT code, (SELECT min(from_n) FROM user_versions WHERE entity = code) FROM aggregates"
                 " WHERE is_listed = 1 AND id = ? AND type = (SELECT code FROM words WHERE text = 'user')"
                 " AND tenant = ? AND region = ?") {}

std::int64_t SessionUsers::codeOf(const SaidUser& user, std::int64_t tenant, std::int64_t region) {
    if (const auto code = rememberedCodeOf(user, tenant, region))
        return *code;
    m_known.age();
    Known known;
    m_find.bindText(1, user.id);
    m_find.bind(2, tenant);
    m_find.bind(3, region);
    if (m_find.step() && !m_find.isNull(1))
        known = {m_find.integer(0), m_find.integer(1)};
    m_find.reset();
    if (known.code != 0) // who is not known yet may come to be
        m_known.insert(fingerprintOfUser(user.id, tenant, region), known);
    return wasBefore(known.fromN, user.n) ? known.code : 0;
}

std::optional<std::int64_t> SessionUsers::rememberedCodeOf(const SaidUser& user, std::int64_t tenant,
                                                           std::int64_t region) {
    const Known* const known = m_known.find(fingerprintOfUser(user.id, tenant, region));
    if (!known)
        return std::nullopt;
    return wasBefore(known->fromN, user.n) ? known->code : 0;
}

SessionReadModel::SessionReadModel(sqlite3* db, const std::string& table)
    : m_users(db),
      m_insert(db, "INSERT OR FAIL INTO " + table + " (" + kColumns + ")", 5),
      m_findAt(db, select(table, "from_n >= ? ORDER BY from_n LIMIT 1")),
      m_findNewest(db, select(table, "from_n BETWEEN ? AND ? ORDER BY from_n DESC LIMIT 1")),
      m_otherRuns(db, "SELECT run FROM runs WHERE run <> ? AND last_ordinal > 0"),
      m_update(db, "UPDATE " + table + " SET user = ?, authenticated = ?, ended = ? WHERE from_n = ?"),
      m_writeOpen(db, "INSERT INTO " + table + kOpen +
                          " (run, sessions) VALUES (?, ?)"
                          " ON CONFLICT (run) DO UPDATE SET sessions = sessions + excluded.sessions") {}

ReadModelDescription SessionReadModel::description() {
    return {"sessions", "session", "session_spans", 1, "sessions_v1.sql", false, kOpen};
}

SessionReadModel::Newest& SessionReadModel::newestIn(std::int64_t run) {
    const auto [newest, isNew] = m_newest.try_emplace(run);
    if (isNew) {
        m_findNewest.bind(1, EventNumber::of(run, 0).value);
        m_findNewest.bind(2, EventNumber::of(run + 1, 0).value - 1);
        if (m_findNewest.step())
            newest->second = {m_findNewest.integer(1), m_findNewest.integer(0)};
        m_findNewest.reset();
    }
    return newest->second;
}

SessionReadModel::Held* SessionReadModel::openSession(const ProjectedEvent& event) {
    if (m_last.entity != event.entity)
        m_last = {event.entity, findHeld(event)};
    Held* const held = m_last.held;
    return held && held->span.endedN == 0 ? held : nullptr;
}

SessionReadModel::Held* SessionReadModel::findHeld(const ProjectedEvent& event) {
    if (auto* const known = m_held.find(event.entity))
        return known;
    Held held;
    const std::int64_t run = EventNumber{event.n}.run();
    Newest& newest = newestIn(run);
    const auto elsewhere = event.hasMoved ? findInOtherRuns(event.entity, run) : std::nullopt;
    if (elsewhere || event.entity <= newest.entity) {
        const auto stored = elsewhere ? elsewhere : find(event.entity, run, newest.fromN);
        if (!stored || stored->endedN != 0)
            return nullptr;
        held.span = *stored;
        held.isCounted = true;
        held.isWritten = true;
    } else {
        newest = {event.entity, event.n};
    }
    return &m_held.insert(event.entity, std::move(held));
}

std::optional<SessionSpan> SessionReadModel::findInOtherRuns(std::int64_t entity, std::int64_t run) {
    std::vector<std::int64_t> others;
    m_otherRuns.bind(1, run);
    while (m_otherRuns.step())
        others.push_back(m_otherRuns.integer(0));
    m_otherRuns.reset();
    for (const std::int64_t other : others)
        if (const Newest& newest = newestIn(other); entity <= newest.entity)
            if (auto found = find(entity, other, newest.fromN))
                return found;
    return std::nullopt;
}

std::optional<SessionSpan> SessionReadModel::find(std::int64_t entity, std::int64_t run, std::int64_t newestFromN) {
    std::int64_t first = EventNumber::of(run, 1).value;
    std::int64_t last = newestFromN;
    while (first <= last) {
        const std::int64_t middle = first + (last - first) / 2;
        m_findAt.bind(1, middle);
        std::int64_t found = 0;
        SessionSpan span;
        if (m_findAt.step()) {
            found = m_findAt.integer(1);
            span = spanAt(m_findAt);
        }
        m_findAt.reset();
        if (found == entity)
            return span;
        if (found == 0 || span.fromN > last || found > entity)
            last = middle - 1;
        else
            first = span.fromN + 1;
    }
    return std::nullopt;
}

bool SessionReadModel::take(const ProjectedEvent& event) {
    Held* const held = openSession(event);
    std::optional<SaidUser> user;
    if (!held || !advanceSession(held->span, event, user))
        return false;
    if (user) {
        m_asked.erase(event.entity); // said anew
        if (const auto code = m_users.rememberedCodeOf(*user, event.tenant, event.region))
            held->span.user = *code;
        else
            m_asked.insert_or_assign(event.entity, Asked{std::move(*user), event.tenant, event.region});
    }
    if (!std::exchange(held->isChanged, true))
        m_changed.push_back({event.entity, held});
    return true;
}

void SessionReadModel::flush() {
    askForUsers();
    writeSpans();
    m_changed.clear();
    for (const auto& [run, opened] : m_opened) {
        m_writeOpen.bind(1, run);
        m_writeOpen.bind(2, opened);
        m_writeOpen.run();
    }
    m_opened.clear();
    m_last = {};
    m_held.age();
}

void SessionReadModel::askForUsers() {
    for (const auto& [entity, asked] : m_asked)
        m_held.find(entity)->span.user = m_users.codeOf(asked.user, asked.tenant, asked.region);
    m_asked.clear();
}

void SessionReadModel::writeSpans() {
    // In order of their keys, the new ones behind the others.
    const auto firstNew = std::partition(m_changed.begin(), m_changed.end(),
                                         [](const Changed& changed) { return changed.held->isWritten; });
    const auto isBefore = [](const Changed& a, const Changed& b) { return a.held->span.fromN < b.held->span.fromN; };
    std::sort(m_changed.begin(), firstNew, isBefore);
    std::sort(firstNew, m_changed.end(), isBefore);
    for (auto changed = m_changed.begin(); changed != firstNew; ++changed) {
        const SessionSpan& span = changed->held->span;
        m_update.bind(1, span.user);
        bindNumber(m_update, 2, span.authenticatedN, span.fromN);
        bindNumber(m_update, 3, span.endedN, span.fromN);
        m_update.bind(4, span.fromN);
        m_update.run();
    }
    const std::span<const Changed> added(firstNew, m_changed.end());
    if (!added.empty())
        m_insert.run(added.size(), [&](std::size_t row, int column, sqlite::FedValue value) {
            const SessionSpan& span = added[row].held->span;
            switch (column) {
            case 0:
                return value.integer(span.fromN);
            case 1:
                return value.integer(added[row].entity);
            case 2:
                return value.integer(span.user);
            case 3:
                return giveNumber(value, span.authenticatedN, span.fromN);
            default:
                return giveNumber(value, span.endedN, span.fromN);
            }
        });
    for (const Changed& changed : m_changed) {
        Held& held = *changed.held;
        const bool isOpen = held.span.endedN == 0;
        m_opened[EventNumber{held.span.fromN}.run()] += (isOpen ? 1 : 0) - (held.isCounted ? 1 : 0);
        held.isCounted = isOpen;
        held.isWritten = true;
        held.isChanged = false;
    }
}

SessionExaminer::SessionExaminer(sqlite3* db)
    : m_users(db),
      m_find(db, select(SessionReadModel::description().table, "from_n = ?")),
      m_miscounted(db, "SELECT run FROM runs WHERE (SELECT count(*) FROM session_spans WHERE ended IS NULL"
                       " AND from_n >= run << 40 AND from_n < (run + 1) << 40)"
                       " <> coalesce((SELECT o.sessions FROM session_spans_open AS o WHERE o.run = runs.run), 0)") {}

std::string SessionExaminer::compare(const ProjectedEvent& event) {
    SessionSpan& span = m_folded[event.entity];
    std::optional<SaidUser> user;
    if (span.endedN == 0 && advanceSession(span, event, user) && user)
        span.user = m_users.codeOf(*user, event.tenant, event.region);
    return {};
}

std::string SessionExaminer::finish() {
    for (const auto& [entity, span] : m_folded) {
        m_find.bind(1, span.fromN);
        const bool isSame = m_find.step() && m_find.integer(1) == entity && spanAt(m_find) == span;
        m_find.reset();
        if (!isSame)
            return "session " + std::to_string(entity) + " is not what its events make";
    }
    std::string difference;
    if (m_miscounted.step())
        difference = "run " + std::to_string(m_miscounted.integer(0)) + " has not as many open sessions as it says";
    m_miscounted.reset();
    return difference;
}

} // namespace muniment
