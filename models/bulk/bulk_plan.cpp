#include "models/bulk/bulk_plan.h"

#include "models/bulk/tenant_names.h"
#include "models/directory/list_pages.h"
#include "models/directory/teams.h"
#include "models/domain/confusables.h"

#include <algorithm>
#include <map>
#include <set>

namespace muniment {

namespace {

constexpr std::size_t kProgressEvery = 1'000;

Error taken(const char* kind) {
    return {ErrorCode::NameTaken, {}, {{"kind", kind}}};
}

/// Makes the rows of one table into requests, and remembers what they have taken.
class Planning {
public:
    Planning(Snapshot& snapshot, const OrgRow& tenant, const BulkMapping& mapping, TenantNames names,
             std::string reason, Uuid correlation)
        : m_snapshot(snapshot),
          m_tenant(tenant),
          m_mapping(mapping),
          m_names(std::move(names)),
          m_reason(std::move(reason)),
          m_correlation(correlation) {}

    BulkRow plan(const CsvRow& row) {
        BulkRow planned{row.line, CommandRequest{}, BulkRow::Notice::None, {}};
        auto command = commandOf(row, planned);
        if (!command) {
            planned.request = tl::unexpected(command.error());
            return planned;
        }
        CommandRequest request;
        request.region = m_tenant.region;
        request.tenant = m_tenant.id;
        request.id = m_target;
        request.command = std::move(*command);
        request.reason = m_reason;
        request.correlationId = m_correlation;
        planned.request = std::move(request);
        return planned;
    }

private:
    [[nodiscard]] std::string cell(const CsvRow& row, std::string_view field) const {
        return m_mapping.cell(row, field);
    }

    Result<AnyCommand> commandOf(const CsvRow& row, BulkRow& planned) {
        m_target = {};
        switch (m_mapping.kind) {
        case BulkKind::Users:
            return userOf(row, planned);
        case BulkKind::Grants:
            return grantOf(row);
        case BulkKind::TeamMembers:
            return memberOf(row);
        }
        return failure(ErrorCode::Internal);
    }

    Result<AnyCommand> userOf(const CsvRow& row, BulkRow& planned) {
        const std::string userName = cell(row, "userName");
        const std::string email = cell(row, "email");
        const std::string kind = cell(row, "kind");
        if (!kind.empty() && kind != userKindName(UserKind::Human) && kind != userKindName(UserKind::Machine))
            return failure(ErrorCode::InvalidInput, "it is human or machine",
                           {{"field", "kind"}, {"fault", "userKind"}, {"work", "table"}});
        UserCommand command;
        if (kind == userKindName(UserKind::Machine))
            command = AddMachine{userName, cell(row, "displayName"), cell(row, "description")};
        else
            command = AddHuman{userName, cell(row, "firstName"), cell(row, "lastName"), cell(row, "displayName"),
                               email,    cell(row, "phone")};
        if (const auto events = decide(UserState{}, command); !events)
            return tl::unexpected(events.error());
        if (!m_names.userNames.insert(normalisedUserName(userName)).second)
            return tl::unexpected(taken("user_name"));
        notice(planned, userName);
        if (!email.empty())
            notice(planned, email);
        return command;
    }

    void notice(BulkRow& planned, const std::string& name) {
        const auto [held, isNew] = m_names.skeletons.emplace(skeleton(name), name);
        if (!isNew && looksAlike(held->second, name) && planned.notice == BulkRow::Notice::None) {
            planned.notice = BulkRow::Notice::LooksAlike;
            planned.other = held->second;
        } else if (mixesScripts(name) && planned.notice == BulkRow::Notice::None) {
            planned.notice = BulkRow::Notice::MixesScripts;
        }
    }

    Result<TeamMember> subjectOf(const CsvRow& row, std::string_view userField, std::string_view teamField) {
        const std::string user = cell(row, userField);
        const std::string team = cell(row, teamField);
        if (user.empty() == team.empty())
            return failure(ErrorCode::InvalidInput, "it is to name a user or a team",
                           {{"field", std::string(userField)}, {"fault", "oneSubject"}, {"work", "table"}});
        if (!user.empty())
            return m_names.users.find("user", user).map([](const AggregateId& id) {
                return TeamMember{TeamMember::Kind::User, id};
            });
        return m_names.teams.find("team", team).map([](const AggregateId& id) {
            return TeamMember{TeamMember::Kind::Team, id};
        });
    }

