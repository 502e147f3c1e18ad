#include "models/simulation/event_writer.h"

#include "models/simulation/payload_text.h"

#include <array>

namespace muniment {

namespace {

constexpr const char* kUserNameClaim = "user_name";

std::string hexText(std::uint64_t value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 16; i > 0; --i, value >>= 4)
        text[i - 1] = kDigits[value & 0xf];
    return text;
}

ClaimChange claim(ClaimChange::Kind kind, const std::string& userName) {
    return {kind, kUserNameClaim, normalisedUserName(userName)};
}

Doer operatorDoer() {
    return {{"operator", ActorId("onboarding")}, std::nullopt};
}

} // namespace

RecordedEvent& EventWriter::add(Occurrence& out, TenantIndex tenant, const char* aggregateType, std::string aggregateId,
                                std::int64_t sequence, const char* type, const Doer& doer) {
    const std::optional<Uuid> command = out.events.empty() ? m_random.uuid() : out.events.front().commandId;
    RecordedEvent& event = out.events.emplace_back();
    event.tenant = m_population.tenant(tenant).id;
    event.aggregate = {aggregateType, AggregateId(std::move(aggregateId))};
    event.sequence = sequence;
    event.eventId = m_random.uuid();
    event.type = type;
    event.recordedAt = m_now;
    event.occurredAt = m_now + -m_random.between(1'500, 40'000);
    event.actor = doer.actor;
    event.writer = "iam";
    event.outcome = "success";
    event.sourceIp = doer.ip;
    event.commandId = command;
    const Uuid salt = m_random.uuid();
    event.salt.assign(salt.bytes.begin(), salt.bytes.end());
    return event;
}

RecordedEvent& EventWriter::addOrgEvent(Occurrence& out, TenantIndex index, const OrgEvent& event, const Doer& doer) {
    auto& tenant = m_population.tenant(index);
    NewEvent fact = encode(event);
    RecordedEvent& row = add(out, index, "org", tenant.id.text(), ++tenant.sequence, "", doer);
    row.type = std::move(fact.type);
    row.payload = std::move(fact.payload);
    return row;
}

RecordedEvent& EventWriter::addUserEvent(Occurrence& out, UserIndex index, const char* type, const Doer& doer) {
    auto& user = m_population.user(index);
    return add(out, user.tenant, "user", user.id.text(), ++user.sequence, type, doer);
}

void EventWriter::addUserFact(Occurrence& out, UserIndex index, const UserEvent& event, const Doer& doer,
                              const std::string& reason) {
    NewEvent fact = encode(event, reason);
    RecordedEvent& row = addUserEvent(out, index, "", doer);
    row.type = std::move(fact.type);
    row.payload = std::move(fact.payload);
}

Doer EventWriter::self(UserIndex index) {
    const auto& user = m_population.user(index);
    const auto client = drawClient(m_random, user.habits, m_population.culture());
    return {{std::string(userKindName(user.kind)), ActorId(user.id.text())}, client.ip};
}

Doer EventWriter::admin(TenantIndex tenant) {
    const auto& admins = m_population.tenant(tenant).admins;
    if (admins.empty())
        return operatorDoer();
    const UserIndex index = m_random.pick(admins);
    return m_population.user(index).sequence == 0 ? operatorDoer() : self(index);
}

Doer EventWriter::system() {
    return {{"system", ActorId("lockout")}, std::nullopt};
}

void EventWriter::tenantBorn(Occurrence& out, TenantIndex index) {
    auto& tenant = m_population.tenant(index);
    tenant.lifecycle = OrgLifecycle::Active;
    addOrgEvent(out, index, OrgAdded{tenant.name}, operatorDoer());
    addOrgEvent(out, index, OrgRegionAssigned{m_region.text()}, operatorDoer());
    if (tenant.plan != OrgState{}.plan)
        addOrgEvent(out, index, OrgPlanChanged{tenant.plan}, operatorDoer());
    out.tenantChange = CreateTenant{tenant.name, tenant.plan};
}

void EventWriter::tenantRenamed(Occurrence& out, TenantIndex index, const std::string& name) {
    m_population.tenant(index).name = name;
    addOrgEvent(out, index, OrgRenamed{name}, admin(index));
    out.tenantChange = RenameTenant{name};
}

void EventWriter::tenantPlanChanged(Occurrence& out, TenantIndex index, const std::string& plan) {
    m_population.tenant(index).plan = plan;
    addOrgEvent(out, index, OrgPlanChanged{plan}, operatorDoer());
    out.tenantChange = ChangeTenantPlan{plan};
}

void EventWriter::tenantActivity(Occurrence& out, TenantIndex index, bool isActive) {
    m_population.tenant(index).lifecycle = isActive ? OrgLifecycle::Active : OrgLifecycle::Inactive;
    addOrgEvent(out, index, isActive ? OrgEvent(OrgReactivated{}) : OrgEvent(OrgDeactivated{}), operatorDoer());
}

