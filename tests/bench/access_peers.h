// The same question asked the usual way: a recursive query over tables of numbers with an index for each step.
#pragma once

#include "tests/bench/access_world.h"

#include <memory>

struct pg_conn;

namespace muniment::bench {

struct PeerQuestion {
    int user, resource;
    std::string action;
    std::int64_t bound; ///< events up to it are seen
};

/// In SQLite 3.40 as the program is linked with it: a file of its own, never ANALYZEd, which makes such queries a
/// thousand times slower there.
class SqlitePeer {
public:
    SqlitePeer(const std::string& path, const AccessWorld& world);
    ~SqlitePeer();
    [[nodiscard]] bool check(const PeerQuestion& question);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// In PostgreSQL, a prepared statement over a local socket.
class PostgresPeer {
public:
    PostgresPeer(const std::string& endpoint, const AccessWorld& world);
    ~PostgresPeer();
    [[nodiscard]] bool check(const PeerQuestion& question);

private:
    void run(const std::string& sql);
    void copy(const std::string& table, const std::string& rows);
    [[noreturn]] void fail();

    pg_conn* m_connection;
};

} // namespace muniment::bench
