#include "models/replica/index/indexed_events.h"

#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/sqlite.h"

namespace muniment {

IndexedEvents::IndexedEvents(sqlite3* db, std::int64_t run, std::int64_t from, std::int64_t to)
    : m_first(EventNumber::of(run, from)) {
    sqlite::Statement actors(db, eventsSql("SELECT actor FROM events_of_run WHERE n = ?", run));
    sqlite::Statement rows(db, eventsSql(selectStoredEvents(), run));
    rows.bind(1, m_first.value);
    rows.bind(2, EventNumber::of(run, to).value);
    while (rows.step()) {
        StoredEvent stored = readStoredEvent(rows);
        actors.bind(1, stored.number.value);
        if (stored.number.ordinal() != from + static_cast<std::int64_t>(m_events.size()) || !actors.step())
            break;
        m_aggregates.add(stored.aggregate);
        m_actors.add(actors.integer(0));
        actors.reset();
        m_marks.push_back(stored.marks);
        m_events.push_back(std::move(stored.event));
    }
    if (static_cast<std::int64_t>(m_events.size()) != to - from + 1)
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt,
                                    "an event is missing",
                                    {{"event", std::to_string(m_first.value + std::int64_t(m_events.size()))}}});
}

void IndexedEvents::Numbered::add(std::int64_t code) {
    const auto [found, isNew] = numbers.try_emplace(code, static_cast<std::uint32_t>(codes.size()));
    if (isNew)
        codes.push_back(code);
    numberOf.push_back(found->second);
}

void IndexedEvents::writeInto(IndexWriter& writer) const {
    if (!m_events.empty())
        writer.write(m_first, BatchTraits(m_events),
                     {m_aggregates.numberOf, m_aggregates.codes, m_actors.numberOf, m_actors.codes, m_marks});
}

} // namespace muniment
