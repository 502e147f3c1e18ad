// The value of a Result that a test counts on.
#pragma once

#include "models/base/result.h"

#include <QtGlobal>

#include <string>
#include <type_traits>

namespace muniment::test {

/// What a test expects of a Result: its value, or the test program ends with the error's words.
template <class T>
[[nodiscard]] T valueOf(Result<T> result, const char* what) {
    if (!result)
        qFatal("%s: %s: %s", what, std::string(errorCodeName(result.error().code)).c_str(),
               result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

#define MUST(expression) muniment::test::valueOf(expression, #expression)

} // namespace muniment::test
