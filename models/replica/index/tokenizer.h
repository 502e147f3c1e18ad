// Words of a text, as the index knows them and as a question about words must be cut.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// A longer token is cut to so many bytes, at a character's edge: in the index and in a question alike.
constexpr std::size_t kLongestToken = 64;

/// Calls take() for each token, in order, repeated ones too. A token is a longest run of letters, digits and marks of
/// the text in its folded form (name_folding.h): "Zoë Müller-Lüdenscheidt" -> "zoe", "muller", "ludenscheidt". Two
/// things stay whole although they hold other characters: a UUID, and an address of IPv4. A token is the only token of
/// itself. Thread-safe; ASCII is quick.
void forEachToken(std::string_view text, const std::function<void(std::string_view)>& take);
[[nodiscard]] std::vector<std::string> tokensOf(std::string_view text);

/// A text of 36 characters that is a UUID in lower case.
[[nodiscard]] bool isLowerUuid(std::string_view text);
/// Known at a glance to be the only token of itself: a UUID, or letters and digits, in lower-case ASCII.
[[nodiscard]] bool isPlainToken(std::string_view text);

} // namespace muniment
