// The application's language: chosen in the menu, kept in the settings, switched while the window is open.
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

#include <vector>

class QApplication;

namespace muniment {

struct LanguageChoice {
    QString code; ///< "en", "de"; empty: the system's
    QString name; ///< in its own words
};

/// One for the application's life. Widgets learn of a switch by QEvent::LanguageChange.
class Language : public QObject {
    Q_OBJECT
public:
    explicit Language(QApplication& application);

    [[nodiscard]] static std::vector<LanguageChoice> choices();

    /// The code that was chosen; empty: the system's.
    [[nodiscard]] QString chosen() const { return m_chosen; }

    void choose(const QString& code);

private:
    void apply();

    QApplication& m_application;
    QString m_chosen;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace muniment
