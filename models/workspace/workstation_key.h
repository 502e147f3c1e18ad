// This workstation's key for sealing: in the desktop's keychain, else in a file under a passphrase.
#pragma once

#include "models/integrity/signing_key.h"
#include "models/workspace/secrets.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace muniment {

/// Where the key is looked for, and made where there is none.
struct WorkstationKeyPlace {
    std::filesystem::path file; ///< empty: workstation.key in the user's folder of the program's data
    /// Asked for the file's passphrase; `isNew`: of a key that is about to be made. Absent: nobody can be asked.
    std::function<std::optional<std::string>(bool isNew)> passphrase = {};
    bool usesKeychain = true; ///< false: the file, whatever the keychain has
};

/// The key of this place; absent: there is none yet. InvalidInput (context "field" = "passphrase", "why" = "none") when
/// there is a file and nobody to ask; else as readKeyFile(). Needs a QCoreApplication; may wait for the keychain.
[[nodiscard]] Result<std::optional<SigningKey>> findWorkstationKey(const WorkstationKeyPlace& place);
/// The same, or a new one, kept in the keychain, or in the file where there is no keychain. Nothing is kept in clear:
/// without a keychain and a passphrase it is InvalidInput as above.
[[nodiscard]] Result<SigningKey> workstationKey(const WorkstationKeyPlace& place);

/// workstationKey() when a new one may be made; else the key that there is, or NotFound (context "what" = "key").
[[nodiscard]] Result<SigningKey> keyToSignWith(const WorkstationKeyPlace& place, bool mayMakeKey);

/// The host's name in the characters that a key's label may have.
[[nodiscard]] std::string workstationLabel();

} // namespace muniment
