// An id as a read model's row holds it: 16 bytes for a UUID, which most ids are, else its text.
#pragma once

#include "models/base/strong_id.h"
#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

#include <optional>
#include <string_view>

namespace muniment {

/// What is bound in place of an id; the id it was made of and this must outlive the statement's next reset().
class StoredId {
public:
    explicit StoredId(std::string_view id) : m_text(id), m_packed(packAggregateId(id)) {}

    explicit StoredId(const AggregateId& id) : StoredId(std::string_view(id.text())) {}

    void bindTo(sqlite::Statement& statement, int index) const {
        if (m_packed)
            statement.bindBlob(index, bytesOf(*m_packed));
        else
            statement.bindText(index, m_text);
    }

private:
    std::string_view m_text;
    std::optional<Uuid> m_packed;
};

/// The id of a column that StoredId wrote.
[[nodiscard]] inline AggregateId storedIdAt(const sqlite::Statement& row, int column) {
    return AggregateId(aggregateIdOf(row, column));
}

} // namespace muniment
