#include "models/workspace/owner_mailbox.h"

#include <QObject>

namespace muniment {

void OwnerMailbox::post(std::function<void()> work) {
    const std::lock_guard lock(m_mutex);
    if (m_owner)
        QMetaObject::invokeMethod(m_owner, std::move(work), Qt::QueuedConnection);
}

void OwnerMailbox::close() {
    const std::lock_guard lock(m_mutex);
    m_owner = nullptr;
}

} // namespace muniment
