#include "models/items/planned_writes.h"

#include "models/domain/overloaded.h"
#include "models/items/change_set_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlannedWrites)
};

Result<PlannedWrites> readPlan(Snapshot& snapshot, const PutTogether& put) {
    auto requests = put(snapshot);
    if (!requests)
        return tl::unexpected(requests.error());
    PlannedWrites plan{std::move(*requests), {}};
    std::set<std::pair<TenantId, AggregateKey>> things;
    for (const CommandRequest& request : plan.requests)
        for (const AggregateKey& thing : thingsNamedBy(request))
            things.emplace(request.tenant, thing);
    auto names = readEntityNames(snapshot, {things.begin(), things.end()});
    if (!names)
        return tl::unexpected(names.error());
    plan.names = std::move(*names);
    for (const CommandRequest& request : plan.requests)
        if (const std::string name = additionName(request.command); !name.empty())
            plan.names[{request.tenant, request.id}] = name;
    return plan;
}

struct Counts {
    int additions = 0, locks = 0, newKeys = 0, credentials = 0, sessions = 0, newGrants = 0, grants = 0, joins = 0,
        leaves = 0;

    void add(const AnyCommand& command) {
        std::visit(Overloaded{
                       [this](const UserCommand& user) {
                           additions += isAddition(user) ? 1 : 0;
                           locks += std::holds_alternative<LockUser>(user) ? 1 : 0;
                       },
                       [this](const CredentialCommand& credential) {
                           newKeys += std::holds_alternative<AddMachineKey>(credential) ? 1 : 0;
                           credentials += std::holds_alternative<RemoveCredential>(credential) ? 1 : 0;
                       },
                       [this](const SessionCommand&) { ++sessions; },
                       [this](const GrantCommand& grant) {
                           newGrants += std::holds_alternative<AddGrant>(grant) ? 1 : 0;
                           grants += std::holds_alternative<RemoveGrant>(grant) ? 1 : 0;
                       },
                       [this](const TeamCommand& team) {
                           joins += std::holds_alternative<AddTeamMember>(team) ? 1 : 0;
                           leaves += std::holds_alternative<RemoveTeamMember>(team) ? 1 : 0;
                       },
                       [](const auto&) {},
                   },
                   command);
    }
};

} // namespace

bool PlannedWrites::fits() const {
    return !answers.empty() && refusal() == nullptr;
}

const Error* PlannedWrites::refusal() const {
    const auto refused = std::ranges::find_if(answers, [](const auto& answer) { return !answer.has_value(); });
    return refused == answers.end() ? nullptr : &refused->error();
}

WritePlanner::WritePlanner(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {}

void WritePlanner::ask(PutTogether put) {
    drop();
    m_isAsking = true;
    m_ticket = m_workspace.query<PlannedWrites>(
        this, [put = std::move(put)](Snapshot& snapshot, const std::stop_token&) { return readPlan(snapshot, put); },
        [this, generation = m_generation](Result<PlannedWrites> plan) {
            if (generation == m_generation)
                takePlan(std::move(plan));
        });
    emit changed();
}

void WritePlanner::drop() {
    m_ticket.cancel();
    ++m_generation;
    m_planned.reset();
    m_failure.reset();
    m_isAsking = false;
}

void WritePlanner::takePlan(Result<PlannedWrites> plan) {
    if (!plan) {
        m_isAsking = false;
        m_failure = plan.error();
        emit changed();
        return;
    }
    m_planned = std::move(*plan);
    m_workspace.preview(m_planned->requests.front().region, m_planned->requests, this,
                        [this, generation = m_generation](std::vector<Result<CommandResult>> answers) {
                            if (generation == m_generation)
                                takeAnswers(std::move(answers));
                        });
    emit changed();
}

void WritePlanner::takeAnswers(std::vector<Result<CommandResult>> answers) {
    m_isAsking = false;
    m_planned->answers = std::move(answers);
    emit changed();
    if (!m_planned->fits())
        return;
    m_ticket = m_workspace.query<Impact>(
        this,
        [planned = *m_planned](Snapshot& snapshot, const std::stop_token&) {
            return impactOf(snapshot, planned.requests, planned.answers);
        },
        [this, generation = m_generation](Result<Impact> impact) {
            if (generation != m_generation || !impact)
                return;
            m_planned->impact = std::move(*impact);
            emit changed();
        });
}

QStringList plannedWords(const std::vector<CommandRequest>& requests) {
    Counts counts;
    for (const CommandRequest& request : requests) {
        counts.add(request.command);
        for (const FollowingCommand& following : request.following)
            counts.add(following.command);
    }
    QStringList words;
    const auto say = [&words](int count, const QString& sentence) {
        if (count > 0)
            words << sentence;
    };
    say(counts.locks, Words::tr("The user is locked."));
    say(counts.additions, Words::tr("The user is added."));
    say(counts.joins, Words::tr("They become a member of %n team(s).", nullptr, counts.joins));
    say(counts.newKeys, Words::tr("A new key is made."));
    say(counts.credentials, Words::tr("%n token(s) or key(s) are removed.", nullptr, counts.credentials));
    say(counts.sessions, Words::tr("%n open session(s) are ended.", nullptr, counts.sessions));
    say(counts.newGrants, Words::tr("%n grant(s) are given.", nullptr, counts.newGrants));
    say(counts.grants, Words::tr("%n grant(s) are revoked.", nullptr, counts.grants));
    say(counts.leaves, Words::tr("They are taken out of %n team(s).", nullptr, counts.leaves));
    return words;
}

} // namespace muniment
