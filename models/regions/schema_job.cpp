#include "models/regions/schema_job.h"

#include <array>
#include <charconv>
#include <utility>

namespace muniment {

namespace {

using State = SchemaJob::State;

constexpr std::array kStates{std::pair{std::string_view("pending"), State::Waiting},
                             std::pair{std::string_view("running"), State::Running},
                             std::pair{std::string_view("retry-running"), State::Running},
                             std::pair{std::string_view("paused"), State::Paused},
                             std::pair{std::string_view("pause-requested"), State::Paused},
                             std::pair{std::string_view("reverting"), State::Reverting},
                             std::pair{std::string_view("retry-reverting"), State::Reverting},
                             std::pair{std::string_view("cancel-requested"), State::Reverting},
                             std::pair{std::string_view("succeeded"), State::Succeeded},
                             std::pair{std::string_view("failed"), State::Failed},
                             std::pair{std::string_view("revert-failed"), State::Failed},
                             std::pair{std::string_view("canceled"), State::Canceled}};

/// Absent unless it is a number between 0 and 1.
std::optional<double> fractionOf(const std::string& text) {
    double value = 0;
    const auto [stopped, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = fault == std::errc() && stopped == text.data() + text.size();
    return isNumber && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

} // namespace

std::string_view schemaJobStateName(SchemaJob::State state) {
    switch (state) {
    case State::Waiting:
        return "waiting";
    case State::Running:
        return "running";
    case State::Paused:
        return "paused";
    case State::Reverting:
        return "reverting";
    case State::Succeeded:
        return "succeeded";
    case State::Failed:
        return "failed";
    case State::Canceled:
        return "canceled";
    case State::Unknown:
        break;
    }
    return "unknown";
}

SchemaJob::State schemaJobState(std::string_view status) {
    for (const auto& [word, state] : kStates)
        if (word == status)
            return state;
    return State::Unknown;
}

bool isUnderWay(const SchemaJob& job) {
    return job.state == State::Waiting || job.state == State::Running || job.state == State::Paused ||
           job.state == State::Reverting;
}

Result<std::vector<SchemaJob>> parseSchemaJobs(const AnswerTable& answer) {
    if (auto complete = answer.needs({"job_id", "job_type", "status"}); !complete)
        return tl::unexpected(complete.error());
    std::vector<SchemaJob> jobs;
    for (int row = 0; row < answer.rowCount(); ++row) {
        SchemaJob job;
        job.id = answer.integer(row, "job_id").value_or(0);
        job.type = answer.text(row, "job_type");
        // The garbage that a change leaves is collected hours later, and nothing waits for it.
        if (job.type.find("SCHEMA CHANGE") == std::string::npos || job.type.ends_with(" GC"))
            continue;
        job.description = answer.text(row, "description");
        job.status = answer.text(row, "status");
        job.state = schemaJobState(job.status);
        job.step = answer.text(row, "running_status");
        job.fraction = fractionOf(answer.text(row, "fraction_completed"));
        job.error = answer.text(row, "error");
        jobs.push_back(std::move(job));
    }
    return jobs;
}

} // namespace muniment
