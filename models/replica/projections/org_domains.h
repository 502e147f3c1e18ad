// Read model "organizationDomains": resources/replica/org_domains_v1.sql says what its rows hold.
#pragma once

#include "models/domain/org.h"
#include "models/replica/projections/relation.h"
#include "models/replica/sqlite.h"

#include <string>

namespace muniment {

struct OrgDomainTraits {
    using Key = std::string;
    using Value = bool; ///< verified
    using Change = RelationChange<Key, Value>;

    struct Derived {};

    static constexpr const char* kColumns = "domain, verified";
    static constexpr int kColumnCount = 2;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<Change> decode(std::string_view type, const std::optional<std::string>& payload);
    [[nodiscard]] static Derived derive(const Key& key, const Value& value);
    static void bind(sqlite::Statement& row, int first, const Key& key, const Value& value, const Derived& derived);
    static void read(const sqlite::Statement& row, int first, Key& key, Value& value);
};

} // namespace muniment
