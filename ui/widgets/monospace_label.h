// A label for what is read letter by letter: ids, payloads, endpoints.
#pragma once

#include "ui/widgets/labels.h"

namespace muniment {

/// As makeValueLabel(), in the monospace font. A font that a label gets once it has been styled is lost when the look
/// changes, since the style puts the first one back: so it is made with it.
[[nodiscard]] QLabel* makeMonospaceLabel(QWidget* parent);

} // namespace muniment
