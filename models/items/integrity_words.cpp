#include "models/items/integrity_words.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Integrity)
};

QString counted(const char* form, std::int64_t count) {
    return Words::tr(form, nullptr, static_cast<int>(std::min<std::int64_t>(count, INT_MAX))).arg(formatCount(count));
}

QString dayOf(Instant at, const ClockZone& zone) {
    return formatTime(at, zone).left(10);
}

QString shortHash(const std::string& hash) {
    return QString::fromStdString(hash.size() > 16 ? hash.substr(0, 16) + "…" : hash);
}

QString unsealedWords(const TrailState& trail) {
    if (trail.unsealed() == 0)
        return trail.sealed > 0 ? Words::tr("no newer event is waiting to be sealed")
                                : Words::tr("there is nothing to seal");
    return trail.sealed > 0
               ? counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 newer event(s) not sealed yet"), trail.unsealed())
               : counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 event(s) not sealed yet"), trail.unsealed());
}

QString checkedWords(const VerificationRecord& record, const ClockZone& zone) {
    const Verification& verification = record.verification;
    const bool isContradicted = std::ranges::find(verification.findings, TrailWitness::Checkpoint,
                                                  &TrailFinding::against) != verification.findings.end();
    if (isContradicted || !record.forged.empty())
        return Words::tr("contradicted here by what is kept");
    if (verification.checkpoints == 0 || !verification.keptSince)
        return Words::tr("checked here against the file's own trees alone");
    return counted(QT_TRANSLATE_N_NOOP("Integrity", "checked here against %1 checkpoint(s)"),
                   verification.checkpoints) +
           QLatin1Char(' ') + Words::tr("kept since %1").arg(dayOf(*verification.keptSince, zone));
}

} // namespace

TrailStanding standingOf(const IntegrityPicture& picture) {
    if (picture.isExcerpt)
        return TrailStanding::Excerpt;
    if (picture.findings() > 0)
        return TrailStanding::Findings;
    if (!picture.record)
        return TrailStanding::NeverVerified;
    return picture.trail.unsealed() > 0 || picture.trail.sealed == 0 ? TrailStanding::NotSealed : TrailStanding::Sealed;
}

QString standingWord(const IntegrityPicture& picture) {
    switch (standingOf(picture)) {
    case TrailStanding::Findings:
        return counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 finding(s)"), picture.findings());
    case TrailStanding::NeverVerified:
        return Words::tr("Never verified");
    case TrailStanding::NotSealed:
        if (picture.trail.unsealed() == 0)
            return Words::tr("Nothing to seal");
        return Words::tr("%1 not sealed").arg(formatCount(picture.trail.unsealed()));
    case TrailStanding::Excerpt:
        return Words::tr("Checked evidence");
    case TrailStanding::Sealed:
        break;
    }
    return Words::tr("Sealed");
}

QString trailSentence(const IntegrityPicture& picture, const ClockZone& zone) {
    if (picture.isExcerpt)
        return Words::tr("This is what an evidence bundle holds. The proof of each event was checked before it was "
                         "opened; the line above says whose word it is taken on, and the logs it was chosen from are "
                         "not here.");
    const TrailState& trail = picture.trail;
    QStringList parts;
    if (trail.sealed > 0 && trail.sealedAt)
        parts << counted(QT_TRANSLATE_N_NOOP("Integrity", "Sealed to %1 event(s)"), trail.sealed) + QLatin1Char(' ') +
                     Words::tr("at %1").arg(formatTimeWithZone(*trail.sealedAt, zone));
    else if (picture.kept->count() > 0)
        parts << Words::tr("No kept checkpoint agrees with this file");
    else
        parts << Words::tr("No checkpoint of this file is kept, so that only its own trees say how it was");
    if (picture.record)
        parts << checkedWords(*picture.record, zone);
    else
        parts << Words::tr("never verified here");
    QString sentence =
        parts.join(QStringLiteral(", ")) + QStringLiteral("; ") + unsealedWords(trail) + QLatin1Char('.');
    if (picture.differences() > 0)
        sentence = counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 event(s) are not the same here and at the server."),
                           picture.differences()) +
                   QLatin1Char(' ') + sentence;
    if (const std::int64_t altered = picture.findings() - picture.differences(); altered > 0)
        sentence =
            counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 thing(s) in this file are not as they were."), altered) +
            QLatin1Char(' ') + sentence;
    return sentence;
}

