#include "tests/proof/proof_world.h"

#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/session.h"
#include "models/domain/team.h"
#include "models/domain/user.h"
#include "models/merkle/leaf.h"
#include "tests/integrity/bundle_fixture.h"

namespace muniment::test {

namespace {

constexpr Instant kBegin{1'750'000'000'000'000};

TeamMember user(const char* id) {
    return {TeamMember::Kind::User, AggregateId(id)};
}

TeamMember team(const char* id) {
    return {TeamMember::Kind::Team, AggregateId(id)};
}

} // namespace

Instant minute(int minutes) {
    return {kBegin.micros + std::int64_t{60'000'000} * minutes};
}

ProofWorld::ProofWorld(const std::string& withheld)
    : m_files({kHome.text(), kNewHome.text()}),
      m_replica(m_files.create()),
      m_maker(bundleKey("maker", 1)) {
    fill();
    grantsComeAndGo();
    LeafHasher hasher;
    for (RecordedEvent& event : m_events)
        if (event.aggregate.id.text() == withheld && event.sequence == 1)
            withholdPersons(hasher, event);
    flush(minute(100));
}

void ProofWorld::fact(const std::string& type, const std::string& id, const NewEvent& event, int minutes,
                      const std::string& tenant) {
    RecordedEvent recorded;
    recorded.tenant = TenantId(tenant);
    recorded.epoch = tenant == "acme" ? m_epoch : 1;
    recorded.aggregate = {type, AggregateId(id)};
    recorded.sequence = ++m_sequences[{tenant, recorded.aggregate}];
    recorded.eventId = randomUuid();
    recorded.type = event.type;
    recorded.payload = event.payload;
    recorded.outcome = event.outcome;
    recorded.occurredAt = recorded.recordedAt = minute(minutes);
    recorded.actor = {"human", ActorId("root")};
    recorded.writer = "tester";
    recorded.salt = std::string(16, static_cast<char>('a' + minutes % 26));
    recorded.key = {{++m_positions[m_home], 0}, 1};
    m_events.push_back(std::move(recorded));
}

void ProofWorld::fill() {
    fact("org", "acme", encode(OrgEvent(OrgAdded{"Acme AG"})), 1);
    fact("org", "bolt", encode(OrgEvent(OrgAdded{"Bolt"})), 1, "bolt");
    int at = 2;
    for (const char* name : {"ann", "bob", "carla", "dora", "emil"}) {
        fact("user", name, encode(UserEvent(HumanAdded{name, name, "Muster", name, std::string(name) + "@acme", {}})),
             ++at);
        fact("session", std::string("session-of-") + name, {"session.added", 1, R"({"userId":"x"})"}, at);
        fact("user", name, encode(UserEvent(HumanAdded{name, name, "Bolt", name, {}, {}})), at, "bolt");
    }
    fact("team", "legal", encode(TeamEvent(TeamAdded{"Legal", {}})), 10);
    fact("team", "staff", encode(TeamEvent(TeamAdded{"Staff", {}})), 10);
    fact("team", "legal", encode(TeamEvent(TeamMemberAdded{user("ann")})), 11);
    fact("team", "staff", encode(TeamEvent(TeamMemberAdded{team("legal")})), 12);
    fact("role", "editor", encode(RoleEvent(RoleAdded{"editor", "Editor", {}})), 13);
    fact("role", "editor", encode(RoleEvent(RolePermissionAdded{{"contract.edit", "contract", {}}})), 13);
    fact("role", "viewer", encode(RoleEvent(RoleAdded{"viewer", "Viewer", {}})), 14);
    fact("role", "viewer", encode(RoleEvent(RolePermissionAdded{{"contract.read", "*", {}}})), 14);
    fact("resource", "folder", encode(ResourceEvent(ResourceAdded{"Folder", "folder", {}})), 15);
    fact("resource", "handbook", encode(ResourceEvent(ResourceAdded{"Handbook", "contract", AggregateId("folder")})),
         16);
}

void ProofWorld::grantsComeAndGo() {
    const auto grant = [this](const char* id, const char* role, const TeamMember& subject, const char* resource,
                              std::optional<Instant> until = std::nullopt) {
        fact("grant", id,
             encode(GrantEvent(GrantAdded{AggregateId(role), subject, AggregateId(resource), std::nullopt, until})),
             20);
    };
    grant("to-staff", "editor", team("staff"), "folder");
    grant("to-bob", "editor", user("bob"), "handbook");
    grant("to-carla", "editor", user("carla"), "", minute(50));
    grant("to-dora", "editor", user("dora"), "handbook");
    grant("to-emil", "viewer", user("emil"), "folder");
    fact("org", "bolt", encode(OrgEvent(OrgRenamed{"Bolt AG"})), 30, "bolt");
    fact("grant", "to-bob", encode(GrantEvent(GrantRemoved{})), 40);
    fact("user", "dora", encode(UserEvent(UserLocked{})), 45);
    fact("user", "bob", encode(UserEvent(UserNameChanged{"robert"})), 70);
}

void ProofWorld::flush(Instant knownThrough) {
    Batch batch;
    batch.region = m_home;
    batch.events = std::exchange(m_events, {});
    batch.knownThrough = knownThrough;
    std::ignore = MUST(m_replica->writer()->apply(*prepareBatch(std::move(batch))));
}

void ProofWorld::orgEvent(const NewEvent& event, int minutes, const std::string& tenant) {
    fact("org", tenant, event, minutes, tenant);
    flush(minute(std::max(100, minutes)));
}

void ProofWorld::move() {
    orgEvent(encode(OrgEvent(OrgMoveStarted{"m", kHome.text(), kNewHome.text()})), 105);
    m_home = kNewHome;
    m_epoch = 2;
    OrgMoved moved{"m", kHome.text(), kNewHome.text(), 2, 0, {}, {}, {}, {}, {}};
    fact("org", "acme", encode(OrgEvent(moved)), 110);
    fact("grant", "to-staff", encode(GrantEvent(GrantRemoved{})), 120);
    flush(minute(200));
}

AskedAccess ProofWorld::asked(const std::string& user, int minutes) {
    return {TenantId("acme"), {"user", AggregateId(user)}, "contract.edit", AggregateId("handbook"), minute(minutes)};
}

Result<AccessProofPlan> ProofWorld::plan(const AskedAccess& asked) {
    const auto snapshot = MUST(m_replica->snapshot());
    return planAccessProof(*snapshot, asked, {});
}

BundleRequest ProofWorld::request() const {
    BundleRequest request;
    request.tool = "Muniment test";
    request.madeAt = minute(1'000);
    request.madeBy = "Olga";
    request.workspace = "acme";
    return request;
}

std::filesystem::path ProofWorld::newPath() {
    return m_folder.filePath(QStringLiteral("proof-%1.zip").arg(++m_paths)).toStdString();
}

Result<std::filesystem::path> ProofWorld::write(const AccessProofPlan& plan, const BundleRequest& request) {
    const auto path = newPath();
    const auto snapshot = MUST(m_replica->snapshot());
    return writeAccessProof(*snapshot, plan, request, m_maker, path, {}, {}).map([&](const BundleManifest&) {
        return path;
    });
}

Result<AccessVerdict> ProofWorld::check(const std::filesystem::path& bundle) const {
    const std::vector known{m_maker.verifierKey()};
    const auto info = checkBundle(bundle, known, {}, {});
    if (!info)
        return tl::unexpected(info.error());
    return checkAccessProof(bundle, *info, {}, {});
}

EventNumber ProofWorld::number(const Uuid& event) {
    const auto snapshot = MUST(m_replica->snapshot());
    for (const RunRecord& run : MUST(snapshot->runs()))
        for (std::int64_t i = 1; i <= run.lastOrdinal; ++i)
            if (MUST(snapshot->event(EventNumber::of(run.run, i))).eventId == event)
                return EventNumber::of(run.run, i);
    qFatal("there is no such event");
}

} // namespace muniment::test
