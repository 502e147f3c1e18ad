// Rows as text for the clipboard and for files. Spreadsheets take cells that begin with = + - @ for formulas: in CSV
// such a cell gets an apostrophe before it.
#pragma once

#include "models/timeline/timeline.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace muniment {

struct TextTable {
    QStringList header;
    std::vector<QStringList> rows;
};

enum class CopyForm { Text, Csv, Markdown };

/// Text: columns parted by tabs. CSV: RFC 4180. Markdown: a pipe table with escaped pipes. Isolates are left out.
[[nodiscard]] QString copyText(const TextTable& table, CopyForm form);
/// One CSV cell, quoted and safe.
[[nodiscard]] QString csvCell(QString text);

/// The same object as `muniment events --json` gives, in one line; secrets masked.
[[nodiscard]] QString eventJson(const TimelineRow& row);
/// Times in ISO 8601 UTC, ids whole.
[[nodiscard]] TextTable eventTable(const std::vector<TimelineRow>& rows);

} // namespace muniment
