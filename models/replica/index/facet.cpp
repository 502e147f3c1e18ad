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
    switch (static_cast<EventMark>(bit)) {
    case EventMark::None:
        break;
    case EventMark::TimeInversion:
        return "time.inversion";
    case EventMark::SequenceHole:
        return "sequence.hole";
    case EventMark::SequenceInversion:
        return "sequence.inversion";
    case EventMark::RepeatedId:
        return "event.repeated";
    case EventMark::PayloadFault:
        return "payload.fault";
    case EventMark::ForgedPosition:
        return "position.forged";
    }
    return {};
}

} // namespace muniment
