#include "tests/access/random_access.h"

namespace muniment::test {

namespace {

constexpr std::int64_t kStep = 1'000'000; // a second

template <class Event>
NewEvent encoded(const Event& event) {
    return encode(event);
}

} // namespace

std::size_t RandomAccess::below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random);
}

std::string RandomAccess::name(const char* kind, int count) {
    return nth(kind, static_cast<int>(below(static_cast<std::size_t>(count))));
}

std::string RandomAccess::nth(const char* kind, int number) {
    if (number % 2 == 0)
        return std::string(kind) + std::to_string(number);
    // As most ids are.
    const char digit = static_cast<char>('a' + kind[0] % 6);
    return "0d0bd6aa-1111-2222-3333-44444444" + std::string(3, digit) + std::to_string(number);
}

TeamMember RandomAccess::subject() {
    if (below(4) == 0)
        return {TeamMember::Kind::Team, AggregateId(name("team", 6))};
    return {TeamMember::Kind::User, AggregateId(name("user", 6))};
}

std::string RandomAccess::action() {
    static const char* const kActions[] = {"docs.read", "docs.write", "rooms.open", "docs.read.all"};
    return kActions[below(4)];
}

std::string RandomAccess::resource() {
    return below(10) == 0 ? std::string() : name("resource", 7);
}

Permission RandomAccess::permission() {
    static const char* const kPatterns[] = {"docs.read", "docs.*", "*", "rooms.open", "docs.write"};
    static const char* const kTypes[] = {"document", "room", "*"};
    const std::string action = kPatterns[below(5)];
    if (below(3) == 0)
        return {action, {}, AggregateId(name("resource", 7))};
    return {action, kTypes[below(3)], {}};
}

Fact RandomAccess::fact() {
    static const char* const kTypes[] = {"document", "room"};
    const auto member = [&] {
        return below(3) == 0 ? TeamMember{TeamMember::Kind::Team, AggregateId(name("team", 6))}
                             : TeamMember{TeamMember::Kind::User, AggregateId(name("user", 6))};
    };
    const auto of = [&](const char* type, std::string id, NewEvent event) {
        return Fact{type, std::move(id), std::move(event), {}};
    };
    switch (below(36)) {
    case 0:
        if (below(4) == 0)
            return of("org", "acme", encoded(OrgEvent(OrgDeactivated{})));
        [[fallthrough]];
    case 1:
        return of("org", "acme", encoded(OrgEvent(OrgReactivated{})));
    case 2:
        return of("user", name("user", 6), encoded(UserEvent(UserLocked{})));
    case 3:
        return of("user", name("user", 6), encoded(UserEvent(UserUnlocked{})));
    case 4:
        if (below(3) == 0)
            return of("user", name("user", 6), encoded(UserEvent(UserRemoved{})));
        return of("user", name("user", 6), encoded(UserEvent(HumanAdded{"u", "U", "V", "U V", "", ""})));
    case 5:
        return of("team", name("team", 6), encoded(TeamEvent(TeamRemoved{})));
    case 6:
    case 7:
        return of("team", name("team", 6), encoded(TeamEvent(TeamAdded{"T", ""})));
    case 8:
        return of("role", name("role", 4), encoded(RoleEvent(RoleRemoved{})));
    case 9:
        return of("role", name("role", 4), encoded(RoleEvent(RoleAdded{"r", "R", ""})));
    case 10:
        return of("resource", name("resource", 7), encoded(ResourceEvent(ResourceRemoved{})));
    case 11:
    case 12:
        return of("resource", name("resource", 7),
                  encoded(ResourceEvent(ResourceChanged{{}, AggregateId(below(4) == 0 ? "" : name("resource", 7))})));
    case 13:
        return of("resource", name("resource", 7),
                  encoded(ResourceEvent(ResourceAdded{"R", kTypes[below(2)], AggregateId(resource())})));
    case 14:
        return of("user", name("user", 6), encoded(UserEvent(HumanAdded{"u", "U", "V", "U V", "", ""})));
    case 15:
    case 16:
    case 17:
    case 18:
    case 19:
        return of("team", name("team", 6), encoded(TeamEvent(TeamMemberAdded{member()})));
    case 20:
    case 21:
        return of("team", name("team", 6), encoded(TeamEvent(TeamMemberRemoved{member()})));
    case 22:
    case 23:
    case 24:
        return of("role", name("role", 4), encoded(RoleEvent(RolePermissionAdded{permission()})));
    case 25:
        return of("role", name("role", 4), encoded(RoleEvent(RolePermissionRemoved{permission()})));
    case 26:
        return of("grant", name("grant", 12), encoded(GrantEvent(GrantRemoved{})));
    case 27: {
        GrantChanged changed;
        changed.until = below(2) == 0 ? std::optional<Instant>() : std::optional(m_clock + kStep * 5);
        return of("grant", name("grant", 12), encoded(GrantEvent(changed)));
    }
    default: {
        GrantAdded added{AggregateId(name("role", 4)), member(), AggregateId(resource()), {}, {}};
        if (below(4) == 0)
            added.from = m_clock + kStep * static_cast<std::int64_t>(below(20));
        if (below(3) == 0)
            added.until = m_clock + kStep * static_cast<std::int64_t>(below(40));
        return of("grant", name("grant", 12), encoded(GrantEvent(added)));
    }
    }
}

std::vector<Fact> RandomAccess::history(int events) {
    std::vector<Fact> facts;
    const auto add = [&](Fact fact) {
        if (below(4) != 0)
            m_clock.micros += kStep; // else several at one instant
        fact.loggedAt = m_clock;
        facts.push_back(std::move(fact));
    };
    add({"org", "acme", encoded(OrgEvent(OrgAdded{"Acme"})), {}});
    // Most of what is named is there from the beginning.
    for (int i = 0; i < 6; ++i)
        add({"user", nth("user", i), encoded(UserEvent(HumanAdded{"u", "U", "V", "U V", "", ""})), {}});
    for (int i = 0; i < 6; ++i)
        add({"team", nth("team", i), encoded(TeamEvent(TeamAdded{"T", ""})), {}});
    for (int i = 0; i < 4; ++i)
        add({"role", nth("role", i), encoded(RoleEvent(RoleAdded{"r", "R", ""})), {}});
    for (int i = 0; i < 6; ++i)
        add({"resource",
             name("resource", 7),
             encoded(ResourceEvent(ResourceAdded{"R", below(2) == 0 ? "document" : "room",
                                                 AggregateId(below(2) == 0 ? std::string() : name("resource", 7))})),
             {}});
    for (int i = 0; i < 8; ++i) {
        add({"team", name("team", 6), encoded(TeamEvent(TeamMemberAdded{subject()})), {}});
        add({"role", name("role", 4), encoded(RoleEvent(RolePermissionAdded{permission()})), {}});
        add({"grant",
             name("grant", 12),
             encoded(GrantEvent(GrantAdded{AggregateId(name("role", 4)), subject(), AggregateId(resource()), {}, {}})),
             {}});
    }
    for (int i = 0; i < events; ++i)
        add(fact());
    return facts;
}

} // namespace muniment::test
