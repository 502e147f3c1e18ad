// The key by which this workstation says what it has verified.
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/integrity/private_bytes.h"
#include "models/integrity/signed_note.h"
#include "models/integrity/verifier_key.h"

#include <string_view>

namespace muniment {

/// An Ed25519 key that makes cosignatures, and nothing else: what it signs always says when. Its name is
/// muniment.workstation/LABEL. It moves and never copies; a key that was moved from must not be used. Signing is
/// thread-safe.
class SigningKey {
public:
    /// InvalidInput (context "field" = "label") unless the label has 1 to 64 of A-Z a-z 0-9 . _ - ; Internal when there
    /// is no randomness to be had.
    [[nodiscard]] static Result<SigningKey> generate(std::string_view label);
    /// The key again that privateBytes() came from.
    [[nodiscard]] static Result<SigningKey> fromPrivateBytes(std::string_view label, PrivateBytes bytes);

    [[nodiscard]] const VerifierKey& verifierKey() const { return m_verifierKey; }

    [[nodiscard]] std::string_view label() const;

    /// `note` with this key's signature of its text at this time, whole seconds; an earlier line of this key gives way.
    /// InvalidInput when the text is not a checkpoint (nothing else is what a cosignature speaks of), the time lies
    /// before 1970, or the note has no room for another line.
    [[nodiscard]] Result<SignedNote> cosign(SignedNote note, Instant at) const;

    /// For a key file and a keychain, and for nobody else.
    [[nodiscard]] const PrivateBytes& privateBytes() const { return m_private; }

private:
    SigningKey(PrivateBytes bytes, VerifierKey verifierKey);

    PrivateBytes m_private;
    VerifierKey m_verifierKey;
};

} // namespace muniment
