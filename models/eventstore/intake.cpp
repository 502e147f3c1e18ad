#include "models/eventstore/intake.h"

#include <array>

namespace muniment {

namespace {

constexpr std::array kStates{IntakeState::New, IntakeState::Promoted, IntakeState::Rejected};

} // namespace

std::string_view intakeStateName(IntakeState state) {
    switch (state) {
    case IntakeState::New:
        return "new";
    case IntakeState::Promoted:
        return "promoted";
    case IntakeState::Rejected:
        return "rejected";
    }
    return "unknown";
}

std::optional<IntakeState> parseIntakeState(std::string_view name) {
    for (const IntakeState state : kStates)
        if (intakeStateName(state) == name)
            return state;
    return std::nullopt;
}

} // namespace muniment
