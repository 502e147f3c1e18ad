#include "ui/look/row_tones.h"

#include "ui/look/tones.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace muniment {

namespace {

using RowTones = std::array<RowTone, 8>;

// No blue near the selection's: a coloured row must not look chosen.
const RowTones& lightRows() {
    static const RowTones tones{{
        {"red", QColor(0xfde3db), QColor(0xc8502c)},
        {"orange", QColor(0xfdead0), QColor(0xd9861a)},
        {"yellow", QColor(0xf9f3c2), QColor(0xb99c00)},
        {"green", QColor(0xdcf2dd), QColor(0x3a944a)},
        {"sky", QColor(0xd8f1f8), QColor(0x1f92b3)},
        {"violet", QColor(0xeee4fa), QColor(0x8453c4)},
        {"pink", QColor(0xfce2ee), QColor(0xc04582)},
        {"grey", QColor(0xe7eaee), QColor(0x7b8594)},
    }};
    return tones;
}

const RowTones& darkRows() {
    static const RowTones tones{{
        {"red", QColor(0x452829), QColor(0xe2764e)},
        {"orange", QColor(0x40301d), QColor(0xe3a04a)},
        {"yellow", QColor(0x39371c), QColor(0xd6c24a)},
        {"green", QColor(0x21382a), QColor(0x5cb873)},
        {"sky", QColor(0x1c3642), QColor(0x56b4d3)},
        {"violet", QColor(0x362a49), QColor(0xa98be0)},
        {"pink", QColor(0x41283a), QColor(0xdb7fb0)},
        {"grey", QColor(0x31363f), QColor(0x8d97a6)},
    }};
    return tones;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RowTones)
};

} // namespace

std::span<const RowTone> rowTones() {
    return tones().isDark ? darkRows() : lightRows();
}

const RowTone& rowTone(const QString& name) {
    const auto all = rowTones();
    const auto found = std::ranges::find_if(all, [&](const RowTone& tone) { return name == QLatin1String(tone.name); });
    return found == all.end() ? all.back() : *found;
}

const RowTone& foundTone() {
    static const RowTone light{"found", QColor(0xfff0b3), QColor(0x8f5b00)};
    static const RowTone dark{"found", QColor(0x443812), QColor(0xf2c44d)};
    return tones().isDark ? dark : light;
}

QString rowToneText(const RowTone& tone) {
    const QLatin1String name(tone.name);
    if (name == QLatin1String("red"))
        return Words::tr("Red");
    if (name == QLatin1String("orange"))
        return Words::tr("Orange");
    if (name == QLatin1String("yellow"))
        return Words::tr("Yellow");
    if (name == QLatin1String("green"))
        return Words::tr("Green");
    if (name == QLatin1String("sky"))
        return Words::tr("Sky blue");
    if (name == QLatin1String("violet"))
        return Words::tr("Violet");
    if (name == QLatin1String("pink"))
        return Words::tr("Pink");
    return Words::tr("Grey");
}

} // namespace muniment
