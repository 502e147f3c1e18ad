// Records as CSV or as JSON lines: text only, nothing is opened here.
#pragma once

#include "models/export/record.h"

#include <memory>
#include <string>
#include <vector>

namespace muniment {

/// CSV after RFC 4180. Spreadsheets take a field for a formula that begins with one of = + - @, a tab or a carriage
/// return: the guard puts an apostrophe before such a text (never before a number), so that opening a file cannot run
/// what somebody has chosen as a name.
struct CsvDialect {
    char delimiter = ',';
    bool guardsFormulas = true;
    std::string_view lineEnd = "\r\n";
};

/// Any delimiter but a quote, a line end or a letter or digit.
[[nodiscard]] bool isCsvDelimiter(char c);
void appendCsvField(std::string& out, const RecordValue& value, const CsvDialect& dialect);

/// Appends to a text what it is given.
class RecordWriter {
public:
    RecordWriter() = default;
    RecordWriter(const RecordWriter&) = delete;
    RecordWriter& operator=(const RecordWriter&) = delete;
    virtual ~RecordWriter() = default;

    /// What the records are, as one JSON object: a line of its own in JSON lines ({"export":…}), a comment in CSV.
    virtual void describe(std::string& out, const std::string& json) = 0;
    /// The names of the columns, where the format has a place for them.
    virtual void begin(std::string& out) = 0;
    /// `record` has a value for each column.
    virtual void add(std::string& out, const Record& record) = 0;
};

[[nodiscard]] std::unique_ptr<RecordWriter> makeCsvWriter(std::vector<std::string> columns, CsvDialect dialect);
[[nodiscard]] std::unique_ptr<RecordWriter> makeJsonLinesWriter(const std::vector<std::string>& columns);

} // namespace muniment
