// Names that look like other names: how an e-mail address or user name made to be mistaken for another is found.
//
// The idea is that of Unicode Technical Standard #39: text that looks alike has one skeleton, and a word in several
// scripts is suspect. The table is our own and small: Latin look-alikes in Cyrillic, Greek and Armenian, and within
// Latin and the digits, as the standard's confusables.txt lists them. It errs towards finding too much (accents are
// dropped, small Cyrillic letters count as what their capitals look like), for what it finds is marked and not refused.
#pragma once

#include <string>
#include <string_view>

namespace muniment {

/// Not for people to read, and nothing to compare for identity. Text that is not UTF-8 reads as replacement characters.
[[nodiscard]] std::string skeleton(std::string_view name);
/// Different texts with the same skeleton; so are spellings that only differ in case or accents.
[[nodiscard]] bool looksAlike(std::string_view a, std::string_view b);
/// Whether some word has letters of two scripts that are not written together. Japanese, Korean and Chinese mix theirs,
/// also with Latin.
[[nodiscard]] bool mixesScripts(std::string_view name);

} // namespace muniment
