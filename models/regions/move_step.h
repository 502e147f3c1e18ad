// How far the move of a tenant has come. Each step begins where the one before left the servers, so that a move that
// was ended anywhere is taken up by whoever comes next, on any workstation.
#pragma once

#include <string_view>

namespace muniment {

enum class MoveStep {
    Preflight,   ///< nothing is written yet
    Starting,    ///< the source notes the move, the target makes room for it
    Copying,     ///< what is final at the source goes to the target; everything stays writable
    Verifying,   ///< what was copied is read back and compared; everything stays writable
    CuttingOver, ///< writers are refused: the last events, names, and the decision
    Activating,  ///< decided: the target opens for writers
    CleaningUp,  ///< the source's copy goes
    Done,
};
/// "preflight", "starting", "copying" …: what the command line says.
[[nodiscard]] std::string_view moveStepName(MoveStep step);

} // namespace muniment
