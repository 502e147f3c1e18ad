// The colours a rule can give to a row. Each has a quiet surface that text of any kind can be read on, and a strong
// band for the row's left edge.
#pragma once

#include <QColor>
#include <QString>

#include <span>

namespace muniment {

struct RowTone {
    const char* name = ""; ///< as rules are kept with it
    QColor surface;
    QColor band;
};

constexpr int kBandWidth = 4;

/// In the order in which they are offered; light or dark as the window is now. GUI thread.
[[nodiscard]] std::span<const RowTone> rowTones();
/// The tone of that name; of a name that is not known (of a later version) the last, grey.
[[nodiscard]] const RowTone& rowTone(const QString& name);
/// Of rows that a search finds: the band is the colour of its sign and of its marks.
[[nodiscard]] const RowTone& foundTone();
/// "Sky blue": the name in the application's language.
[[nodiscard]] QString rowToneText(const RowTone& tone);

} // namespace muniment
