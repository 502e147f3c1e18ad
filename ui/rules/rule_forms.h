// The forms of rules of separation of duties.
#pragma once

#include "models/items/rule_queries.h"
#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"

#include <memory>
#include <optional>

namespace muniment {

class LiveAccess;

/// `in` is offered first. While it is filled it says who would break the rule.
FormDialog* openAddRule(CommandDesk& desk, std::shared_ptr<LiveAccess> access, const std::optional<EntityOption>& in,
                        QWidget* parent, IdAdded added);
FormDialog* openRemoveRule(CommandDesk& desk, const SeparationRow& rule, QWidget* parent);

} // namespace muniment
