// Commands about access reviews, as lines of JSON have them.
#include "models/base/named_value.h"
#include "models/commands/form.h"

namespace muniment::forms {

static const char* idMember(ReviewScope::Kind kind) {
    switch (kind) {
    case ReviewScope::Kind::Role:
        return "roleId";
    case ReviewScope::Kind::Team:
        return "teamId";
    default:
        return "resourceId";
    }
}

static ReviewScope readScope(In in) {
    using Kind = ReviewScope::Kind;
    const std::string word = in.text("scope");
    ReviewScope scope{valueNamed(word, reviewScopeName, {Kind::Organization, Kind::Role, Kind::Team, Kind::Resource})};
    if (reviewScopeName(scope.kind) != word)
        in.setWrong("scope", "it is one of organization, role, team, resource");
    for (const Kind kind : {Kind::Role, Kind::Team, Kind::Resource})
        if (const AggregateId id = in.idOrEmpty(idMember(kind)); kind == scope.kind)
            scope.id = id;
    return scope;
}

static ReviewPin readPin(In in) {
    ReviewPin pin;
    pin.at = in.optionalInstant("pinnedAt").value_or(Instant{});
    pin.epoch = static_cast<std::int32_t>(in.optionalWhole("pinnedEpoch").value_or(1));
    const auto position = parsePosition(in.text("pinnedPosition"));
    const auto order = parsePosition(in.text("pinnedInTxOrder")); // digits and nothing else
    if (!position || !order)
        in.setWrong("pinnedPosition", "it is to be a place in the log");
    else
        pin.key = {*position, order->major};
    return pin;
}

template <>
struct Form<StartReview> {
    static constexpr std::string_view kName = "review.start";

    static StartReview read(In in) {
        StartReview command;
        command.name = in.text("name");
        command.scope = readScope(in);
        command.since = in.idOrEmpty("sinceReviewId");
        command.reviewer = in.text("reviewer");
        command.dueAt = in.optionalInstant("dueAt");
        command.pin = readPin(in);
        command.items = in.optionalWhole("items").value_or(0);
        return command;
    }

    static void write(Out out, const StartReview& command) {
        out.text("name", command.name).text("scope", reviewScopeName(command.scope.kind));
        if (command.scope.kind != ReviewScope::Kind::Organization)
            put(out, idMember(command.scope.kind), command.scope.id);
        put(out, "sinceReviewId", command.since);
        out.text("reviewer", command.reviewer);
        put(out, "dueAt", command.dueAt);
        out.text("pinnedAt", formatInstant(command.pin.at)).integer("pinnedEpoch", command.pin.epoch);
        const Position position = command.pin.key.position;
        out.text("pinnedPosition", position.minor == 0 ? formatIntegerPosition(position) : formatHlcPosition(position));
        out.text("pinnedInTxOrder", std::to_string(command.pin.key.inTxOrder)).integer("items", command.items);
    }
};

template <>
struct Form<DecideReviewItem> {
    static constexpr std::string_view kName = "review.item.decide";

    static DecideReviewItem read(In in) {
        DecideReviewItem command{in.id("grantId")};
        const auto decision = reviewDecisionNamed(in.text("decision"));
        if (!decision)
            in.setWrong("decision", "it is one of keep, revoke");
        command.decision = decision.value_or(ReviewDecision::Keep);
        command.grantSequence = in.optionalWhole("grantSequence").value_or(0);
        return command;
    }

    static void write(Out out, const DecideReviewItem& command) {
        out.text("grantId", command.grant.text()).text("decision", reviewDecisionName(command.decision));
        out.integer("grantSequence", command.grantSequence);
    }
};

template <>
struct Form<CloseReview> : BareForm<CloseReview> {
    static constexpr std::string_view kName = "review.close";
};

} // namespace muniment::forms

MUNIMENT_COMMAND_FORMS(ReviewCommand)
