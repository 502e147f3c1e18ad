// What names, e-mail addresses and keys must look like. Markup and bidi characters are data like any other: how they
// are shown safely is the window's work, not a reason to refuse somebody's name.
#pragma once

#include "models/domain/reason.h"

#include <string>
#include <string_view>

namespace muniment {

constexpr int kMaxNameLength = 200; ///< in code points
constexpr int kMaxDescriptionLength = 1000;

/// The name without blanks around it. Refused, with `field` as context: empty, longer than kMaxNameLength, or not
/// printable (control characters, line separators, invalid UTF-8, nothing to see).
[[nodiscard]] Result<std::string> checkedName(std::string_view name, const std::string& field);
/// The same for text that may be empty.
[[nodiscard]] Result<std::string> checkedOptionalText(std::string_view text, const std::string& field, int maxLength);
/// One address as RFC 5321 bounds it, without quoting and comments; letters of any script.
[[nodiscard]] Result<std::string> checkedEmail(std::string_view email);
/// A telephone number as people write it: digits with blanks, "-", ".", "/" and brackets between them, perhaps a "+" in
/// front; 3 to 15 digits (E.164). Without blanks around it, else as typed. PhoneInvalid.
[[nodiscard]] Result<std::string> checkedPhone(std::string_view phone);
/// An internet domain of two labels or more in the one spelling that DNS compares: lower case, letters beyond ASCII as
/// IDNA labels ("xn--mller-kva.example"), so that it is unique and cannot be mistaken for another. DomainInvalid.
[[nodiscard]] Result<std::string> checkedDomain(std::string_view domain);
/// 1 to 64 of a-z, 0-9, "-", "_", "."; begins with a letter or digit.
[[nodiscard]] bool isKey(std::string_view key);

} // namespace muniment
