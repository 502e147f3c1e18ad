#include "app/cli/event_writer.h"

#include "app/cli/text.h"

namespace muniment::cli {

namespace {

class TableWriter : public EventWriter {
public:
    TableWriter(std::vector<EventColumn> columns, Output& output) : m_columns(std::move(columns)), m_output(output) {}

    void write(const std::vector<TimelineRow>& rows) override {
        std::vector<Table::Column> titles;
        for (const auto& column : m_columns)
            titles.push_back({upperCase(column.name)});
        Table table(std::move(titles));
        for (const auto& row : rows) {
            std::vector<std::string> cells;
            for (const auto& column : m_columns)
                cells.push_back(column.text(row));
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

    std::vector<EventColumn> m_columns;
    Output& m_output;
    std::vector<int> m_widths;
    bool m_hasHeader = false;
};

class CsvWriter : public EventWriter {
public:
    CsvWriter(std::vector<EventColumn> columns, Output& output) : m_columns(std::move(columns)), m_output(output) {}

    void begin() override {
        std::string header;
        for (const auto& column : m_columns)
            header += (header.empty() ? "" : ",") + column.name;
        m_output.line(header);
    }

    void write(const std::vector<TimelineRow>& rows) override {
        for (const auto& row : rows) {
            std::string record;
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                record += (i == 0 ? "" : ",") + csvField(m_columns[i].text(row));
            m_output.line(record);
        }
    }

private:
    std::vector<EventColumn> m_columns;
    Output& m_output;
};

class JsonWriter : public EventWriter {
public:
    JsonWriter(std::vector<EventColumn> columns, Output& output) : m_columns(std::move(columns)), m_output(output) {}

    void write(const std::vector<TimelineRow>& rows) override {
        for (const auto& row : rows) {
            JsonObject json;
            for (const auto& column : m_columns)
                column.addTo(row, json);
            m_output.object(json);
        }
    }

private:
    std::vector<EventColumn> m_columns;
    Output& m_output;
};

} // namespace

std::unique_ptr<EventWriter> makeEventWriter(EventFormat format, std::vector<EventColumn> columns, Output& output) {
    switch (format) {
    case EventFormat::Csv:
        return std::make_unique<CsvWriter>(std::move(columns), output);
    case EventFormat::Json:
        return std::make_unique<JsonWriter>(std::move(columns), output);
    case EventFormat::Table:
        break;
    }
    return std::make_unique<TableWriter>(std::move(columns), output);
}

} // namespace muniment::cli
