#include "tests/workspace/random_commands.h"

#include "models/commands/claims.h"

#include <QtGlobal>

namespace muniment::test {

namespace {

using Log = std::map<std::pair<TenantId, AggregateKey>, std::vector<RecordedEvent>>;

Log byAggregate(const std::vector<RecordedEvent>& log) {
    Log sorted;
    for (const RecordedEvent& event : log)
        sorted[{event.tenant, event.aggregate}].push_back(event);
    return sorted;
}

/// Draws one command after another for one tenant.
class Draw {
public:
    Draw(const TenantId& tenant, const KnownIds& ids, std::mt19937& random)
        : m_tenant(tenant),
          m_ids(ids),
          m_random(random) {}

    CommandRequest operator()() {
        CommandRequest request;
        request.tenant = m_tenant;
        request.operatorName = "tester";
        // Rarely: every command reads all that befell its organization.
        if (below(400) == 0) {
            request.command = org();
            return request;
        }
        switch (below(19) + 1) {
        case 1:
        case 2:
        case 3:
        case 4:
            request.command = newUser();
            break;
        case 5:
        case 6:
        case 7:
        case 8:
            request.id = id("user");
            request.command = user();
            break;
        case 9:
            request.id = id("user");
            request.command = credential();
            break;
        case 10:
        case 11:
        case 12:
            team(request);
            break;
        case 13:
        case 14:
            role(request);
            break;
        case 15:
        case 16:
            resource(request);
            break;
        case 17:
        case 18:
            grant(request);
            break;
        default:
            removal(request);
            break;
        }
        if (below(10) == 0)
            request.ifSequence = below(6);
        return request;
    }

private:
    [[nodiscard]] int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    [[nodiscard]] AggregateId id(const std::string& kind) { return m_ids.any(kind, m_tenant, m_random); }

    [[nodiscard]] std::string word(const char* stem, int choice) { return stem + std::to_string(below(choice)); }

    OrgCommand org() {
        const std::string domain = word("d", 5) + ".example";
        switch (below(8)) {
        case 0:
            return RenameOrg{word("Org ", 50)};
        case 1:
            return ChangeOrgPlan{below(2) == 0 ? "business" : "no such plan"};
        case 2:
            return DeactivateOrg{};
        case 3:
        case 4:
            return ReactivateOrg{};
        case 5:
            return AddDomain{domain};
        case 6:
            return VerifyDomain{domain};
        default:
            return RemoveDomain{domain};
        }
    }

