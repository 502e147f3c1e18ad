// What every backend asks of an append before it asks the server: the rules that need no state.
#pragma once

#include "models/eventstore/event_store.h"

#include <string>
#include <string_view>

namespace muniment {

/// UTF-8 without NUL: what every backend can keep as text.
[[nodiscard]] bool isStorableText(std::string_view text);
/// An IPv4 or IPv6 address in the form every backend gives back ("2001:db8::1"); InvalidInput otherwise.
[[nodiscard]] Result<std::string> canonicalAddress(const std::string& address);
/// InvalidInput (context "field"; for payloads also "fault", the name of a PayloadFault) when the append could be
/// written by no backend: no events or more than kMaxAppendEvents, an aggregate that occurs twice, a text that is not
/// storable, a payload that is not canonical.
[[nodiscard]] Result<void> checkAppend(const Append& append);
/// The same for one event of imported history, whose payload need not be canonical: UTF-8 within the limit is enough.
[[nodiscard]] Result<void> checkHistory(const RecordedEvent& event);

} // namespace muniment
