#include "ui/pages/last_visit.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

namespace muniment {

LastVisit::LastVisit(const std::filesystem::path& file) {
    // Paths are no settings keys: they hold slashes, and may be long.
    const QString path = QFileInfo(QString::fromStdString(file.string())).absoluteFilePath();
    const auto digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_key = QStringLiteral("visits/") + QString::fromLatin1(digest);
    bool isNumber = false;
    const qlonglong micros = QSettings().value(m_key).toLongLong(&isNumber);
    if (isNumber)
        m_previous = Instant{micros};
}

void LastVisit::note(Instant now) const {
    QSettings().setValue(m_key, static_cast<qlonglong>(now.micros));
}

} // namespace muniment
