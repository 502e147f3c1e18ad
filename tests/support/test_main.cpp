// `muniment_test_<folder> NAME [Qt Test options]` runs one class; without a name, all of them, one after another. A
// function that was skipped is a failure.
#include "models/base/stray_threads.h"
#include "tests/support/parent_death.h"
#include "tests/support/skip_log.h"
#include "tests/support/test_registry.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>
#include <map>

namespace muniment::test {

// Set by a program that needs more than a QCoreApplication (tests/ui, tests/items).
std::function<std::unique_ptr<QCoreApplication>(int&, char**)>& applicationFactory() {
    static std::function<std::unique_ptr<QCoreApplication>(int&, char**)> factory = [](int& argc, char** argv) {
        return std::make_unique<QCoreApplication>(argc, argv);
    };
    return factory;
}

static std::map<std::string, TestFactory>& registry() {
    static std::map<std::string, TestFactory> tests;
    return tests;
}

bool registerTest(const std::string& name, TestFactory factory) {
    return registry().emplace(name, std::move(factory)).second;
}

} // namespace muniment::test

static int runTests(int argc, char** argv) {
    using namespace muniment::test;
    const auto application = applicationFactory()(argc, argv);
    const std::string wanted = argc > 1 ? argv[1] : "";
    const bool isNamed = !wanted.empty() && wanted[0] != '-';
    if (isNamed && !registry().contains(wanted)) {
        std::fprintf(stderr, "no test class is registered as '%s'\n", wanted.c_str());
        return 2;
    }
    QStringList arguments{QString::fromLocal8Bit(argv[0])};
    for (int i = isNamed ? 2 : 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const SkipLog log;
    arguments = log.options(arguments);
    int failures = 0;
    for (const auto& [name, make] : registry()) {
        if (isNamed && name != wanted)
            continue;
        const auto test = make();
        failures += QTest::qExec(test.get(), arguments);
        for (const QString& skipped : log.skipped()) {
            std::fprintf(stderr, "skipped, and therefore failed: %s\n", qPrintable(skipped));
            ++failures;
        }
    }
    return failures == 0 ? 0 : 1;
}

int main(int argc, char** argv) {
    muniment::test::endWithCTest();
    const int exit = runTests(argc, argv);
    // Else a leak checker sees what a thread that is about to end has not yet given back.
    if (!muniment::settleStrayThreads(std::chrono::seconds(20)))
        std::fprintf(stderr, "a stray thread still runs\n");
    return exit;
}
