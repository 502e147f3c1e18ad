// A tenant's events without what tells of persons: ids, kinds, times and rights stay, so that counts, histories and
// access can be read; names, addresses and free words do not. An id is a pseudonym then: nothing here leads from it to
// a person.
#pragma once

#include "models/domain/event.h"

namespace muniment {

/// Takes out of `event` what tells of persons. Of the payload only fields stay that the catalogue knows and does not
/// call personal or secret, and no free words; a personal text becomes pseudonymOf() the aggregate, so that the event
/// still says that there was one. A payload of a type that the catalogue does not know goes whole, as do the source
/// address and an actor's id that is no UUID. Doing it twice changes nothing. The event's other columns, and so its
/// place in the log, stay.
void pseudonymise(RecordedEvent& event);

/// Stands for an actor who is not named.
[[nodiscard]] ActorId nobody();

/// "~1a2b3c4d": what stands where a text of the aggregate's person stood.
[[nodiscard]] std::string pseudonymOf(const AggregateId& aggregate);

} // namespace muniment
