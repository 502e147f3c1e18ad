// A big organization, drawn: what "access" measures with, as rows that a workspace file and a peer both take in.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

struct sqlite3;

namespace muniment::bench {

/// Numbers of nodes count from 0 in each kind. Times are ordinals: from the event `from` up to `to`.
struct AccessWorld {
    static constexpr int kUsers = 100'000, kTeams = 20'000, kRoles = 50, kResources = 300'000;
    static constexpr int kMemberships = 500'000, kGrants = 500'000;
    static constexpr int kHubUsers = 10, kHubTeams = 1'200; ///< such users are in so many teams
    static constexpr int kHubGrants = 40'000;               ///< of one team
    static constexpr int kDepth = 8;
    static constexpr int kEveryone = kTeams - 1; ///< a team of all users; role 0 on resource 0 is granted to it

    struct Edge {
        int from, to; ///< member and team, child and parent
        bool isTeam;  ///< the member
        std::int64_t begun, ended;
    };

    struct Grant {
        int subject, role, resource; ///< resource −1: the whole organization
        bool isTeam;
        std::int64_t begun, ended;
    };

    struct Permission {
        int role;
        std::string action, type;
        std::int64_t begun;
    };

    AccessWorld();

    std::vector<Edge> memberships, places;
    std::vector<Grant> grants;
    std::vector<Permission> permissions;
    std::vector<int> typeOf; ///< of each resource, 0 … 4
    std::int64_t lastOrdinal = 0;

    [[nodiscard]] static std::string action(int number);
    [[nodiscard]] static std::string type(int number);
    /// 16 bytes, as the file keeps ids.
    [[nodiscard]] static std::string id(char kind, int number);

    /// Into the tables of a workspace file that has one region and no events.
    void fillFile(sqlite3* db) const;

private:
    std::int64_t next() { return ++lastOrdinal; }

    std::int64_t end(std::int64_t begun);

    std::mt19937_64 m_random{1};
};

} // namespace muniment::bench
