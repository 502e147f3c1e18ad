#include "models/items/bulk_failed_rows.h"

#include "models/export/new_file.h"
#include "models/export/record_writer.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

constexpr std::string_view kLine = "line";
constexpr std::string_view kReason = "reason";
constexpr std::size_t kBlock = 64 * 1024;

/// The columns of its own that a table has, without those that an earlier saving has added.
std::size_t ownColumns(const CsvTable& table) {
    const std::size_t count = table.header.size();
    const bool wasSaved = count > 2 && table.header[count - 2] == kLine && table.header[count - 1] == kReason;
    return wasSaved ? count - 2 : count;
}

QString reasonOf(const std::optional<Error>& error) {
    return error ? withoutIsolates(errorWords(*error).happened)
                 : QCoreApplication::translate("BulkWords", "It was not sent: the bulk change was cancelled before.");
}

} // namespace

Result<std::int64_t> writeFailedRows(const std::filesystem::path& path, const CsvTable& table,
                                     const std::vector<BulkRowModel::Unwritten>& rows) {
    auto file = NewFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    const std::size_t own = ownColumns(table);
    const auto ownPart = [own](const std::vector<std::string>& cells) {
        return std::vector<std::string>(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(own));
    };
    auto header = ownPart(table.header);
    header.emplace_back(kLine);
    header.emplace_back(kReason);
    const auto writer = makeCsvWriter(std::move(header), {.delimiter = table.delimiter});
    std::string text;
    writer->begin(text);
    for (const auto& [row, error] : rows) {
        Record record;
        for (const std::string& cell : ownPart(table.rows[row].cells))
            record.push_back(RecordValue::ofText(cell));
        record.push_back(RecordValue::ofNumber(static_cast<std::int64_t>(table.rows[row].line)));
        record.push_back(RecordValue::ofText(reasonOf(error).toStdString()));
        writer->add(text, record);
        if (text.size() < kBlock)
            continue;
        if (const auto written = file->write(text); !written)
            return tl::unexpected(written.error());
        text.clear();
    }
    if (const auto written = file->write(text); !written)
        return tl::unexpected(written.error());
    if (const auto committed = file->commit(); !committed)
        return tl::unexpected(committed.error());
    return static_cast<std::int64_t>(rows.size());
}

} // namespace muniment
