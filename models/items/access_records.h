// The lists of answers about access as records, for files.
#pragma once

#include "models/items/access_answer.h"
#include "models/items/export_request.h"

namespace muniment {

/// `question`: the answer's own sentence, which says the moment.
[[nodiscard]] RowList holderRecords(const WhoRequest& request, const WhoAnswer& answer, std::string question);
[[nodiscard]] RowList rightRecords(const RightsRequest& request, const RightsAnswer& answer, std::string question);

} // namespace muniment
