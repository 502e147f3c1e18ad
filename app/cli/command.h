// What a subcommand is: a declaration that parser.cpp turns into usage and help, and a function that runs. One file per
// subcommand in this folder; a file plugs itself in with MUNIMENT_COMMAND and needs no edit elsewhere. Only parser.cpp
// includes CLI11, which is slow to compile.
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace muniment::cli {

class Output;

/// Exit codes of the contract.
enum class Exit {
    Done = 0,   ///< done, or "yes"
    No = 1,     ///< "no", refused, or a finding
    Usage = 2,  ///< wrong usage or unusable input
    Failed = 3, ///< server, disk
};

/// An argument without dashes. All but the last of a command are required.
struct Positional {
    std::string name; ///< as in usage: "FILE"
    std::string help;
    bool isOptional = false;
    /// Takes all words that are left, joined by blanks, also such as begin with one dash: "-type:session.*". The last
    /// of a command.
    bool takesRest = false;
};

struct Option {
    enum class Kind {
        Flag,
        Text,
        Texts, ///< may be given several times
        Whole, ///< a whole number, not negative
    };
    std::string name;  ///< with its dashes: "--as-of"
    std::string value; ///< as in usage: "T"; empty for a flag
    std::string help;
    Kind kind = Kind::Text;
    bool isRequired = false;
};

/// What the user typed, checked against the command's declaration. Asking for a name that was not declared is a
/// programming error and ends the program.
class Invocation {
public:
    /// Absent when not given. `name` as declared: "FILE", "--limit".
    [[nodiscard]] std::optional<std::string> text(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> texts(const std::string& name) const;
    [[nodiscard]] std::optional<std::int64_t> whole(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;

    /// The positional FILE.
    [[nodiscard]] std::filesystem::path file() const { return text("FILE").value_or(std::string()); }

    [[nodiscard]] bool wantsJson() const { return has("--json"); }

    /// For the parser: declares a name, and adds what was typed for it.
    void declare(const std::string& name);
    void add(const std::string& name, std::string value);

private:
    [[nodiscard]] const std::vector<std::string>& valuesOf(const std::string& name) const;
    std::map<std::string, std::vector<std::string>> m_values;
};

/// Runs in the main thread under a QCoreApplication. An error that it returns is told as one sentence on standard
/// error and decides the exit code.
using Run = std::function<Result<Exit>(const Invocation&, Output&)>;

struct Command {
    std::string name;    ///< words as typed: "org add"
    std::string summary; ///< one line, a sentence without its full stop
    std::vector<Positional> positionals;
    std::vector<Option> options; ///< --json and --help are every command's and not declared
    std::string example;         ///< one line that works when pasted, without a prompt
    Run run;
    /// Set by a command that shows a window for some arguments: then it runs under a QApplication.
    std::function<bool(const Invocation&)> opensWindow;
};

/// Called before main by MUNIMENT_COMMAND.
bool registerCommand(Command command);
/// Every command of the program by name.
[[nodiscard]] const std::map<std::string, Command>& allCommands();

} // namespace muniment::cli

/// MUNIMENT_COMMAND(lockUser, Command{…}) at namespace scope; the name is any identifier unique in the file.
#define MUNIMENT_COMMAND(name, ...)                                                                                    \
    [[maybe_unused]] static const bool registered_##name = muniment::cli::registerCommand(__VA_ARGS__)
