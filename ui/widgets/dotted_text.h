// Dotted names in little room: an event's type says most with its end.
#pragma once

#include <QString>

class QFontMetrics;

namespace muniment {

/// `text` in at most `width` pixels: whole; with its first one or two words cut to a letter ("s.password.checked");
/// with its first words left out ("…check.failed"); else its last word, elided at the right.
[[nodiscard]] QString fittingDottedText(const QString& text, const QFontMetrics& metrics, int width);

} // namespace muniment
