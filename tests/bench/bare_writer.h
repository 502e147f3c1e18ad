// What an append is measured against: the same row by bare libpq, BEGIN, INSERT, COMMIT, into a table that checks
// nothing.
#pragma once

#include "models/eventstore/event_store.h"

#include <libpq-fe.h>
#include <memory>
#include <span>
#include <string>

namespace muniment::bench {

/// Makes public.bare_events: the columns and defaults of the events table, its primary key and the index that the tail
/// is read by, without guard, constraints and partitions.
void makeBareTable(const std::string& superuserEndpoint);

/// One connection, used by one thread. Whatever fails ends the program.
class BareWriter {
public:
    explicit BareWriter(const std::string& endpoint);

    /// The first event of the append, as the event store would write it.
    void write(const Append& append);
    /// The first event of each, in one transaction.
    void write(std::span<const Append> appends);

private:
    void insert(const Append& append);
    void run(const char* sql);
    [[noreturn]] void fail() const;

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace muniment::bench
