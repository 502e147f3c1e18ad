#include "models/regions/move_step.h"

namespace muniment {

std::string_view moveStepName(MoveStep step) {
    switch (step) {
    case MoveStep::Preflight:
        return "preflight";
    case MoveStep::Starting:
        return "starting";
    case MoveStep::Copying:
        return "copying";
    case MoveStep::Verifying:
        return "verifying";
    case MoveStep::CuttingOver:
        return "cutting-over";
    case MoveStep::Activating:
        return "activating";
    case MoveStep::CleaningUp:
        return "cleaning-up";
    case MoveStep::Done:
        return "done";
    }
    return "unknown";
}

} // namespace muniment
