// What a piece of work would write, before any of it is sent: put together from the file, decided by the region, and
// told in words.
#pragma once

#include "models/changes/impact.h"
#include "models/items/command_words.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace muniment {

/// Comes to the requests of one region, in their order; runs on the query pool.
using PutTogether = std::function<Result<std::vector<CommandRequest>>(Snapshot&)>;

struct PlannedWrites {
    std::vector<CommandRequest> requests;
    EntityNames names; ///< of what they are about
    /// The region's, one for each request; empty until it has answered.
    std::vector<Result<CommandResult>> answers = {};
    std::optional<Impact> impact = {}; ///< once it is known

    /// The region would write all of it.
    [[nodiscard]] bool fits() const;
    /// Why it would not; nullptr when it would, or has not said.
    [[nodiscard]] const Error* refusal() const;
};

/// One question at a time: what is asked anew takes the place of what was asked before. Lives in the GUI thread.
class WritePlanner : public QObject {
    Q_OBJECT
public:
    explicit WritePlanner(Workspace& workspace, QObject* parent);

    void ask(PutTogether put);
    /// Nothing is planned any more.
    void drop();

    /// Absent: nothing was asked, it is being put together, or that failed.
    [[nodiscard]] const std::optional<PlannedWrites>& planned() const { return m_planned; }

    /// Why it could not be put together; NothingChanges when there is nothing left to do.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

    [[nodiscard]] bool isAsking() const { return m_isAsking; }

signals:
    /// Each time more is known.
    void changed();

private:
    void takePlan(Result<PlannedWrites> plan);
    void takeAnswers(std::vector<Result<CommandResult>> answers);

    Workspace& m_workspace;
    Workspace::Ticket m_ticket;
    std::optional<PlannedWrites> m_planned;
    std::optional<Error> m_failure;
    std::uint64_t m_generation = 0;
    bool m_isAsking = false;
};

/// What they do, a line for each kind: "2 open sessions are ended." For work on a user that takes several commands.
[[nodiscard]] QStringList plannedWords(const std::vector<CommandRequest>& requests);

} // namespace muniment
