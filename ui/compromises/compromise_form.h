// Asks which account was in the wrong hands, and when.
#pragma once

#include "models/items/entity_options.h"
#include "models/replica/compromise_marks.h"
#include "ui/forms/form_dialog.h"

namespace muniment {

class CommandDesk;

/// What is known already.
struct CompromiseProposal {
    std::optional<EntityOption> account = {};
    std::optional<Instant> from = {};
};

/// Opened without waiting; the dialog owns itself. An account that is marked brings what its mark says, as soon as it
/// is chosen and nothing is typed. `marked` is called with what is to be kept.
FormDialog* openCompromiseForm(CommandDesk& desk, const CompromiseProposal& proposal, QWidget* parent,
                               std::function<void(const CompromiseMark&)> marked);

} // namespace muniment
