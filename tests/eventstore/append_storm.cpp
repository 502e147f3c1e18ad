#include "tests/eventstore/append_storm.h"

#include "tests/eventstore/contract_values.h"

#include <thread>

namespace muniment::test {

namespace {

constexpr std::chrono::milliseconds kPause{20};
const AggregateKey kShared{"team", AggregateId("shared")};

class Client {
public:
    Client(EventStore& store, RegionName region, int client)
        : m_store(store),
          m_region(std::move(region)),
          m_client(client) {}

    Ledger run(int appends, std::atomic<int>& done) {
        for (int i = 0; i < appends; ++i, ++done)
            i % 3 == 0 ? addUser(i) : i % 3 == 1 ? removeUser() : writeToShared();
        return std::move(m_ledger);
    }

private:
    void addUser(int i) {
        m_user = "c" + std::to_string(m_client) + "-" + std::to_string(i);
        Append append = newUser(m_region, "acme", m_user);
        append.claims = {take("user_name", m_user)};
        append.following = {following("grant", "g-" + m_user, 0, {"grant.added"})};
        if (isWritten(append))
            m_ledger.names.insert(m_user);
        else
            m_user.clear();
    }

    void removeUser() {
        if (m_user.empty())
            return;
        Append append = changed(m_region, "acme", m_user, 1);
        append.claims = {release("user_name", m_user)};
        append.following = {following("grant", "g-" + m_user, 1, {"grant.removed"})};
        if (isWritten(append))
            m_ledger.names.erase(m_user);
    }

    void writeToShared() {
        const auto loaded = m_store.load(m_region, TenantId("acme"), kShared);
        if (!loaded)
            return pause();
        Append append = changed(m_region, "acme", {}, std::ssize(loaded->events));
        append.aggregate = kShared;
        static_cast<void>(isWritten(append));
    }

    bool isWritten(const Append& append) {
        const std::string command = append.commandId.text();
        const int events = static_cast<int>(append.events.size() + append.following.size());
        const auto appended = m_store.append(append);
        if (appended) {
            m_ledger.written[command] = events;
            return true;
        }
        ++m_ledger.refusals[std::string(errorCodeName(appended.error().code))];
        const bool isThere = appended.error().isOutcomeUnknown() && isSettledAsWritten(append);
        if (isThere)
            m_ledger.written[command] = events;
        else
            m_ledger.notWritten.insert(command);
        if (appended.error().isTransient())
            pause();
        return isThere;
    }

    bool isSettledAsWritten(const Append& append) {
        for (;;) {
            if (const auto settled = m_store.settle(append)) {
                ++m_ledger.settled[settled->done ? "written" : "not written"];
                return settled->done.has_value();
            }
            pause();
        }
    }

    static void pause() { std::this_thread::sleep_for(kPause); }

    EventStore& m_store;
    RegionName m_region;
    int m_client;
    std::string m_user; ///< added last, if it was
    Ledger m_ledger;
};

} // namespace

void Ledger::add(const Ledger& other) {
    written.insert(other.written.begin(), other.written.end());
    notWritten.insert(other.notWritten.begin(), other.notWritten.end());
    names.insert(other.names.begin(), other.names.end());
    for (const auto& [outcome, count] : other.settled)
        settled[outcome] += count;
    for (const auto& [code, count] : other.refusals)
        refusals[code] += count;
}

Ledger storm(EventStore& store, const RegionName& region, int client, int appends, std::atomic<int>& done) {
    return Client(store, region, client).run(appends, done);
}

} // namespace muniment::test
