#include "app/cli/parser.h"

#include "app/hardening.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <sstream>

namespace muniment::cli {

namespace {

// Where CLI11 puts what it finds for one command.
struct Capture {
    const Command* command = nullptr;
    CLI::App* app = nullptr;
    std::map<std::string, std::string> texts; ///< positionals and options given at most once
    std::map<std::string, std::vector<std::string>> repeated;
    std::map<std::string, bool> flags;
};

std::vector<std::string> wordsOf(const std::string& name) {
    std::istringstream stream(name);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

CLI::App* subcommandOf(CLI::App& app, const std::string& name) {
    const auto found = app.get_subcommands([&](CLI::App* child) { return child->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

// "add, list" for "add" and "list": each command of a group adds its word to the group's summary.
std::string naming(const std::string& summary, const std::string& word) {
    if (summary.empty())
        return word;
    const bool isNamed = (", " + summary + ",").find(", " + word + ",") != std::string::npos;
    return isNamed ? summary : summary + ", " + word;
}

// "org" of "org add": made once, with a summary that names what follows it.
CLI::App* groupFor(CLI::App& root, const std::vector<std::string>& words) {
    CLI::App* parent = &root;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        CLI::App* child = subcommandOf(*parent, words[i]);
        if (child == nullptr) {
            child = parent->add_subcommand(words[i]);
            child->require_subcommand(1);
        }
        child->description(naming(child->get_description(), words[i + 1]));
        parent = child;
    }
    return parent;
}

void addOption(Capture& capture, const Option& option) {
    if (option.kind == Option::Kind::Flag) {
        capture.app->add_flag(option.name, capture.flags[option.name], option.help);
        return;
    }
    CLI::Option* added = nullptr;
    if (option.kind == Option::Kind::Texts)
        added = capture.app->add_option(option.name, capture.repeated[option.name], option.help)->take_all();
    else
        added = capture.app->add_option(option.name, capture.texts[option.name], option.help);
    added->type_name(option.value)->type_size(1)->allow_extra_args(false);
    if (option.kind == Option::Kind::Whole) {
        added->check([](const std::string& text) {
            const bool isWhole =
                !text.empty() && text.size() <= 18 && text.find_first_not_of("0123456789") == text.npos;
            return isWhole ? std::string() : "'" + text + "' is not a whole number";
        });
    }
    added->required(option.isRequired);
}

void declare(CLI::App& root, const Command& command, Capture& capture) {
    const auto words = wordsOf(command.name);
    capture.command = &command;
    capture.app = groupFor(root, words)->add_subcommand(words.back(), command.summary);
    for (const auto& positional : command.positionals) {
        capture.app->add_option(positional.name, capture.texts[positional.name], positional.help)
            ->type_name("")
            ->required(!positional.isOptional);
    }
    for (const auto& option : command.options)
        addOption(capture, option);
    capture.app->add_flag("--json", capture.flags["--json"], "answer in JSON");
    if (!command.example.empty())
        capture.app->footer("Example:\n  " + command.example);
    // What is left over is refused below, in a sentence that says what the command takes.
    capture.app->allow_extras();
}

Invocation invocationOf(const Capture& capture) {
    Invocation invocation;
    invocation.declare("--json");
    for (const auto& positional : capture.command->positionals)
        invocation.declare(positional.name);
    for (const auto& option : capture.command->options)
        invocation.declare(option.name);
    for (const auto& [name, value] : capture.texts) {
        if (capture.app->get_option(name)->count() > 0)
            invocation.add(name, value);
    }
    for (const auto& [name, values] : capture.repeated) {
        for (const auto& value : values)
            invocation.add(name, value);
    }
    for (const auto& [name, isSet] : capture.flags) {
        if (isSet)
            invocation.add(name, "true");
    }
    return invocation;
}

// The words of a filter begin with a dash when they negate, which CLI11 would take for options: they are taken out
// before it reads the rest.
struct SplitArguments {
    std::vector<std::string> arguments;
    const Command* command = nullptr; ///< whose last positional takes the rest
    std::string rest;
};

const Command* commandTakingRest(const std::vector<std::string>& arguments) {
    for (const auto& [name, command] : allCommands()) {
        const auto words = wordsOf(name);
        if (!command.positionals.empty() && command.positionals.back().takesRest && arguments.size() >= words.size() &&
            std::equal(words.begin(), words.end(), arguments.begin()))
            return &command;
    }
    return nullptr;
}

bool takesValue(const Command& command, const std::string& argument) {
    return std::any_of(command.options.begin(), command.options.end(), [&](const Option& option) {
        return option.name == argument && option.kind != Option::Kind::Flag;
    });
}

SplitArguments splitRest(const std::vector<std::string>& arguments) {
    SplitArguments split;
    split.command = commandTakingRest(arguments);
    if (split.command == nullptr) {
        split.arguments = arguments;
        return split;
    }
    // The command's own words and its other positionals stay.
    std::size_t plain = wordsOf(split.command->name).size() + split.command->positionals.size() - 1;
    bool isRest = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!isRest && argument == "--") {
            isRest = true;
            continue;
        }
        const bool isOption = !isRest && (argument.starts_with("--") || argument == "-h");
        const bool isOwn = !isRest && !argument.starts_with('-') && plain > 0;
        if (!isOption && !isOwn) {
            split.rest += (split.rest.empty() ? "" : " ") + argument;
            continue;
        }
        plain -= isOwn ? 1 : 0;
        split.arguments.push_back(argument);
        if (isOption && takesValue(*split.command, argument) && i + 1 < arguments.size())
            split.arguments.push_back(arguments[++i]);
    }
    return split;
}

Parsed finished(Exit exit, std::string answer) {
    Parsed parsed;
    parsed.finished = exit;
    parsed.answer = std::move(answer);
    return parsed;
}

const CLI::App* deepestParsed(const CLI::App* app) {
    while (!app->get_subcommands().empty())
        app = app->get_subcommands().front();
    return app;
}

std::string commandLineOf(const CLI::App* app) {
    std::string name = app->get_name();
    for (const CLI::App* parent = app->get_parent(); parent != nullptr; parent = parent->get_parent())
        name.insert(0, parent->get_name() + " ");
    return name;
}

std::string surplusSentence(const Capture& capture, const std::vector<std::string>& surplus) {
    std::string takes;
    for (const auto& positional : capture.command->positionals)
        takes += (takes.empty() ? "" : " ") + positional.name;
    return "'" + surplus.front() + "' is not understood: " + commandLineOf(capture.app) + " takes " +
           (takes.empty() ? "no argument" : takes) + " and the options that --help lists.";
}

// A command comes first or not at all: `muniment FILE` opens a window.
bool namesWindow(const std::vector<std::string>& arguments, CLI::App& root) {
    return arguments.empty() || (!arguments[0].starts_with('-') && subcommandOf(root, arguments[0]) == nullptr);
}

// A sentence about wrong usage quotes what was typed, but never a password.
std::string withoutPasswords(std::string sentence, const std::vector<std::string>& arguments) {
    for (const auto& argument : arguments) {
        if (!mayHoldPassword(argument))
            continue;
        for (auto at = sentence.find(argument); at != sentence.npos; at = sentence.find(argument))
            sentence.replace(at, argument.size(), "[endpoint]");
    }
    return sentence;
}

Parsed parse(const std::vector<std::string>& arguments) {
    CLI::App root("Administers the organizations and users of an identity system, and reads everything that ever "
                  "happened in it.\nWithout a command: opens FILE in a window.",
                  "muniment");
    root.set_version_flag("--version", "muniment " MUNIMENT_VERSION);
    root.get_formatter()->column_width(34);
    root.footer("'muniment COMMAND --help' explains a command, with an example.");
    std::vector<std::unique_ptr<Capture>> captures;
    for (const auto& [name, command] : allCommands()) {
        captures.push_back(std::make_unique<Capture>());
        declare(root, command, *captures.back());
    }

    if (namesWindow(arguments, root)) {
        Parsed parsed;
        if (arguments.size() > 1)
            return finished(Exit::Usage, "'" + arguments[0] +
                                             "' is not a command, and only one FILE can be opened. "
                                             "'muniment --help' lists the commands.");
        if (!arguments.empty())
            parsed.file = arguments[0];
        return parsed;
    }

    const auto split = splitRest(arguments);
    try {
        std::vector<std::string> reversed(split.arguments.rbegin(), split.arguments.rend());
        root.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        return finished(Exit::Done, root.help());
    } catch (const CLI::CallForVersion& version) {
        return finished(Exit::Done, std::string(version.what()) + "\n");
    } catch (const CLI::ParseError& error) {
        const auto* app = deepestParsed(&root);
        return finished(Exit::Usage,
                        std::string(error.what()) + ". '" + commandLineOf(app) + " --help' has an example.");
    }
    for (const auto& capture : captures) {
        if (!capture->app->parsed())
            continue;
        if (const auto surplus = capture->app->remaining(); !surplus.empty())
            return finished(Exit::Usage, surplusSentence(*capture, surplus));
        Parsed parsed;
        parsed.command = capture->command;
        parsed.invocation = invocationOf(*capture);
        if (!split.rest.empty())
            parsed.invocation.add(split.command->positionals.back().name, split.rest);
        return parsed;
    }
    return finished(Exit::Usage, "Which command? 'muniment --help' lists them.");
}

} // namespace

Parsed parseArguments(const std::vector<std::string>& arguments) {
    auto parsed = parse(arguments);
    parsed.answer = withoutPasswords(std::move(parsed.answer), arguments);
    return parsed;
}

} // namespace muniment::cli