    Result<std::optional<Instant>> instantOf(const CsvRow& row, std::string_view field) const {
        const std::string text = cell(row, field);
        if (text.empty())
            return std::nullopt;
        const auto instant = parseInstant(text);
        if (!instant)
            return failure(ErrorCode::InvalidInput, "it is to be a time like 2027-01-01",
                           {{"field", std::string(field)}, {"fault", "time"}, {"value", text}, {"work", "table"}});
        return std::optional(*instant);
    }

    Result<AnyCommand> grantOf(const CsvRow& row) {
        const auto role = m_names.roles.find("role", cell(row, "role"));
        const auto subject = subjectOf(row, "user", "team");
        const std::string where = cell(row, "resource");
        const auto resource = where.empty() ? Result<AggregateId>() : m_names.resources.find("resource", where);
        const auto from = instantOf(row, "from");
        const auto until = instantOf(row, "until");
        if (!role)
            return tl::unexpected(role.error());
        if (!subject)
            return tl::unexpected(subject.error());
        if (!resource)
            return tl::unexpected(resource.error());
        if (!from)
            return tl::unexpected(from.error());
        if (!until)
            return tl::unexpected(until.error());
        if (!m_names.grants.insert(grantClaimValue(*role, *subject, *resource)).second)
            return tl::unexpected(taken("grant"));
        return GrantCommand(AddGrant{*role, *subject, *resource, *from, *until});
    }

    Result<AnyCommand> memberOf(const CsvRow& row) {
        const auto team = m_names.teams.find("team", cell(row, "team"));
        if (!team)
            return tl::unexpected(team.error());
        const auto member = subjectOf(row, "user", "memberTeam");
        if (!member)
            return tl::unexpected(member.error());
        auto members = membersOf(*team);
        if (!members)
            return tl::unexpected(members.error());
        if (!(*members)->insert(*member).second)
            return refused(Reason::AlreadyMember);
        m_target = *team;
        return TeamCommand(AddTeamMember{*member});
    }

    Result<std::set<TeamMember>*> membersOf(const AggregateId& team) {
        const auto [known, isNew] = m_members.try_emplace(team);
        if (!isNew)
            return &known->second;
        MemberQuery query;
        query.tenant = m_tenant.id;
        query.team = team;
        ListPages<MemberRow, MemberQuery> pages(m_snapshot, listMembers, query);
        while (true) {
            const auto rows = pages.next();
            if (!rows)
                return tl::unexpected(rows.error());
            if (rows->empty())
                return &known->second;
            for (const MemberRow& row : *rows)
                known->second.insert(row.member);
        }
    }

    Snapshot& m_snapshot;
    const OrgRow& m_tenant;
    const BulkMapping& m_mapping;
    TenantNames m_names;
    std::map<AggregateId, std::set<TeamMember>> m_members;
    std::string m_reason;
    Uuid m_correlation;
    AggregateId m_target; ///< of the row at hand, where it is not drawn
};

} // namespace

std::size_t BulkPlan::sendable() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [](const BulkRow& row) { return row.request.has_value(); }));
}

Result<BulkPlan> planBulk(Snapshot& snapshot, const OrgRow& tenant, const CsvTable& table, const BulkMapping& mapping,
                          const std::string& reason, const std::stop_token& stop, const BulkProgress& progress) {
    if (const auto field = mapping.missing())
        return failure(ErrorCode::InvalidInput, "no column says it", {{"field", std::string(*field)}});
    auto names = readTenantNames(snapshot, tenant.id, stop);
    if (!names)
        return tl::unexpected(names.error());
    Planning planning(snapshot, tenant, mapping, std::move(*names), reason, randomUuid());
    BulkPlan plan;
    plan.rows.reserve(table.rows.size());
    for (const CsvRow& row : table.rows) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        plan.rows.push_back(planning.plan(row));
        if (plan.rows.size() % kProgressEvery == 0 && progress)
            progress(plan.rows.size());
    }
    return plan;
}

} // namespace muniment
