#include "models/commands/three_ways.h"

#include "models/commands/request_decision.h"
#include "models/commands/review_surroundings.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

std::map<std::string, std::string> fieldMap(std::string_view type, const std::vector<RecordedEvent>& events) {
    std::map<std::string, std::string> fields;
    for (StateField& field : stateFields(type, events))
        fields.insert_or_assign(std::move(field.name), std::move(field.value));
    return fields;
}

std::string valueOf(const std::map<std::string, std::string>& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

/// The events that the command leads to from the events that were seen.
Result<std::vector<RecordedEvent>> wantedEvents(EventStore& store, const CommandRequest& request,
                                                const CommandTarget& target, std::vector<RecordedEvent> seen,
                                                const Clock& clock) {
    LoadedAggregates aggregates(store, request.region, target.tenant);
    aggregates.set(target.aggregate, AggregateHistory{seen});
    const DecisionContext context{request.region, clock.now(), request.reason};
    const auto decided = decideCommand(request.command, target.aggregate, aggregates, context);
    if (!decided && decided.error().code != ErrorCode::Refused)
        return tl::unexpected(decided.error());
    if (!decided)
        return seen;
    aggregates.extend(target.aggregate, decided->events);
    return aggregates.of(target.aggregate).map([](const AggregateHistory* history) { return history->events; });
}

/// What a review decides on is the grant: that is what was seen, and what somebody else changed.
CommandRequest aboutWhatWasSeen(const CommandRequest& request) {
    const auto* item = reviewDecisionOf(request);
    if (item == nullptr)
        return request;
    CommandRequest about = request;
    about.id = item->grant;
    about.ifSequence = item->grantSequence;
    about.command =
        item->decision == ReviewDecision::Revoke ? GrantCommand(RemoveGrant{}) : GrantCommand(ChangeGrant{});
    return about;
}

} // namespace

Result<ThreeWays> compareThreeWays(EventStore& store, const CommandRequest& sent, const Clock& clock) {
    const CommandRequest request = aboutWhatWasSeen(sent);
    const auto target = targetOf(request);
    if (!target)
        return tl::unexpected(target.error());
    auto history = store.load(request.region, target->tenant, target->aggregate);
    if (!history)
        return tl::unexpected(history.error());

    ThreeWays ways;
    ways.seen = request.ifSequence.value_or(0);
    ways.is = history->events.empty() ? 0 : history->events.back().sequence;
    const auto firstUnseen =
        std::ranges::find_if(history->events, [&](const RecordedEvent& event) { return event.sequence > ways.seen; });
    const std::vector<RecordedEvent> seen(history->events.begin(), firstUnseen);
    ways.between.assign(firstUnseen, history->events.end());
    const auto wanted = wantedEvents(store, request, *target, seen, clock);
    if (!wanted)
        return tl::unexpected(wanted.error());

    const std::string& type = target->aggregate.type;
    const auto seenFields = fieldMap(type, seen);
    const auto isFields = fieldMap(type, history->events);
    const auto wantedFields = fieldMap(type, *wanted);
    auto names = seenFields;
    names.insert(isFields.begin(), isFields.end());
    names.insert(wantedFields.begin(), wantedFields.end());
    for (const auto& [name, value] : names) {
        ThreeWayRow row{name, valueOf(seenFields, name), valueOf(isFields, name), valueOf(wantedFields, name)};
        if (row.seen != row.is || row.seen != row.wanted)
            ways.rows.push_back(std::move(row));
    }
    return ways;
}

} // namespace muniment
