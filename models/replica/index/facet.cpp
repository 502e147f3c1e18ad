#include "models/replica/index/facet.h"

#include "models/replica/event_mark.h"

namespace muniment {

std::string_view facetName(Facet facet) {
    switch (facet) {
    case Facet::EventType:
        return "type";
    case Facet::AggregateType:
        return "aggregate";
    case Facet::Tenant:
        return "tenant";
    case Facet::Outcome:
        return "outcome";
    case Facet::ActorType:
        return "actortype";
    case Facet::Os:
        return "os";
    case Facet::Browser:
        return "browser";
    case Facet::Country:
        return "country";
    case Facet::Network:
        return "network";
    case Facet::Writer:
        return "writer";
    case Facet::Mark:
        return "mark";
    }
    return {};
}

std::string_view markName(std::int64_t bit) {
    for (const auto& [mark, name] : kEventMarkNames)
        if (static_cast<std::int64_t>(mark) == bit)
            return name;
    return {};
}

} // namespace muniment
