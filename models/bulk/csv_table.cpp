#include "models/bulk/csv_table.h"

#include "models/base/utf8.h"

#include <algorithm>
#include <array>
#include <csv.h>
#include <istream>

namespace muniment {

namespace {

constexpr std::size_t kBlock = 64 * 1024;
constexpr int kRowNotBegun = 0; ///< libcsv's state between rows

Error fault(const char* name, std::size_t line, std::string detail = {}) {
    return {ErrorCode::InvalidInput,
            std::move(detail),
            {{"field", "csv"}, {"fault", name}, {"line", std::to_string(line)}}};
}

char likeliestDelimiter(std::string_view start) {
    const std::string_view line = start.substr(0, start.find_first_of("\r\n"));
    constexpr std::array kDelimiters{',', ';', '\t', '|'};
    return *std::ranges::max_element(kDelimiters, {}, [&](char each) { return std::ranges::count(line, each); });
}

/// libcsv's parser with what it finds.
class Reading {
public:
    explicit Reading(char delimiter) {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        m_table.delimiter = delimiter;
    }

    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    ~Reading() { csv_free(&m_parser); }

    /// False when something was wrong, and nothing more is to be read.
    bool take(std::string_view block) {
        // Line by line, so that a fault has its line; a line that ends inside quotes is only a part of a row.
        while (!block.empty() && !m_fault) {
            const std::size_t end = block.find('\n');
            const auto part = block.substr(0, end == std::string_view::npos ? block.size() : end + 1);
            parse(part);
            if (end != std::string_view::npos)
                ++m_line;
            block.remove_prefix(part.size());
        }
        return !m_fault;
    }

    Result<CsvTable> finish() {
        if (!m_fault && csv_fini(&m_parser, &Reading::cellRead, &Reading::rowRead, this) != 0)
            m_fault = fault("quoting", m_rowLine);
        if (!m_fault && m_table.header.empty())
            m_fault = fault("empty", 1);
        if (m_fault)
            return tl::unexpected(*m_fault);
        return std::move(m_table);
    }

private:
    void parse(std::string_view part) {
        if (m_parser.pstate == kRowNotBegun)
            m_rowLine = m_line;
        if (csv_parse(&m_parser, part.data(), part.size(), &Reading::cellRead, &Reading::rowRead, this) ==
            part.size()) {
            if (m_parser.entry_pos > kMostCsvCell && !m_fault) // a cell without an end would grow with the file
                m_fault = fault("cellTooLarge", m_rowLine);
            return;
        }
        if (!m_fault)
            m_fault = fault(csv_error(&m_parser) == CSV_EPARSE ? "quoting" : "cellTooLarge", m_line,
                            csv_strerror(csv_error(&m_parser)));
    }

    static void cellRead(void* bytes, std::size_t size, void* self) {
        static_cast<Reading*>(self)->takeCell({static_cast<const char*>(bytes), size});
    }

    static void rowRead(int, void* self) { static_cast<Reading*>(self)->takeRow(); }

    void takeCell(std::string_view cell) {
        if (m_fault)
            return;
        if (cell.size() > kMostCsvCell)
            m_fault = fault("cellTooLarge", m_line);
        else if (m_cells.size() >= kMostCsvColumns)
            m_fault = fault("tooManyColumns", m_line);
        else if (validUtf8Length(cell) != cell.size())
            m_fault = fault("notUtf8", m_line);
        else
            m_cells.emplace_back(cell);
    }

    void takeRow() {
        std::vector<std::string> cells = std::exchange(m_cells, {});
        if (m_fault || std::ranges::all_of(cells, &std::string::empty))
            return;
        if (m_table.header.empty()) {
            m_table.header = std::move(cells);
            return;
        }
        if (cells.size() != m_table.header.size()) {
            m_fault = fault("columns", m_rowLine,
                            std::to_string(cells.size()) + " of " + std::to_string(m_table.header.size()));
            return;
        }
        if (m_table.rows.size() >= kMostCsvRows) {
            m_fault = fault("tooManyRows", m_rowLine);
            return;
        }
        m_table.rows.push_back({m_rowLine, std::move(cells)});
    }

    csv_parser m_parser{};
    CsvTable m_table;
    std::vector<std::string> m_cells;
    std::size_t m_line = 1;
    std::size_t m_rowLine = 1;
    std::optional<Error> m_fault;
};

} // namespace

Result<CsvTable> readCsv(std::istream& in, std::optional<char> delimiter, const std::stop_token& stop) {
    std::string block(kBlock, '\0');
    std::optional<Reading> reading;
    bool isFirst = true;
    while (in) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        std::string_view read(block.data(), static_cast<std::size_t>(in.gcount()));
        if (std::exchange(isFirst, false)) {
            if (read.starts_with("\xff\xfe") || read.starts_with("\xfe\xff"))
                return tl::unexpected(fault("utf16", 1));
            if (read.starts_with("\xef\xbb\xbf"))
                read.remove_prefix(3);
            reading.emplace(delimiter.value_or(likeliestDelimiter(read)));
        }
        if (!reading->take(read))
            break;
    }
    if (in.bad())
        return failure(ErrorCode::FileError, "it cannot be read to its end");
    return reading ? reading->finish() : tl::unexpected(fault("empty", 1));
}

} // namespace muniment
