// The questions asked of a version table whose entities have names: organizations, users, teams, roles, resources,
// plans, rules of separation. One home for their SQL; tests read the query plans.
//
// A question first finds which versions it is about, by their from_n and in the order of the list, from the listings
// beside the versions (listed_names.h), and then reads the rows of just these. Parameters are named alike everywhere:
// :bounds (see seen()), :text (searchedText(); empty: all), :tenant, :state, :region, :kind … (NULL: all), :after_name
// and :after_id (empty: from the beginning), :limit.
#pragma once

#include <string>

namespace muniment::directory {

/// What tells one kind of entity from another.
struct NamedEntities {
    std::string type;       ///< of the aggregates
    std::string table;      ///< of versions
    std::string id;         ///< SQL: the id of the version `v`
    std::string columns;    ///< of a row, after those that all have; of the version `v`
    std::string conditions; ///< beyond tenant, state, kind and text, of the listing `l`: " AND …"
};

[[nodiscard]] const NamedEntities& organizationEntities();
[[nodiscard]] const NamedEntities& userEntities();
[[nodiscard]] const NamedEntities& teamEntities();
[[nodiscard]] const NamedEntities& roleEntities();
[[nodiscard]] const NamedEntities& resourceEntities();
[[nodiscard]] const NamedEntities& planEntities();
[[nodiscard]] const NamedEntities& separationEntities();

struct ListStatements {
    std::string page;    ///< from_n of versions, in order of folded name and id
    std::string count;   ///< how many, of the same conditions
    std::string matches; ///< the page as aggregates.code, with the folded names and the ids as they are stored
    std::string rest;    ///< how many come after (:after_name, :after_id)
};

/// What a list is asked for: a condition that is not asked is not in its statements either, since each costs something
/// for each of 100,000 rows.
struct ListShape {
    bool isPast = false;   ///< within :bounds; else now
    bool ofTenant = false; ///< of :tenant; else of every organization
    bool inState = false;  ///< in :state; else in any but removed
    bool ofKind = false;   ///< of :kind
    bool hasText = false;  ///< that hold :text
};

/// Each gives from_n of versions, at most :limit.
struct FindStatements {
    std::string byId;     ///< the whole :id
    std::string byName;   ///< the folded name that lists are sorted by equals :name
    std::string byLine;   ///< any text that is searched equals :name; a scan, so asked late
    std::string byPrefix; ///< ids from :prefix up to :prefix_end
};

/// The statements of one kind of entity, made once.
struct EntityStatements {
    explicit EntityStatements(const NamedEntities& entities);

    [[nodiscard]] ListStatements lists(const ListShape& shape) const;

    FindStatements findNow; ///< of every organization or of :tenant
    FindStatements findThen;
    // A page in one statement: what does not depend on the row, the codes of words, is looked up once. In the order
    // of the given array, which is what the outer loop of a CROSS JOIN goes through.
    std::string versions; ///< from_n of the versions that :entities, a JSON array of codes, have within :bounds
    /// :versions, a JSON array of from_n; columns as EntityColumn says, called as within :bounds, then the entity's.
    std::string rows;

private:
    std::string m_table;
    std::string m_conditions;
};

/// The columns that every row begins with.
enum EntityColumn { Id, Tenant, TenantName, Region, State, CreatedAt, ChangedAt, Sequence, FirstOwnColumn };

/// The region in which the tenant of `v`, a version or an aggregate, lives within :bounds.
[[nodiscard]] const std::string& homeName();
/// The name of the organization of `v`, within :bounds.
[[nodiscard]] const std::string& tenantName();
/// Of the user with the aggregate code `entity`, within :bounds: display name, else user name.
[[nodiscard]] std::string userNameOf(const std::string& entity);
/// What the entity whose id is `id`, a column as stored_id.h writes it, of the organization of `v`, is called within
/// :bounds: `name`, SQL on its version `n`.
[[nodiscard]] std::string nameOf(const std::string& type, const std::string& table, const std::string& name,
                                 const std::string& id);

/// Of a member of a team or a subject of a grant, by the columns of its kind and its id: what people call it, and what
/// tells it from others of the name (a user's user name, a team's description). NULL: the file does not know it.
[[nodiscard]] std::string memberNameOf(const std::string& kind, const std::string& id);
[[nodiscard]] std::string memberDetailOf(const std::string& kind, const std::string& id);

} // namespace muniment::directory
