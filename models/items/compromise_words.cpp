#include "models/items/compromise_words.h"

#include "models/items/effect_words.h"
#include "models/items/event_sentence.h"
#include "models/items/plain_text.h"
#include "models/tracing/trace_fields.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kNamed = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compromises)
};

QString nameOf(const NamedThing& thing) {
    return thing.name.empty() ? shortId(thing.id.text()) : plainText(thing.name);
}

QString accountName(const UserRow& user) {
    return plainText(user.displayName.empty() ? user.userName : user.displayName);
}

QString empoweredText(const PoisonedAct& act) {
    QStringList names;
    for (std::size_t i = 0; i < std::min(kNamed, act.empowered.size()); ++i)
        names << isolated(nameOf(act.empowered[i]));
    if (act.empoweredCount > kNamed)
        names << Words::tr("%n more", "people", static_cast<int>(act.empoweredCount - kNamed));
    return names.join(QStringLiteral(", "));
}

QString hoursText(const Exposure& exposure, Instant now) {
    return QLocale().toString(std::stod(hoursOf(exposure, now)), 'f', 1);
}

QString targetOf(const CommandRequest& request, const EntityNames& names) {
    const auto found = names.find({request.tenant, request.id});
    return found == names.end() ? shortId(request.id.text()) : plainText(found->second);
}

QString detailsOf(const CommandRequest& request, const EntityNames& names) {
    const QString summary = commandSummary(request, names);
    const auto count = static_cast<int>(request.following.size());
    if (count == 0)
        return summary;
    const QString more = Words::tr("%n more with it", nullptr, count);
    return summary.isEmpty() ? more : Words::tr("%1; %2", "details; and what follows").arg(summary, more);
}

} // namespace

QString compromiseText(const CompromiseMark& mark, const ClockZone& zone) {
    const QString from = formatTimeToMinuteWithZone(mark.from, zone);
    return mark.until ? Words::tr("Marked as compromised from %1 to %2")
                            .arg(from, formatTimeToMinuteWithZone(*mark.until, zone))
                      : Words::tr("Marked as compromised from %1 on").arg(from);
}

QString traceSentence(const TraceAnswer& answer) {
    const auto& trace = answer.trace;
    const QString did = Words::tr("%1 did %n thing(s) in that time", nullptr, static_cast<int>(trace.events))
                            .arg(isolated(accountName(trace.account)));
    if (trace.acts.empty())
        return Words::tr("%1; nothing of it gave anybody access or a way in.").arg(did);
    const auto stands = std::ranges::count_if(trace.acts, &PoisonedAct::stands);
    return Words::tr("%1; %2; %3.", "did; gave; stand")
        .arg(did, Words::tr("%n gave access or a way in", nullptr, static_cast<int>(trace.acts.size())),
             stands == 0 ? Words::tr("nothing of it stands any more")
                         : Words::tr("%n still stand(s)", nullptr, static_cast<int>(stands)));
}

QStringList traceLimits(const PoisonTrace& trace) {
    QStringList limits;
    const auto own = std::ranges::count_if(trace.acts, [](const PoisonedAct& act) { return act.depth > 0; });
    if (own > 0)
        limits << Words::tr("%n of it was done by those whom it empowered, also later.", nullptr,
                            static_cast<int>(own));
    if (trace.isCut)
        limits << Words::tr("More accounts were empowered, or over more steps, than are followed (%1 accounts, %2 "
                            "steps): there may be more.")
                      .arg(formatCount(kPoisonedAccounts), formatCount(kPoisonDepth));
    if (std::ranges::any_of(trace.acts, [](const PoisonedAct& act) { return act.empoweredCount > kPeopleNamed; }))
        limits << Words::tr("Of whom one thing empowered, what at most %1 people could do is listed.")
                      .arg(formatCount(kPeopleNamed));
    return limits;
}

TextTable actTable(const PoisonTrace& trace, const ClockZone& zone) {
    TextTable table{{Words::tr("When (%1)").arg(zoneTitle(zone)), Words::tr("By"), Words::tr("Step"),
                     Words::tr("What happened"), Words::tr("Empowered"), Words::tr("Stands")},
                    {}};
    for (const PoisonedAct& act : trace.acts)
        table.rows.push_back({formatTime(act.row.loggedAt, zone), nameOf(act.by),
                              formatCount(static_cast<std::int64_t>(act.depth)), eventSentence(act.row),
                              empoweredText(act), act.stands ? Words::tr("Yes") : Words::tr("No")});
    return table;
}

TextTable exposureTable(const PoisonTrace& trace, Instant now, const ClockZone& zone) {
    TextTable table{{Words::tr("Person"), Words::tr("Could"), Words::tr("On"),
                     Words::tr("From (%1)").arg(zoneTitle(zone)), Words::tr("Until (%1)").arg(zoneTitle(zone)),
                     Words::tr("Hours")},
                    {}};
    for (const Exposure& exposure : trace.exposures)
        table.rows.push_back({nameOf(exposure.user), plainText(exposure.right.action), rightTargetText(exposure.right),
                              formatTime(exposure.from, zone),
                              exposure.until ? formatTime(*exposure.until, zone) : Words::tr("still"),
                              hoursText(exposure, now)});
    return table;
}

TextTable draftTable(const TraceAnswer& answer) {
    TextTable table{{Words::tr("Change"), Words::tr("Of"), Words::tr("Details")}, {}};
    for (const CommandRequest& request : answer.trace.commands)
        table.rows.push_back(
            {commandTitle(request.command), targetOf(request, answer.names), detailsOf(request, answer.names)});
    return table;
}

} // namespace muniment
