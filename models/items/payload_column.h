// A field of the payload as a column of its own: what stands there, in one line, and the condition it stands for.
#pragma once

#include "models/domain/event.h"
#include "models/timeline/filter/filter.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// What `path` leads to, found as FilterTerm tells, as plain text: several values parted by commas, objects as JSON;
/// empty where there is nothing. Secrets of the catalogue are masked.
[[nodiscard]] QString payloadText(const RecordedEvent& event, std::string_view path);
/// A condition that matches the first value found; absent for secrets, objects and nothing.
[[nodiscard]] std::optional<FilterTerm> payloadTerm(const RecordedEvent& event, std::string_view path);
/// Fields that the catalogue knows of any event, without the secret ones, ascending.
[[nodiscard]] QStringList cataloguePaths();
/// What a person typed as a path: without blanks around it and without "payload."; empty when nothing is left.
[[nodiscard]] std::string payloadPathOf(const QString& typed);

} // namespace muniment
