// A payload without its secrets: everything of it that reaches screen or clipboard comes from here.
#pragma once

#include "models/directory/directory.h"
#include "models/domain/event.h"

#include <QString>

#include <set>
#include <string>
#include <vector>

namespace muniment {

/// Secret members of one event's payload that are shown all the same, because somebody gave a reason and it was noted.
using ShownSecrets = std::set<std::string>;

/// The name of what is secret where a payload that should hold a secret has no members to tell apart.
constexpr const char* kWholePayload = "payload";

/// What stands in place of a secret.
[[nodiscard]] QString maskedSecret();
/// The payload's secret members in stored order, shown or not; kWholePayload when it has no members at all.
[[nodiscard]] std::vector<std::string> secretsOf(const RecordedEvent& event);

/// The payload's bytes with secret members' values replaced; bytes without secrets are as the server had them. Empty
/// when there is no payload.
[[nodiscard]] std::string maskedPayload(const RecordedEvent& event, const ShownSecrets& shown = {});
/// The same in one line of plain text.
[[nodiscard]] QString exactPayload(const RecordedEvent& event, const ShownSecrets& shown = {});
/// The event's payload as changes: what each top-level field was set to. `before` is empty.
[[nodiscard]] std::vector<FieldChange> payloadFields(const RecordedEvent& event, const ShownSecrets& shown = {});

} // namespace muniment
