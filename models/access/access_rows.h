// Rows of the file that make up the access graph, in blocks: what reads them and what takes them in may be two threads.
#pragma once

#include "models/access/node_ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muniment {

/// Where a text of a block lies.
struct TextPlace {
    std::uint32_t begin = 0, size = 0;

    [[nodiscard]] bool isEmpty() const { return size == 0; }
};

template <class Row>
struct RowBlock {
    std::vector<Row> rows;
    std::string texts;

    TextPlace keep(std::string_view text) {
        const TextPlace place{static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(text.size())};
        texts += text;
        return place;
    }

    [[nodiscard]] std::string_view text(TextPlace place) const {
        return std::string_view(texts).substr(place.begin, place.size);
    }
};

using HomeCodes = std::pair<std::int64_t, std::int64_t>; ///< tenants.code, regions.code

/// Of the version: the numbers of the events that began and ended it.
struct VersionSpan {
    std::int64_t from = 0;
    std::int64_t to = 0; ///< 0: open
};

/// `entity` is aggregates.code; ids are 16 bytes of a UUID, or a text.
struct NodeRow {
    std::int64_t entity;
    HomeCodes home;
    TextPlace id; ///< also a UUID may be a text here
    NodeKind kind;
    bool isPacked; ///< it is no text
};

struct OrganizationRow {
    std::int64_t from;
    HomeCodes home;
    bool isActive;
};

struct LifeRow { ///< of a user, a team or a role
    std::int64_t from, entity;
    HomeCodes home;
    bool isActive;
};

struct ResourceRow {
    std::int64_t from, entity;
    HomeCodes home;
    TextPlace type, parent;
    bool isActive;
};

struct MemberRow {
    VersionSpan span;
    std::int64_t entity;
    HomeCodes home;
    TextPlace member;
    NodeKind kind;
};

struct PermissionRow {
    VersionSpan span;
    std::int64_t entity;
    HomeCodes home;
    TextPlace action, type, resource;
};

struct GrantRow {
    VersionSpan span;
    std::int64_t entity;
    HomeCodes home;
    TextPlace role, subject, resource;
    Period period;
    NodeKind subjectKind;
    bool isActive;
};

} // namespace muniment
