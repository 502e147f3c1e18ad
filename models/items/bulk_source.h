// A table of rows to send, from a file or from what was copied elsewhere.
#pragma once

#include "models/bulk/csv_table.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace muniment {

/// Lives in the GUI thread; reads on the workspace's query pool. What is read anew takes the place of what was there.
class BulkSource : public QObject {
    Q_OBJECT
public:
    /// `workspace` outlives it.
    BulkSource(Workspace& workspace, QObject* parent);
    ~BulkSource() override;

    void readFile(const std::filesystem::path& file);
    void readText(std::string text);
    /// What is read is read once more with this delimiter; absent: with the one that is found out.
    void setDelimiter(std::optional<char> delimiter);
    /// Nothing is read any more, and nothing is there.
    void stop();

    [[nodiscard]] bool isReading() const { return m_isReading; }

    /// Null while nothing was read. What is shared does not change.
    [[nodiscard]] const std::shared_ptr<const CsvTable>& table() const { return m_table; }

    /// Why there is no table.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    /// The file that was read last; empty: it was a text, or nothing.
    [[nodiscard]] std::filesystem::path file() const;

    [[nodiscard]] bool hasSomething() const { return !std::holds_alternative<std::monostate>(m_from); }

    [[nodiscard]] const std::optional<char>& delimiter() const { return m_delimiter; }

    struct Progress {
        std::int64_t done = 0; ///< bytes
        std::int64_t all = 0;
    };

    [[nodiscard]] Progress progress() const;

signals:
    void changed();    ///< reading has begun, or has come to its end
    void progressed(); ///< five times a second
private:
    struct Board {
        std::atomic<std::int64_t> done{0};
        std::atomic<std::int64_t> all{0};
    };

    using From = std::variant<std::monostate, std::filesystem::path, std::shared_ptr<const std::string>>;

    [[nodiscard]] static Result<CsvTable> read(const From& from, std::optional<char> delimiter,
                                               const std::stop_token& stop, Board& board);
    void begin();
    void drop();

    Workspace& m_workspace;
    From m_from;
    std::optional<char> m_delimiter;
    std::shared_ptr<const CsvTable> m_table;
    std::optional<Error> m_error;
    std::shared_ptr<Board> m_board;
    std::stop_source m_stop;
    std::uint64_t m_reading = 0; ///< an answer to an earlier reading is dropped
    bool m_isReading = false;
    QTimer m_timer;
};

} // namespace muniment
