// What PostgreSQL's catalog tells about where a region's rows are: partitions, their tablespaces, the machine, and who
// else has a copy. The server knows nothing of regions; these are its words for what an operator set up.
#pragma once

#include "models/regions/server_questions.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct TablePartition {
    std::string table;     ///< "events"
    std::string partition; ///< "events_eu-west-1"
    std::string bound;     ///< the server's words: "FOR VALUES IN ('eu-west-1')"
    std::string tablespace;
    std::string foreignServer; ///< not empty: the rows are on that server

    bool operator==(const TablePartition&) const = default;
};

/// Somebody who is sent every change: a standby, or a subscriber of the schema's tables.
struct DataCopy {
    enum class Kind { Standby, Slot, Publication };
    Kind kind = Kind::Standby;
    std::string name;
    std::string place; ///< address of a standby; empty where the server does not tell

    bool operator==(const DataCopy&) const = default;
};

[[nodiscard]] std::string_view dataCopyName(DataCopy::Kind kind);

struct PostgresFacts {
    std::string layout;               ///< "partition-by-list" or "single"
    std::vector<std::string> regions; ///< that the schema was installed for
    std::string address;              ///< of the server, as it sees this connection; empty over a local socket
    std::string port;
    std::string dataDirectory; ///< empty: not told
    bool isStandby = false;
    std::vector<TablePartition> partitions;
    std::vector<DataCopy> copies;
};

[[nodiscard]] PostgresFacts readPostgresFacts(Inquiry& inquiry);

/// The bound's only value; absent when there are several, or none.
[[nodiscard]] std::optional<std::string> regionOf(const TablePartition& partition);

} // namespace muniment
