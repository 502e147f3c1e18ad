// Two dozen foreign writers on a PostgreSQL region, with everything that loses events for followers that are too
// simple.
#pragma once

#include "models/domain/event.h"
#include "tests/support/plain_sql.h"

#include <atomic>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace muniment::test {

/// Each thread writes users of its own to tenant "acme": one to three events a statement, one or two statements a
/// transaction, 9 % rolled back, 3 % held open for 200 to 600 ms. Whoever loses the connection connects anew.
class SqlWriters {
public:
    SqlWriters(const std::string& endpoint, const RegionName& region, int writers);
    /// Lets every writer end its transaction, and waits.
    void stop();

    /// "user/sequence" of every event whose COMMIT was answered: it must be there for ever.
    [[nodiscard]] const std::set<std::string>& acknowledged() const { return m_acknowledged; }

    /// The same of those whose ROLLBACK was: they must never be seen.
    [[nodiscard]] const std::set<std::string>& rolledBack() const { return m_rolledBack; }

private:
    void write(int self, const std::stop_token& stop, const std::string& endpoint);
    void writeUser(PlainSql& sql, std::minstd_rand& dice, const std::string& user);

    std::string m_region;
    std::mutex m_mutex;
    std::set<std::string> m_acknowledged;
    std::set<std::string> m_rolledBack;
    std::vector<std::jthread> m_threads;
};

/// What many a poller does: everything with a higher number than the highest seen. Beside the real follower it must be
/// seen to lose events, or the test could not have noticed that either.
class NaiveFollower {
public:
    NaiveFollower(const std::string& endpoint, const RegionName& region);
    /// Polls once more and waits.
    void stop();

    [[nodiscard]] const std::set<std::string>& seen() const { return m_seen; }

private:
    bool poll(PlainSql& sql);

    std::string m_region;
    std::string m_highest = "0";
    std::set<std::string> m_seen;
    std::jthread m_thread;
};

} // namespace muniment::test
