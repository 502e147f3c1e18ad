#include "models/replica/resources.h"

#include <QFile>

#include <cstdlib>

// Resources of a static library are registered by hand, and outside of any namespace.
static void registerReplicaResources() {
    Q_INIT_RESOURCE(replica);
}

namespace muniment {

std::string replicaResource(const char* name) {
    static const bool isRegistered = [] {
        registerReplicaResources();
        return true;
    }();
    QFile file(QStringLiteral(":/muniment/replica/") + QString::fromLatin1(name));
    if (!isRegistered || !file.open(QIODevice::ReadOnly))
        qFatal("resource %s is missing", name);
    return file.readAll().toStdString();
}

} // namespace muniment
