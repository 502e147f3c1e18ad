#include "models/items/take_back.h"

#include "models/commands/compensation.h"
#include "models/directory/directory.h"
#include "models/domain/overloaded.h"
#include "models/items/ask_snapshot.h"
#include "models/items/change_set_model.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"
#include "models/items/related_queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TakeBack)
};

constexpr int kRowsAtOnce = 500;

/// What is known of an event's thing: everything before the event, and where it stands now.
struct Course {
    std::vector<RecordedEvent> before; ///< ascending by sequence
    std::int64_t sequence = 0;
    std::int64_t later = 0;
};

/// Sign-ins change nothing that a command could put back, and may be most of what a user has.
FilterNode decisionsAbout(const RecordedEvent& event) {
    FilterTerm signIns;
    signIns.field = FilterField::Type;
    signIns.values = {{"user.human.password.check.*", false, true, {}}};
    return joined(aggregateFilter(event.tenant, event.aggregate), JoinAs::AndNot, signIns);
}

/// Where the thing stands in its newest event.
Result<std::int64_t> sequenceNow(Snapshot& snapshot, const RecordedEvent& event) {
    const auto matches =
        evaluate(snapshot, {.filter = aggregateFilter(event.tenant, event.aggregate), .asOf = {}, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    return readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, 0, 1)
        .map([&event](const std::vector<TimelineRow>& rows) {
            return rows.empty() ? event.sequence : std::max(event.sequence, rows.front().event.sequence);
        });
}

Result<Course> readCourse(Snapshot& snapshot, const TimelineRow& row) {
    const auto sequence = sequenceNow(snapshot, row.event);
    if (!sequence)
        return tl::unexpected(sequence.error());
    const auto matches = evaluate(snapshot, {.filter = decisionsAbout(row.event), .asOf = {}, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    Course course;
    course.sequence = *sequence;
    const std::int64_t count = (*matches)->count();
    for (std::int64_t first = 0; first < count; first += kRowsAtOnce) {
        auto rows = readTimeline(snapshot, **matches, TimelineOrder::OldestFirst, first, kRowsAtOnce);
        if (!rows)
            return tl::unexpected(rows.error());
        for (TimelineRow& each : *rows) {
            if (each.event.sequence > row.event.sequence)
                ++course.later;
            else if (each.event.sequence < row.event.sequence)
                course.before.push_back(std::move(each.event));
        }
    }
    std::ranges::sort(course.before, {}, &RecordedEvent::sequence); // the log may hold them in another order
    return course;
}

/// Whether it is an event that a command could have an answer to; the others need no look at what came before.
bool isDecided(const RecordedEvent& event) {
    if (isFailure(event.outcome) || event.aggregate.type == "session")
        return false;
    return event.aggregate.type != "user" || decodeUserEvent(event.type, event.payload) ||
           decodeCredentialEvent(event.type, event.payload);
}

CommandRequest requestFor(Snapshot& snapshot, const TimelineRow& row, const Course& course, CompensatingCommand back) {
    CommandRequest request;
    const auto org = findOrganization(snapshot, row.event.tenant.text());
    request.region = org ? org->region : row.region;
    request.tenant = row.event.tenant;
    if (row.event.aggregate.type != "org")
        request.id = back.id;
    if (!isAddition(back.command)) // what is given back anew stands nowhere yet
        request.ifSequence = course.sequence;
    request.command = std::move(back.command);
    return request;
}

Result<TakeBack> readTakeBack(Snapshot& snapshot, const TimelineRow& row) {
    TakeBack back{row, {}, false, {}, 0};
    if (!isDecided(row.event))
        return back;
    const auto course = readCourse(snapshot, row);
    if (!course)
        return tl::unexpected(course.error());
    auto command = compensationFor(row.event, course->before);
    if (!command)
        return back;
    back.isRemoval = command->isRemoval;
    back.later = course->later;
    back.request = requestFor(snapshot, row, *course, std::move(*command));
    std::vector<std::pair<TenantId, AggregateKey>> things;
    for (const AggregateKey& thing : thingsNamedBy(*back.request))
        things.emplace_back(row.event.tenant, thing);
    auto names = readEntityNames(snapshot, things);
    if (!names)
        return tl::unexpected(names.error());
    back.names = std::move(*names);
    return back;
}

/// The verb of each command that can come of an event; `me` is what the event is about.
class Verb {
public:
    explicit Verb(const TakeBack& back) : m_back(back), m_me(subject(back)) {}

    QString operator()(const OrgCommand& command) const {
        return std::visit(Overloaded{
                              [this](const RenameOrg&) { return Words::tr("Rename %1 Back").arg(m_me); },
                              [this](const ChangeOrgPlan&) { return Words::tr("Give %1 Its Plan Back").arg(m_me); },
                              [this](const DeactivateOrg&) { return Words::tr("Deactivate %1").arg(m_me); },
                              [this](const ReactivateOrg&) { return Words::tr("Reactivate %1").arg(m_me); },
                              [this](const AddDomain& domain) {
                                  return Words::tr("Give %1 the Domain %2 Again").arg(m_me, shown(domain.domain));
                              },
                              [this](const RemoveDomain& domain) {
                                  return Words::tr("Take the Domain %2 from %1").arg(m_me, shown(domain.domain));
                              },
                              [this](const auto&) { return Words::tr("Remove %1").arg(m_me); },
                          },
                          command);
    }

    QString operator()(const UserCommand& command) const {
        return std::visit(
            Overloaded{
                [this](const ChangeUserName&) { return Words::tr("Change the User Name of %1 Back").arg(m_me); },
                [this](const ChangeProfile&) { return Words::tr("Change the Profile of %1 Back").arg(m_me); },
                [this](const ChangeEmail&) { return Words::tr("Change the E-mail of %1 Back").arg(m_me); },
                [this](const ChangePhone&) { return Words::tr("Change the Phone of %1 Back").arg(m_me); },
                [this](const RemovePhone&) { return Words::tr("Remove the Phone of %1").arg(m_me); },
                [this](const LockUser&) { return Words::tr("Lock %1").arg(m_me); },
                [this](const UnlockUser&) { return Words::tr("Unlock %1").arg(m_me); },
                [this](const DeactivateUser&) { return Words::tr("Deactivate %1").arg(m_me); },
                [this](const ReactivateUser&) { return Words::tr("Reactivate %1").arg(m_me); },
                [this](const auto&) { return Words::tr("Remove %1").arg(m_me); },
            },
            command);
    }

    QString operator()(const CredentialCommand&) const { return Words::tr("Remove It from %1").arg(m_me); }

    QString operator()(const TeamCommand& command) const {
        return std::visit(Overloaded{
                              [this](const ChangeTeam&) { return Words::tr("Change %1 Back").arg(m_me); },
                              [this](const AddTeamMember& member) {
                                  return Words::tr("Put %2 Back into %1").arg(m_me, nameOf(member.member.id));
                              },
                              [this](const RemoveTeamMember& member) {
                                  return Words::tr("Take %2 out of %1").arg(m_me, nameOf(member.member.id));
                              },
                              [this](const auto&) { return Words::tr("Remove %1").arg(m_me); },
                          },
                          command);
    }

    QString operator()(const RoleCommand& command) const {
        return std::visit(
            Overloaded{
                [this](const ChangeRole&) { return Words::tr("Change %1 Back").arg(m_me); },
                [this](const AddPermission& added) {
                    return Words::tr("Give %1 the Permission %2 Back").arg(m_me, shown(added.permission.action));
                },
                [this](const RemovePermission& removed) {
                    return Words::tr("Take the Permission %2 from %1").arg(m_me, shown(removed.permission.action));
                },
                [this](const auto&) { return Words::tr("Remove %1").arg(m_me); },
            },
            command);
    }

    QString operator()(const ResourceCommand& command) const {
        return std::holds_alternative<ChangeResource>(command) ? Words::tr("Change %1 Back").arg(m_me)
                                                               : Words::tr("Remove %1").arg(m_me);
    }

    QString operator()(const GrantCommand& command) const {
        return std::visit(
            Overloaded{
                [this](const AddGrant& grant) {
                    return Words::tr("Grant %1 to %2 Again").arg(nameOf(grant.role), nameOf(grant.subject.id));
                },
                [this](const ChangeGrant&) { return Words::tr("Change the Period of %1 Back").arg(m_me); },
                [this](const auto&) { return Words::tr("Revoke %1").arg(m_me); },
            },
            command);
    }

    QString operator()(const PlanCommand& command) const {
        return std::visit(Overloaded{
                              [this](const RenamePlan&) { return Words::tr("Rename %1 Back").arg(m_me); },
                              [this](const AddPlan&) { return Words::tr("Add %1 Again").arg(m_me); },
                              [this](const auto&) { return Words::tr("Remove %1").arg(m_me); },
                          },
                          command);
    }

    QString operator()(const SeparationCommand& command) const {
        return std::holds_alternative<AddSeparation>(command) ? Words::tr("Add %1 Again").arg(m_me)
                                                              : Words::tr("Remove %1").arg(m_me);
    }

    QString operator()(const SessionCommand&) const { return Words::tr("End the Session"); }

    /// Nothing that a review tells is taken back: a decision is followed by another one.
    QString operator()(const ReviewCommand&) const { return Words::tr("Decide Again"); }

private:
    static QString shown(const std::string& text) { return isolated(plainText(text)); }

    /// As it is called now, where the file knows it.
    static QString subject(const TakeBack& back) {
        const auto& event = back.row.event;
        const auto now = back.names.find({event.tenant, event.aggregate.id});
        return isolated(now == back.names.end() ? subjectText(back.row) : plainText(now->second));
    }

    [[nodiscard]] QString nameOf(const AggregateId& id) const {
        const auto found = m_back.names.find({m_back.row.event.tenant, id});
        return isolated(found == m_back.names.end() ? shortId(id.text()) : plainText(found->second));
    }

    const TakeBack& m_back;
    QString m_me;
};

} // namespace

AskTakeBack askTakeBack(Workspace& workspace) {
    return askSnapshot<TimelineRow, TakeBack>(workspace, &readTakeBack);
}

QString takeBackVerb(const TakeBack& back) {
    return std::visit(Verb(back), back.request->command);
}

QString takeBackObjection(const TimelineRow& row) {
    if (isFailure(row.event.outcome))
        return Words::tr("It did not succeed: there is nothing to take back.");
    if (row.event.type.ends_with(".removed"))
        return Words::tr("What was removed is gone for good; it can only be made anew.");
    if (!isDecided(row.event))
        return Words::tr("It tells what somebody did: no command takes that back.");
    return Words::tr("No command takes it back, or it changed nothing.");
}

} // namespace muniment
