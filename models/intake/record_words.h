// A record in few words, for lists.
#pragma once

#include "models/eventstore/intake.h"

#include <string>

namespace muniment {

/// The first values of the body, outer ones first, as "key: value, key: value", in about a hundred characters; the
/// headers' where the body has none. UTF-8 as the record had it: whoever shows it escapes it.
[[nodiscard]] std::string firstWords(const IntakeRecord& record);

} // namespace muniment
