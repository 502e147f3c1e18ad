// What a person wants to know about access, as far as they have said it: a question that a row of a list puts, or the
// place that Back leads to.
#pragma once

#include "models/items/entity_options.h"

#include <QString>

#include <optional>

namespace muniment {

struct AccessWish {
    enum class Kind {
        Why, ///< may `who` do that, and why
        Who, ///< who may do that
        What ///< what may `who` do
    };
    Kind kind = Kind::Why;
    std::optional<EntityOption> who = {};  ///< a user or a team
    std::string action = {};               ///< empty: anything
    std::optional<EntityOption> what = {}; ///< a resource or a whole organization
    std::optional<EntityOption> role = {}; ///< of What: only by this one

    /// It can be answered; otherwise there is something left to choose.
    [[nodiscard]] bool isWhole() const;

    bool operator==(const AccessWish&) const = default;
};

/// For places and settings; reading anything else than was written gives none.
[[nodiscard]] QString wishText(const AccessWish& wish);
[[nodiscard]] std::optional<AccessWish> wishOf(const QString& text);

/// "user" or "team", and so on, of what a list shows of it.
[[nodiscard]] EntityOption accessOption(const EntityRef& entity, const RegionName& region, const std::string& name);
/// The organization as a place: everything in it.
[[nodiscard]] EntityOption wholeOrganization(const TenantId& tenant, const RegionName& region, const std::string& name);

} // namespace muniment
