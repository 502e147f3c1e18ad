// Text from servers, files and people, made safe to show: what could disguise itself is written out as an escape.
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace muniment {

/// One line of plain text: control characters, line breaks, bidi controls, zero-width and private-use characters, and
/// lone surrogates are shown as \uXXXX; bytes that are not UTF-8 as \xXX. Everything else is kept as it is.
[[nodiscard]] QString plainText(std::string_view utf8);
[[nodiscard]] QString plainText(const QString& text);
/// The same, but line feeds and tabs stay: for text shown in several lines.
[[nodiscard]] QString plainLines(std::string_view utf8);

/// Shortens in the middle to at most `most` characters ("01J9…7QX"); shorter text is kept.
[[nodiscard]] QString shortId(std::string_view id, int most = 12);

/// Wraps a value in a first-strong isolate, so that its direction cannot reorder the sentence around it. `text` must
/// have gone through plainText().
[[nodiscard]] QString isolated(const QString& text);
/// Without the isolates that isolated() adds: for copying and for comparing.
[[nodiscard]] QString withoutIsolates(QString text);

/// Text as HTML that shows exactly the same characters: the only way data may enter a rich-text label.
[[nodiscard]] QString escapedHtml(const QString& text);

} // namespace muniment
