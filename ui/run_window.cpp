#include "ui/run_window.h"

#include "ui/look/language.h"
#include "ui/look/look.h"
#include "ui/shell/main_window.h"

#include <QApplication>

namespace muniment {

int runWindow(const std::optional<std::filesystem::path>& file) {
    QApplication& application = *qApp;
    if (QCoreApplication::organizationName().isEmpty())
        QCoreApplication::setOrganizationName(QStringLiteral("muniment"));
    Language language(application);
    Look look(application);
    MainWindow window(look, language);
    window.show();
    if (file)
        window.openFile(*file);
    return QApplication::exec();
}

} // namespace muniment