void EventWriter::userAdded(Occurrence& out, UserIndex index) {
    auto& user = m_population.user(index);
    const Doer doer = admin(user.tenant);
    const std::string userName = m_population.userName(index);
    user.lifecycle = UserLifecycle::Active;
    if (user.kind == UserKind::Machine) {
        addUserFact(out, index, MachineAdded{userName, m_population.displayName(index), "Runs unattended"}, doer);
    } else {
        addUserFact(out, index,
                    HumanAdded{userName, std::string(m_population.firstName(index)),
                               std::string(m_population.lastName(index)), m_population.displayName(index),
                               m_population.email(index),
                               user.phoneSerial == 0 ? std::string() : m_population.phone(index)},
                    doer);
    }
    out.claims.push_back(claim(ClaimChange::Kind::Take, userName));
}

void EventWriter::userRemoved(Occurrence& out, UserIndex index) {
    auto& user = m_population.user(index);
    user.lifecycle = UserLifecycle::Removed;
    addUserFact(out, index, UserRemoved{}, admin(user.tenant));
    out.claims.push_back(claim(ClaimChange::Kind::Release, m_population.userName(index)));
}

void EventWriter::lifecycleChanged(Occurrence& out, UserIndex index, UserLifecycle lifecycle, const Doer& doer,
                                   std::string_view reason) {
    auto& present = m_population.user(index).lifecycle;
    UserEvent event = UserLocked{};
    if (lifecycle == UserLifecycle::Inactive)
        event = UserDeactivated{};
    else if (lifecycle == UserLifecycle::Active && present == UserLifecycle::Locked)
        event = UserUnlocked{};
    else if (lifecycle == UserLifecycle::Active)
        event = UserReactivated{};
    present = lifecycle;
    addUserFact(out, index, event, doer, std::string(reason));
}

void EventWriter::userNameChanged(Occurrence& out, UserIndex index) {
    const std::string before = m_population.userName(index);
    m_population.drawUserName(index);
    const std::string after = m_population.userName(index);
    addUserFact(out, index, UserNameChanged{after}, admin(m_population.user(index).tenant));
    out.claims.push_back(claim(ClaimChange::Kind::Release, before));
    out.claims.push_back(claim(ClaimChange::Kind::Take, after));
}

void EventWriter::married(Occurrence& out, UserIndex index, std::uint16_t lastName) {
    m_population.user(index).lastName = lastName;
    addUserFact(
        out, index,
        HumanProfileChanged{std::nullopt, std::string(m_population.lastName(index)), m_population.displayName(index)},
        self(index));
}

void EventWriter::emailChanged(Occurrence& out, UserIndex index) {
    ++m_population.user(index).mailSerial;
    addUserFact(out, index, HumanEmailChanged{m_population.email(index)}, self(index));
}

void EventWriter::emailVerified(Occurrence& out, UserIndex index) {
    addUserFact(out, index, HumanEmailVerified{}, self(index));
}

