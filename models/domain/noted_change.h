// A command's optional members against what is: only what differs becomes part of the event.
#pragma once

#include "models/base/result.h"

#include <optional>
#include <string>
#include <utility>

namespace muniment {

/// Sets `change` when there is a wish that, once checked, differs from what is. `check` gives the text as it is to be
/// written, or why it cannot be.
template <class Check>
[[nodiscard]] Result<void> noteChange(std::optional<std::string>& change, const std::optional<std::string>& wish,
                                      const std::string& present, Check check) {
    if (!wish)
        return {};
    Result<std::string> checked = check(*wish);
    if (!checked)
        return tl::unexpected(std::move(checked.error()));
    if (*checked != present)
        change = std::move(*checked);
    return {};
}

} // namespace muniment