QString verificationSentence(const VerificationRecord& record, const ClockZone& zone) {
    const Verification& verification = record.verification;
    QStringList all{counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 event(s)"), verification.events) + QLatin1Char(' ') +
                    counted(QT_TRANSLATE_N_NOOP("Integrity", "in %1 tree(s) hashed anew."), verification.trees)};
    if (verification.sealedAt)
        all << counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 event(s) were sealed then,"), verification.sealed) +
                   QLatin1Char(' ') + checkedWords(record, zone) + QLatin1Char('.');
    if (verification.withheld > 0)
        all << counted(QT_TRANSLATE_N_NOOP("Integrity", "Of %1 event(s) personal fields are not in this file: their "
                                                        "hashes were taken as they are."),
                       verification.withheld);
    if (verification.uncheckable > 0)
        all << counted(
            QT_TRANSLATE_N_NOOP("Integrity", "%1 checkpoint(s) speak of what this file does not hold, or not yet."),
            verification.uncheckable);
    all << (record.isSound()
                ? Words::tr("Nothing was found.")
                : counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 finding(s) are listed below."), record.findings()));
    return all.join(QLatin1Char(' '));
}

QString reconciliationSentence(const Reconciliation& region, const ClockZone& zone) {
    QStringList parts{Words::tr("%1: %2 of %3 days of organizations agree")
                          .arg(formatTimeToMinuteWithZone(region.at, zone),
                               formatCount(region.digests - region.differing), formatCount(region.digests))};
    if (region.wholeSince)
        parts << Words::tr("everything up to %1 has been compared")
                     .arg(formatTimeToMinuteWithZone(*region.wholeSince, zone));
    else
        parts << Words::tr("older ones follow hour by hour");
    if (region.elsewhere > 0)
        parts << counted(QT_TRANSLATE_N_NOOP("Integrity", "%1 event(s) of organizations that have moved away were not "
                                                          "compared"),
                         region.elsewhere);
    if (!region.trouble.empty())
        parts << Words::tr("it ended early (%1)").arg(plainText(region.trouble));
    parts << Words::tr("next at %1 while the region is followed")
                 .arg(formatTimeToMinuteWithZone(region.at + 3'600 * kMicrosPerSecond, zone));
    return parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

QString keptSentence(const KeptTrail& kept, const ClockZone& zone) {
    const KeptHistory& history = kept.history;
    if (kept.count() == 0)
        return Words::tr("None yet");
    std::optional<Instant> since;
    const auto note = [&](Instant at) { since = std::min(since.value_or(at), at); };
    for (const SealedHead& head : history.sealed.heads)
        note(head.sealedAt);
    for (const SealedRegion& region : history.sealed.regions)
        note(region.sealedAt);
    QStringList by;
    const auto add = [&](std::uint64_t count, const QString& words) {
        if (count > 0)
            by << words.arg(formatCount(static_cast<std::int64_t>(count)));
    };
    add(history.own, Words::tr("%1 signed here"));
    add(history.believed, Words::tr("%1 by witnesses you believe"));
    add(history.unknown, Words::tr("%1 by nobody you have said to believe, and counted for nothing"));
    add(history.forged.size(), Words::tr("%1 not what their signers signed"));
    const QString count = formatCount(static_cast<std::int64_t>(kept.count()));
    return (since ? Words::tr("%1 since %2: %3").arg(count, dayOf(*since, zone), by.join(QStringLiteral(", ")))
                  : Words::tr("%1: %2").arg(count, by.join(QStringLiteral(", "))));
}

QString changeSentence(TrailChange change) {
    switch (change) {
    case TrailChange::Edited:
        return Words::tr("An event was altered");
    case TrailChange::Deleted:
        return Words::tr("An event was deleted");
    case TrailChange::Inserted:
        return Words::tr("An event was inserted");
    case TrailChange::Reordered:
        return Words::tr("An event was moved");
    case TrailChange::Cut:
        return Words::tr("The end was cut off");
    case TrailChange::Rewritten:
        return Words::tr("The history was rewritten");
    }
    return {};
}

QString witnessWord(TrailWitness witness) {
    switch (witness) {
    case TrailWitness::Tree:
        return Words::tr("its tree");
    case TrailWitness::Checkpoint:
        return Words::tr("a kept checkpoint");
    case TrailWitness::Server:
        return Words::tr("the server");
    }
    return {};
}

TextTable findingTable(const IntegrityPicture& picture) {
    TextTable table;
    table.header = {Words::tr("What it looks like"),
                    Words::tr("Compared with"),
                    Words::tr("Organization"),
                    Words::tr("Leaf"),
                    Words::tr("Event"),
                    Words::tr("Was"),
                    Words::tr("Is"),
                    Words::tr("Technical words")};
    const auto add = [&](const TrailFinding& finding) {
        const auto name = picture.names.find({finding.tenant, AggregateId(finding.tenant.text())});
        const bool isNamed = name != picture.names.end() && !name->second.empty();
        const bool hasLeaf = !finding.tenant.isEmpty() && finding.against != TrailWitness::Server;
        const QString tenant = finding.tenant.isEmpty() ? Words::tr("all of %1").arg(plainText(finding.region.text()))
                               : isNamed                ? plainText(name->second)
                                                        : shortId(finding.tenant.text());
        table.rows.push_back({changeSentence(finding.change), witnessWord(finding.against), tenant,
                              hasLeaf ? formatCount(static_cast<std::int64_t>(finding.leaf)) : QString(),
                              finding.eventId ? shortId(finding.eventId->text()) : QString(),
                              finding.expected.empty() ? Words::tr("not there") : shortHash(finding.expected),
                              finding.found.empty() ? Words::tr("not there") : shortHash(finding.found),
                              plainText(finding.detail)});
    };
    if (picture.record) {
        std::ranges::for_each(picture.record->verification.findings, add);
        for (const std::uint64_t entry : picture.record->forged)
            table.rows.push_back({Words::tr("A kept checkpoint was altered"), Words::tr("its signature"), QString(),
                                  QString(), QString(), QString(), QString(),
                                  Words::tr("checkpoint %1 is not what its signer signed")
                                      .arg(formatCount(static_cast<std::int64_t>(entry)))});
    }
    for (const Reconciliation& region : picture.reconciliations)
        std::ranges::for_each(region.findings, add);
    return table;
}

QString verifyCommand(const std::string& workspace) {
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./+:@%-]+\\z"));
    QString path = QString::fromStdString(workspace);
    if (!plain.match(path).hasMatch())
        path = QLatin1Char('\'') + path.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
    return QStringLiteral("muniment verify ") + path;
}

} // namespace muniment
