#include "models/items/passport_words.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PassportWords)
};

} // namespace

QString moveStepText(MoveStep step) {
    switch (step) {
    case MoveStep::Preflight:
        return Words::tr("looking ahead");
    case MoveStep::Starting:
        return Words::tr("starting");
    case MoveStep::Copying:
        return Words::tr("copying");
    case MoveStep::Verifying:
        return Words::tr("verifying");
    case MoveStep::CuttingOver:
        return Words::tr("cutting over");
    case MoveStep::Activating:
        return Words::tr("opening");
    case MoveStep::CleaningUp:
        return Words::tr("cleaning up");
    case MoveStep::Done:
        return Words::tr("done");
    }
    return {};
}

QString moveStateText(MoveState state) {
    return state == MoveState::UnderWay ? Words::tr("under way") : Words::tr("cancelled");
}

QString passportFindingText(const PassportFinding& finding) {
    const QString said = isolated(plainText(finding.said));
    const QString found = isolated(plainText(finding.found));
    switch (finding.doubt) {
    case PassportDoubt::NoBirth:
        return Words::tr("The beginning of its log is not in this file: that it lived in %1 before is only what the "
                         "first move says.")
            .arg(said);
    case PassportDoubt::NoRegion:
        return Words::tr("It was never assigned a region; its events stand in the log of %1.").arg(found);
    case PassportDoubt::OtherLog:
        return Words::tr("Its log says that it lives in %1, but that stands in the log of %2.").arg(said, found);
    case PassportDoubt::OtherOrigin:
        return Words::tr("A move says that it came from %1, where it did not live; it lived in %2.").arg(said, found);
    case PassportDoubt::EpochGap:
        return Words::tr("After its home number %1 came number %2.").arg(found, said);
    case PassportDoubt::Reassigned:
        return Words::tr("Its region was changed from %1 to %2 without a move.").arg(found, said);
    }
    return {};
}

QString formatMicros(std::int64_t micros) {
    return formatDuration(std::chrono::milliseconds(micros / 1000));
}

QString moveStepsText(const Stay& stay) {
    QStringList parts;
    for (const StepTime& step : stay.steps)
        parts << QStringLiteral("%1 %2").arg(moveStepText(step.step), formatMicros(step.micros));
    return parts.join(QStringLiteral(", "));
}

} // namespace muniment
