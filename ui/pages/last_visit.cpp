#include "ui/pages/last_visit.h"

#include "ui/pages/workspace_key.h"

#include <QSettings>

namespace muniment {

LastVisit::LastVisit(const std::filesystem::path& file) {
    m_key = workspaceKey("visits", file);
    bool isNumber = false;
    const qlonglong micros = QSettings().value(m_key).toLongLong(&isNumber);
    if (isNumber)
        m_previous = Instant{micros};
}

void LastVisit::note(Instant now) const {
    QSettings().setValue(m_key, static_cast<qlonglong>(now.micros));
}

} // namespace muniment
