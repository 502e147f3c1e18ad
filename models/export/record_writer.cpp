#include "models/export/record_writer.h"

#include "models/base/canonical_json.h"

namespace muniment {

namespace {

bool beginsFormula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

class CsvWriter final : public RecordWriter {
public:
    CsvWriter(std::vector<std::string> columns, CsvDialect dialect)
        : m_columns(std::move(columns)),
          m_dialect(dialect) {}

    void describe(std::string& out, const std::string& json) override {
        appendCsvField(out, RecordValue::ofText("# " + json), m_dialect);
        out += m_dialect.lineEnd;
    }

    void begin(std::string& out) override {
        Record names;
        for (const std::string& column : m_columns)
            names.push_back(RecordValue::ofText(column));
        add(out, names);
    }

    void add(std::string& out, const Record& record) override {
        for (std::size_t i = 0; i < record.size(); ++i) {
            if (i > 0)
                out += m_dialect.delimiter;
            appendCsvField(out, record[i], m_dialect);
        }
        out += m_dialect.lineEnd;
    }

private:
    std::vector<std::string> m_columns;
    CsvDialect m_dialect;
};

class JsonLinesWriter final : public RecordWriter {
public:
    explicit JsonLinesWriter(const std::vector<std::string>& columns) {
        for (const std::string& column : columns) {
            std::string key;
            appendCanonicalString(key, column);
            m_keys.push_back(key + ':');
        }
    }

    void describe(std::string& out, const std::string& json) override { out += "{\"export\":" + json + "}\n"; }

    void begin(std::string& /*out*/) override {}

    void add(std::string& out, const Record& record) override {
        out += '{';
        for (std::size_t i = 0; i < record.size(); ++i) {
            if (i > 0)
                out += ',';
            out += m_keys[i];
            appendJson(out, record[i]);
        }
        out += "}\n";
    }

private:
    std::vector<std::string> m_keys;
};

} // namespace

bool isCsvDelimiter(char c) {
    const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return (c == '\t' || (c >= ' ' && c <= '~')) && c != '"' && !isAlphanumeric;
}

void appendCsvField(std::string& out, const RecordValue& value, const CsvDialect& dialect) {
    const bool isGuarded =
        dialect.guardsFormulas && value.kind != RecordValue::Kind::Number && beginsFormula(value.text);
    const bool isQuoted = value.text.find_first_of("\"\r\n") != std::string::npos ||
                          value.text.find(dialect.delimiter) != std::string::npos ||
                          (isGuarded && dialect.delimiter == '\'');
    if (!isQuoted) {
        if (isGuarded)
            out += '\'';
        out += value.text;
        return;
    }
    out += isGuarded ? "\"'" : "\"";
    for (const char c : value.text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

std::unique_ptr<RecordWriter> makeCsvWriter(std::vector<std::string> columns, CsvDialect dialect) {
    return std::make_unique<CsvWriter>(std::move(columns), dialect);
}

std::unique_ptr<RecordWriter> makeJsonLinesWriter(const std::vector<std::string>& columns) {
    return std::make_unique<JsonLinesWriter>(columns);
}

} // namespace muniment
