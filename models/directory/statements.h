// Every question the directory asks of the version tables, in one place; tests read their query plans.
//
// All share their parameters' names: :text (folded; empty: all), :region, :tenant, :state, :kind (NULL: all),
// :after_name and :after_id (empty: from the beginning), :limit; and, as of an instant, :bounds, see boundsJson().
#pragma once

#include "models/replica/snapshot.h"

#include <string>

namespace muniment::directory {

struct ListStatements {
    std::string page;  ///< rows in order of folded name and id
    std::string count; ///< of the same filter
};

extern const ListStatements kOrganizationsNow;
extern const ListStatements kOrganizationsThen;
extern const ListStatements kUsersNow;         ///< of every organization; there is no :tenant
extern const ListStatements kUsersOfTenantNow; ///< of :tenant
extern const ListStatements kUsersThen;        ///< of every organization, or of :tenant

/// Rows of the same columns as a page, at most :limit.
struct FindStatements {
    std::string byId;     ///< the whole :id
    std::string byName;   ///< organization or user name equal to :name (folded)
    std::string byLine;   ///< any searched text equal to :name: e-mail, display name; a scan, so asked late
    std::string byPrefix; ///< ids from :prefix up to :prefix_end
};

extern const FindStatements kFindOrganizationNow;
extern const FindStatements kFindOrganizationThen;
extern const FindStatements kFindUserNow; ///< of every organization, or of :tenant
extern const FindStatements kFindUserThen;

/// Versions of the entities with :id (users: and :tenant), newest first, at most :limit.
extern const std::string kOrganizationHistory;
extern const std::string kUserHistory;

/// The bounds as json_each() takes them: [[first n, last n], …], one pair a run.
[[nodiscard]] std::string boundsJson(const RunBounds& bounds);

} // namespace muniment::directory
