#include "models/replica/trees/leaf_scan.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/sqlite.h"

#include <utility>

namespace muniment {

namespace {

constexpr const char* kUnknownCode = "an event names what no dictionary knows";
constexpr int kCodes = 15; ///< column of the first code, behind the row's own columns

std::string selectCoded(const char* where) {
    return std::string("SELECT ") + kOwnEventColumns +
           ", e.tenant, e.aggregate, e.actor, e.kind FROM events_of_run e WHERE e.n " + where;
}

template <class T>
const T& entryOf(const std::vector<T>& entries, std::int64_t code) {
    if (code < 1 || code >= std::ssize(entries))
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, kUnknownCode, {}});
    return entries[static_cast<std::size_t>(code)];
}

/// The place for a code, which grow in order.
template <class T>
T& placeFor(std::vector<T>& entries, std::int64_t code) {
    if (code < 1 || code > (std::int64_t{1} << 31))
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "a dictionary has a code that no writer gave", {}});
    if (code >= std::ssize(entries))
        entries.resize(static_cast<std::size_t>(code) + 1);
    return entries[static_cast<std::size_t>(code)];
}

EventTexts::Kind kindOf(const sqlite::Statement& row, int first) {
    return {row.integer(first), row.integer(first + 1), row.integer(first + 2),
            static_cast<std::int32_t>(row.integer(first + 3)), static_cast<std::int16_t>(row.integer(first + 4))};
}

/// From memory, else from the file.
template <class T, class Read>
const T& asked(std::unordered_map<std::int64_t, T>& known, Snapshot& snapshot, const char* sql, std::int64_t code,
               Read read) {
    if (const auto found = known.find(code); found != known.end())
        return found->second;
    auto& row = snapshot.statement(sql);
    row.bind(1, code);
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, kUnknownCode, {}});
    T value = read(row);
    row.reset();
    return known.emplace(code, std::move(value)).first->second;
}

} // namespace

EventTexts::EventTexts(Snapshot& snapshot) {
    auto& words = snapshot.statement("SELECT code, text FROM words ORDER BY code");
    while (words.step())
        placeFor(m_words, words.integer(0)) = words.text(1);
    words.reset();
    auto& tenants = snapshot.statement("SELECT code, id FROM tenants ORDER BY code");
    while (tenants.step())
        placeFor(m_tenants, tenants.integer(0)) = tenants.text(1);
    tenants.reset();
    auto& actors = snapshot.statement("SELECT code, id, type FROM actors ORDER BY code");
    while (actors.step())
        placeFor(m_actors, actors.integer(0)) = {actors.text(1), actors.integer(2)};
    actors.reset();
    auto& kinds = snapshot.statement("SELECT code, type, outcome, writer, epoch, revision FROM kinds ORDER BY code");
    while (kinds.step())
        placeFor(m_kinds, kinds.integer(0)) = kindOf(kinds, 1);
    kinds.reset();
    auto& aggregates = snapshot.statement("SELECT code, id, type FROM aggregates ORDER BY code");
    while (aggregates.step())
        placeFor(m_aggregates, aggregates.integer(0)) = {aggregateIdOf(aggregates, 1), aggregates.integer(2)};
    aggregates.reset();
}

const std::string& EventTexts::word(std::int64_t code) const {
    return entryOf(m_words, code);
}

const std::string& EventTexts::tenant(std::int64_t code) const {
    return entryOf(m_tenants, code);
}

const EventTexts::Aggregate& EventTexts::aggregate(std::int64_t code) const {
    return entryOf(m_aggregates, code);
}

const EventTexts::ActorText& EventTexts::actor(std::int64_t code) const {
    return entryOf(m_actors, code);
}

const EventTexts::Kind& EventTexts::kind(std::int64_t code) const {
    return entryOf(m_kinds, code);
}

const std::string& AskedEventTexts::word(std::int64_t code) const {
    return asked(m_askedWords, m_snapshot, "SELECT text FROM words WHERE code = ?", code,
                 [](const sqlite::Statement& row) { return row.text(0); });
}

const std::string& AskedEventTexts::tenant(std::int64_t code) const {
    return asked(m_askedTenants, m_snapshot, "SELECT id FROM tenants WHERE code = ?", code,
                 [](const sqlite::Statement& row) { return row.text(0); });
}

