// The colours of the window by what they mean; one set for light and one for dark.
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace muniment {

struct Tones {
    QColor window;     ///< behind everything
    QColor side;       ///< navigation
    QColor surface;    ///< cards, tables, fields
    QColor raised;     ///< headers, hovered buttons
    QColor border;     ///< round cards and fields
    QColor hairline;   ///< between rows
    QColor text;       ///< what is read
    QColor quiet;      ///< labels, secondary facts; still 4.5:1 on every surface
    QColor accent;     ///< the one main action, the chosen page
    QColor accentText; ///< on accent
    QColor link;
    QColor selection; ///< chosen row
    QColor selectionText;
    QColor good;    ///< up, done
    QColor warning; ///< down, waiting, not known yet
    QColor bad;     ///< failure, refused
    QColor warningSurface;
    QColor badSurface;
    QColor goodSurface;
    QColor past;                      ///< the frame of a moment that is not now
    QColor pastSurface;               ///< of its sign
    QColor bar;                       ///< of a chart with one kind of thing
    QColor barBad;                    ///< failures in a chart
    QColor barOther;                  ///< everything that has no colour of its own
    std::array<QColor, 6> categories; ///< kinds of equal rank; told apart by the colour-blind too
    QColor filterField;               ///< in a filter's text: what a condition looks at
    QColor filterValue;               ///< what is looked for
    QColor filterWord;                ///< and, or, not
    bool isDark = false;
};

[[nodiscard]] const Tones& lightTones();
[[nodiscard]] const Tones& darkTones();
/// Those the application shows now. GUI thread.
[[nodiscard]] const Tones& tones();
void setTones(const Tones& tones);

[[nodiscard]] QPalette paletteOf(const Tones& tones);
/// `style` with each @name@ replaced by the tone of that name.
[[nodiscard]] QString styleWith(const Tones& tones, QString style);

} // namespace muniment
