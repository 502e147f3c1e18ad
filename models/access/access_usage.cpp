#include "models/access/access_usage.h"

namespace muniment {

std::map<std::uint32_t, Bound> lastUses(const AccessGraph& graph, std::span<const AccessUse> uses) {
    std::map<std::uint32_t, Bound> last;
    for (const AccessUse& use : uses)
        for (const AccessPath& path : findPaths(graph, use.question, use.seen).paths) {
            Bound& known = last[path.grant.code];
            known = std::max(known, use.seen.bound);
        }
    return last;
}

} // namespace muniment
