// Item models use fonts and locales of Qt Gui: a QGuiApplication instead of the bare one.
#include <QGuiApplication>

#include <functional>
#include <memory>

namespace muniment::test {

std::function<std::unique_ptr<QCoreApplication>(int&, char**)>& applicationFactory();

[[maybe_unused]] static const bool isGui = [] {
    applicationFactory() = [](int& argc, char** argv) -> std::unique_ptr<QCoreApplication> {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        return std::make_unique<QGuiApplication>(argc, argv);
    };
    return true;
}();

} // namespace muniment::test
