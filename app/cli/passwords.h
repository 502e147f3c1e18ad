// Passwords at the command line: taken out of what was typed, kept by the keychain, asked for on a terminal.
#pragma once

#include "app/cli/output.h"
#include "models/eventstore/event_store.h"

#include <memory>
#include <optional>
#include <string>

namespace muniment {
class KeychainSecrets;
class SessionSecrets;
} // namespace muniment

namespace muniment::cli {

/// Reads one line from the terminal without showing it; `question` goes to standard error. Absent without a terminal,
/// or when the user gave up (Ctrl-C, Ctrl-D, an empty line).
[[nodiscard]] std::optional<std::string> promptWithoutEcho(const std::string& question);

/// One for each run of the program.
class Passwords {
public:
    Passwords();
    ~Passwords();

    /// What was typed in this run, then the keychain, then a prompt. A script without a terminal is never asked.
    [[nodiscard]] const std::shared_ptr<SecretSource>& source() const { return m_source; }

    /// A prompt can be shown: there is a terminal.
    [[nodiscard]] static bool canAsk();

    /// Checks an endpoint text and takes its password out of it: it serves this run, and the keychain is given it for
    /// the next ones; `output` says whether that worked. The result holds no secret.
    [[nodiscard]] Result<std::string> takeFrom(const std::string& endpoint, Output& output);

private:
    std::shared_ptr<SessionSecrets> m_typed;
    std::shared_ptr<KeychainSecrets> m_keychain;
    std::shared_ptr<SecretSource> m_source;
};

} // namespace muniment::cli
