#include "models/items/move_words.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MoveWords)
};

} // namespace

QString moveStepWords(MoveStep step) {
    switch (step) {
    case MoveStep::Preflight:
        return Words::tr("Looking at both regions");
    case MoveStep::Starting:
        return Words::tr("Starting");
    case MoveStep::Copying:
        return Words::tr("Copying");
    case MoveStep::Verifying:
        return Words::tr("Comparing");
    case MoveStep::CuttingOver:
        return Words::tr("Cutting over; writers wait");
    case MoveStep::Activating:
        return Words::tr("Opening the new home");
    case MoveStep::CleaningUp:
        return Words::tr("Removing the old copy");
    case MoveStep::Done:
        return Words::tr("Done");
    }
    return {};
}

QString moveObstacleSentence(MoveObstacle obstacle, const QString& from, const QString& to) {
    switch (obstacle) {
    case MoveObstacle::SameRegion:
        return Words::tr("The organization lives in %1 already.").arg(to);
    case MoveObstacle::UnknownTenant:
        return Words::tr("The organization does not live in %1. Sync, then try again.").arg(from);
    case MoveObstacle::Installation:
        return Words::tr("Plans and operators belong to the installation, which has no other home than %1.").arg(from);
    case MoveObstacle::NotActive:
        return Words::tr("Another move of the organization is not finished. Resume or cancel that one first.");
    case MoveObstacle::OtherEngine:
        return Words::tr("%1 and %2 are kept by different database engines, whose logs do not fit each other.")
            .arg(from, to);
    case MoveObstacle::SourceRights:
        return Words::tr("The user of the endpoint of %1 may not move organizations: grant it muniment_mover.")
            .arg(from);
    case MoveObstacle::TargetRights:
        return Words::tr("The user of the endpoint of %1 may not move organizations: grant it muniment_mover.").arg(to);
    case MoveObstacle::LeftBehind:
        return Words::tr("%1 still holds events of an earlier stay. Finish that move first.").arg(to);
    case MoveObstacle::UnknownNames:
        return Words::tr("Another service keeps names of its own in %1, which cannot be taken along.").arg(from);
    case MoveObstacle::UnknownPlan:
        return Words::tr("%1 does not have the plan of the organization. Add the plan there, or choose another one.")
            .arg(to);
    }
    return {};
}

QString moveProgressWords(const MoveProgress& progress) {
    const QString step = moveStepWords(progress.step);
    if (progress.total == 0)
        return step;
    return Words::tr("%1: %2 of %3 events").arg(step, formatCount(progress.done), formatCount(progress.total));
}

} // namespace muniment
