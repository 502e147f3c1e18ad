// How the application looks: Fusion with our palettes, fonts and icons; follows the system or a setting, live.
#pragma once

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;

namespace muniment {

enum class Appearance { System, Light, Dark };

/// One for the application's life.
class Look : public QObject {
    Q_OBJECT
public:
    /// Sets style, fonts, icon theme and the appearance kept in the settings.
    explicit Look(QApplication& application);

    [[nodiscard]] Appearance appearance() const { return m_appearance; }

    /// Applied at once and kept in the settings.
    void setAppearance(Appearance appearance);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Everything that paints itself should do so anew.
    void changed();

private:
    void apply();

    QApplication& m_application;
    QString m_style;
    Appearance m_appearance = Appearance::System;
    bool m_isSystemDark = false;
    bool m_isApplying = false;
};

/// Distances come from one grid.
constexpr int kGrid = 8;
constexpr int kRowHeight = 24;

enum class TextSize { Small, Normal, Title };
[[nodiscard]] QFont textFont(TextSize size, bool isBold = false);
/// For ids, payloads and endpoints.
[[nodiscard]] QFont monospaceFont();

/// From the icon theme, else our own drawing of the same name; follows light and dark.
[[nodiscard]] QIcon icon(const QString& name);

} // namespace muniment
