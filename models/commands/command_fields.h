// Which members a command's line of JSON has, for those who fill one from something else than a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct CommandField {
    std::string name;
    bool isRequired = false;
    bool isList = false; ///< a list of texts; else a text

    bool operator==(const CommandField&) const = default;
};

struct CommandShape {
    std::string_view name;          ///< "user.human.add"
    std::string_view aggregateType; ///< "user"
    bool isAddition = false;
    /// In the order in which they are read; without region, tenant, id, reason and what else every line may have.
    std::vector<CommandField> fields;
};

/// Found by reading a line that has no members, so that it cannot differ from what is read. Absent for a name that no
/// command has.
[[nodiscard]] std::optional<CommandShape> commandShape(std::string_view command);

} // namespace muniment
