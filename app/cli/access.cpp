#include "app/cli/access.h"

#include "app/cli/listing.h"
#include "models/base/clock.h"
#include "models/directory/directory.h"
#include "models/replica/sqlite.h"

namespace muniment::cli {

Result<std::unique_ptr<AccessFile>> AccessFile::open(const Invocation& invocation, Output& output) {
    std::unique_ptr<AccessFile> file(new AccessFile);
    if (auto read = file->read(invocation, output); !read)
        return tl::unexpected(read.error());
    return file;
}

Result<void> AccessFile::read(const Invocation& invocation, Output& output) {
    auto opened = openToRead(invocation.file());
    if (!opened)
        return tl::unexpected(opened.error());
    m_file = std::move(*opened);
    m_now = systemClock().now();
    const auto at = instantOption(invocation, "--at");
    if (!at)
        return tl::unexpected(at.error());
    m_asOf = *at;
    auto tenant = tenantOption(invocation, snapshot(), m_asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    m_tenant = std::move(*tenant);
    auto bounds = snapshot().bounds(m_asOf);
    if (!bounds)
        return tl::unexpected(bounds.error());
    m_bounds = std::move(*bounds);
    const auto regions = snapshot().regions();
    if (!regions)
        return tl::unexpected(regions.error());
    for (const RegionRecord& region : *regions)
        if (m_asOf && (!region.knownThrough || *region.knownThrough < *m_asOf))
            output.message("Incomplete: " + escaped(region.region.text()) + " is known " +
                           (region.knownThrough ? "through " + formatInstant(*region.knownThrough) + " only."
                                                : std::string("not at all.")));
    if (auto read = m_projection.advance(snapshot()); !read)
        return read;
    m_entities.emplace(snapshot(), m_projection);
    m_names.emplace(snapshot(), m_asOf);
    return {};
}

Seen AccessFile::seenAt(HomeIndex home, const RunBounds& bounds, Instant at) const {
    return {AccessEntities::boundOf(graph().home(home), bounds), at.micros};
}

Result<Seen> AccessFile::seenAt(HomeIndex home, Instant at) {
    return snapshot().bounds(at).map([&](const RunBounds& bounds) { return seenAt(home, bounds, at); });
}

Result<HomeIndex> AccessFile::homeOf(const TenantId& tenant) {
    if (const auto home = entities().findHome(tenant))
        return *home;
    return failure(ErrorCode::NotFound, {}, {{"what", "org"}, {"id", tenant.text()}});
}

Result<SubjectIndex> AccessFile::subjectNamed(const std::string& typed) {
    TeamMember subject;
    TenantId tenant;
    if (const auto user = findUser(snapshot(), typed, m_asOf, m_tenant)) {
        subject = {TeamMember::Kind::User, user->id};
        tenant = user->tenant;
    } else if (user.error().code != ErrorCode::NotFound) {
        return tl::unexpected(user.error());
    } else if (const auto team = findTeam(snapshot(), typed, m_asOf, m_tenant)) {
        subject = {TeamMember::Kind::Team, team->id};
        tenant = team->tenant;
    } else {
        return tl::unexpected(team.error().code == ErrorCode::NotFound ? user.error() : team.error());
    }
    const auto home = homeOf(tenant);
    if (!home)
        return tl::unexpected(home.error());
    const auto kind = subject.kind == TeamMember::Kind::User ? SubjectKind::User : SubjectKind::Team;
    return entities().findSubject(*home, kind, subject.id);
}

Result<ResourceIndex> AccessFile::resourceNamed(const std::string& typed, std::optional<HomeIndex> home) {
    std::optional<TenantId> tenant = m_tenant;
    if (home)
        tenant = entities().entityOf(*home).tenant;
    if (typed == "*") {
        if (!tenant)
            return failure(ErrorCode::InvalidInput, "say of which organization", {{"field", "--tenant"}});
        return homeOf(*tenant).map([&](HomeIndex of) { return graph().home(of).root; });
    }
    const auto resource = findResource(snapshot(), typed, m_asOf, tenant);
    if (!resource)
        return tl::unexpected(resource.error());
    return homeOf(resource->tenant).map([&](HomeIndex of) { return entities().findResource(of, resource->id); });
}

std::string AccessFile::name(const AccessEntity& entity) {
    return m_names->of(entity.tenant, entity.aggregate);
}

EdgeWords AccessFile::words() {
    return {graph(), entities(), [this](const AccessEntity& entity) { return name(entity); }};
}

EventNumber AccessFile::numberOf(HomeIndex home, Bound event) const {
    return graph().home(home).eventAt(event);
}

Instant AccessFile::loggedAt(HomeIndex home, Bound event) {
    const auto at = sqlite::guarded([&] { return snapshot().loggedAt(numberOf(home, event)); });
    return at ? at->value_or(Instant{}) : Instant{};
}

std::string AccessFile::since(HomeIndex home, Bound event) {
    const auto recorded = snapshot().event(numberOf(home, event));
    if (!recorded)
        return {};
    const auto user = findUser(snapshot(), recorded->actor.id.text(), m_asOf, recorded->tenant);
    return formatInstant(recorded->recordedAt) + " (" + recorded->type + " by " +
           (user ? user->userName : recorded->actor.id.text()) + ")";
}

JsonObject AccessFile::eventJson(HomeIndex home, Bound event) {
    const auto recorded = snapshot().event(numberOf(home, event));
    if (!recorded)
        return {};
    return JsonObject()
        .text("eventId", recorded->eventId.text())
        .text("type", recorded->type)
        .instant("at", recorded->recordedAt)
        .text("actorType", recorded->actor.type)
        .text("actorId", recorded->actor.id.text());
}

Result<TypedQuestion> typedQuestion(AccessFile& file, const Invocation& invocation) {
    const auto subject = file.subjectNamed(*invocation.text("SUBJECT"));
    if (!subject)
        return tl::unexpected(subject.error());
    const HomeIndex home = file.graph().homeOf(*subject);
    const auto resource = file.resourceNamed(*invocation.text("RESOURCE"), home);
    if (!resource)
        return tl::unexpected(resource.error());
    return TypedQuestion{{*subject, *invocation.text("ACTION"), *resource}, home, file.seen(home)};
}

Run asking(Run run) {
    return [run = std::move(run)](const Invocation& invocation, Output& output) -> Result<Exit> {
        auto result = run(invocation, output);
        if (result || result.error().code != ErrorCode::NotFound)
            return result;
        output.error(result.error());
        return Exit::Usage;
    };
}

std::vector<Positional> questionPositionals() {
    return {filePositional(),
            {"SUBJECT", "a user (id, user name, e-mail) or a team (id, name)"},
            {"ACTION", "what is to be done: contract.edit"},
            {"RESOURCE", "id or name; * for the whole organization"}};
}

std::vector<Option> accessOptions() {
    return {{"--at", "T", "at that moment; else now"}, {"--tenant", "ORG", "of one organization only"}};
}

JsonObject entityJson(AccessFile&, const AccessEntity& entity, const std::string& name) {
    return JsonObject().text("type", entity.aggregate.type).text("id", entity.aggregate.id.text()).text("name", name);
}

} // namespace muniment::cli
