// Texts that a test compares with a file in golden/: a changed text must be a decision. Run with
// MUNIMENT_WRITE_GOLDEN=1 to write them anew, then read the difference against reference/cockroachdb.md.
#pragma once

#include "models/regions/answer_table.h"

#include <QString>

#include <map>
#include <string>

namespace muniment::test {

/// Writes the file instead of reading it when the environment says so; then both are equal.
[[nodiscard]] QString goldenText(const QString& name, const QString& text);
/// Answers of one version family by name of the statement: sections of golden/answers_<family>.txt. In a cell \N is
/// NULL and \n a line's end.
[[nodiscard]] std::map<std::string, AnswerTable> answersOf(const QString& family);

} // namespace muniment::test
