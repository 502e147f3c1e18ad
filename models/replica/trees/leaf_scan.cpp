#include "models/replica/trees/leaf_scan.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/sqlite.h"

#include <utility>

namespace muniment {

namespace {

constexpr int kCodes = 15; ///< column of the first code, behind the row's own columns

std::string selectCoded(const char* where) {
    return std::string("SELECT ") + kOwnEventColumns +
           ", e.tenant, e.aggregate, e.actor, e.kind FROM events_of_run e WHERE e.n " + where;
}

template <class T>
const T& entryOf(const std::vector<T>& entries, std::int64_t code) {
    if (code < 1 || code >= std::ssize(entries))
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "an event names what no dictionary knows", {}});
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
        placeFor(m_kinds, kinds.integer(0)) = {kinds.integer(1), kinds.integer(2), kinds.integer(3),
                                               static_cast<std::int32_t>(kinds.integer(4)),
                                               static_cast<std::int16_t>(kinds.integer(5))};
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
        const auto read = sqlite::guarded([&] {
            const RecordedEvent& event = eventOf(rows);
            leaves.push_back({{rows.integer(0)},
                              m_held.tenant,
                              event.epoch,
                              event.key,
                              m_hasher.hash(event),
                              !event.sealed.empty()});
        });
        if (!read)
            onUnreadable({rows.integer(0)}, read.error());
    }
    rows.reset();
}

RecordedEvent LeafScan::event(EventNumber n) {
    static const std::string sql = selectCoded("= ?");
    auto& row = m_snapshot.statement(sql.c_str(), n.run());
    row.bind(1, n.value);
    if (!row.step())
        throw sqlite::Failure(Error{ErrorCode::NotFound, "the event is not in the file", {}});
    RecordedEvent event = eventOf(row);
    row.reset();
    return event;
}

} // namespace muniment
