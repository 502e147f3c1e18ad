#include "models/items/removal_plan.h"

#include "models/changes/cascade.h"
#include "models/items/ask_snapshot.h"
#include "models/items/formats.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RemovalPlan)
};

Result<RemovalPlan> readRemoval(Snapshot& snapshot, const CommandRequest& request) {
    auto requests = withCascade(snapshot, request);
    if (!requests)
        return tl::unexpected(requests.error());
    RemovalPlan plan{std::move(*requests), {}};
    if (aggregateTypeOf(request.command) == "org") {
        const auto contents = organizationContents(snapshot, request.tenant);
        if (!contents)
            return tl::unexpected(contents.error());
        plan.contents = *contents;
    }
    return plan;
}

int counted(std::int64_t n) {
    return static_cast<int>(std::min<std::int64_t>(n, 1'000'000'000));
}

struct Counts {
    int grants = 0, permissions = 0, memberships = 0, sessions = 0, resources = 0;

    void add(const AnyCommand& command) {
        grants += std::holds_alternative<GrantCommand>(command) ? 1 : 0;
        permissions += std::holds_alternative<RoleCommand>(command) ? 1 : 0;
        memberships += std::holds_alternative<TeamCommand>(command) ? 1 : 0;
        sessions += std::holds_alternative<SessionCommand>(command) ? 1 : 0;
        resources += std::holds_alternative<ResourceCommand>(command) ? 1 : 0;
    }
};

Counts countsOf(const RemovalPlan& plan) {
    Counts counts;
    for (const auto& request : plan.requests) {
        if (&request != &plan.requests.back())
            counts.add(request.command);
        for (const auto& following : request.following)
            counts.add(following.command);
    }
    return counts;
}

} // namespace

AskRemoval askRemoval(Workspace& workspace) {
    return askSnapshot<CommandRequest, RemovalPlan>(workspace, &readRemoval);
}

QStringList removalWords(const RemovalPlan& plan) {
    QStringList words;
    const auto say = [&words](int count, const QString& sentence) {
        if (count > 0)
            words << sentence;
    };
    const auto counts = countsOf(plan);
    say(counts.grants, Words::tr("%n grant(s) that name it are revoked.", nullptr, counts.grants));
    say(counts.permissions, Words::tr("%n permission(s) of roles on it are taken away.", nullptr, counts.permissions));
    say(counts.memberships, Words::tr("It is taken out of %n team(s).", nullptr, counts.memberships));
    say(counts.sessions, Words::tr("%n open session(s) are ended.", nullptr, counts.sessions));
    say(counts.resources, Words::tr("%n resource(s) below it are removed as well.", nullptr, counts.resources));
    if (const auto& held = plan.contents) {
        say(counted(held->users), Words::tr("%n user(s) end with it.", nullptr, counted(held->users)));
        say(counted(held->teams), Words::tr("%n team(s) end with it.", nullptr, counted(held->teams)));
        say(counted(held->roles), Words::tr("%n role(s) end with it.", nullptr, counted(held->roles)));
        say(counted(held->resources), Words::tr("%n resource(s) end with it.", nullptr, counted(held->resources)));
        say(counted(held->openSessions),
            Words::tr("%n open session(s) end with it.", nullptr, counted(held->openSessions)));
        say(counted(held->domains), Words::tr("%n domain(s) are free again.", nullptr, counted(held->domains)));
    }
    return words;
}

} // namespace muniment
