// Read model "teamMembers": resources/replica/team_members_v1.sql says what its rows hold.
#pragma once

#include "models/domain/team.h"
#include "models/replica/projections/relation.h"
#include "models/replica/stored_id.h"

namespace muniment {

struct TeamMemberTraits {
    using Key = TeamMember;
    using Value = NoValue;
    using Change = RelationChange<Key, Value>;

    struct Derived {
        StoredId member;
    };

    static constexpr const char* kColumns = "member_kind, member";
    static constexpr int kColumnCount = 2;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<Change> decode(std::string_view type, const std::optional<std::string>& payload);
    [[nodiscard]] static Derived derive(const Key& key, const Value& value);
    static void bind(sqlite::Statement& row, int first, const Key& key, const Value& value, const Derived& derived);
    static void read(const sqlite::Statement& row, int first, Key& key, Value& value);
};

/// As rows hold it: "user", "team".
[[nodiscard]] std::string_view memberKindName(TeamMember::Kind kind);
[[nodiscard]] TeamMember::Kind memberKindNamed(std::string_view name);

} // namespace muniment
