#include "models/items/conflict_report.h"

#include "models/items/error_sentence.h"
#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace muniment {

namespace {

using Verdict = ReportedChange::Verdict;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConflictReport)
};

constexpr std::array kVerdicts{Verdict::Fits, Verdict::Overtaken, Verdict::Refused, Verdict::NotAnswered};

/// Fields of one of several are "member/user/<id>".
QString fieldWords(const std::string& field) {
    const auto slash = field.find('/');
    if (slash == std::string::npos)
        return fieldText(field);
    return fieldText(field.substr(0, slash)) + QStringLiteral(" ") + shortId(field.substr(field.rfind('/') + 1));
}

QString valueWords(const std::string& value) {
    return value.empty() ? QStringLiteral("—") : plainText(value);
}

Verdict verdictOf(const StagedChange& change) {
    if (change.state == StagedChange::State::Stale)
        return Verdict::Overtaken;
    if (!change.answer)
        return Verdict::NotAnswered;
    if (*change.answer)
        return Verdict::Fits;
    const Error& error = change.answer->error();
    return error.isTransient() || error.isOutcomeUnknown() ? Verdict::NotAnswered : Verdict::Refused;
}

/// "  You saw:   standard"
QString line(const QString& name, const QString& value) {
    return QStringLiteral("  %1: %2\n").arg(name, withoutIsolates(value));
}

QString textOf(const ReportedChange& change) {
    QString text = QStringLiteral("- ") + change.title;
    if (!change.of.isEmpty())
        text += QStringLiteral(": ") + withoutIsolates(change.of);
    text += QLatin1Char('\n');
    if (!change.details.isEmpty())
        text += line(Words::tr("Details"), change.details);
    text += line(Words::tr("Organization"), change.organization);
    text += line(Words::tr("Region"),
                 change.movedFrom.isEmpty()
                     ? change.region
                     : Words::tr("%1 (the organization has moved there from %2)").arg(change.region, change.movedFrom));
    text += line(Words::tr("Queued"), change.queued);
    if (!change.trouble.isEmpty())
        text += line(Words::tr("Why not"), change.trouble);
    for (const ThreeWayWords& way : change.ways)
        text += line(way.field, Words::tr("you saw %1, it is %2, you want %3").arg(way.seen, way.is, way.wanted));
    return text;
}

} // namespace

std::vector<ThreeWayWords> threeWayWords(const ThreeWays& ways) {
    std::vector<ThreeWayWords> words;
    for (const ThreeWayRow& row : ways.rows)
        words.push_back({fieldWords(row.field), valueWords(row.seen), valueWords(row.is), valueWords(row.wanted),
                         row.is != row.seen});
    return words;
}

int ConflictReport::count(Verdict verdict) const {
    return static_cast<int>(std::ranges::count(changes, verdict, &ReportedChange::verdict));
}

ConflictReport conflictReport(const ChangeSet& changes, const ChangeSetModel& names, const ClockZone& zone) {
    ConflictReport report;
    for (const StagedChange* change : changes.queued()) {
        const CommandRequest& request = change->request;
        ReportedChange reported;
        reported.id = change->id;
        reported.verdict = verdictOf(*change);
        const int row = names.rowOf(change->id);
        const auto cell = [&](int column) { return names.index(row, column).data().toString(); };
        reported.title = commandTitle(request.command);
        reported.of = cell(ChangeSetModel::On);
        reported.details = cell(ChangeSetModel::Details);
        reported.organization = cell(ChangeSetModel::Organization);
        reported.region = plainText(request.region.text());
        if (change->movedFrom)
            reported.movedFrom = plainText(change->movedFrom->text());
        reported.queued = formatTimeToMinuteWithZone(*change->queuedAt, zone);
        if (change->answer && !*change->answer)
            reported.trouble = errorSentence(change->answer->error());
        if (change->ways)
            reported.ways = threeWayWords(*change->ways);
        report.changes.push_back(std::move(reported));
    }
    return report;
}

QString verdictText(Verdict verdict) {
    switch (verdict) {
    case Verdict::Fits:
        return Words::tr("Still fits");
    case Verdict::Overtaken:
        return Words::tr("Overtaken by somebody else");
    case Verdict::Refused:
        return Words::tr("Refused now");
    case Verdict::NotAnswered:
        break;
    }
    return Words::tr("Not answered");
}

QString reportSummary(const ConflictReport& report) {
    QStringList parts;
    if (const int count = report.count(Verdict::Fits); count > 0)
        parts << Words::tr("%n still fit(s).", nullptr, count);
    if (const int count = report.count(Verdict::Overtaken); count > 0)
        parts << Words::tr("%n was/were overtaken by somebody else.", nullptr, count);
    if (const int count = report.count(Verdict::Refused); count > 0)
        parts << Words::tr("%n is/are refused now.", nullptr, count);
    if (const int count = report.count(Verdict::NotAnswered); count > 0)
        parts << Words::tr("Of %n nothing is known: the region has not answered.", nullptr, count);
    return parts.isEmpty() ? Words::tr("Nothing is queued.") : parts.join(QLatin1Char(' '));
}

QString reportText(const ConflictReport& report, const QString& made) {
    QString text = Words::tr("Queued changes, looked at %1").arg(made) + QLatin1Char('\n') + reportSummary(report) +
                   QLatin1Char('\n');
    for (const Verdict verdict : kVerdicts) {
        if (report.count(verdict) == 0)
            continue;
        text += QLatin1Char('\n') + verdictText(verdict) + QLatin1Char('\n');
        for (const ReportedChange& change : report.changes)
            if (change.verdict == verdict)
                text += textOf(change);
    }
    return text;
}

} // namespace muniment
