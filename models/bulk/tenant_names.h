// Everything of one tenant that a table can name, in memory: a file of ten thousand rows asks ten thousand times.
#pragma once

#include "models/base/result.h"
#include "models/base/strong_id.h"
#include "models/domain/event.h"
#include "models/replica/snapshot.h"

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

/// Ids by what people call them: the id itself, then names, then what may be ambiguous.
class NameIndex {
public:
    void add(const AggregateId& id, const std::vector<std::string>& names);
    /// NotFound (context "what"), Ambiguous (and "candidates").
    [[nodiscard]] Result<AggregateId> find(const std::string& what, const std::string& typed) const;

private:
    std::set<AggregateId> m_ids;
    std::map<std::string, std::vector<AggregateId>> m_names; ///< folded
};

struct TenantNames {
    NameIndex users, teams, roles, resources;
    std::set<std::string> userNames;              ///< as claims compare them
    std::map<std::string, std::string> skeletons; ///< of user names and e-mails -> one that has it
    std::set<std::string> grants;                 ///< as claims compare them
};

/// Not removed ones, now. Cancelled after `stop`.
[[nodiscard]] Result<TenantNames> readTenantNames(Snapshot& snapshot, const TenantId& tenant,
                                                  const std::stop_token& stop);

} // namespace muniment
