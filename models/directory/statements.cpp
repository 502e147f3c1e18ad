#include "models/directory/statements.h"

// CROSS JOIN fixes the order of the loops as written: without statistics the planner would otherwise be free to start
// from the small tables and sort.

namespace muniment::directory {

static const std::string kOrganizationColumns = R"(
SELECT v.org_id, r.name, v.name, v.plan, v.state, v.created_at, v.valid_from, v.epoch, v.name_folded, )";

static const std::string kUserColumns = R"(
SELECT v.user_id, t.id, r.name, v.kind, v.state, v.user_name, v.first_name, v.last_name, v.display_name, v.email,
       v.phone, v.email_verified, v.created_at, v.valid_from, v.name_folded, )";

// The sequence a command of today must name may be newer than the version's: events that change nothing shown.
static const std::string kSequenceNow = "(SELECT h.last_sequence FROM heads AS h WHERE h.aggregate = v.entity)";
static const std::string kSequenceThen = "v.sequence";

// A version is visible as of an instant when its event lies inside its run's bound and its successor's does not.
static const std::string kBegunThen = "v.from_n BETWEEN b.value ->> 0 AND b.value ->> 1";
static const std::string kNotEndedThen = "(v.to_n IS NULL OR v.to_n > b.value ->> 1)";
static const std::string kVisibleThen = kBegunThen + " AND " + kNotEndedThen;

static const std::string kTenantNameNow = R"(,
       (SELECT o.name FROM org_versions AS o WHERE o.tenant = v.tenant AND o.region = v.region AND o.to_n IS NULL LIMIT 1))";
static const std::string kTenantNameThen = R"(,
       (SELECT o.name
          FROM aggregates AS oa CROSS JOIN org_versions AS o ON o.entity = oa.code
         WHERE oa.id = t.id AND oa.is_listed = 1 AND oa.type = (SELECT code FROM words WHERE text = 'org')
           AND oa.tenant = v.tenant AND oa.region = v.region
           AND o.from_n BETWEEN b.value ->> 0 AND b.value ->> 1 AND (o.to_n IS NULL OR o.to_n > b.value ->> 1)
         LIMIT 1))";

static const std::string kOrganizationPlaces = R"(
 CROSS JOIN regions AS r ON r.code = v.region)";
static const std::string kUserPlaces = R"(
 CROSS JOIN regions AS r ON r.code = v.region
 CROSS JOIN tenants AS t ON t.code = v.tenant)";

// In this order, since SQLite asks in the order of WHERE: names are folded of rows that pass the rest, and only for a
// text.
static const std::string kOrganizationFilter = R"(
   AND (:region IS NULL OR r.name = :region)
   AND (v.state = :state OR (:state IS NULL AND v.state <> 'removed'))
   AND (:text = '' OR instr(folded_lines(v.name, v.org_id), :text) > 0))";
static const std::string kUserFilter = R"(
   AND (:kind IS NULL OR v.kind = :kind)
   AND (v.state = :state OR (:state IS NULL AND v.state <> 'removed'))
   AND (:text = '' OR instr(folded_lines(v.user_name, v.display_name, v.email, v.user_id), :text) > 0))";
static const std::string kOfTenant = R"(
   AND v.tenant = (SELECT code FROM tenants WHERE id = :tenant))";
static const std::string kOfTenantIfGiven = R"(
   AND (:tenant IS NULL OR t.id = :tenant))";

static const std::string kOrganizationPage = R"(
   AND (v.name_folded, v.org_id) > (:after_name, :after_id)
 ORDER BY v.name_folded, v.org_id
 LIMIT :limit)";
static const std::string kUserPage = R"(
   AND (v.name_folded, v.user_id) > (:after_name, :after_id)
 ORDER BY v.name_folded, v.user_id
 LIMIT :limit)";

static ListStatements lists(const std::string& columns, const std::string& rows, const std::string& page) {
    return {columns + rows + page, "SELECT count(*)" + rows};
}

static const std::string kOrganizationRowsNow =
    "\n  FROM org_versions AS v" + kOrganizationPlaces + "\n WHERE v.to_n IS NULL";
static const std::string kOrganizationRowsThen = "\n  FROM json_each(:bounds) AS b CROSS JOIN org_versions AS v ON " +
                                                 kBegunThen + kOrganizationPlaces + "\n WHERE " + kNotEndedThen;
static const std::string kUserRowsNow = "\n  FROM user_versions AS v" + kUserPlaces + "\n WHERE v.to_n IS NULL";
static const std::string kUserRowsThen = "\n  FROM json_each(:bounds) AS b CROSS JOIN user_versions AS v ON " +
                                         kBegunThen + kUserPlaces + "\n WHERE " + kNotEndedThen;

const ListStatements kOrganizationsNow =
    lists(kOrganizationColumns + kSequenceNow, kOrganizationRowsNow + kOrganizationFilter, kOrganizationPage);
const ListStatements kOrganizationsThen =
    lists(kOrganizationColumns + kSequenceThen, kOrganizationRowsThen + kOrganizationFilter, kOrganizationPage);
const ListStatements kUsersNow =
    lists(kUserColumns + kSequenceNow + kTenantNameNow, kUserRowsNow + kUserFilter, kUserPage);
const ListStatements kUsersOfTenantNow =
    lists(kUserColumns + kSequenceNow + kTenantNameNow, kUserRowsNow + kOfTenant + kUserFilter, kUserPage);
const ListStatements kUsersThen =
    lists(kUserColumns + kSequenceThen + kTenantNameThen, kUserRowsThen + kOfTenantIfGiven + kUserFilter, kUserPage);