const EventTexts::Aggregate& AskedEventTexts::aggregate(std::int64_t code) const {
    return asked(m_askedAggregates, m_snapshot, "SELECT id, type FROM aggregates WHERE code = ?", code,
                 [](const sqlite::Statement& row) {
                     return Aggregate{aggregateIdOf(row, 0), row.integer(1)};
                 });
}

const EventTexts::ActorText& AskedEventTexts::actor(std::int64_t code) const {
    return asked(m_askedActors, m_snapshot, "SELECT id, type FROM actors WHERE code = ?", code,
                 [](const sqlite::Statement& row) {
                     return ActorText{row.text(0), row.integer(1)};
                 });
}

const EventTexts::Kind& AskedEventTexts::kind(std::int64_t code) const {
    return asked(m_askedKinds, m_snapshot, "SELECT type, outcome, writer, epoch, revision FROM kinds WHERE code = ?",
                 code, [](const sqlite::Statement& row) { return kindOf(row, 0); });
}

LeafScan::LeafScan(Snapshot& snapshot, std::shared_ptr<const EventTexts> texts)
    : m_snapshot(snapshot),
      m_texts(std::move(texts)) {}

const RecordedEvent& LeafScan::eventOf(const sqlite::Statement& row) {
    // Neighbours have much in common. A code that is not known leaves none behind that would be taken for held.
    const Codes held = std::exchange(m_held, {});
    const Codes codes{row.integer(kCodes), row.integer(kCodes + 1), row.integer(kCodes + 2), row.integer(kCodes + 3)};
    if (codes.tenant != held.tenant)
        m_event.tenant = TenantId(m_texts->tenant(codes.tenant));
    if (codes.aggregate != held.aggregate) {
        const EventTexts::Aggregate& known = m_texts->aggregate(codes.aggregate);
        m_event.aggregate = {m_texts->word(known.type), AggregateId(known.id)};
    }
    if (codes.actor != held.actor) {
        const EventTexts::ActorText& known = m_texts->actor(codes.actor);
        m_event.actor = {m_texts->word(known.type), ActorId(known.id)};
    }
    if (codes.kind != held.kind) {
        const EventTexts::Kind& known = m_texts->kind(codes.kind);
        m_event.type = m_texts->word(known.type);
        m_event.outcome = m_texts->word(known.outcome);
        m_event.writer = m_texts->word(known.writer);
        m_event.epoch = known.epoch;
        m_event.revision = known.revision;
    }
    readOwnColumns(row, m_event);
    m_held = codes;
    return m_event;
}

void LeafScan::read(std::int64_t run, std::int64_t from, std::int64_t to, std::vector<ScannedLeaf>& leaves,
                    const std::function<void(EventNumber, const Error&)>& onUnreadable) {
    static const std::string sql = selectCoded("BETWEEN ? AND ? ORDER BY e.n");
    auto& rows = m_snapshot.statement(sql.c_str(), run);
    rows.bind(1, EventNumber::of(run, from).value);
    rows.bind(2, EventNumber::of(run, to).value);
    while (rows.step()) {
        const auto read = sqlite::guarded([&] { leaves.push_back(leafOf(rows)); });
        if (!read)
            onUnreadable({rows.integer(0)}, read.error());
    }
    rows.reset();
}

ScannedLeaf LeafScan::leafOf(const sqlite::Statement& row) {
    const RecordedEvent& event = eventOf(row);
    return {{row.integer(0)},     m_held.tenant,         event.epoch,   event.key,
            m_hasher.hash(event), !event.sealed.empty(), event.eventId, event.recordedAt};
}

sqlite::Statement& LeafScan::find(EventNumber n) {
    static const std::string sql = selectCoded("= ?");
    auto& row = m_snapshot.statement(sql.c_str(), n.run());
    row.reset(); // one that could not be read has left it standing there
    row.bind(1, n.value);
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::NotFound, "the event is not in the file", {}});
    return row;
}

ScannedLeaf LeafScan::leaf(EventNumber n) {
    auto& row = find(n);
    ScannedLeaf leaf = leafOf(row);
    row.reset();
    return leaf;
}

RecordedEvent LeafScan::event(EventNumber n) {
    auto& row = find(n);
    RecordedEvent event = eventOf(row);
    row.reset();
    return event;
}

} // namespace muniment
