#include "app/cli/passwords.h"

#include "app/cli/text.h"
#include "models/eventstore/endpoint.h"
#include "models/workspace/secrets.h"

#include <QByteArray>
#include <QtGlobal>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace muniment::cli {

namespace {

// Echo, line editing and signals off while it lives: Ctrl-C arrives as a character, so the terminal is never left dark.
class QuietTerminal {
public:
    QuietTerminal() {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }

    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

    ~QuietTerminal() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};

constexpr char kCtrlC = 3;
constexpr char kCtrlD = 4;
constexpr char kBackspace = 8;
constexpr char kDelete = 127;

} // namespace

std::optional<std::string> promptWithoutEcho(const std::string& question) {
    if (!Passwords::canAsk())
        return std::nullopt;
    const QuietTerminal quiet;
    std::fprintf(stderr, "%s", question.c_str());
    std::string line;
    bool isGivenUp = false;
    for (char c = 0; !isGivenUp && ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n' && c != '\r';) {
        isGivenUp = c == kCtrlC || c == kCtrlD;
        if (c != kBackspace && c != kDelete)
            line += c;
        else if (!line.empty())
            line.pop_back();
    }
    std::fprintf(stderr, "\n");
    return isGivenUp || line.empty() ? std::nullopt : std::optional(line);
}

Passwords::Passwords() : m_typed(std::make_shared<SessionSecrets>()), m_keychain(std::make_shared<KeychainSecrets>()) {
    const auto prompt = std::make_shared<PromptSecrets>([](const std::string& endpoint) {
        return promptWithoutEcho("Password for " + escaped(displayEndpoint(endpoint)) + ": ");
    });
    m_source =
        std::make_shared<ChainedSecrets>(std::vector<std::shared_ptr<SecretSource>>{m_typed, m_keychain, prompt});
}

Passwords::~Passwords() = default;

bool Passwords::canAsk() {
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

Result<std::string> Passwords::takeFrom(const std::string& endpoint, Output& output) {
    const auto parsed = parseEndpoint(endpoint);
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (!parsed->password)
        return parsed->text;
    m_typed->hold(parsed->text, *parsed->password);
    // What was typed goes before what lies about: libpq would take these first and never ask.
    qputenv("PGPASSFILE", "/dev/null");
    qunsetenv("PGPASSWORD");
    if (m_keychain->keepPassword(parsed->text, *parsed->password))
        output.message("The password was taken out of the endpoint and is kept in the keychain.");
    else
        output.message("The password was taken out of the endpoint and is not kept: there is no keychain here. Put it "
                       "into a file that PGPASSFILE names, or type it when asked.");
    return parsed->text;
}

} // namespace muniment::cli
