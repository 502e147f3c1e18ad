#include "models/replica/aggregate_id.h"

#include <algorithm>

namespace muniment {

std::optional<Uuid> packAggregateId(std::string_view id) {
    const auto uuid = parseUuid(id);
    if (!uuid || uuid->text() != id)
        return std::nullopt;
    return *uuid;
}

std::string aggregateIdOf(const sqlite::Statement& row, int column) {
    return row.isBlob(column) ? uuidOf(row.bytes(column)).text() : row.text(column);
}

Uuid uuidOf(std::string_view bytes) {
    Uuid id;
    if (bytes.size() != id.bytes.size())
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "an id is not 16 bytes long", {}});
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

} // namespace muniment
