#include "app/cli/text.h"

#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>

namespace muniment::cli {

std::string escaped(std::string_view text) {
    return plainText(text).toStdString();
}

std::string sentence(const Error& error) {
    return withoutIsolates(errorSentence(error)).toStdString();
}

static bool isWide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) || (c >= 0x3041 && c <= 0xa4cf) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
           (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) ||
           (c >= 0x20000 && c <= 0x3fffd);
}

int displayWidth(std::string_view text) {
    int width = 0;
    for (const char32_t c : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUcs4()) {
        const auto category = QChar::category(c);
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing)
            width += isWide(c) ? 2 : 1;
    }
    return width;
}

void Table::add(const std::vector<std::string>& cells) {
    std::vector<std::string> row;
    row.reserve(cells.size());
    for (const auto& cell : cells)
        row.push_back(escaped(cell));
    row.resize(m_columns.size());
    m_rows.push_back(std::move(row));
}

std::vector<int> Table::widths() const {
    std::vector<int> widths = m_least;
    widths.resize(m_columns.size(), 0);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        widths[i] = std::max(widths[i], displayWidth(m_columns[i].title));
        for (const auto& row : m_rows)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    return widths;
}

std::vector<std::string> Table::lines() const {
    const auto widest = widths();
    const auto line = [&](const std::vector<std::string>& row) {
        std::string out;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto padding = std::string(static_cast<std::size_t>(widest[i] - displayWidth(row[i])), ' ');
            out += (i == 0 ? "" : "  ") + (m_columns[i].isRight ? padding + row[i] : row[i] + padding);
        }
        out.erase(out.find_last_not_of(' ') + 1);
        return out;
    };
    std::vector<std::string> header;
    for (const auto& column : m_columns)
        header.push_back(column.title);
    std::vector<std::string> out{line(header)};
    for (const auto& row : m_rows)
        out.push_back(line(row));
    return out;
}

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

} // namespace muniment::cli
