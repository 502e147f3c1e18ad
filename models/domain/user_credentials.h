// What a user proves themselves with: tokens, keys, one-time passwords, passkeys. Events of the user's own aggregate,
// apart from user.h since they change nothing of who the user is. A secret is never in an event: its SHA-256 and a
// fingerprint to tell it by are.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"
#include "models/domain/user.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

enum class CredentialKind { Token, Key, Otp, Passkey };
/// "token", "key", "otp", "passkey".
[[nodiscard]] std::string_view credentialKindName(CredentialKind kind);

struct Credential {
    std::string name;        ///< what a person calls it
    std::string fingerprint; ///< first digits of the hash of the secret or of the public key; empty where unknown
    std::optional<Instant> expiration;
    std::vector<std::string> scopes; ///< of a token
    bool operator==(const Credential&) const = default;
};

/// Kind and the id the event names; one-time passwords have no id, a user has one or none.
struct CredentialKey {
    CredentialKind kind = CredentialKind::Token;
    std::string id;
    auto operator<=>(const CredentialKey&) const = default;
};

struct CredentialAdded { ///< user.pat.added, user.machine.key.added, user.human.mfa.otp.added,
                         ///< …passwordless.token.added
    CredentialKey key;
    Credential credential;
    std::string hash;      ///< of a token: SHA-256 of the secret, hexadecimal; secret in the catalogue
    std::string publicKey; ///< of a key: PEM
    bool operator==(const CredentialAdded&) const = default;
};

struct CredentialRemoved {
    CredentialKey key;
    bool operator==(const CredentialRemoved&) const = default;
};

using CredentialEvent = std::variant<CredentialAdded, CredentialRemoved>;

struct AddToken {
    std::string id, name, hash, fingerprint;
    std::optional<Instant> expiration;
    std::vector<std::string> scopes;
    bool operator==(const AddToken&) const = default;
};

/// Of a machine.
struct AddMachineKey {
    std::string id, name, publicKey, fingerprint;
    std::optional<Instant> expiration;
    bool operator==(const AddMachineKey&) const = default;
};

/// That a one-time password generator is set up; the shared secret stays with the identity system.
struct AddOtp {
    std::string name;
    bool operator==(const AddOtp&) const = default;
};

struct RemoveCredential {
    CredentialKey key;
    bool operator==(const RemoveCredential&) const = default;
};

using CredentialCommand = std::variant<AddToken, AddMachineKey, AddOtp, RemoveCredential>;

using CredentialsState = std::map<CredentialKey, Credential>;

struct CredentialSurroundings {
    Instant now;
};

/// Refused: of a user who is not there; a key of a person, a one-time password of a machine; an expiry that has passed;
/// an id that is there already, or is not; a hash, fingerprint, key or scope that is none.
[[nodiscard]] Result<std::vector<CredentialEvent>> decide(const UserState& user, const CredentialsState& state,
                                                          const CredentialCommand& command,
                                                          const CredentialSurroundings& surroundings);
/// A removed user has none left: see user.removed in foldCredentials().
[[nodiscard]] CredentialsState evolve(CredentialsState state, const CredentialEvent& event);

[[nodiscard]] NewEvent encode(const CredentialEvent& event, const std::string& reason = {});
/// Absent for other types, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<CredentialEvent> decodeCredentialEvent(std::string_view type,
                                                                   const std::optional<std::string>& payload);
[[nodiscard]] CredentialsState foldCredentials(const std::vector<RecordedEvent>& events);

} // namespace muniment
