// The work that a change of regions leaves to the cluster: SHOW JOBS, in the forms that it had and has.
#pragma once

#include "models/regions/answer_table.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct SchemaJob {
    enum class State { Waiting, Running, Paused, Reverting, Succeeded, Failed, Canceled, Unknown };
    std::int64_t id = 0;
    std::string type;        ///< "TYPEDESC SCHEMA CHANGE" for the regions' list
    std::string description; ///< from 24.3 on shortened by the server
    State state = State::Unknown;
    std::string status; ///< the server's word
    std::string step;   ///< what it is doing just now; may be empty
    std::optional<double> fraction;
    std::string error;

    bool operator==(const SchemaJob&) const = default;
};

[[nodiscard]] std::string_view schemaJobStateName(SchemaJob::State state);
[[nodiscard]] SchemaJob::State schemaJobState(std::string_view status);
/// It is not over, so that other changes of the same tables wait.
[[nodiscard]] bool isUnderWay(const SchemaJob& job);
/// Jobs of schema changes, others left out.
[[nodiscard]] Result<std::vector<SchemaJob>> parseSchemaJobs(const AnswerTable& answer);

} // namespace muniment
