#include "models/items/access_sentence.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessSentence)
};

struct Slot {
    QString name;
    QString value;
};

/// `pattern` with each {name} replaced by its value, which is set off.
Sentence filled(const QString& pattern, const std::vector<Slot>& values) {
    Sentence parts;
    const auto append = [&parts](const QString& text, bool isValue) {
        if (!text.isEmpty())
            parts.push_back({text, isValue});
    };
    qsizetype from = 0;
    for (auto open = pattern.indexOf(QLatin1Char('{')); open >= 0; open = pattern.indexOf(QLatin1Char('{'), from)) {
        const auto close = pattern.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        const auto found = std::ranges::find(values, pattern.mid(open + 1, close - open - 1), &Slot::name);
        append(pattern.mid(from, open - from), false);
        append(found == values.end() ? QString() : found->value, true);
        from = close + 1;
    }
    append(pattern.mid(from), false);
    return parts;
}

QString slotName(const char* name) {
    return QLatin1String(name);
}

bool isWhole(const AccessParty& party) {
    return party.entity.aggregate.type == "org";
}

std::vector<Slot> slotsOf(const AccessLink& link) {
    return {{slotName("from"), partyText(link.from)},
            {slotName("to"), link.to.isNone() ? Words::tr("a role that allows it") : partyText(link.to)},
            {slotName("place"), partyText(link.place)},
            {slotName("action"), plainText(link.action)},
            {slotName("target"), targetText(link.to, link.resourceType)}};
}

QString moment(const std::optional<Moment>& asOf, const ClockZone& zone) {
    return asOf ? momentText(*asOf, zone) : QString();
}

QString answerPattern(const AccessRequest& request, const AccessAnswer& answer) {
    const int ways = static_cast<int>(answer.ways.size());
    const bool isPast = request.asOf.has_value();
    if (isWhole(answer.resource)) {
        if (!answer.isAllowed)
            return isPast ? Words::tr("At {time}, {who} could not do {action} in the whole organization.")
                          : Words::tr("{who} cannot do {action} in the whole organization.");
        return isPast ? Words::tr("At {time}, {who} could do {action} in the whole organization, in %n way(s).",
                                  nullptr, ways)
                      : Words::tr("{who} can do {action} in the whole organization, in %n way(s).", nullptr, ways);
    }
    if (!answer.isAllowed)
        return isPast ? Words::tr("At {time}, {who} could not do {action} on {what}.")
                      : Words::tr("{who} cannot do {action} on {what}.");
    return isPast ? Words::tr("At {time}, {who} could do {action} on {what}, in %n way(s).", nullptr, ways)
                  : Words::tr("{who} can do {action} on {what}, in %n way(s).", nullptr, ways);
}

QString presencePattern(const AccessLink& link) {
    const auto& type = link.from.entity.aggregate.type;
    if (type == "org")
        return Words::tr("The organization, active");
    if (type == "user")
        return Words::tr("{from}, active");
    if (type == "team")
        return Words::tr("The team {from}");
    return type == "role" ? Words::tr("The role {from}") : Words::tr("The resource {from}");
}

} // namespace

QString sentenceText(const Sentence& sentence) {
    QString text;
    for (const auto& part : sentence)
        text += part.isValue ? isolated(part.text) : part.text;
    return text;
}

QString partyText(const AccessParty& party) {
    if (party.isNone())
        return QStringLiteral("—");
    if (isWhole(party))
        return Words::tr("the whole organization");
    return party.name.empty() ? shortId(party.entity.aggregate.id.text()) : plainText(party.name);
}

QString partyKindText(const AccessParty& party) {
    const auto& type = party.entity.aggregate.type;
    if (type == "user")
        return Words::tr("User");
    if (type == "team")
        return Words::tr("Team");
    if (type == "role")
        return Words::tr("Role");
    return type == "org" ? Words::tr("Organization") : Words::tr("Resource");
}

QString verdictText(bool isAllowed) {
    return isAllowed ? Words::tr("Yes.") : Words::tr("No.");
}

Sentence answerSentence(const AccessRequest& request, const AccessAnswer& answer, const ClockZone& zone) {
    return filled(answerPattern(request, answer), {{slotName("time"), moment(request.asOf, zone)},
                                                   {slotName("who"), partyText(answer.subject)},
                                                   {slotName("action"), plainText(request.action)},
                                                   {slotName("what"), partyText(answer.resource)}});
}

