// Shortens text to a width without letting it scramble: names in right-to-left scripts stand in columns too.
#pragma once

#include <QFontMetrics>
#include <QString>

namespace muniment {

/// True when cutting `text` by its glyphs alone could change what it seems to say: it has right-to-left letters, or
/// isolates that a cut would leave open.
[[nodiscard]] bool hasOwnDirections(const QString& text);

/// At most `width` wide, cut at the logical end, between whole characters, with "…" behind what is left. Text with
/// directions of its own keeps them, cut or not: the ellipsis stands inside the isolate that was cut, so at the left of
/// a Hebrew name, and every isolate is closed. Such text is isolated as a whole when no part of it is.
[[nodiscard]] QString elidedText(const QString& text, const QFontMetrics& metrics, int width);

} // namespace muniment
