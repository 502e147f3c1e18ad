// What a page offers for export: its list as it stands.
#pragma once

#include "models/items/export_request.h"

#include <QString>

#include <vector>

namespace muniment {

struct ExportOffer {
    ExportedList list;
    QString name;                             ///< of the file: "events"
    QString words;                            ///< what the list holds now, as a sentence of plain text
    std::vector<EventField> shownFields = {}; ///< of events: what the table's columns show
    QString evidenceWords = {};               ///< of events: the same, where they go into an evidence bundle
};

} // namespace muniment
