// Access the slow way: the events are replayed up to a moment by the deciders' own folds, and the relations walked as
// they stand. Nothing is shared with models/access.
#pragma once

#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/team.h"
#include "models/domain/user.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace muniment::test {

/// An event of one organization as a test wrote it.
struct Fact {
    std::string type; ///< of the aggregate
    std::string id;
    NewEvent event;
    Instant loggedAt;
};

struct NaiveGrant {
    std::string id, role, resource; ///< resource empty: everything
    TeamMember subject;
    std::optional<Instant> from, until;
};

/// What stands at one moment.
struct NaiveWorld {
    bool isOrgActive = false;
    std::set<std::string> users, teams, roles;    ///< that count
    std::map<std::string, std::string> resources; ///< that count, and their types
    std::set<std::pair<TeamMember, std::string>> memberships;
    std::set<std::pair<std::string, Permission>> permissions; ///< of roles
    std::map<std::string, std::string> parents;
    std::vector<NaiveGrant> grants;
    Instant at;

    /// A resource that is empty: the whole organization.
    [[nodiscard]] bool check(const TeamMember& subject, const std::string& action, const std::string& resource) const;
    [[nodiscard]] std::set<std::string> who(const std::string& action, const std::string& resource) const; ///< users

private:
    [[nodiscard]] bool counts(const TeamMember& subject) const;
    [[nodiscard]] std::vector<std::string> placesOf(const std::string& resource) const;
    [[nodiscard]] bool permits(const std::string& role, const std::string& action, const std::string& resource) const;
};

/// The first `facts` of them, judged at `at`.
[[nodiscard]] NaiveWorld replay(const std::vector<Fact>& facts, std::size_t count, Instant at);

} // namespace muniment::test
