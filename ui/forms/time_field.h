// A field of a form in which an instant is typed, or nothing.
#pragma once

#include "models/base/instant.h"
#include "ui/forms/form_dialog.h"

#include <optional>

namespace muniment {

/// What may be typed, for the empty field.
[[nodiscard]] QString timeHint();
/// As it is typed back: empty where there is none.
[[nodiscard]] std::string timeFieldText(const std::optional<Instant>& time);

/// As timeIn(), and says nothing.
[[nodiscard]] std::optional<std::optional<Instant>> timeTyped(const FormDialog& form, const QString& key);
/// What stands in the field; absent inside: nothing. Absent outside: it is no time, which is said at the field.
[[nodiscard]] std::optional<std::optional<Instant>> timeIn(FormDialog& form, const QString& key);

} // namespace muniment
