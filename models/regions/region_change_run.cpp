#include "models/regions/region_change_run.h"

#include "models/base/stray_threads.h"

#include <algorithm>
#include <array>
#include <future>

namespace muniment {

namespace {

using State = ChangeOutcome::State;

constexpr std::chrono::milliseconds kBetweenQuestions{1'000};
constexpr std::chrono::milliseconds kGlance{50};

/// Facts that the preconditions are made of; a change is not begun on a guess. A database without regions has no goal,
/// policy or super regions that could be in the way.
bool isNeeded(const std::string& fact, const DatabaseFacts& facts) {
    if (fact == "survivalGoal" || fact == "placement" || fact == "superRegions")
        return !facts.regions.empty();
    return fact == "database" || fact == "databaseRegions" || fact == "clusterRegions" || fact == "rows";
}

std::vector<SchemaJob> runningJobs(ServerQuestions& server, const postgres::CockroachVersion& version) {
    std::vector<SchemaJob> running;
    if (const auto answer = server.ask(cockroach::schemaJobs(version)))
        if (const auto jobs = parseSchemaJobs(*answer))
            for (const SchemaJob& job : *jobs)
                if (isUnderWay(job))
                    running.push_back(job);
    return running;
}

/// Absent when it was stopped before the server answered.
std::optional<Result<void>> runOne(const std::string& statement, const std::shared_ptr<ChangeSessions>& sessions,
                                   const std::function<void()>& tell, const std::stop_token& stop) {
    const auto promise = std::make_shared<std::promise<Result<void>>>();
    auto answer = promise->get_future();
    startStrayThread([promise, sessions, statement] { promise->set_value(sessions->change(statement)); });
    auto told = std::chrono::steady_clock::now();
    while (answer.wait_for(kGlance) != std::future_status::ready) {
        if (stop.stop_requested())
            return std::nullopt;
        if (std::chrono::steady_clock::now() - told >= kBetweenQuestions) {
            tell();
            told = std::chrono::steady_clock::now();
        }
    }
    return answer.get();
}

/// Tables that were unlocked for the change are locked again although it was refused.
void lockAgain(const std::vector<std::string>& statements, std::size_t refused,
               const std::shared_ptr<ChangeSessions>& sessions) {
    for (std::size_t i = refused + 1; i < statements.size(); ++i)
        if (statements[i].ends_with("SET (schema_locked = true)")) [[maybe_unused]]
            auto locked = runOne(statements[i], sessions, [] {}, {});
}

/// What the server shows now; absent where it does not tell.
std::optional<bool> shown(const RegionChange& change, const DatabaseFacts& before, ServerQuestions& server) {
    Inquiry inquiry(server);
    const DatabaseFacts now = readDatabaseFacts(inquiry, before.version);
    for (const UnknownFact& unknown : inquiry.takeUnknown())
        if (isNeeded(unknown.fact, now) || unknown.fact == "tables")
            return std::nullopt;
    return isInEffect(change, now);
}

/// The server's answer and what it shows, weighed.
State judged(bool saidYes, bool isAmbiguous, const std::optional<bool>& isShown) {
    if (saidYes)
        return isShown == false ? State::NotShown : State::Done;
    if (isShown)
        return *isShown ? State::Done : isAmbiguous ? State::NotKnown : State::Refused;
    return isAmbiguous ? State::NotKnown : State::Refused;
}

} // namespace

std::string_view changeStateName(State state) {
    static constexpr std::array names{"done", "refused", "notShown", "notKnown"};
    return names[static_cast<std::size_t>(state)];
}

Result<DatabaseFacts> readFactsFor(const RegionChange& change, ServerQuestions& server,
                                   const postgres::CockroachVersion& version) {
    Inquiry inquiry(server);
    DatabaseFacts facts = readDatabaseFacts(inquiry, version);
    if (const auto* dropped = std::get_if<DropDatabaseRegion>(&change)) {
        // A region that the type of the column does not have cannot be asked about, and is refused anyway.
        const bool isThere =
            std::ranges::find(facts.regions, dropped->region, &DatabaseRegion::name) != facts.regions.end();
        if (isThere)
            readRowsOfRegion(inquiry, dropped->region, facts);
    }
    for (const UnknownFact& unknown : inquiry.takeUnknown())
        if (isNeeded(unknown.fact, facts))
            return tl::unexpected(unknown.error.with("fact", unknown.fact).with("privilege", unknown.privilege));
    return facts;
}

ChangeOutcome runChange(const RegionChange& change, const RegionPlan& plan, const DatabaseFacts& before,
                        const std::shared_ptr<ChangeSessions>& sessions,
                        const std::function<void(const ChangeProgress&)>& progress, std::stop_token stop) {
    ChangeOutcome outcome;
    for (std::size_t i = 0; i < plan.statements.size(); ++i) {
        progress({i, {}});
        const auto tell = [&] { progress({i, runningJobs(sessions->questions(), before.version)}); };
        const auto answer = runOne(plan.statements[i], sessions, tell, stop);
        if (!answer) {
            outcome.state = State::NotKnown;
            outcome.error = Error{ErrorCode::Cancelled, {}, {}};
            return outcome;
        }
        if (!*answer) {
            const Error& error = answer->error();
            outcome.error = error;
            outcome.refusal = refusalOf(error);
            const bool isAmbiguous =
                error.isOutcomeUnknown() || error.isTransient() || outcome.refusal == RegionRefusal::CommittedInPart;
            outcome.state = judged(false, isAmbiguous, shown(change, before, sessions->questions()));
            if (outcome.state == State::Refused)
                lockAgain(plan.statements, i, sessions);
            // Half of several statements is not all of them, whatever the last one's effect is.
            if (outcome.state == State::Done && i + 1 < plan.statements.size())
                outcome.state = State::NotKnown;
            return outcome;
        }
        ++outcome.statements;
    }
    outcome.state = judged(true, false, shown(change, before, sessions->questions()));
    return outcome;
}

} // namespace muniment
