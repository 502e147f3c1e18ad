// Read model "users": resources/replica/users_v1.sql says what its rows hold.
#pragma once

#include "models/domain/user.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

namespace muniment {

struct UserTraits {
    using State = UserState;
    using Event = UserEvent;

    struct Derived {};

    static constexpr const char* kColumns = "user_name, kind, state, first_name, last_name,"
                                            " display_name, email, email_verified, phone, description,"
                                            " phone_verified, password_change_required";
    static constexpr int kColumnCount = 12;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<UserEvent> decode(std::string_view type,
                                                         const std::optional<std::string>& payload);
    /// A new password: every person's, every few months.
    [[nodiscard]] static bool isRoutine(const UserEvent& event);
    [[nodiscard]] static UserState evolve(UserState state, const UserEvent& event, const ProjectedEvent& projected);
    [[nodiscard]] static Derived derive(const UserState& state, const std::string& id);
    static void bind(sqlite::Statement& row, int first, const UserState& state, const std::string& id,
                     const Derived& derived);
    [[nodiscard]] static UserState read(const sqlite::Statement& row, int first);
    [[nodiscard]] static Listing listing(const UserState& state);
    [[nodiscard]] static bool isListedAlike(const UserState& a, const UserState& b);
    [[nodiscard]] static bool equal(const UserState& a, const UserState& b);
};

} // namespace muniment
