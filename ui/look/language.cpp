#include "ui/look/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QSettings>

namespace muniment {

static constexpr const char* kLanguageKey = "look/language";

Language::Language(QApplication& application) : m_application(application) {
    m_chosen = QSettings().value(QLatin1String(kLanguageKey)).toString();
    apply();
}

std::vector<LanguageChoice> Language::choices() {
    return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void Language::choose(const QString& code) {
    QSettings().setValue(QLatin1String(kLanguageKey), code);
    if (code == m_chosen)
        return;
    m_chosen = code;
    apply();
}

void Language::apply() {
    const QLocale locale = m_chosen.isEmpty() ? QLocale::system() : QLocale(m_chosen);
    // Before the translators: the language change they announce makes every label anew, numbers included.
    QLocale::setDefault(locale);
    m_application.removeTranslator(&m_own);
    m_application.removeTranslator(&m_qt);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qt);
    // English needs its own catalogue too, for plurals; it is what people read whose language (or "C") has none.
    const QString place = QStringLiteral(":/muniment/i18n");
    if (m_own.load(locale, QStringLiteral("muniment"), QStringLiteral("_"), place) ||
        m_own.load(QStringLiteral("muniment_en"), place))
        m_application.installTranslator(&m_own);
}

} // namespace muniment
