// One program per folder of tests, one test class per file: a file registers its class by the file's name.
#pragma once

#include "tests/support/patience.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>

namespace muniment::test {

using TestFactory = std::function<std::unique_ptr<QObject>()>;

/// Called before main by MUNIMENT_TEST.
bool registerTest(const std::string& name, TestFactory factory);

} // namespace muniment::test

/// At the end of test_<name>.cpp: MUNIMENT_TEST(name, TestClass), then #include "test_<name>.moc".
#define MUNIMENT_TEST(name, TestClass)                                                                                 \
    [[maybe_unused]] static const bool registered_##name =                                                             \
        muniment::test::registerTest(#name, [] { return std::unique_ptr<QObject>(std::make_unique<TestClass>()); })
