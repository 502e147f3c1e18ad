// What was read out of a cluster's answers, a line for each fact, for comparison with a golden text.
#pragma once

#include "models/regions/cluster_answers.h"
#include "models/regions/range_answer.h"
#include "models/regions/schema_job.h"
#include "models/regions/zone_configuration.h"

#include <QString>

#include <map>

namespace muniment::test {

/// Every section of a family's answers, read by its reader and printed; a failure prints its detail.
[[nodiscard]] QString printedAnswers(const std::map<std::string, AnswerTable>& answers);

} // namespace muniment::test
