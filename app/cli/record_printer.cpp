#include "app/cli/record_printer.h"

#include "app/cli/text.h"
#include "models/export/record_writer.h"

namespace muniment::cli {

namespace {

class TablePrinter final : public RecordPrinter {
public:
    TablePrinter(const std::vector<std::string>& columns, Output& output) : m_output(output) {
        for (const std::string& column : columns)
            m_titles.push_back({upperCase(column), column == "count"});
    }

    void write(const std::vector<Record>& records) override {
        Table table(m_titles);
        for (const Record& record : records) {
            std::vector<std::string> cells;
            for (const RecordValue& value : record)
                cells.push_back(value.text);
            table.add(cells);
        }
        table.widenTo(m_widths);
        m_widths = table.widths();
        const auto lines = table.lines();
        for (std::size_t i = m_hasHeader ? 1 : 0; i < lines.size(); ++i)
            m_output.line(lines[i]);
        m_hasHeader = true;
    }

private:
    static std::string upperCase(std::string name) {
        for (char& c : name)
            c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        return name;
    }

    std::vector<Table::Column> m_titles;
    Output& m_output;
    std::vector<int> m_widths;
    bool m_hasHeader = false;
};

/// A terminal or a pipe gets plain line ends, and each text as it is: what reads it is no spreadsheet.
constexpr CsvDialect kPipeDialect{',', false, "\n"};

class TextPrinter final : public RecordPrinter {
public:
    TextPrinter(std::unique_ptr<RecordWriter> writer, Output& output) : m_writer(std::move(writer)), m_output(output) {}

    void begin() override {
        m_writer->begin(m_text);
        give();
    }

    void write(const std::vector<Record>& records) override {
        for (const Record& record : records) {
            m_writer->add(m_text, record);
            give();
        }
    }

private:
    void give() {
        if (!m_text.empty())
            m_output.text(m_text);
        m_text.clear();
    }

    std::unique_ptr<RecordWriter> m_writer;
    Output& m_output;
    std::string m_text;
};

} // namespace

std::unique_ptr<RecordPrinter> makeRecordPrinter(EventFormat format, std::vector<std::string> columns, Output& output) {
    switch (format) {
    case EventFormat::Csv:
        return std::make_unique<TextPrinter>(makeCsvWriter(std::move(columns), kPipeDialect), output);
    case EventFormat::Json:
        return std::make_unique<TextPrinter>(makeJsonLinesWriter(columns), output);
    case EventFormat::Table:
        break;
    }
    return std::make_unique<TablePrinter>(columns, output);
}

} // namespace muniment::cli
