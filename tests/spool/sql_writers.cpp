#include "tests/spool/sql_writers.h"

#include <chrono>

namespace muniment::test {

using namespace std::chrono_literals;

namespace {

constexpr auto kInsert =
    "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, "
    "actor_type, actor_id, payload) "
    "SELECT $1, 'acme', 1, 'user', $2, s, 'user.human.profile.changed', 'human', $2, "
    "convert_to('{\"n\":' || s || '}', 'UTF8') FROM generate_series($3::bigint, $4::bigint) AS s";

bool oneIn(std::minstd_rand& dice, int n) {
    return std::uniform_int_distribution<int>(1, n)(dice) == 1;
}

std::chrono::milliseconds between(std::minstd_rand& dice, int least, int most) {
    return std::chrono::milliseconds(std::uniform_int_distribution<int>(least, most)(dice));
}

} // namespace

SqlWriters::SqlWriters(const std::string& endpoint, const RegionName& region, int writers) : m_region(region.text()) {
    for (int i = 0; i < writers; ++i)
        m_threads.emplace_back([this, i, endpoint](std::stop_token stop) { write(i, stop, endpoint); });
}

void SqlWriters::stop() {
    for (auto& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

void SqlWriters::write(int self, const std::stop_token& stop, const std::string& endpoint) {
    std::minstd_rand dice(static_cast<unsigned>(self) + 1);
    PlainSql sql(endpoint);
    for (int n = 0; !stop.stop_requested(); ++n) {
        writeUser(sql, dice, "w" + std::to_string(self) + "-" + std::to_string(n));
        std::this_thread::sleep_for(between(dice, 5, 40));
    }
}

void SqlWriters::writeUser(PlainSql& sql, std::minstd_rand& dice, const std::string& user) {
    if (!sql.run("BEGIN"))
        return;
    std::int64_t sequence = 0;
    for (int statement = oneIn(dice, 2) ? 2 : 1; statement > 0; --statement) {
        const std::int64_t last = sequence + between(dice, 1, 3).count();
        if (!sql.run(kInsert, {m_region, user, std::to_string(sequence + 1), std::to_string(last)}))
            break;
        sequence = last;
    }
    if (oneIn(dice, 33))
        std::this_thread::sleep_for(between(dice, 200, 600));
    const bool isKept = !oneIn(dice, 11);
    // A connection that was cut and made anew knows nothing of this transaction, and says so with a warning only.
    const auto isOurs = sql.query("SELECT pg_current_xact_id_if_assigned()::text");
    if (!isOurs || isOurs->empty() || isOurs->front().front().empty() || !sql.run(isKept ? "COMMIT" : "ROLLBACK"))
        return;
    const std::scoped_lock lock(m_mutex);
    for (std::int64_t s = 1; s <= sequence; ++s)
        (isKept ? m_acknowledged : m_rolledBack).insert(user + "/" + std::to_string(s));
}

NaiveFollower::NaiveFollower(const std::string& endpoint, const RegionName& region) : m_region(region.text()) {
    m_thread = std::jthread([this, endpoint](std::stop_token stop) {
        PlainSql sql(endpoint);
        while (!stop.stop_requested()) {
            poll(sql);
            std::this_thread::sleep_for(50ms);
        }
        while (!poll(sql)) // the last word is a whole poll
            std::this_thread::sleep_for(50ms);
    });
}

void NaiveFollower::stop() {
    m_thread.request_stop();
    m_thread.join();
}

bool NaiveFollower::poll(PlainSql& sql) {
    const auto rows = sql.query("SELECT e.in_tx_order, e.aggregate_id || '/' || e.sequence FROM muniment.events AS e "
                                "WHERE e.region = $1 AND e.in_tx_order > $2::bigint ORDER BY e.in_tx_order",
                                {m_region, m_highest});
    if (!rows)
        return false;
    for (const auto& row : *rows) {
        m_highest = row[0];
        m_seen.insert(row[1]);
    }
    return true;
}

} // namespace muniment::test
