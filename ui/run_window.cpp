#include "ui/run_window.h"

#include "ui/look/language.h"
#include "ui/look/look.h"
#include "ui/shell/main_window.h"

#include <QApplication>

namespace muniment {

static void nameOrganization() {
    if (QCoreApplication::organizationName().isEmpty())
        QCoreApplication::setOrganizationName(QStringLiteral("muniment"));
}

static int runWindowWith(const std::function<void(MainWindow&)>& begin) {
    QApplication& application = *qApp;
    nameOrganization();
    Language language(application);
    Look look(application);
    MainWindow window(look, language);
    window.show();
    begin(window);
    return QApplication::exec();
}

int runWindow(const std::optional<std::filesystem::path>& file) {
    return runWindowWith([&](MainWindow& window) {
        if (file)
            window.openFile(*file);
    });
}

int runWindowOnBundle(const std::filesystem::path& bundle, const std::vector<VerifierKey>& trusted) {
    return runWindowWith([&](MainWindow& window) { window.openBundle(bundle, trusted); });
}

Result<int> runWindow(const std::filesystem::path& file, const Preparation& preparation) {
    QApplication& application = *qApp;
    nameOrganization();
    Language language(application);
    Look look(application);
    DemoPreparation prepared(preparation);
    std::optional<MainWindow> window;
    QObject::connect(&prepared, &QDialog::accepted, &prepared, [&] {
        window.emplace(look, language);
        window->show();
        window->openFile(file);
    });
    QObject::connect(&prepared, &QDialog::rejected, &application, &QApplication::quit);
    // The progress may go, or never be shown, before there is another window.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(
        &prepared, &QDialog::accepted, &application, [] { QApplication::setQuitOnLastWindowClosed(true); },
        Qt::QueuedConnection);
    prepared.start();
    const int exit = QApplication::exec();
    QApplication::setQuitOnLastWindowClosed(true);
    if (prepared.error())
        return tl::unexpected(*prepared.error());
    return exit;
}

} // namespace muniment
