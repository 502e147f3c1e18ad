#include "models/replica/checkpointer.h"

#include <sqlite3.h>
#include <utility>

namespace muniment {

Checkpointer::Checkpointer(sqlite3* writer, std::unique_ptr<SQLite::Database> database, int pagesOfRound)
    : m_writer(writer),
      m_database(std::move(database)),
      m_pagesOfRound(pagesOfRound),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {
    sqlite3_wal_hook(m_writer, &Checkpointer::noteWalPages, this); // takes the place of the writer's own checkpoints
}

Checkpointer::~Checkpointer() {
    sqlite3_wal_hook(m_writer, nullptr, nullptr);
    m_thread.request_stop();
    m_thread.join();
}

void Checkpointer::beforeBegin() {
    const std::lock_guard lock(m_mutex);
    if (m_round != Round::FinishWanted)
        return;
    checkpoint();
    m_round = Round::Filling;
}

void Checkpointer::commit(const std::function<void()>& work) {
    {
        std::unique_lock lock(m_mutex);
        // A thread that gets no turn is waited for.
        m_changed.wait(lock, [this] { return m_round != Round::CopyWanted || m_walPages < 2 * m_pagesOfRound; });
        m_hasWritten = false;
        work();
        if (!m_hasWritten)
            return;
        if (m_round == Round::Copied)
            m_round = Round::FinishWanted;
        else if (m_round == Round::Filling && m_walPages >= m_pagesOfRound)
            m_round = Round::CopyWanted;
    }
    m_changed.notify_all();
}

int Checkpointer::noteWalPages(void* self, sqlite3* /*writer*/, const char* /*schema*/, int pages) {
    auto* checkpointer = static_cast<Checkpointer*>(self);
    checkpointer->m_walPages = pages;
    checkpointer->m_hasWritten = true;
    return SQLITE_OK;
}

void Checkpointer::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_round == Round::CopyWanted; })) {
        checkpoint();
        m_round = Round::Copied;
        m_changed.notify_all();
    }
}

void Checkpointer::checkpoint() {
    // Where it fails the pages stay in the WAL, and the next one copies them, too.
    sqlite3_wal_checkpoint_v2(m_database->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

} // namespace muniment
