#include "models/commands/precondition_chain.h"

namespace muniment {

CommandRequest PreconditionChain::adapted(CommandRequest request) const {
    const std::string type(aggregateTypeOf(request.command));
    const AggregateId id = type == "org" ? AggregateId(request.tenant.text()) : request.id;
    const auto step = m_steps.find({request.tenant, {type, id}});
    if (step != m_steps.end() && request.ifSequence == step->second.seen)
        request.ifSequence = step->second.left;
    return request;
}

void PreconditionChain::note(const CommandResult& result, std::string_view aggregateType) {
    if (!result.appended)
        return;
    note({result.tenant, {std::string(aggregateType), result.id}}, result.sequence, result.appended->sequence);
    for (const FollowingEvents& following : result.following)
        note({result.tenant, following.aggregate}, following.expectedSequence,
             following.expectedSequence + std::ssize(following.events));
}

void PreconditionChain::note(const Target& target, std::int64_t before, std::int64_t after) {
    const auto [step, isFirst] = m_steps.try_emplace(target, Step{before, after});
    if (isFirst)
        return;
    // Somebody else wrote in between: what was seen at first is stale whatever the set did.
    if (step->second.left != before)
        m_steps.erase(step);
    else
        step->second.left = after;
}

} // namespace muniment
