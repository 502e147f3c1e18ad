// From the name of an enumeration's value back to the value.
#pragma once

#include <initializer_list>
#include <string_view>

namespace muniment {

/// The one of `values` that `nameOf` calls so; `otherwise` when none is.
template <class Enum>
[[nodiscard]] Enum valueNamed(std::string_view name, std::string_view (*nameOf)(Enum),
                              std::initializer_list<Enum> values, Enum otherwise = {}) {
    for (const Enum value : values)
        if (nameOf(value) == name)
            return value;
    return otherwise;
}

} // namespace muniment
