// The columns of `muniment events`: names are the members of its JSON, and with --columns one may pick.
#pragma once

#include "app/cli/json.h"
#include "models/timeline/timeline.h"

#include <functional>
#include <string>
#include <vector>

namespace muniment::cli {

struct EventColumn {
    std::string name;
    std::function<std::string(const TimelineRow&)> text;        ///< for tables and CSV; empty: absent
    std::function<void(const TimelineRow&, JsonObject&)> addTo; ///< as a member of that name
    bool isContract = true; ///< a member of the JSON object unless columns were picked
};

/// In the order of the JSON object.
[[nodiscard]] const std::vector<EventColumn>& eventColumns();
/// "type,actorId" -> columns. InvalidInput names the one that is not known, and all that are.
[[nodiscard]] Result<std::vector<EventColumn>> eventColumnsNamed(const std::string& commaList);
[[nodiscard]] std::vector<EventColumn> contractColumns();
[[nodiscard]] std::vector<EventColumn> tableColumns();

} // namespace muniment::cli