// From the dictionary of ids to the versions, for ids and their beginnings.
static const std::string kOrganizationsByIdNow =
    "\n  FROM aggregates AS a CROSS JOIN org_versions AS v ON v.entity = a.code" + kOrganizationPlaces + R"(
 WHERE v.to_n IS NULL AND a.type = (SELECT code FROM words WHERE text = 'org'))";
static const std::string kOrganizationsByIdThen =
    "\n  FROM aggregates AS a CROSS JOIN org_versions AS v ON v.entity = a.code" + kOrganizationPlaces +
    "\n CROSS JOIN json_each(:bounds) AS b ON " + kVisibleThen + R"(
 WHERE a.type = (SELECT code FROM words WHERE text = 'org'))";
static const std::string kUsersByIdNow = "\n  FROM aggregates AS a CROSS JOIN user_versions AS v ON v.entity = a.code" +
                                         kUserPlaces + R"(
 WHERE v.to_n IS NULL AND a.type = (SELECT code FROM words WHERE text = 'user'))" +
                                         kOfTenantIfGiven;
static const std::string kUsersByIdThen =
    "\n  FROM aggregates AS a CROSS JOIN user_versions AS v ON v.entity = a.code" + kUserPlaces +
    "\n CROSS JOIN json_each(:bounds) AS b ON " + kVisibleThen + R"(
 WHERE a.type = (SELECT code FROM words WHERE text = 'user'))" +
    kOfTenantIfGiven;

static const std::string kId = " AND a.is_listed = 1 AND a.id = :id LIMIT :limit";
static const std::string kPrefix = " AND a.is_listed = 1 AND a.id >= :prefix AND a.id < :prefix_end LIMIT :limit";
static const std::string kName = " AND v.name_folded = :name LIMIT :limit";
// A line equal to what is looked for: there is one before and after each.
static const std::string kOrganizationLine = R"(
   AND instr(folded_lines('', v.name, v.org_id, ''), char(10) || :name || char(10)) > 0 LIMIT :limit)";
static const std::string kUserLine = R"(
   AND instr(folded_lines('', v.user_name, v.display_name, v.email, v.user_id, ''), char(10) || :name || char(10)) > 0
 LIMIT :limit)";

static FindStatements finds(const std::string& columns, const std::string& byId, const std::string& rows,
                            const std::string& line) {
    return {columns + byId + kId, columns + rows + kName, columns + rows + line, columns + byId + kPrefix};
}

const FindStatements kFindOrganizationNow =
    finds(kOrganizationColumns + kSequenceNow, kOrganizationsByIdNow, kOrganizationRowsNow, kOrganizationLine);
const FindStatements kFindOrganizationThen =
    finds(kOrganizationColumns + kSequenceThen, kOrganizationsByIdThen, kOrganizationRowsThen, kOrganizationLine);
const FindStatements kFindUserNow =
    finds(kUserColumns + kSequenceNow + kTenantNameNow, kUsersByIdNow, kUserRowsNow + kOfTenantIfGiven, kUserLine);
const FindStatements kFindUserThen =
    finds(kUserColumns + kSequenceThen + kTenantNameThen, kUsersByIdThen, kUserRowsThen + kOfTenantIfGiven, kUserLine);

// The person behind an actor id, by the name they have now.
static const std::string kHistoryTail = R"(
       v.from_n, v.valid_from, w.text, aw.text, ac.id,
       (SELECT coalesce(nullif(u.display_name, ''), u.user_name)
          FROM aggregates AS ua CROSS JOIN user_versions AS u ON u.entity = ua.code
         WHERE ua.id = ac.id AND ua.is_listed = 1 AND ua.type = (SELECT code FROM words WHERE text = 'user')
           AND u.to_n IS NULL
         LIMIT 1))";
static const std::string kHistoryJoins = R"(
 CROSS JOIN regions AS r ON r.code = v.region
 CROSS JOIN events AS e ON e.n = v.from_n
 CROSS JOIN kinds AS k ON k.code = e.kind
 CROSS JOIN words AS w ON w.code = k.type
 CROSS JOIN actors AS ac ON ac.code = e.actor
 CROSS JOIN words AS aw ON aw.code = ac.type
 WHERE a.is_listed = 1 AND a.id = :id)";
static const std::string kNewestFirst = R"(
 ORDER BY v.valid_from DESC, v.from_n DESC
 LIMIT :limit)";

const std::string kOrganizationHistory = R"(
SELECT v.entity, v.name, v.plan, v.state, r.name,)" +
                                         kHistoryTail + R"(
  FROM aggregates AS a CROSS JOIN org_versions AS v ON v.entity = a.code)" +
                                         kHistoryJoins + R"(
   AND a.type = (SELECT code FROM words WHERE text = 'org'))" +
                                         kNewestFirst;

const std::string kUserHistory = R"(
SELECT v.entity, v.user_name, v.first_name, v.last_name, v.display_name, v.email,
       CASE v.email_verified WHEN 0 THEN 'no' ELSE 'yes' END, v.phone, v.description, v.state,)" +
                                 kHistoryTail + R"(
  FROM aggregates AS a CROSS JOIN user_versions AS v ON v.entity = a.code)" +
                                 kHistoryJoins + R"(
   AND a.type = (SELECT code FROM words WHERE text = 'user')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant))" +
                                 kNewestFirst;

std::string boundsJson(const RunBounds& bounds) {
    std::string json;
    for (const auto& [run, last] : bounds.lastOrdinal) {
        json += (json.empty() ? "[" : ",[") + std::to_string(EventNumber::of(run, 0).value) + "," +
                std::to_string(EventNumber::of(run, last).value) + "]";
    }
    return "[" + json + "]";
}

} // namespace muniment::directory
