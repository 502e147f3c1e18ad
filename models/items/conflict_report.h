// What has become of changes that waited for their region: which still fit, which were overtaken by somebody else, and
// which are refused now; as values for a dialog, and as text to keep.
#pragma once

#include "models/items/change_set_model.h"
#include "models/items/formats.h"

#include <QString>

#include <optional>
#include <vector>

namespace muniment {

/// A field in which what was seen, what is, and what is wanted are not one; in words.
struct ThreeWayWords {
    QString field;
    QString seen, is, wanted;
    bool hasMoved = false; ///< it is not what was seen
};

[[nodiscard]] std::vector<ThreeWayWords> threeWayWords(const ThreeWays& ways);

struct ReportedChange {
    enum class Verdict {
        Fits,
        Overtaken,
        Refused,
        NotAnswered ///< nothing is known of it: its region did not say
    };

    Uuid id;
    Verdict verdict = Verdict::NotAnswered;
    QString title; ///< "Lock user"
    QString of;    ///< "Mia Chen"; empty: of nothing that is there
    QString details;
    QString organization;
    QString region;
    QString movedFrom; ///< the organization has moved since, from there; empty: it has not
    QString queued;    ///< when it was queued, with its zone
    QString trouble;   ///< why it is not written, where that is known
    std::vector<ThreeWayWords> ways;
};

struct ConflictReport {
    std::vector<ReportedChange> changes; ///< in the order in which they are sent

    [[nodiscard]] int count(ReportedChange::Verdict verdict) const;
};

/// Of what is queued, as of the last preview.
[[nodiscard]] ConflictReport conflictReport(const ChangeSet& changes, const ChangeSetModel& names,
                                            const ClockZone& zone);
/// "Still fits: 2", "Overtaken by somebody else: 1" …
[[nodiscard]] QString verdictText(ReportedChange::Verdict verdict);
/// "2 still fit, 1 was overtaken by somebody else."
[[nodiscard]] QString reportSummary(const ConflictReport& report);
/// The whole report in lines of plain text; `made` says when.
[[nodiscard]] QString reportText(const ConflictReport& report, const QString& made);

} // namespace muniment