/// Who it was, why, and by which event.
static QString byText(const AccessCause& cause) {
    QString text = isolated(plainText(cause.actorName));
    if (!cause.reason.empty())
        text = Words::tr("%1, “%2”", "somebody, the reason given").arg(text, isolated(plainText(cause.reason)));
    return QStringLiteral("%1 (%2)").arg(text, plainText(cause.type));
}

/// What made an end of it: an event, or the clock.
static QString endText(const AccessTimes& times) {
    return times.endedBy ? Words::tr("Ended by %1.").arg(byText(*times.endedBy))
                         : Words::tr("Ended with the period of a grant.");
}

QString answerTimesText(const AccessAnswer& answer, const ClockZone& zone) {
    const auto time = [&zone](Instant at) { return formatTimeToMinuteWithZone(at, zone); };
    if (answer.present) {
        const AccessTimes& times = answer.times[*answer.present];
        return times.until ? Words::tr("True from %1 until %2.").arg(time(times.from), time(*times.until)) +
                                 QLatin1Char(' ') + endText(times)
                           : Words::tr("True since %1.").arg(time(times.from));
    }
    QString text;
    if (answer.endedTimes > 0) {
        const AccessTimes& times = answer.times[answer.endedTimes - 1];
        text = Words::tr("It was true from %1 until %2.").arg(time(times.from), time(*times.until)) + QLatin1Char(' ') +
               endText(times);
    }
    if (answer.endedTimes < answer.times.size()) {
        const QString later = time(answer.times[answer.endedTimes].from);
        text = text.isEmpty() ? Words::tr("It became true at %1.").arg(later)
                              : text + QLatin1Char(' ') + Words::tr("It became true again at %1.").arg(later);
    }
    if (!text.isEmpty())
        return text;
    return answer.isActionKnown ? Words::tr("It was never true, as far as this workspace knows.")
                                : Words::tr("No role of the organization has ever allowed this action.");
}

QString tookText(std::chrono::microseconds took) {
    return Words::tr("Found in %1 in the local replica.").arg(formatRoundTrip(took));
}

QString freshnessText(const AccessFreshness& freshness, const ClockZone& zone) {
    const QString region = isolated(plainText(freshness.region.text()));
    if (!freshness.knownThrough)
        return Words::tr("Incomplete: nothing is known of how far %1 has been read.").arg(region);
    const QString through = formatTimeWithZone(*freshness.knownThrough, zone);
    return freshness.isIncomplete ? Words::tr("Incomplete: %1 is known through %2 only.").arg(region, through)
                                  : Words::tr("%1 is known through %2.").arg(region, through);
}

Sentence whoSentence(const WhoRequest& request, const WhoAnswer& answer, const ClockZone& zone) {
    const int users = static_cast<int>(answer.users);
    const int teams = static_cast<int>(answer.holders.size() - answer.users);
    const bool isAnything = request.action.empty();
    QString pattern;
    if (request.asOf)
        pattern = isAnything ? Words::tr("At {time}, {users} and {teams} could do something on {what}.")
                             : Words::tr("At {time}, {users} and {teams} could do {action} on {what}.");
    else
        pattern = isAnything ? Words::tr("{users} and {teams} can do something on {what}.")
                             : Words::tr("{users} and {teams} can do {action} on {what}.");
    return filled(pattern, {{slotName("time"), moment(request.asOf, zone)},
                            {slotName("users"), Words::tr("%n user(s)", nullptr, users)},
                            {slotName("teams"), Words::tr("%n team(s)", nullptr, teams)},
                            {slotName("action"), plainText(request.action)},
                            {slotName("what"), partyText(answer.resource)}});
}

Sentence rightsSentence(const RightsRequest& request, const RightsAnswer& answer, const ClockZone& zone) {
    const std::vector<Slot> values{
        {slotName("time"), moment(request.asOf, zone)},
        {slotName("who"), partyText(answer.subject)},
        {slotName("role"), partyText(answer.role)},
        {slotName("grants"), Words::tr("%n grant(s)", nullptr, static_cast<int>(answer.grants.size()))},
        {slotName("rights"), Words::tr("%n right(s)", nullptr, static_cast<int>(answer.rights.size()))}};
    if (!answer.role.isNone()) {
        if (answer.grants.empty())
            return filled(request.asOf ? Words::tr("At {time}, {who} did not have the role {role}.")
                                       : Words::tr("{who} does not have the role {role}."),
                          values);
        return filled(request.asOf ? Words::tr("At {time}, {who} had the role {role} by {grants}, with {rights}.")
                                   : Words::tr("{who} has the role {role} by {grants}, with {rights}."),
                      values);
    }
    return filled(request.asOf ? Words::tr("At {time}, {who} had {rights} by {grants}.")
                               : Words::tr("{who} has {rights} by {grants}."),
                  values);
}

