// One program: a window, or with a command a line of answers. A command needs no display and makes no window.
#include "app/cli/output.h"
#include "app/cli/parser.h"
#include "app/hardening.h"
#include "models/base/memory_pools.h"
#include "models/base/stray_threads.h"
#include "ui/run_window.h"

#include <QApplication>
#include <QCoreApplication>

#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstdlib>

namespace muniment {

static bool hasDisplay() {
    const auto isSet = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

static int refuseWindow() {
    std::string names;
    for (const auto& [name, command] : cli::allCommands()) {
        const std::string first = name.substr(0, name.find(' '));
        if (!names.ends_with(first))
            names += (names.empty() ? "" : ", ") + first;
    }
    std::fprintf(stderr,
                 "There is no display for a window here (DISPLAY and WAYLAND_DISPLAY are not set); these commands work "
                 "without one: %s.\n",
                 names.c_str());
    return static_cast<int>(cli::Exit::Usage);
}

static int runCommandLine(const cli::Parsed& parsed) {
    cli::Output output(parsed.invocation.wantsJson());
    const auto result = parsed.command->run(parsed.invocation, output);
    if (!result)
        output.error(result.error());
    const auto exit = result ? *result : cli::exitOf(result.error());
    if (!output.flush()) {
        output.message("The answer could not be written to standard output.");
        return static_cast<int>(cli::Exit::Failed);
    }
    return static_cast<int>(exit);
}

static int runProgram(int argc, char** argv) {
    const auto parsed = cli::parseArguments(takeArguments(argc, argv));
    if (parsed.finished) {
        const bool isAnswer = *parsed.finished == cli::Exit::Done;
        std::fprintf(isAnswer ? stdout : stderr, isAnswer ? "%s" : "%s\n", parsed.answer.c_str());
        return static_cast<int>(*parsed.finished);
    }
    const bool opensWindow =
        parsed.command == nullptr || (parsed.command->opensWindow && parsed.command->opensWindow(parsed.invocation));
    if (opensWindow && !hasDisplay())
        return refuseWindow();

    QCoreApplication::setApplicationName(QStringLiteral("muniment"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MUNIMENT_VERSION));
    if (!opensWindow) {
        const QCoreApplication application(argc, argv);
        // QCoreApplication takes the user's locale; numbers of the command line are the same everywhere.
        std::setlocale(LC_NUMERIC, "C");
        return runCommandLine(parsed);
    }
    const QApplication application(argc, argv);
    return parsed.command == nullptr ? runWindow(parsed.file) : runCommandLine(parsed);
}

} // namespace muniment

int main(int argc, char** argv) {
    muniment::forbidCoreDumps();
    muniment::useFewMemoryPools();
    const int exit = muniment::runProgram(argc, argv);
    if (muniment::settleStrayThreads(std::chrono::milliseconds(500)))
        return exit;
    // A call into the network still hangs on its thread: libraries must not be torn down under it.
    std::fflush(nullptr);
    std::_Exit(exit);
}
