// Stored events as the index takes them in: for rebuilding it and for examining it.
#pragma once

#include "models/domain/event.h"
#include "models/replica/event_number.h"
#include "models/replica/index/index_writer.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace muniment {

/// Consecutive events of a run, read from the file.
class IndexedEvents {
public:
    /// Ordinals from … to. Throws sqlite::Failure; FileCorrupt when one is missing or cannot be read.
    IndexedEvents(sqlite3* db, std::int64_t run, std::int64_t from, std::int64_t to);

    void writeInto(IndexWriter& writer) const;

private:
    /// Numbers of codes, as a batch has them.
    struct Numbered {
        void add(std::int64_t code);
        std::vector<std::uint32_t> numberOf;
        std::vector<std::int64_t> codes;
        std::unordered_map<std::int64_t, std::uint32_t> numbers;
    };

    EventNumber m_first;
    std::vector<RecordedEvent> m_events;
    Numbered m_aggregates, m_actors;
    std::vector<std::uint8_t> m_marks;
};

} // namespace muniment
