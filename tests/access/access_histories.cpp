#include "tests/access/access_histories.h"

namespace muniment::test {

namespace {

Instant startOf(std::size_t history) {
    return {1'700'000'000'000'000 + static_cast<std::int64_t>(history) * 10'000 * 1'000'000};
}

} // namespace

AccessHistories::AccessHistories(unsigned seed, int histories, int events, std::size_t drafted)
    : m_random(seed, {}),
      m_file({"eu"}) {
    std::int64_t ordinal = 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(histories); ++i) {
        RandomAccess random(seed * 7919 + static_cast<unsigned>(i), startOf(i));
        History history{TenantId("tenant-" + std::to_string(i)), random.history(events), ordinal};
        const std::size_t written = history.facts.size() - std::min(drafted, history.facts.size() - 1);
        ordinal += static_cast<std::int64_t>(written);
        for (const Fact& fact : std::span(history.facts).first(written))
            m_file.fact("eu", history.tenant.text(), fact.type, fact.type == "org" ? history.tenant.text() : fact.id,
                        fact.event, fact.loggedAt);
        m_histories.push_back(std::move(history));
    }
    m_file.flush();
    m_snapshot = m_file.snapshot();
    if (const auto read = m_projection.advance(*m_snapshot); !read)
        qFatal("%s", read.error().detail.c_str());
    m_entities.emplace(*m_snapshot, m_projection);
}

Case AccessHistories::draw(std::size_t history) {
    const auto& facts = m_histories[history].facts;
    Case drawn{history, m_random.subject(), m_random.action(), m_random.resource(), m_random.below(facts.size()), {}};
    drawn.at = facts[drawn.count].loggedAt;
    if (m_random.below(3) != 0) { // an instant, at or shortly after an event
        drawn.at.micros += static_cast<std::int64_t>(m_random.below(2)) * 500'000;
        while (drawn.count < facts.size() && facts[drawn.count].loggedAt <= drawn.at)
            ++drawn.count;
    }
    if (m_random.below(2) == 0) { // a random subject rarely may
        const auto who = worldOf(drawn).who(drawn.action, drawn.resource);
        if (!who.empty())
            drawn.subject = {
                TeamMember::Kind::User,
                AggregateId(*std::next(who.begin(), static_cast<std::ptrdiff_t>(m_random.below(who.size()))))};
    }
    return drawn;
}

NaiveWorld AccessHistories::worldOf(const Case& asked) const {
    return replay(facts(asked.history), asked.count, asked.at);
}

Seen AccessHistories::seen(const Case& asked) {
    const auto& [tenant, facts, firstOrdinal] = m_histories[asked.history];
    // An instant where the count is that of one; else the moment before an event.
    const bool isInstant = asked.count == facts.size() || facts[asked.count].loggedAt > asked.at;
    const Moment moment =
        isInstant ? Moment(asked.at)
                  : Moment(asked.at, EventNumber::of(graph().home(home(asked.history)).run,
                                                     firstOrdinal + static_cast<std::int64_t>(asked.count)));
    const auto bounds = orDie(m_snapshot->bounds(moment));
    return {AccessEntities::boundOf(graph().home(home(asked.history)), bounds), asked.at.micros};
}

HomeIndex AccessHistories::home(std::size_t history) {
    return *m_entities->findHome(m_histories[history].tenant);
}

std::optional<AccessQuestion> AccessHistories::question(const Case& asked) {
    const HomeIndex at = home(asked.history);
    const auto kind = asked.subject.kind == TeamMember::Kind::User ? SubjectKind::User : SubjectKind::Team;
    const SubjectIndex subject = m_entities->findSubject(at, kind, asked.subject.id);
    const ResourceIndex resource = m_entities->findResource(at, AggregateId(asked.resource));
    if (subject.isNone() || resource.isNone())
        return std::nullopt;
    return AccessQuestion{subject, asked.action, resource};
}

std::string AccessHistories::printed(const Case& asked) const {
    std::string text = "history " + std::to_string(asked.history) + ", first " + std::to_string(asked.count) +
                       " facts at " + formatInstant(asked.at) + ": " + asked.subject.id.text() + " " + asked.action +
                       " " + asked.resource + "\n";
    for (std::size_t i = 0; i < asked.count; ++i) {
        const Fact& fact = facts(asked.history)[i];
        text += formatInstant(fact.loggedAt) + " " + fact.id + " " + fact.event.type + " " +
                fact.event.payload.value_or("") + "\n";
    }
    return text;
}

} // namespace muniment::test