    UserCommand newUser() {
        if (below(4) == 0)
            return AddMachine{word("robot", 400), {}, {}};
        AddHuman human;
        human.userName = word("user", 2'000);
        human.email = word("u", 100) + "@acme.example";
        return human;
    }

    UserCommand user() {
        switch (below(12)) {
        case 0:
            return ChangeUserName{word("user", 2'000)};
        case 1:
            return ChangeProfile{word("F", 3), std::nullopt, word("D", 3)};
        case 2:
            return ChangeEmail{below(5) == 0 ? "no address" : word("u", 100) + "@acme.example"};
        case 3:
            return VerifyEmail{};
        case 4:
            return ChangePhone{"+49 30 " + std::to_string(below(1'000) + 1'000)};
        case 5:
            return VerifyPhone{};
        case 6:
            return RemovePhone{};
        case 7:
            return LockUser{};
        case 8:
            return UnlockUser{};
        case 9:
            return DeactivateUser{};
        case 10:
            return ReactivateUser{};
        default:
            return RequirePasswordChange{};
        }
    }

    CredentialCommand credential() {
        const std::string hash(64, "0123456789abcdef"[below(16)]);
        switch (below(3)) {
        case 0:
            return AddToken{word("t", 3), {}, hash, hash.substr(0, 16), {}, {}};
        case 1:
            return AddOtp{};
        default:
            return RemoveCredential{{below(2) == 0 ? CredentialKind::Token : CredentialKind::Otp, word("t", 3)}};
        }
    }

    TeamMember member() {
        return below(3) == 0 ? TeamMember{TeamMember::Kind::Team, id("team")}
                             : TeamMember{TeamMember::Kind::User, id("user")};
    }

    void team(CommandRequest& request) {
        const int choice = below(8);
        if (choice == 0) {
            request.command = TeamCommand(AddTeam{word("team", 60), {}});
            return;
        }
        request.id = id("team");
        if (choice == 1)
            request.command = TeamCommand(ChangeTeam{word("team", 60), std::nullopt});
        else if (choice < 6)
            request.command = TeamCommand(AddTeamMember{member()});
        else
            request.command = TeamCommand(RemoveTeamMember{member()});
    }

    void role(CommandRequest& request) {
        const int choice = below(6);
        if (choice == 0) {
            request.command = RoleCommand(AddRole{word("role", 40), {}, {}});
            return;
        }
        request.id = id("role");
        const Permission permission =
            below(2) == 0 ? Permission{word("do", 3), "document", {}} : Permission{word("do", 3), {}, id("resource")};
        if (choice == 1)
            request.command = RoleCommand(ChangeRole{word("role", 40), std::nullopt, std::nullopt});
        else if (choice < 5)
            request.command = RoleCommand(AddPermission{permission});
        else
            request.command = RoleCommand(RemovePermission{permission});
    }

    void resource(CommandRequest& request) {
        if (below(2) == 0) {
            request.command = ResourceCommand(
                AddResource{word("res", 1'000), "document", below(2) == 0 ? AggregateId() : id("resource")});
            return;
        }
        request.id = id("resource");
        request.command = ResourceCommand(ChangeResource{std::nullopt, id("resource")});
    }

    void grant(CommandRequest& request) {
        if (below(3) < 2) {
            request.command =
                GrantCommand(AddGrant{id("role"), member(), below(2) == 0 ? AggregateId() : id("resource"), {}, {}});
            return;
        }
        request.id = id("grant");
        request.command =
            below(2) == 0 ? GrantCommand(RemoveGrant{})
                          : GrantCommand(ChangeGrant{{}, std::optional(Instant{4'000'000'000'000'000 + below(1'000)})});
    }

    /// Of anything, with a few others along with it.
    void removal(CommandRequest& request) {
        for (int i = below(4); i > 0; --i)
            request.following.push_back({id("grant"), GrantCommand(RemoveGrant{})});
        switch (below(4)) {
        case 0: {
            request.id = id("user");
            request.command = UserCommand(RemoveUser{});
            const TeamMember self{TeamMember::Kind::User, request.id};
            for (int i = below(3); i > 0; --i)
                request.following.push_back({id("team"), TeamCommand(RemoveTeamMember{self})});
            break;
        }
        case 1:
            request.id = id("team");
            request.command = TeamCommand(RemoveTeam{});
            break;
        case 2:
            request.id = id("role");
            request.command = RoleCommand(RemoveRole{});
            break;
        default:
            request.id = id("resource");
            request.command = ResourceCommand(RemoveResource{});
            break;
        }
        // What never was cannot be removed with something else; that is the caller's mistake, and refused.
        if (below(3) > 0)
            std::erase_if(request.following, [](const FollowingCommand& wish) { return wish.id.text() == "never"; });
    }

    const TenantId& m_tenant;
    const KnownIds& m_ids;
    std::mt19937& m_random;
};

template <class State, class Event, class Decode>
void addClaims(HeldClaims& held, const TenantId& tenant, const AggregateId& owner,
               const std::vector<RecordedEvent>& events, Decode decode) {
    State state;
    for (const RecordedEvent& recorded : events) {
        const std::optional<Event> event = decode(recorded.type, recorded.payload);
        if (!event)
            continue;
        for (const ClaimChange& change : claimsOf(state, std::vector<Event>{*event})) {
            const std::tuple claim{change.scope == ClaimChange::Scope::Tenant ? tenant.text() : std::string(),
                                   change.claim, owner.text()};
            if (change.kind == ClaimChange::Kind::Take)
                held.insert(claim);
            else if (const auto found = held.find(claim); found != held.end())
                held.erase(found);
        }
        state = evolve(std::move(state), *event);
    }
}

} // namespace

void KnownIds::add(const std::string& kind, const TenantId& tenant, const AggregateId& id) {
    const std::lock_guard lock(m_mutex);
    m_ids[{kind, tenant}].push_back(id);
}

AggregateId KnownIds::any(const std::string& kind, const TenantId& tenant, std::mt19937& random) const {
    const std::lock_guard lock(m_mutex);
    const auto known = m_ids.find({kind, tenant});
    if (known == m_ids.end() || random() % 50 == 0)
        return AggregateId("never");
    // The younger ones more often: the older ones have been removed.
    const auto& ids = known->second;
    const std::size_t back = std::min<std::size_t>(ids.size(), 1 + random() % 60);
    return ids[ids.size() - back];
}

Outcomes runRandomCommands(EventStore& store, const RegionName& region, const std::vector<TenantId>& tenants,
                           KnownIds& ids, std::uint32_t seed, int count) {
    Outcomes outcomes;
    std::mt19937 random(seed);
    for (int i = 0; i < count; ++i) {
        const TenantId& tenant = tenants[random() % tenants.size()];
        CommandRequest request = Draw(tenant, ids, random)();
        request.region = region;
        const auto result = runCommand(store, request, systemClock());
        if (result) {
            ++outcomes["done"];
            if (isAddition(request.command))
                ids.add(std::string(aggregateTypeOf(request.command)), tenant, result->id);
            continue;
        }
        switch (result.error().code) {
        case ErrorCode::Refused:
            ++outcomes[result.error().get("reason")];
            break;
        case ErrorCode::Conflict:
        case ErrorCode::NameTaken:
            ++outcomes[std::string(errorCodeName(result.error().code))];
            break;
        default:
            ++outcomes["unexpected: " + std::string(errorCodeName(result.error().code)) + " " + result.error().detail];
            return outcomes;
        }
    }
    return outcomes;
}

HeldClaims claimsOfFold(const std::vector<RecordedEvent>& log) {
    HeldClaims held;
    for (const auto& [where, events] : byAggregate(log)) {
        const auto& [tenant, aggregate] = where;
        if (aggregate.type == "org")
            addClaims<OrgState, OrgEvent>(held, tenant, aggregate.id, events, decodeOrgEvent);
        else if (aggregate.type == "user")
            addClaims<UserState, UserEvent>(held, tenant, aggregate.id, events, decodeUserEvent);
        else if (aggregate.type == "team")
            addClaims<TeamState, TeamEvent>(held, tenant, aggregate.id, events, decodeTeamEvent);
        else if (aggregate.type == "role")
            addClaims<RoleState, RoleEvent>(held, tenant, aggregate.id, events, decodeRoleEvent);
        else if (aggregate.type == "grant")
            addClaims<GrantState, GrantEvent>(held, tenant, aggregate.id, events, decodeGrantEvent);
    }
    return held;
}

std::vector<std::string> brokenRules(const std::vector<RecordedEvent>& log) {
    std::vector<std::string> broken;
    std::set<std::tuple<TenantId, std::string, std::string>> names;
    const auto isFirst = [&](const TenantId& tenant, const std::string& kind, const std::string& name) {
        if (!names.emplace(tenant, kind, name).second)
            broken.push_back("two of kind " + kind + " are called " + name);
    };
    for (const auto& [where, events] : byAggregate(log)) {
        const auto& [tenant, aggregate] = where;
        std::int64_t sequence = 0;
        for (const RecordedEvent& event : events)
            if (event.sequence != ++sequence)
                broken.push_back(aggregate.type + " " + aggregate.id.text() + " has a hole before " +
                                 std::to_string(event.sequence));
        if (aggregate.type == "user") {
            const UserState state = foldUser(events);
            if (state.lifecycle != UserLifecycle::Removed && state.lifecycle != UserLifecycle::None)
                isFirst(tenant, "user", normalisedUserName(state.userName));
        } else if (aggregate.type == "team") {
            if (const TeamState state = foldTeam(events); state.lifecycle == TeamLifecycle::Active)
                isFirst(tenant, "team", normalisedUserName(state.name));
        } else if (aggregate.type == "role") {
            if (const RoleState state = foldRole(events); state.lifecycle == RoleLifecycle::Active)
                isFirst(tenant, "role", normalisedUserName(state.key));
        } else if (aggregate.type == "grant") {
            if (const GrantState state = foldGrant(events); state.lifecycle == GrantLifecycle::Active)
                isFirst(tenant, "grant", grantClaimValue(state.role, state.subject, state.resource));
        }
    }
    return broken;
}

std::vector<RecordedEvent> wholeLog(EventStore& store, const RegionName& region) {
    if (!store.connect(region))
        qFatal("cannot connect");
    std::vector<RecordedEvent> log;
    TailRequest request{region, std::nullopt, 8192, true};
    for (bool isFull = true; isFull;) {
        auto page = store.readTail(request);
        if (!page)
            qFatal("cannot read the log: %s", page.error().detail.c_str());
        if (!page->events.empty())
            request.after = page->events.back().key;
        isFull = page->isFull;
        std::move(page->events.begin(), page->events.end(), std::back_inserter(log));
    }
    return log;
}

} // namespace muniment::test
