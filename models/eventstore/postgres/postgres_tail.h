// Reads pages of a region's live log on PostgreSQL.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/connection.h"

namespace muniment::postgres {

/// A page must not hold more than kTailPageBytes, whatever its payloads are. To have the server add up their sizes row
/// by row makes it hold every row twice, which is a third of its work; so it is only asked to leave out payloads that
/// are large for a page. Where there is one the page ends before it, and the next ones are weighed.
class PostgresTail {
public:
    [[nodiscard]] Result<TailPage> read(Connection& connection, const TailRequest& request);

private:
    enum class Weighing { Each, OnlyLarge };

    [[nodiscard]] Result<TailPage> readPage(Connection& connection, const TailRequest& request, Weighing weighing);

    int m_weighedPages = 0; ///< still to be read so
};

} // namespace muniment::postgres
