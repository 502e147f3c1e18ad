// Read model "grants": resources/replica/grants_v1.sql says what its rows hold.
#pragma once

#include "models/domain/grant.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/stored_id.h"

namespace muniment {

struct GrantTraits {
    using State = GrantState;
    using Event = GrantEvent;

    struct Derived {
        StoredId grant, role, subject, resource;
    };

    static constexpr const char* kColumns = "grant_id, role, subject_kind, subject, resource, from_at, until_at, state";
    static constexpr int kColumnCount = 8;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<GrantEvent> decode(std::string_view type,
                                                          const std::optional<std::string>& payload);
    [[nodiscard]] static GrantState evolve(GrantState state, const GrantEvent& event, const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const GrantState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const GrantState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static GrantState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static bool equal(const GrantState& a, const GrantState& b);
};

} // namespace muniment
