// Copies the WAL into the file beside a writer that is filling it, so that the writer seldom waits for the disk.
#pragma once

#include <SQLiteCpp/Database.h>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

struct sqlite3;

namespace muniment {

/// A thread with a connection of its own. Only as long as nobody else checkpoints the file.
///
/// A WAL begins anew when a transaction begins with nothing left to copy, and a writer in a backlog is always in one.
/// So it goes in rounds: when the WAL has grown to `pagesOfRound` the thread copies it while the next transaction is
/// staged; what that one adds is copied before the one after it begins, which then finds the WAL done with.
///
/// SQLite before 3.51.3 can corrupt a file when a checkpoint begins, with nothing left to copy, in the moment in which
/// a writer begins the WAL anew. Here it cannot: the thread's checkpoint begins after a commit that none has seen, so
/// there is something to copy, and until that is done no writer begins anew; the other one runs between transactions.
class Checkpointer {
public:
    /// 8 KB pages: the WAL grows to 320 MB and what one more transaction adds. A page that many transactions rewrite is
    /// copied once in a round.
    static constexpr int kPagesOfRound = 40'000;

    /// `writer` writes to the file that `database` is a connection to, and leaves checkpoints to this object.
    Checkpointer(sqlite3* writer, std::unique_ptr<SQLite::Database> database, int pagesOfRound = kPagesOfRound);
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    /// Waits for a checkpoint that is running.
    ~Checkpointer();

    /// Before the writer begins a transaction.
    void beforeBegin();
    /// Runs `work`, which commits, while no checkpoint runs; then one may begin. Whatever `work` throws is thrown on,
    /// and nothing begins.
    void commit(const std::function<void()>& work);

private:
    enum class Round { Filling, CopyWanted, Copied, FinishWanted };

    static int noteWalPages(void* self, sqlite3* writer, const char* schema, int pages);
    void run(const std::stop_token& stop);
    void checkpoint();

    sqlite3* m_writer;
    std::unique_ptr<SQLite::Database> m_database;
    int m_pagesOfRound;
    int m_walPages = 0;        ///< after the last commit
    bool m_hasWritten = false; ///< the commit that is being made
    std::mutex m_mutex;        ///< held while a checkpoint runs, and while a commit is made
    Round m_round = Round::Filling;
    std::condition_variable_any m_changed;
    std::jthread m_thread;
};

} // namespace muniment
