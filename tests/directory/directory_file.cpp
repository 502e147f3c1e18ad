#include "tests/directory/directory_file.h"

#include "models/replica/name_folding.h"

namespace muniment::test {

DirectoryFile::DirectoryFile(const std::vector<std::string>& regions) {
    ReplicaSettings settings;
    for (const auto& region : regions)
        settings.regions.push_back({RegionName(region), "embedded:/nowhere/" + region});
    m_replica =
        orDie(Replica::create(m_directory.filePath(QStringLiteral("directory.muniment")).toStdString(), settings));
}

void DirectoryFile::append(const std::string& region, RecordedEvent event, const NewEvent& what, Instant at) {
    event.type = what.type;
    event.payload = what.payload;
    event.outcome = what.outcome;
    event.eventId = randomUuid();
    event.occurredAt = event.recordedAt = at;
    if (event.actor.id.isEmpty())
        event.actor = {"human", ActorId("user-1")};
    event.writer = "tester";
    event.salt = std::string(16, 's');
    event.sequence =
        ++m_sequences[{region, event.tenant.text(), event.aggregate.type + "/" + event.aggregate.id.text()}];
    auto& [position, loggedAt] = m_ends[region];
    loggedAt = std::max(at, loggedAt);
    event.key = {{++position, 0}, 1};
    m_log.push_back({RegionName(region), std::move(event), loggedAt});
}

void DirectoryFile::org(const std::string& region, const std::string& tenant, const OrgEvent& event, Instant at) {
    RecordedEvent recorded;
    recorded.tenant = TenantId(tenant);
    recorded.aggregate = {"org", AggregateId(tenant)};
    append(region, std::move(recorded), encode(event), at);
}

void DirectoryFile::user(const std::string& region, const std::string& tenant, const std::string& id,
                         const UserEvent& event, Instant at) {
    RecordedEvent recorded;
    recorded.tenant = TenantId(tenant);
    recorded.aggregate = {"user", AggregateId(id)};
    append(region, std::move(recorded), encode(event), at);
}

void DirectoryFile::fact(const std::string& region, const std::string& tenant, const std::string& type,
                         const std::string& id, const NewEvent& event, Instant at, const std::string& actor) {
    RecordedEvent recorded;
    recorded.tenant = TenantId(tenant);
    recorded.aggregate = {type, AggregateId(id)};
    recorded.actor = {"human", ActorId(actor)};
    append(region, std::move(recorded), event, at);
}

void DirectoryFile::flush() {
    std::map<RegionName, Batch> batches;
    for (; m_flushed < m_log.size(); ++m_flushed) {
        Batch& batch = batches[m_log[m_flushed].region];
        batch.region = m_log[m_flushed].region;
        batch.events.push_back(m_log[m_flushed].event);
    }
    for (auto& [region, batch] : batches)
        std::ignore = orDie(m_replica->writer()->apply(*prepareBatch(std::move(batch))));
}

std::unique_ptr<Snapshot> DirectoryFile::snapshot() {
    return orDie(m_replica->snapshot());
}

std::vector<OrgRow> DirectoryFile::foldedOrgs(std::optional<Instant> asOf) const {
    std::map<EntityKey, std::pair<OrgState, OrgRow>> orgs;
    for (const auto& [region, event, loggedAt] : m_log) {
        const auto decoded = decodeOrgEvent(event.type, event.payload);
        if (event.aggregate.type != "org" || !decoded || (asOf && loggedAt > *asOf))
            continue;
        auto& [state, row] = orgs[{region.text(), event.tenant.text(), event.aggregate.id.text()}];
        const bool isFirst = row.id.isEmpty();
        state = evolve(state, *decoded);
        row = {TenantId(event.aggregate.id.text()), region,   state.name,     state.plan, state.lifecycle,
               isFirst ? loggedAt : row.createdAt,  loggedAt, event.sequence, 1,          0};
    }
    std::vector<OrgRow> rows;
    for (const auto& [key, org] : orgs)
        rows.push_back(org.second);
    std::sort(rows.begin(), rows.end(), [](const OrgRow& a, const OrgRow& b) {
        return std::tuple(foldName(a.name), a.id.text()) < std::tuple(foldName(b.name), b.id.text());
    });
    return rows;
}

std::vector<UserRow> DirectoryFile::foldedUsers(std::optional<Instant> asOf) const {
    std::map<std::pair<std::string, std::string>, std::string> tenantNames;
    for (const auto& org : foldedOrgs(asOf))
        tenantNames[{org.region.text(), org.id.text()}] = org.name;
    std::map<EntityKey, std::pair<UserState, UserRow>> users;
    for (const auto& [region, event, loggedAt] : m_log) {
        const auto decoded = decodeUserEvent(event.type, event.payload);
        if (event.aggregate.type != "user" || !decoded || (asOf && loggedAt > *asOf))
            continue;
        auto& [state, row] = users[{region.text(), event.tenant.text(), event.aggregate.id.text()}];
        const bool isFirst = row.id.isEmpty();
        state = evolve(state, *decoded);
        row = {event.aggregate.id,
               event.tenant,
               tenantNames[{region.text(), event.tenant.text()}],
               region,
               state.kind,
               state.lifecycle,
               state.userName,
               state.firstName,
               state.lastName,
               state.displayName,
               state.email,
               state.phone,
               state.isEmailVerified,
               state.isPhoneVerified,
               state.isPasswordChangeRequired,
               isFirst ? loggedAt : row.createdAt,
               loggedAt,
               event.sequence};
    }
    std::vector<UserRow> rows;
    for (const auto& [key, user] : users)
        rows.push_back(user.second);
    std::sort(rows.begin(), rows.end(), [](const UserRow& a, const UserRow& b) {
        return std::tuple(foldName(a.userName), a.id.text()) < std::tuple(foldName(b.userName), b.id.text());
    });
    return rows;
}

static std::string joined(const std::vector<std::string>& fields) {
    std::string text;
    for (const auto& field : fields)
        text += (text.empty() ? "" : " | ") + field;
    return text;
}

std::string printed(const OrgRow& row) {
    return joined({row.id.text(), row.region.text(), row.name, row.plan, std::string(orgLifecycleName(row.lifecycle)),
                   formatInstant(row.createdAt), formatInstant(row.changedAt), std::to_string(row.sequence),
                   std::to_string(row.epoch), std::to_string(row.users)});
}

std::string printed(const UserRow& row) {
    return joined({row.id.text(), row.tenant.text(), row.tenantName, row.region.text(),
                   std::string(userKindName(row.kind)), std::string(userLifecycleName(row.lifecycle)), row.userName,
                   row.firstName, row.lastName, row.displayName, row.email, row.phone,
                   row.isEmailVerified ? "verified" : "unverified", formatInstant(row.createdAt),
                   formatInstant(row.changedAt), std::to_string(row.sequence)});
}

} // namespace muniment::test
