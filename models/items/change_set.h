// The staged changes of a workspace: commands that are collected, looked at as a whole, and then sent.
#pragma once

#include "models/commands/precondition_chain.h"
#include "models/workspace/workspace.h"

#include <QObject>

#include <functional>
#include <initializer_list>
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
    std::optional<Instant> queuedAt = {};     ///< its region did not answer then, and it waits for that
    std::optional<RegionName> movedFrom = {}; ///< the organization has moved since, and the change has followed it
    int moves = 0;                            ///< how often it has followed since it was last asked about
    int cameSince = 0; ///< things that go with it and were not there when it was staged; taken in by a preview

    [[nodiscard]] bool isOpen() const { return state != State::Done; }
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
    [[nodiscard]] int count(std::initializer_list<StagedChange::State> states) const;

    [[nodiscard]] bool isBusy() const { return m_isSending || m_previewing > 0; }

    [[nodiscard]] bool isSending() const { return m_isSending; }

    /// An addition gets its id here, so that changes staged after it can name it.
    AggregateId stage(CommandRequest request);
    void stage(std::vector<CommandRequest> requests);
    /// The same, to be sent when the region answers again.
    void queue(std::vector<CommandRequest> requests);
    /// Those that are queued and not done.
    [[nodiscard]] std::vector<const StagedChange*> queued() const;
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
    /// The same for those of `ids` that fit as of the last preview; the others stay as they are.
    void sendFitting(const std::set<Uuid>& ids, const QString& reason);
    /// Sends nothing further; what is on its way is answered.
    void cancel();
    /// Of a stale change: it is decided on what is there now. It is previewed again with the next preview().
    void accept(const Uuid& id);

signals:
    void changed();
    /// Every region has answered a preview, and what was overtaken has been compared.
    void previewed();
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
    void begin(const QString& reason);
    void compare(const StagedChange& change);
    void tellPreviewed();
    /// To where its organization has moved; false: nobody knows, or this workspace does not reach there.
    [[nodiscard]] bool follow(StagedChange& change, Error& error) const;
    [[nodiscard]] bool needsWhatFailed(const CommandRequest& request) const;

    Workspace& m_workspace;
    std::vector<StagedChange> m_changes;
    PreconditionChain m_chain;
    std::set<std::pair<TenantId, AggregateId>> m_failed; ///< things that this sending left other than wished
    QString m_reason;
    std::optional<std::set<Uuid>> m_only; ///< absent: all are sent
    int m_previewing = 0;                 ///< regions that have not answered
    int m_comparing = 0;                  ///< changes that were overtaken, and of which it is not known yet by what
    bool m_hasMoved = false;              ///< something has to be asked once more, elsewhere
    bool m_isSending = false;
    bool m_isCancelled = false;
};

} // namespace muniment
