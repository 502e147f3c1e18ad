#include "ui/look/tones.h"

#include <QString>

#include <utility>

namespace muniment {

static const Tones* current = nullptr;

const Tones& lightTones() {
    static const Tones tones{
        .window = QColor(0xf4f5f7),
        .side = QColor(0xedeff2),
        .surface = QColor(0xffffff),
        .raised = QColor(0xf6f7f9),
        .border = QColor(0xd9dde3),
        .hairline = QColor(0xe9ecf0),
        .text = QColor(0x1b2230),
        .quiet = QColor(0x596373),
        .accent = QColor(0x2f5fd0),
        .accentText = QColor(0xffffff),
        .link = QColor(0x2454bd),
        .selection = QColor(0xdce8fb),
        .selectionText = QColor(0x1b2230),
        .good = QColor(0x1f7a45),
        .warning = QColor(0x955c00),
        .bad = QColor(0xb93a12),
        .warningSurface = QColor(0xfff5df),
        .badSurface = QColor(0xfdece5),
        .goodSurface = QColor(0xe6f5ec),
        .past = QColor(0xc58a17),
        .pastSurface = QColor(0xfdf3dc),
        .bar = QColor(0x8fabea),
        .barBad = QColor(0xc8502c),
        .barOther = QColor(0xb4bbc6),
        .categories = {QColor(0x6f93e0), QColor(0xe0a03c), QColor(0x2e9c83), QColor(0xb3649f), QColor(0x59b4d9),
                       QColor(0x8a6d3b)},
        .filterField = QColor(0x7a35a8),
        .filterValue = QColor(0x1a6b47),
        .filterWord = QColor(0x9a5208),
        .isDark = false,
    };
    return tones;
}

const Tones& darkTones() {
    static const Tones tones{
        .window = QColor(0x1a1d23),
        .side = QColor(0x1e2128),
        .surface = QColor(0x22262e),
        .raised = QColor(0x292e37),
        .border = QColor(0x373d48),
        .hairline = QColor(0x2d323b),
        .text = QColor(0xe7eaef),
        .quiet = QColor(0x9da6b4),
        .accent = QColor(0x2f5fd0),
        .accentText = QColor(0xffffff),
        .link = QColor(0x8fb4f5),
        .selection = QColor(0x2b4372),
        .selectionText = QColor(0xf3f6fb),
        .good = QColor(0x5cc98c),
        .warning = QColor(0xe6b655),
        .bad = QColor(0xf5926b),
        .warningSurface = QColor(0x352d1b),
        .badSurface = QColor(0x3a2620),
        .goodSurface = QColor(0x1f3328),
        .past = QColor(0xb9892b),
        .pastSurface = QColor(0x2f2a1c),
        .bar = QColor(0x6284cf),
        .barBad = QColor(0xe2764e),
        .barOther = QColor(0x5b6472),
        .categories = {QColor(0x7a9cec), QColor(0xe3ab55), QColor(0x45b79b), QColor(0xcb83b8), QColor(0x74c3e3),
                       QColor(0xb8935a)},
        .filterField = QColor(0xc9a2ee),
        .filterValue = QColor(0x86d3ab),
        .filterWord = QColor(0xe6b564),
        .isDark = true,
    };
    return tones;
}

const Tones& tones() {
    return current == nullptr ? lightTones() : *current;
}

void setTones(const Tones& tones) {
    current = &tones;
}

QPalette paletteOf(const Tones& t) {
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.raised);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.quiet);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.selectionText);
    palette.setColor(QPalette::Link, t.link);
    palette.setColor(QPalette::LinkVisited, t.link);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.hairline);
    palette.setColor(QPalette::Mid, t.border);
    palette.setColor(QPalette::Dark, t.border);
    palette.setColor(QPalette::Shadow, t.isDark ? QColor(0x0c0e11) : QColor(0xb9bfc8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor disabled = t.quiet;
        disabled.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    return palette;
}

QString styleWith(const Tones& t, QString style) {
    const std::pair<const char*, QColor> names[]{
        {"window", t.window},
        {"side", t.side},
        {"surface", t.surface},
        {"raised", t.raised},
        {"border", t.border},
        {"hairline", t.hairline},
        {"text", t.text},
        {"quiet", t.quiet},
        {"accent", t.accent},
        {"accentText", t.accentText},
        {"link", t.link},
        {"selection", t.selection},
        {"selectionText", t.selectionText},
        {"good", t.good},
        {"warning", t.warning},
        {"bad", t.bad},
        {"warningSurface", t.warningSurface},
        {"badSurface", t.badSurface},
        {"goodSurface", t.goodSurface},
        {"pastSurface", t.pastSurface},
        {"past", t.past},
    };
    style.replace(QStringLiteral("@mode@"), t.isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    for (const auto& [name, color] : names)
        style.replace(QStringLiteral("@%1@").arg(QLatin1String(name)), color.name());
    return style;
}

} // namespace muniment
