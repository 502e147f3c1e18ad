#include "models/items/bulk_source.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace muniment {

namespace {

constexpr int kLookMillis = 200;

/// A file that counts what is read of it.
class CountedFile : public std::filebuf {
public:
    explicit CountedFile(std::atomic<std::int64_t>& count) : m_count(count) {}

protected:
    std::streamsize xsgetn(char* to, std::streamsize most) override {
        const std::streamsize got = std::filebuf::xsgetn(to, most);
        m_count += got;
        return got;
    }

private:
    std::atomic<std::int64_t>& m_count;
};

Error unreadable(const std::filesystem::path& file, const std::error_code& why) {
    const bool isMissing = why == std::errc::no_such_file_or_directory;
    return {isMissing ? ErrorCode::FileMissing : ErrorCode::FileError,
            why.message(),
            {{"file", file.string()}, {"work", "table"}}};
}

} // namespace

BulkSource::BulkSource(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    m_timer.setInterval(kLookMillis);
    connect(&m_timer, &QTimer::timeout, this, &BulkSource::progressed);
}

BulkSource::~BulkSource() {
    m_stop.request_stop();
}

void BulkSource::readFile(const std::filesystem::path& file) {
    m_from = file;
    m_delimiter.reset();
    begin();
}

void BulkSource::readText(std::string text) {
    m_from = std::make_shared<const std::string>(std::move(text));
    m_delimiter.reset();
    begin();
}

void BulkSource::setDelimiter(std::optional<char> delimiter) {
    if (std::exchange(m_delimiter, delimiter) == delimiter || !hasSomething())
        return;
    begin();
}

void BulkSource::stop() {
    drop();
    m_from = std::monostate{};
    emit changed();
}

void BulkSource::drop() {
    m_stop.request_stop();
    m_timer.stop();
    m_isReading = false;
    m_table.reset();
    m_error.reset();
    ++m_reading;
}

std::filesystem::path BulkSource::file() const {
    const auto* file = std::get_if<std::filesystem::path>(&m_from);
    return file == nullptr ? std::filesystem::path() : *file;
}

BulkSource::Progress BulkSource::progress() const {
    return m_board ? Progress{m_board->done, m_board->all} : Progress{};
}

Result<CsvTable> BulkSource::read(const From& from, std::optional<char> delimiter, const std::stop_token& stop,
                                  Board& board) {
    if (const auto* text = std::get_if<std::shared_ptr<const std::string>>(&from)) {
        std::istringstream in(**text);
        return readCsv(in, delimiter, stop);
    }
    const auto& path = std::get<std::filesystem::path>(from);
    std::error_code why;
    if (!std::filesystem::is_regular_file(path, why)) // a pipe or a device may never come to its end
        return tl::unexpected(unreadable(path, why ? why : std::make_error_code(std::errc::is_a_directory)));
    board.all = static_cast<std::int64_t>(std::filesystem::file_size(path, why));
    CountedFile file(board.done);
    if (file.open(path, std::ios::in | std::ios::binary) == nullptr)
        return tl::unexpected(unreadable(path, std::error_code(errno, std::generic_category())));
    std::istream in(&file);
    return readCsv(in, delimiter, stop).map_error([&path](const Error& error) {
        return error.code == ErrorCode::FileError ? error.with("file", path.string()).with("work", "table") : error;
    });
}

void BulkSource::begin() {
    drop();
    m_stop = std::stop_source();
    m_board = std::make_shared<Board>();
    m_isReading = true;
    const auto work = [from = m_from, delimiter = m_delimiter, board = m_board, own = m_stop](
                          Snapshot&, const std::stop_token& closing) -> Result<std::shared_ptr<const CsvTable>> {
        auto stop = own;
        const std::stop_callback relay(closing, [&stop] { stop.request_stop(); });
        return read(from, delimiter, stop.get_token(), *board).map([](CsvTable&& table) {
            return std::make_shared<const CsvTable>(std::move(table));
        });
    };
    using Answer = Result<std::shared_ptr<const CsvTable>>;
    m_workspace.query<std::shared_ptr<const CsvTable>>(this, work, [this, reading = m_reading](const Answer& table) {
        if (reading != m_reading)
            return;
        m_timer.stop();
        m_isReading = false;
        if (table)
            m_table = *table;
        else
            m_error = table.error();
        emit changed();
    });
    m_timer.start();
    emit changed();
}

} // namespace muniment
