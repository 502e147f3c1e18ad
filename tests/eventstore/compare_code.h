// Compares how a call ended by the name of its error's code, so that a failing test prints both.
#pragma once

#include "tests/eventstore/contract_values.h"

#define COMPARE_CODE(result, code)                                                                                     \
    QCOMPARE(muniment::test::codeOf(result), QString::fromStdString(std::string(muniment::errorCodeName(code))))
