// Marks a name while it is typed, when it could be taken for another one.
#pragma once

#include "models/items/name_marks.h"
#include "ui/forms/form_dialog.h"

#include <functional>

namespace muniment {

struct WatchedName {
    QString key; ///< of its field
    NamedKind kind = NamedKind::User;
    std::function<std::optional<TenantId>()> tenant; ///< whose names it is compared with; absent: not known yet
    AggregateId except = {};                         ///< whose name it is
};

/// For as long as the form lives.
void watchName(Workspace& workspace, FormDialog& form, WatchedName name);

} // namespace muniment
