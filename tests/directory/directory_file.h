// A workspace file filled with a history that a test writes, and the same history folded the slow way.
#pragma once

#include "models/directory/directory.h"
#include "models/replica/replica.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace muniment::test {

class DirectoryFile {
public:
    explicit DirectoryFile(const std::vector<std::string>& regions);

    /// Events are logged in the order of the calls; `at` may go back, as clocks do.
    void org(const std::string& region, const std::string& tenant, const OrgEvent& event, Instant at);
    void user(const std::string& region, const std::string& tenant, const std::string& id, const UserEvent& event,
              Instant at);
    /// Of an aggregate of any type.
    void fact(const std::string& region, const std::string& tenant, const std::string& type, const std::string& id,
              const NewEvent& event, Instant at, const std::string& actor = {});
    /// Writes what was added since into the file.
    void flush();

    [[nodiscard]] std::unique_ptr<Snapshot> snapshot();

    [[nodiscard]] Replica& replica() { return *m_replica; }

    /// What a fold of all events logged up to `asOf` says, in the order of lists, removed ones included. `sequence` is
    /// that of the last event of the aggregate: what lists show now.
    [[nodiscard]] std::vector<OrgRow> foldedOrgs(std::optional<Instant> asOf) const;
    [[nodiscard]] std::vector<UserRow> foldedUsers(std::optional<Instant> asOf) const;

private:
    using EntityKey = std::tuple<std::string, std::string, std::string>; // region, tenant, aggregate

    struct Logged {
        RegionName region;
        RecordedEvent event;
        Instant loggedAt;
    };

    void append(const std::string& region, RecordedEvent event, const NewEvent& what, Instant at);

    QTemporaryDir m_directory;
    std::unique_ptr<Replica> m_replica;
    std::vector<Logged> m_log;
    std::size_t m_flushed = 0;
    std::map<EntityKey, std::int64_t> m_sequences;
    std::map<std::string, std::pair<std::int64_t, Instant>> m_ends; ///< last position and logged-at of each region
};

/// One line a row, all fields.
[[nodiscard]] std::string printed(const OrgRow& row);
[[nodiscard]] std::string printed(const UserRow& row);

template <class Row>
[[nodiscard]] std::string printed(const std::vector<Row>& rows) {
    std::string text;
    for (const auto& row : rows)
        text += printed(row) + "\n";
    return text;
}

/// The value, or the end of the test program with the error.
template <class T>
[[nodiscard]] T orDie(Result<T> result) {
    if (!result)
        qFatal("%s: %s", std::string(errorCodeName(result.error().code)).c_str(), result.error().detail.c_str());
    return std::move(*result);
}

} // namespace muniment::test
