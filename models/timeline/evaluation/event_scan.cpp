#include "models/timeline/evaluation/event_scan.h"

#include "models/replica/event_number.h"
#include "models/replica/events_table.h"

#include <SQLiteCpp/Database.h>
#include <string>
#include <vector>

namespace muniment {

namespace {

/// Ordinals that are read together when enough of them are wanted.
constexpr std::uint32_t kBlock = 1'024;
/// Rows that are passed over cost a fifth of a look-up.
constexpr std::size_t kDense = kBlock / 8;

} // namespace

Roaring scanEvents(Snapshot& snapshot, const char* columns, std::int64_t run, const Roaring& among,
                   const std::function<bool(const sqlite::Statement&)>& test) {
    const std::string sql = eventsSql(std::string(columns) + " WHERE e.n BETWEEN ? AND ?", run);
    sqlite::Statement rows(snapshot.database().getHandle(), sql);
    Roaring found;
    const auto read = [&](std::int64_t first, std::int64_t last) {
        rows.bind(1, EventNumber::of(run, first).value);
        rows.bind(2, EventNumber::of(run, last).value);
        while (rows.step()) {
            const auto ordinal = static_cast<std::uint32_t>(EventNumber{rows.integer(0)}.ordinal());
            if (among.contains(ordinal) && test(rows))
                found.add(ordinal);
        }
        rows.reset();
    };
    std::vector<std::uint32_t> block;
    const auto readBlock = [&] {
        if (block.size() >= kDense)
            read(block.front(), block.back());
        else
            for (const std::uint32_t ordinal : block)
                read(ordinal, ordinal);
        block.clear();
        throwIfStopped(snapshot);
    };
    for (const std::uint32_t ordinal : among) {
        if (!block.empty() && (ordinal - 1) / kBlock != (block.front() - 1) / kBlock)
            readBlock();
        block.push_back(ordinal);
    }
    if (!block.empty())
        readBlock();
    return found;
}

} // namespace muniment
