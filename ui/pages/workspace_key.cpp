#include "ui/pages/workspace_key.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace muniment {

QString workspaceKey(const char* group, const std::filesystem::path& file) {
    // Paths are no settings keys: they hold slashes, and may be long.
    const QString path = QFileInfo(QString::fromStdString(file.string())).absoluteFilePath();
    const auto digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QLatin1String(group) + QLatin1Char('/') + QString::fromLatin1(digest);
}

} // namespace muniment
