// Sends commands, or stages them, and says what came of them: done, with the compensation at hand; refused; changed by
// somebody else; not known yet.
#pragma once

#include "models/items/change_set.h"
#include "models/items/region_outage.h"
#include "models/workspace/workspace.h"
#include "ui/shell/message_bar.h"

#include <QObject>

#include <functional>
#include <optional>
#include <set>

namespace muniment {

/// The command that takes another one back, offered after it.
struct Compensation {
    QString text; ///< the verb: "Unlock"
    AnyCommand command;
    QString done; ///< what is said when it was done
};

struct Order {
    CommandRequest request;
    QString done; ///< "Ann Lee is locked."
    std::optional<Compensation> compensation;
    bool isPreviewed = false; ///< the person was shown what goes with it, and has given a reason
    bool isInsisted = false;  ///< they know that its region does not answer
};

/// What the sender of an order hears of it, in this thread. Either may be absent.
struct OrderListener {
    /// Once, before the desk says anything. True: the failure is shown where it belongs, the desk is silent about it.
    std::function<bool(const Result<CommandResult>&)> answered;
    /// Each time, while it is not known whether the change was written; the desk says it as well.
    std::function<void(const QString& sentence)> notKnownYet;
    /// Once, instead of `answered`: it was not sent but put among the staged changes.
    std::function<void()> staged;
};

class CommandDesk : public QObject {
    Q_OBJECT
public:
    explicit CommandDesk(Workspace& workspace, QObject* parent);

    /// Sends it, or stages it where the workspace wants a preview of what is sent. Where the region is known not to
    /// answer and nobody listens who would say so, the person is asked first: queue it, or send it all the same.
    void send(const Order& order, const OrderListener& listener = {});
    void stage(const Order& order, const OrderListener& listener = {});
    /// What belongs together, as `what`, and shows it among the staged changes, with its preview.
    void stageAll(std::vector<CommandRequest> requests, const QString& what);
    /// Keeps them among the staged changes for when their region answers again; nothing is sent then by itself.
    void queue(std::vector<CommandRequest> requests);

    /// By whose clocks it says times.
    void setZone(const ClockZone& zone) { m_zone = zone; }

    [[nodiscard]] const ClockZone& zone() const { return m_zone; }

    /// When the region is known not to answer.
    [[nodiscard]] std::optional<RegionOutage> outageOf(const RegionName& region) const;
    /// Whether send() stages the order.
    [[nodiscard]] bool mustBeStaged(const Order& order) const;

    [[nodiscard]] ChangeSet& changes() const { return *m_changes; }

    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

    /// How many changes have been sent and not been answered.
    [[nodiscard]] int unanswered() const { return static_cast<int>(m_unanswered.size()); }

signals:
    void said(const muniment::Message& message);
    void unansweredChanged();
    /// How many changes have been sent whose outcome is not known yet.
    void notKnownChanged(int count);
    /// Somebody else was first: lists and details should be looked at anew.
    void conflicted();
    /// The staged changes are to be shown.
    void changesWanted();

private:
    void takeAnswer(std::uint64_t number, const Order& order, const OrderListener& listener,
                    const Result<CommandResult>& result);
    void takeNotKnown(std::uint64_t number, const Order& order, const OrderListener& listener, const Error& why);
    void sayDone(const Order& order, const CommandResult& result, bool wasNotKnown);
    void sayAway(const Order& order, const OrderListener& listener, const RegionOutage& outage);
    void sayRefused(const Order& order, const Error& error);
    void sayFailure(const Error& error);

    Workspace& m_workspace;
    ChangeSet* m_changes;
    ClockZone m_zone;
    std::uint64_t m_last = 0;
    std::set<std::uint64_t> m_unanswered;
    std::set<std::uint64_t> m_notKnown; ///< orders whose outcome is not known yet
};

} // namespace muniment