void EventWriter::phoneChanged(Occurrence& out, UserIndex index) {
    auto& user = m_population.user(index);
    if (user.phoneSerial != 0 && m_random.chance(0.2)) {
        user.phoneSerial = 0;
        addUserFact(out, index, HumanPhoneRemoved{}, self(index));
        return;
    }
    user.phoneSerial = static_cast<std::uint16_t>(user.phoneSerial % 60'000 + 1);
    addUserFact(out, index, HumanPhoneChanged{m_population.phone(index)}, self(index));
}

void EventWriter::passwordChanged(Occurrence& out, UserIndex index) {
    const Doer doer = self(index);
    PayloadText payload;
    payload.boolean("changeRequired", false)
        .text("encodedHash", "$2a$12$" + hexText(m_random.next()) + hexText(m_random.next()))
        .text("userAgentID", hexText(m_population.user(index).habits.fingerprint));
    addUserEvent(out, index, "user.human.password.changed", doer).payload = payload.take();
}

void EventWriter::otpToggled(Occurrence& out, UserIndex index) {
    auto& user = m_population.user(index);
    user.hasOtp = !user.hasOtp;
    const Doer doer = self(index);
    if (!user.hasOtp) {
        addUserEvent(out, index, "user.human.mfa.otp.removed", doer);
        return;
    }
    PayloadText payload;
    payload.text("otpSecret", hexText(m_random.next()));
    addUserEvent(out, index, "user.human.mfa.otp.added", doer).payload = payload.take();
}

void EventWriter::passkeyAdded(Occurrence& out, UserIndex index) {
    auto& user = m_population.user(index);
    const Doer doer = self(index);
    PayloadText payload;
    payload.text("rpID", m_population.tenant(user.tenant).domain)
        .text("webAuthNTokenId", "passkey-" + std::to_string(++user.passkeys))
        .text("webAuthNTokenName", m_random.chance(0.6) ? "YubiKey 5" : "Phone");
    addUserEvent(out, index, "user.human.passwordless.token.added", doer).payload = payload.take();
}

void EventWriter::passkeyRemoved(Occurrence& out, UserIndex index) {
    auto& user = m_population.user(index);
    const Doer doer = self(index);
    PayloadText payload;
    payload.text("webAuthNTokenId", "passkey-" + std::to_string(user.passkeys--));
    addUserEvent(out, index, "user.human.passwordless.token.removed", doer).payload = payload.take();
}

void EventWriter::keyAdded(Occurrence& out, UserIndex machine) {
    auto& user = m_population.user(machine);
    PayloadText payload;
    payload.text("expirationDate", formatInstant(m_now + 365 * kMicrosPerDay))
        .text("keyId", "key-" + std::to_string(++user.keys))
        .text("type", "json");
    addUserEvent(out, machine, "user.machine.key.added", admin(user.tenant)).payload = payload.take();
}

void EventWriter::keyRemoved(Occurrence& out, UserIndex machine) {
    auto& user = m_population.user(machine);
    PayloadText payload;
    payload.text("keyId", "key-" + std::to_string(user.keys--));
    addUserEvent(out, machine, "user.machine.key.removed", admin(user.tenant)).payload = payload.take();
}

void EventWriter::tokenAdded(Occurrence& out, UserIndex index) {
    PayloadText payload;
    payload.text("expiration", formatInstant(m_now + 90 * kMicrosPerDay)).text("tokenId", hexText(m_random.next()));
    const Doer doer = admin(m_population.user(index).tenant);
    addUserEvent(out, index, "user.pat.added", doer).payload = payload.take();
}

RecordedEvent& EventWriter::addPasswordCheck(Occurrence& out, UserIndex index, const char* type, const Client& client) {
    PayloadText payload;
    payload.text("acceptLanguage", client.language)
        .text("browser", client.browser)
        .text("country", client.country)
        .text("os", client.os)
        .text("remoteIP", client.ip)
        .text("userAgent", client.userAgent)
        .text("userAgentID", hexText(client.fingerprint));
    RecordedEvent& event =
        addUserEvent(out, index, type, {{"human", ActorId(m_population.user(index).id.text())}, client.ip});
    event.payload = payload.take();
    return event;
}

void EventWriter::passwordFailed(Occurrence& out, UserIndex index, const Client& client) {
    addPasswordCheck(out, index, "user.human.password.check.failed", client).outcome = "failure";
}

void EventWriter::passwordGiven(Occurrence& out, UserIndex index, const Client& client) {
    addPasswordCheck(out, index, "user.human.password.check.succeeded", client);
}

void EventWriter::fact(Occurrence& out, TenantIndex tenant, const char* aggregateType, const std::string& id,
                       std::int64_t sequence, NewEvent event, const Doer& doer) {
    RecordedEvent& row = add(out, tenant, aggregateType, id, sequence, "", doer);
    row.type = std::move(event.type);
    row.payload = std::move(event.payload);
}

Client EventWriter::clientOf(const OpenSession& session) {
    Random ofSession(std::hash<Uuid>{}(session.id));
    return drawClient(ofSession, m_population.user(session.user).habits, m_population.culture());
}

RecordedEvent& EventWriter::addSessionEvent(Occurrence& out, OpenSession& session, const char* type,
                                            const Client& client) {
    const auto& user = m_population.user(session.user);
    RecordedEvent& event = add(out, user.tenant, "session", session.id.text(), ++session.sequence, type,
                               {{"human", ActorId(user.id.text())}, client.ip});
    event.correlationId = session.id;
    return event;
}

void EventWriter::sessionAdded(Occurrence& out, OpenSession& session) {
    const Client client = clientOf(session);
    PayloadText agent;
    agent.text("description", client.userAgent)
        .text("fingerprint_id", hexText(client.fingerprint))
        .text("ip", client.ip);
    PayloadText payload;
    payload.text("browser", client.browser).text("country", client.country).text("os", client.os);
    payload.object("user_agent", agent);
    addSessionEvent(out, session, "session.added", client).payload = payload.take();
}

void EventWriter::sessionIdentified(Occurrence& out, OpenSession& session) {
    const Client client = clientOf(session);
    const auto& user = m_population.user(session.user);
    PayloadText payload;
    payload.text("browser", client.browser)
        .text("checkedAt", formatInstant(m_now))
        .text("country", client.country)
        .text("ip", client.ip)
        .text("os", client.os)
        .text("preferredLanguage", client.language)
        .text("userID", user.id.text())
        .text("userResourceOwner", m_population.tenant(user.tenant).id.text());
    addSessionEvent(out, session, "session.user.checked", client).payload = payload.take();
}

void EventWriter::sessionAuthenticated(Occurrence& out, OpenSession& session) {
    const Client client = clientOf(session);
    PayloadText payload;
    payload.text("browser", client.browser)
        .text("checkedAt", formatInstant(m_now))
        .text("country", client.country)
        .text("ip", client.ip)
        .text("os", client.os)
        .text("userAgent", client.userAgent);
    addSessionEvent(out, session, "session.password.checked", client).payload = payload.take();
}

void EventWriter::sessionEnded(Occurrence& out, OpenSession& session) {
    PayloadText payload;
    payload.text("triggerOrigin",
                 "https://login." + m_population.tenant(m_population.user(session.user).tenant).domain);
    addSessionEvent(out, session, "session.terminated", clientOf(session)).payload = payload.take();
}

} // namespace muniment
