// What is suspect about a name, in words: it mixes scripts, or looks like another one.
#pragma once

#include "models/directory/look_alikes.h"
#include "models/items/request_slot.h"

#include <QString>

namespace muniment {

using AskLookAlike = Ask<NameQuestion, std::optional<std::string>>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskLookAlike askLookAlike(Workspace& workspace);

/// "Letters of different alphabets: …"; empty when the name is not like that.
[[nodiscard]] QString mixedScriptsText(const std::string& name);
/// What is to be said of the name, given another one that it looks like; empty: nothing.
[[nodiscard]] QString nameMarkText(const std::string& name, const std::optional<std::string>& lookAlike);

} // namespace muniment
