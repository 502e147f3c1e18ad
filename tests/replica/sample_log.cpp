#include "tests/replica/sample_log.h"

#include "models/base/canonical_json.h"

#include <array>
#include <cstring>

namespace muniment::test {

namespace {

constexpr std::array kSyllables{"ba",  "de",  "ki",  "lo",  "mu",  "na",  "pe",  "ri",  "so", "tu", "va", "wo",
                                "fen", "gol", "hur", "jes", "kam", "lin", "mor", "nel", "ü",  "é",  "ß"};
constexpr std::array kBrowsers{"Firefox 121", "Chrome 120", "Edge 120", "Safari 17"};
constexpr std::array kSystems{"Windows 11", "macOS 14", "Debian 12", "Android 14"};
constexpr std::array kCountries{"DE", "FR", "IT", "CH", "AT", "US", "JP"};

} // namespace

SampleLog::SampleLog(SampleLogSettings settings)
    : m_settings(std::move(settings)),
      m_random(m_settings.seed),
      m_now(m_settings.begin) {}

std::int64_t SampleLog::below(std::int64_t bound) {
    return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(bound));
}

Uuid SampleLog::uuid() {
    Uuid id;
    for (std::size_t half = 0; half < 2; ++half) {
        const std::uint64_t bits = m_random();
        std::memcpy(id.bytes.data() + 8 * half, &bits, sizeof bits);
    }
    return id;
}

std::string SampleLog::word(int syllables) {
    std::string text;
    for (int i = 0; i < syllables; ++i)
        text += kSyllables[static_cast<std::size_t>(below(kSyllables.size()))];
    return text;
}

