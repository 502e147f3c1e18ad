// Several requests decided on one sight of things, sent one after another.
#pragma once

#include "models/commands/command.h"

#include <map>
#include <utility>

namespace muniment {

/// After one of them is written, what the next ones expect of the same aggregate is what that one left behind. A
/// precondition that does not fit what the set itself did stays as it is, and is refused.
class PreconditionChain {
public:
    /// The request as it is to be sent now.
    [[nodiscard]] CommandRequest adapted(CommandRequest request) const;
    /// `result` is what came of the adapted request; one that was not written changes nothing.
    void note(const CommandResult& result, std::string_view aggregateType);

private:
    struct Step {
        std::int64_t seen = 0; ///< before the set touched it
        std::int64_t left = 0;
    };

    using Target = std::pair<TenantId, AggregateKey>;

    void note(const Target& target, std::int64_t before, std::int64_t after);

    std::map<Target, Step> m_steps;
};

} // namespace muniment
