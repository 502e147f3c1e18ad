// Text and who signed it, in the form that transparency logs use (c2sp.org/signed-note, c2sp.org/tlog-cosignature).
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/integrity/verifier_key.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

constexpr std::size_t kMaxNoteBytes = 1024 * 1024;
constexpr std::size_t kMaxNoteSignatures = 100;

/// One line below the text. Nothing in it is believed before verifyNote().
struct NoteSignature {
    std::string name;
    NoteKeyId keyId{};
    std::string bytes; ///< not empty; what they mean is the key's type to say

    auto operator<=>(const NoteSignature&) const = default;
};

struct SignedNote {
    std::string text; ///< as it is signed: isNoteText()
    std::vector<NoteSignature> signatures;

    bool operator==(const SignedNote&) const = default;
};

/// Who has signed, as far as we know the keys.
struct NoteSigner {
    std::string name;
    NoteKeyId keyId{};
    NoteKeyType type = NoteKeyType::Ed25519;
    std::optional<Instant> at; ///< when, by the signer's clock; only cosignatures say, in whole seconds

    auto operator<=>(const NoteSigner&) const = default;
};

/// UTF-8 that ends with a newline and has no other ASCII control character.
[[nodiscard]] bool isNoteText(std::string_view text);
/// Strict: one note has one form, so that parse and write are each other's inverse. InvalidInput (context "field" =
/// "note", "why" = "size", "text" for what isNoteText() refuses, "form", "signature" or "signatures" for too many).
[[nodiscard]] Result<SignedNote> parseNote(std::string_view bytes);
/// InvalidInput likewise for what parseNote() would not read back, a note without signatures among it.
[[nodiscard]] Result<std::string> writeNote(const SignedNote& note);

/// Who of `keys` signed. Lines of other keys are ignored, so that the list may be empty: then nobody vouches for the
/// text. A line of one of `keys` that does not verify refuses the whole note (Refused, context "why" = "badSignature",
/// "signer"). A signer with several lines is listed once, with the latest time.
[[nodiscard]] Result<std::vector<NoteSigner>> verifyNote(const SignedNote& note, std::span<const VerifierKey> keys);

/// What a cosignature of `text` at this time signs.
[[nodiscard]] std::string cosignedMessage(std::uint64_t posixSeconds, std::string_view text);
/// The seconds that a line claims if it is a cosignature; nothing when it has not the form of one. Unverified.
[[nodiscard]] std::optional<std::uint64_t> cosignatureSeconds(const NoteSignature& signature);
/// The latest Instant there is, for a time beyond it.
[[nodiscard]] Instant instantOfSeconds(std::uint64_t posixSeconds);

} // namespace muniment
