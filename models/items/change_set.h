// The staged changes of a workspace: commands that are collected, looked at as a whole, and then sent.
#pragma once

#include "models/commands/precondition_chain.h"
#include "models/workspace/workspace.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace muniment {

/// What is known of a staged change. `answer` is the server's to a preview, or to sending it.
struct StagedChange {
    enum class State {
        Staged,    ///< nothing is known yet
        Previewed, ///< this is what it would write, or why it would be refused
        Sending,
        NotKnown, ///< sent, and whether it was written is not known yet
        Done,
        Failed,
        Stale,  ///< somebody else was first; `ways` is there once it was asked for
        Skipped ///< not sent, because one before it failed
    };

    Uuid id;
    CommandRequest request;
    State state = State::Staged;
    std::optional<Result<CommandResult>> answer = {};
    std::optional<ThreeWays> ways = {};
    int cameSince = 0; ///< things that go with it and were not there when it was staged; taken in by a preview
};

/// Lives in the GUI thread. What is staged is written into the workspace file before it is told; a file that is
/// read-only keeps it for as long as the window is open.
class ChangeSet : public QObject {
    Q_OBJECT
public:
    explicit ChangeSet(Workspace& workspace, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<StagedChange>& changes() const { return m_changes; }

    /// Changes that are not done: what a badge counts.
    [[nodiscard]] int open() const;

    [[nodiscard]] bool isBusy() const { return m_isSending || m_previewing > 0; }

    [[nodiscard]] bool isSending() const { return m_isSending; }

    /// An addition gets its id here, so that changes staged after it can name it.
    AggregateId stage(CommandRequest request);
    void stage(std::vector<CommandRequest> requests);
    /// Not while sending.
    void remove(const std::set<Uuid>& ids);
    /// To another place, counted from 0; order matters where one change needs another.
    void move(const Uuid& id, int place);
    void discardAll();
    /// Those that are done.
    void clearDone();

    /// Asks every region what its changes would come to, with what has to go with them by now. Writes nothing.
    void preview();
    /// Sends what is not done, one after another, with this reason where a change has none of its own. What fails does
    /// not hold up the others, save those for the same thing, or for one it was to create: they are skipped.
    void send(const QString& reason);
    /// Sends nothing further; what is on its way is answered.
    void cancel();
    /// Of a stale change: it is decided on what is there now. It is previewed again with the next preview().
    void accept(const Uuid& id);

signals:
    void changed();
    /// Sending has come to its end, or was cancelled.
    void finished(int done, int failed, int skipped);
    void failedToKeep(const muniment::Error& error);

private:
    void load();
    void keep();
    [[nodiscard]] StagedChange* find(const Uuid& id);
    /// Looks for what has to go with removals and came since they were staged, takes it in, and goes on with `then`.
    void refreshThen(std::function<void()> then);
    void takeIn(const std::map<Uuid, std::vector<FollowingCommand>>& since);
    void askRegions();
    void takePreview(const std::vector<Uuid>& ids, const std::vector<Result<CommandResult>>& answers);
    void sendNext();
    void takeAnswer(const Uuid& id, const Result<CommandResult>& answer);
    void finish();
    [[nodiscard]] bool needsWhatFailed(const CommandRequest& request) const;

    Workspace& m_workspace;
    std::vector<StagedChange> m_changes;
    PreconditionChain m_chain;
    std::set<std::pair<TenantId, AggregateId>> m_failed; ///< things that this sending left other than wished
    QString m_reason;
    int m_previewing = 0; ///< regions that have not answered
    bool m_isSending = false;
    bool m_isCancelled = false;
};

} // namespace muniment
