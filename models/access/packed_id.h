// An id in a row of the file, in the one form by which ids are compared here.
#pragma once

#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

#include <optional>
#include <string_view>

namespace muniment {

/// An id as 16 bytes where it is a UUID, else its text. Valid until the row's next step, and as long as this.
class PackedId {
public:
    PackedId(const sqlite::Statement& row, int column) : PackedId(row.bytes(column), row.isBlob(column)) {}

    /// `isPacked`: it is as PackedId makes it.
    PackedId(std::string_view id, bool isPacked) : m_text(id) {
        if (!isPacked && !id.empty())
            m_packed = packAggregateId(id);
    }

    [[nodiscard]] std::string_view bytes() const { return m_packed ? bytesOf(*m_packed) : m_text; }

    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }

private:
    std::string_view m_text;
    std::optional<Uuid> m_packed;
};

} // namespace muniment
