#include "app/cli/reconciled.h"

#include "app/cli/output.h"
#include "app/cli/text.h"
#include "models/integrity/reconciliation_record.h"
#include "models/items/error_sentence.h"
#include "models/items/formats.h"

namespace muniment::cli {

void tellDifferences(const std::filesystem::path& workspace, Output& output) {
    const auto regions = readReconciliations(workspace);
    if (!regions)
        return output.message(errorSentence(regions.error()).toStdString());
    for (const Reconciliation& region : *regions)
        if (!region.findings.empty())
            output.message(escaped(region.region.text()) + ": " +
                           formatCount(std::ssize(region.findings)).toStdString() +
                           " differences between the server and this file since they were last compared as a whole; "
                           "`muniment verify --against-server` names them.");
}

} // namespace muniment::cli
