// The file that tests of teams, roles, resources, grants, sessions, credentials and plans read: a history of minutes in
// an organization "acme", told in access_world.cpp.
#pragma once

#include "models/domain/session.h"
#include "tests/directory/directory_file.h"

#include <string>
#include <vector>

namespace muniment::test {

inline const TenantId kAcme("acme");

constexpr Instant at(int minute) {
    return {1'700'000'000'000'000 + minute * 60 * kMicrosPerSecond};
}

/// A UUID, as most ids are; its last digit tells them apart.
[[nodiscard]] std::string uuid(int number);
[[nodiscard]] TeamMember userMember(const std::string& id);
[[nodiscard]] TeamMember teamMember(const std::string& id);

class AccessWorld {
public:
    AccessWorld();

    [[nodiscard]] std::unique_ptr<Snapshot> snapshot() { return m_file.snapshot(); }

private:
    template <class Event>
    void add(const std::string& type, const std::string& id, const Event& event, int minute) {
        m_file.fact("eu", kAcme.text(), type, id, encode(event), at(minute));
    }

    void addSession(const std::string& id, const char* user, int minute, bool ends);

    DirectoryFile m_file;
};

/// A line each.
[[nodiscard]] std::string textOf(const std::vector<std::string>& lines);

template <class Row, class Print>
std::string printedRows(Result<std::vector<Row>> rows, Print print) {
    std::vector<std::string> lines;
    for (const Row& row : orDie(std::move(rows)))
        lines.push_back(print(row));
    return textOf(lines);
}

} // namespace muniment::test
