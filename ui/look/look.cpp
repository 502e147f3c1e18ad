#include "ui/look/look.h"

#include "ui/look/tones.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>

namespace muniment {

namespace {

constexpr const char* kAppearanceKey = "look/appearance";

QString firstFamily(const QStringList& wanted, QFontDatabase::SystemFont otherwise) {
    const auto families = QFontDatabase::families();
    for (const auto& family : wanted) {
        if (families.contains(family))
            return family;
    }
    return QFontDatabase::systemFont(otherwise).family();
}

bool looksDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Look::Look(QApplication& application) : m_application(application) {
    m_isSystemDark = looksDark(application.palette());
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(textFont(TextSize::Normal));
    application.setWindowIcon(QIcon(QStringLiteral(":/muniment/icons/muniment.svg")));

    auto paths = QIcon::themeSearchPaths();
    for (const auto& path : {QStringLiteral("/usr/share/icons"), QStringLiteral("/usr/local/share/icons")}) {
        if (!paths.contains(path))
            paths << path;
    }
    QIcon::setThemeSearchPaths(paths);

    QFile style(QStringLiteral(":/muniment/style.qss"));
    if (style.open(QIODevice::ReadOnly))
        m_style = QString::fromUtf8(style.readAll());
    const int kept = QSettings().value(QLatin1String(kAppearanceKey), 0).toInt();
    m_appearance = kept >= 0 && kept <= 2 ? static_cast<Appearance>(kept) : Appearance::System;
    apply();
    application.installEventFilter(this);
}

void Look::setAppearance(Appearance appearance) {
    QSettings().setValue(QLatin1String(kAppearanceKey), static_cast<int>(appearance));
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    apply();
}

void Look::apply() {
    m_isApplying = true;
    const bool isDark = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_isSystemDark);
    const Tones& chosen = isDark ? darkTones() : lightTones();
    setTones(chosen);
    QIcon::setThemeName(isDark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    QIcon::setFallbackThemeName(isDark ? QStringLiteral("breeze") : QStringLiteral("breeze-dark"));
    m_application.setPalette(paletteOf(chosen));
    m_application.setStyleSheet(styleWith(chosen, m_style));
    m_isApplying = false;
    emit changed();
}

bool Look::eventFilter(QObject* watched, QEvent* event) {
    // The platform theme tells the application object when the desktop turns dark.
    if (watched == &m_application && event->type() == QEvent::ThemeChange && !m_isApplying) {
        m_isSystemDark = looksDark(m_application.style()->standardPalette());
        if (m_appearance == Appearance::System)
            apply();
    }
    return QObject::eventFilter(watched, event);
}

QFont textFont(TextSize size, bool isBold) {
    static const QString family = firstFamily({QStringLiteral("Inter")}, QFontDatabase::GeneralFont);
    QFont font(family);
    font.setPixelSize(size == TextSize::Small ? 12 : size == TextSize::Normal ? 13 : 17);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

QFont monospaceFont() {
    static const QString family =
        firstFamily({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")}, QFontDatabase::FixedFont);
    QFont font(family);
    font.setPixelSize(12);
    font.setFixedPitch(true);
    return font;
}

QIcon icon(const QString& name) {
    const auto own = QStringLiteral(":/muniment/icons/%1.svg").arg(name);
    return QFile::exists(own) ? QIcon::fromTheme(name, QIcon(own)) : QIcon::fromTheme(name);
}

} // namespace muniment
