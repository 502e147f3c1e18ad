// The window's tests need a QApplication, settings of their own and English.
#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace muniment::test {

std::function<std::unique_ptr<QCoreApplication>(int&, char**)>& applicationFactory();

namespace {

/// Settings go with the program.
class WindowApplication : public QApplication {
public:
    WindowApplication(int& argc, char** argv) : QApplication(argc, argv) {
        setApplicationName(QStringLiteral("muniment"));
        setOrganizationName(QStringLiteral("muniment"));
        setApplicationVersion(QStringLiteral("test"));
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QSettings().setValue(QStringLiteral("look/language"), QStringLiteral("en"));
        QSettings().setValue(QStringLiteral("look/appearance"), 1);
    }

private:
    QTemporaryDir m_settings;
};

[[maybe_unused]] const bool isWindow = [] {
    applicationFactory() = [](int& argc, char** argv) -> std::unique_ptr<QCoreApplication> {
        return std::make_unique<WindowApplication>(argc, argv);
    };
    return true;
}();

} // namespace

} // namespace muniment::test
