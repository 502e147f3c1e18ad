// What leaving the workspace would cut short, in the words of the question that is asked before.
#pragma once

#include <QString>

namespace muniment {

struct UnfinishedWork {
    QString what;      ///< "The export to users.csv is running."
    QString onLeaving; ///< what becomes of it
};

} // namespace muniment
