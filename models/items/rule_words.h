// Rules of separation of duties, and who breaks them, in words.
#pragma once

#include "models/items/access_answer.h"
#include "models/items/rule_queries.h"

#include <QString>

namespace muniment {

/// "Active" or "Removed".
[[nodiscard]] QString ruleStateText(SeparationState::Lifecycle lifecycle);
/// "invoice.create on every invoice"; the name of the resource where the permission names one.
[[nodiscard]] QString dutyText(const Permission& permission, const std::string& resourceName);
/// "nobody", "2 users"; empty for a rule that is not in force.
[[nodiscard]] QString breachCountText(const ShownRule& rule);
/// "edit on every document in HR documents".
[[nodiscard]] QString heldRightText(const AccessRightRow& right);
/// "hr.editor", "hr.editor via Payroll" where it was granted to a team.
[[nodiscard]] QString heldByText(const AccessRightRow& right, const AccessParty& user);
/// "2 users would break it now: Mia Chen, Ola Berg."
[[nodiscard]] QString draftedBreachesText(const std::vector<AccessParty>& users);

} // namespace muniment
