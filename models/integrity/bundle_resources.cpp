#include "models/integrity/bundle_resources.h"

#include <QFile>

#include <cstdlib>

// Resources of a static library are registered by hand, and outside of any namespace.
static void registerIntegrityResources() {
    Q_INIT_RESOURCE(integrity);
}

namespace muniment {

std::string integrityResource(std::string_view name) {
    static const bool isRegistered = [] {
        registerIntegrityResources();
        return true;
    }();
    QFile file(QStringLiteral(":/muniment/integrity/") +
               QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    if (!isRegistered || !file.open(QIODevice::ReadOnly))
        qFatal("a resource is missing");
    return file.readAll().toStdString();
}

} // namespace muniment
