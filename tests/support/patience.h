// How long a test waits for what comes by itself. A condition that holds ends the wait at once, so patience costs
// nothing; five seconds, Qt's own, were once too few for a busy disk.
#pragma once

#include <QTest>

namespace muniment::test {

constexpr int kPatienceMs = 60'000;

} // namespace muniment::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), muniment::test::kPatienceMs)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT((expr), message, muniment::test::kPatienceMs)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), expected, muniment::test::kPatienceMs)