QString targetText(const AccessParty& target, const std::string& resourceType) {
    if (resourceType == "*")
        return Words::tr("everything");
    if (!resourceType.empty())
        return Words::tr("every %1", "a type of resource").arg(isolated(plainText(resourceType)));
    return partyText(target);
}

Sentence linkSentence(const AccessLink& link, const ClockZone& zone) {
    const auto values = slotsOf(link);
    switch (link.kind) {
    case AccessLink::Kind::Membership:
        return filled(Words::tr("is in the team {to}"), values);
    case AccessLink::Kind::Grant: {
        Sentence told = filled(isWhole(link.place) ? Words::tr("holds {to} in the whole organization")
                                                   : Words::tr("holds {to} on {place}"),
                               values);
        if (link.validFrom)
            told.push_back({Words::tr(" from %1").arg(formatTimeToMinuteWithZone(*link.validFrom, zone)), false});
        if (link.validUntil)
            told.push_back({Words::tr(" until %1").arg(formatTimeToMinuteWithZone(*link.validUntil, zone)), false});
        return told;
    }
    case AccessLink::Kind::Permission:
        return filled(link.action.empty() ? Words::tr("which allows it")
                                          : Words::tr("which allows {action} on {target}"),
                      values);
    case AccessLink::Kind::Place:
        return filled(Words::tr("{from} lies in {to}"), values);
    case AccessLink::Kind::Presence:
        break;
    }
    return filled(Words::tr("{from} is there"), values);
}

QString causeText(const AccessCause& cause, const ClockZone& zone) {
    return Words::tr("%1, by %2", "a time, somebody").arg(formatTimeToMinuteWithZone(cause.at, zone), byText(cause));
}

QString sinceText(const std::optional<AccessCause>& cause, const ClockZone& zone) {
    return cause ? Words::tr("since %1").arg(causeText(*cause, zone)) : QString();
}

Sentence missingSentence(const AccessLink& link) {
    const auto values = slotsOf(link);
    switch (link.kind) {
    case AccessLink::Kind::Membership:
        return filled(Words::tr("{from} in the team {to}"), values);
    case AccessLink::Kind::Grant:
        return filled(isWhole(link.place) ? Words::tr("{to} for {from} in the whole organization")
                                          : Words::tr("{to} for {from} on {place}"),
                      values);
    case AccessLink::Kind::Permission:
        return filled(link.action.empty() ? Words::tr("A permission of {from} that allows it")
                                          : Words::tr("The permission of {from} for {action} on {target}"),
                      values);
    case AccessLink::Kind::Place:
        return filled(Words::tr("{from} inside {to}"), values);
    case AccessLink::Kind::Presence:
        break;
    }
    return filled(presencePattern(link), values);
}

QString missingStateText(const AccessLink& link, const ClockZone& zone) {
    switch (link.state) {
    case AccessLink::State::Ended:
        return link.ended ? Words::tr("ended %1").arg(causeText(*link.ended, zone)) : Words::tr("ended");
    case AccessLink::State::NotThen:
        return Words::tr("the grant does not hold at that time");
    case AccessLink::State::Never:
        return Words::tr("never was");
    case AccessLink::State::Stands:
        break;
    }
    return {};
}

QString answerAsText(const AccessRequest& request, const AccessAnswer& answer, const ClockZone& zone) {
    QStringList lines{verdictText(answer.isAllowed) + QLatin1Char(' ') +
                          sentenceText(answerSentence(request, answer, zone)),
                      answerTimesText(answer, zone), freshnessText(answer.freshness, zone)};
    int number = 0;
    for (const AccessWay& way : answer.ways) {
        lines << QStringLiteral("%1. %2").arg(++number).arg(partyText(answer.subject));
        QString indent;
        for (const AccessLink& link : way) {
            indent += QStringLiteral("  ");
            const QString since = sinceText(link.made, zone);
            lines << indent + sentenceText(linkSentence(link, zone)) +
                         (since.isEmpty() ? since : QStringLiteral(", ") + since);
        }
    }
    for (const AccessLink& link : answer.missing)
        lines << QStringLiteral("- %1: %2").arg(sentenceText(missingSentence(link)), missingStateText(link, zone));
    return withoutIsolates(lines.join(QLatin1Char('\n')));
}

} // namespace muniment