RecordedEvent SampleLog::envelope(const Tenant& tenant, std::string aggregateType, AggregateId id,
                                  std::int64_t& sequence, NewEvent event) {
    RecordedEvent recorded;
    recorded.tenant = tenant.id;
    recorded.aggregate = {std::move(aggregateType), std::move(id)};
    recorded.sequence = ++sequence;
    recorded.eventId = uuid();
    recorded.type = std::move(event.type);
    recorded.revision = event.revision;
    recorded.payload = std::move(event.payload);
    recorded.outcome = std::move(event.outcome);
    m_now = m_now + (below(2 * m_settings.stepMicros) + 1);
    recorded.recordedAt = m_now;
    recorded.occurredAt = m_now + -below(50'000);
    recorded.writer = "muniment_admin";
    if (tenant.users.empty())
        recorded.actor = {"operator", ActorId("installer")};
    else
        recorded.actor = {
            "human",
            ActorId(tenant.users[static_cast<std::size_t>(below(static_cast<std::int64_t>(tenant.users.size())))]
                        .id.text())};
    recorded.sourceIp = "192.0.2." + std::to_string(below(256));
    recorded.commandId = uuid();
    if (below(3) != 0)
        recorded.correlationId = recorded.commandId;
    recorded.salt.assign(reinterpret_cast<const char*>(uuid().bytes.data()), 16);
    if (below(4) != 0) // a quarter shares its transaction with the event before
        ++m_key.position.major;
    recorded.key = {m_key.position, ++m_key.inTxOrder};
    return recorded;
}

RecordedEvent SampleLog::addTenant() {
    Tenant& tenant = m_tenants.emplace_back();
    tenant.id = TenantId(uuid().text());
    const OrgEvent added = OrgAdded{word(3) + " " + word(2)};
    tenant.state = evolve(tenant.state, added);
    return envelope(tenant, "org", AggregateId(tenant.id.text()), tenant.sequence, encode(added));
}

RecordedEvent SampleLog::changeTenant(Tenant& tenant) {
    OrgEvent event = OrgRenamed{word(4)};
    if (tenant.sequence == 1)
        event = OrgRegionAssigned{m_settings.region.text()};
    else if (below(3) == 0)
        event = OrgPlanChanged{below(2) == 0 ? "standard" : "enterprise"};
    else if (tenant.state.lifecycle == OrgLifecycle::Inactive)
        event = OrgReactivated{};
    else if (below(4) == 0)
        event = OrgDeactivated{};
    tenant.state = evolve(tenant.state, event);
    return envelope(tenant, "org", AggregateId(tenant.id.text()), tenant.sequence, encode(event));
}

RecordedEvent SampleLog::addUser(Tenant& tenant) {
    User user;
    user.id = AggregateId(uuid().text());
    const std::string first = word(2);
    const std::string last = word(3);
    UserEvent event =
        HumanAdded{first + "." + last, first, last, first + " " + last, first + "@" + last + ".example", ""};
    if (below(10) == 0)
        event = MachineAdded{last + "-sync", last, "made by a test"};
    user.state = evolve(user.state, event);
    RecordedEvent recorded = envelope(tenant, "user", user.id, user.sequence, encode(event));
    tenant.users.push_back(std::move(user));
    return recorded;
}

RecordedEvent SampleLog::changeUser(Tenant& tenant, User& user) {
    UserEvent event = UserNameChanged{word(4)};
    switch (below(5)) {
    case 0:
        event = user.state.lifecycle == UserLifecycle::Locked ? UserEvent(UserUnlocked{}) : UserEvent(UserLocked{});
        break;
    case 1:
        event = HumanEmailChanged{word(2) + "@" + word(2) + ".example"};
        break;
    case 2:
        event = HumanProfileChanged{{}, word(3), word(5)};
        break;
    case 3:
        event = user.state.lifecycle == UserLifecycle::Inactive ? UserEvent(UserReactivated{})
                                                                : UserEvent(UserDeactivated{});
        break;
    default:
        break;
    }
    user.state = evolve(user.state, event);
    return envelope(tenant, "user", user.id, user.sequence, encode(event));
}

RecordedEvent SampleLog::logIn(Tenant& tenant, User& user) {
    NewEvent event;
    event.type = below(8) == 0 ? "user.human.password.check.failed" : "user.human.password.check.succeeded";
    event.outcome = event.type.ends_with("failed") ? "failure" : "success";
    event.payload = PayloadBuilder()
                        .text("browser", kBrowsers[static_cast<std::size_t>(below(kBrowsers.size()))])
                        .text("country", kCountries[static_cast<std::size_t>(below(kCountries.size()))])
                        .text("os", kSystems[static_cast<std::size_t>(below(kSystems.size()))])
                        .text("userAgentId", std::to_string(below(1'000'000'000)))
                        .build();
    return envelope(tenant, "user", user.id, user.sequence, std::move(event));
}

RecordedEvent SampleLog::session(Tenant& tenant, User& user) {
    NewEvent event;
    if (tenant.sessionSequence == 0) {
        tenant.session = AggregateId(uuid().text());
        event.type = "session.added";
    } else {
        constexpr std::array kTypes{"session.user.checked", "session.password.checked", "session.terminated"};
        event.type = kTypes[static_cast<std::size_t>(tenant.sessionSequence - 1)];
        if (tenant.sessionSequence == 1)
            event.payload = PayloadBuilder().text("userID", user.id.text()).build();
    }
    RecordedEvent recorded = envelope(tenant, "session", tenant.session, tenant.sessionSequence, std::move(event));
    tenant.sessionSequence %= 4;
    return recorded;
}

RecordedEvent SampleLog::next() {
    if (static_cast<int>(m_tenants.size()) < m_settings.tenants)
        return addTenant();
    Tenant& tenant = m_tenants[static_cast<std::size_t>(below(m_settings.tenants))];
    if (m_settings.hasAccess && tenant.users.size() > 2 && below(4) == 0)
        return access(tenant);
    const std::int64_t dice = below(1'000);
    if (tenant.sequence == 1 || dice < 5)
        return changeTenant(tenant);
    if (tenant.users.size() < 2 || dice < 45)
        return addUser(tenant);
    User& user = tenant.users[static_cast<std::size_t>(below(static_cast<std::int64_t>(tenant.users.size())))];
    if (dice < 210)
        return changeUser(tenant, user);
    return dice < 600 ? logIn(tenant, user) : session(tenant, user);
}

void SampleLog::roughen(RecordedEvent& event) {
    switch (below(40)) {
    case 0:
        event.recordedAt = event.recordedAt + -below(20'000'000);
        break;
    case 1:
        event.recordedAt = m_settings.begin + (event.recordedAt - m_settings.begin) / 60'000'000 * 60'000'000;
        break;
    case 2:
        if (!m_recentIds.empty())
            event.eventId = m_recentIds[static_cast<std::size_t>(below(static_cast<std::int64_t>(m_recentIds.size())))];
        break;
    case 3:
        event.payload = std::string("\xff\x00{not json", 11);
        break;
    case 4:
        event.type = "user.something.unheard.of";
        event.payload = "{\"b\": 1, \"a\": 2}";
        break;
    case 5:
        event.sequence += below(3);
        break;
    case 6:
        event.payload.reset();
        event.sourceIp.reset();
        event.commandId.reset();
        event.correlationId = below(2) == 0 ? std::optional(uuid()) : std::nullopt;
        break;
    default:
        break;
    }
    m_recentIds.push_back(event.eventId);
}

std::vector<RecordedEvent> SampleLog::take(int count) {
    std::vector<RecordedEvent> events;
    events.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        events.push_back(next());
        if (m_settings.isRough)
            roughen(events.back());
    }
    return events;
}

Batch SampleLog::batch(int count) {
    Batch batch;
    batch.region = m_settings.region;
    batch.events = take(count);
    if (!batch.events.empty())
        batch.knownThrough = batch.events.back().recordedAt;
    return batch;
}

std::vector<RecordedEvent> sampleEvents(const SampleLogSettings& settings, int count) {
    return SampleLog(settings).take(count);
}

} // namespace muniment::test
