// Carries out a change of a database's regions: asks first, tells the SQL, follows the jobs, and looks at what the
// server shows afterwards. Nothing is ever sent twice: an outcome that is not known is looked up, not repeated.
#pragma once

#include "models/regions/region_change.h"

#include <functional>
#include <stop_token>

namespace muniment {

/// The facts of the database, and of a dropped region whether it holds rows. An error when the server cannot even name
/// the database, or does not tell a fact without which the change must not be begun; context "fact" and "privilege".
[[nodiscard]] Result<DatabaseFacts> readFactsFor(const RegionChange& change, ServerQuestions& server,
                                                 const postgres::CockroachVersion& version);

struct ChangeProgress {
    std::size_t statement = 0;   ///< index into the plan's
    std::vector<SchemaJob> jobs; ///< of schema changes that are under way
};

struct ChangeOutcome {
    enum class State {
        Done,     ///< the server shows it, or said so and has nothing to show
        Refused,  ///< the server said no, and shows that nothing is changed
        NotShown, ///< the server said yes, and does not show it
        NotKnown, ///< the answer was lost or told of half a change, and the server does not tell
    };
    State state = State::Done;
    std::size_t statements = 0; ///< that were answered with yes
    std::optional<Error> error;
    RegionRefusal refusal = RegionRefusal::None;
};

[[nodiscard]] std::string_view changeStateName(ChangeOutcome::State state);

/// Whoever sends a change: two sessions with one server, for the jobs are asked about while a statement runs.
class ChangeSessions {
public:
    ChangeSessions() = default;
    ChangeSessions(const ChangeSessions&) = delete;
    ChangeSessions& operator=(const ChangeSessions&) = delete;
    virtual ~ChangeSessions() = default;

    /// Runs for as long as the change takes. Called on a thread of its own, one call at a time.
    [[nodiscard]] virtual Result<void> change(const std::string& statement) = 0;
    /// Called on the thread of runChange(), also while change() runs.
    [[nodiscard]] virtual ServerQuestions& questions() = 0;
};

/// Blocks until the statements have ended. `progress` is called on this thread, about once a second while a statement
/// runs and once before each. A stop ends the asking, not the change, which is the cluster's by then: the outcome is
/// NotKnown. `sessions` is shared with the thread that waits for the server, which is left behind then.
[[nodiscard]] ChangeOutcome runChange(const RegionChange& change, const RegionPlan& plan, const DatabaseFacts& before,
                                      const std::shared_ptr<ChangeSessions>& sessions,
                                      const std::function<void(const ChangeProgress&)>& progress, std::stop_token stop);

} // namespace muniment
