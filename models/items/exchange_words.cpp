#include "models/items/exchange_words.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExchangeWords)
};

/// Region and organization of what the checkpoint is of.
QStringList placeOf(const Checkpoint& checkpoint) {
    if (const auto state = parseRegionState(checkpoint.origin))
        return {plainText(state->region.text()), Words::tr("All of them")};
    if (const auto log = parseTenantLog(checkpoint.origin))
        return {plainText(log->region.text()), shortId(log->tenant.text())};
    return {QString(), plainText(checkpoint.origin)};
}

QString namesOf(const std::vector<NoteSigner>& signers) {
    QStringList names;
    for (const NoteSigner& signer : signers)
        names << plainText(signer.name);
    return names.join(QStringLiteral(", "));
}

QString verdictText(CheckpointVerdict verdict) {
    switch (verdict) {
    case CheckpointVerdict::Unreadable:
        return Words::tr("Not readable");
    case CheckpointVerdict::BadSignature:
        return Words::tr("Forged");
    case CheckpointVerdict::UnknownSigner:
        return Words::tr("Unknown witness");
    case CheckpointVerdict::Contradicts:
        return Words::tr("Contradicts");
    case CheckpointVerdict::InFuture:
        return Words::tr("From the future");
    case CheckpointVerdict::Same:
        return Words::tr("The same");
    case CheckpointVerdict::NotKept:
        return Words::tr("New");
    }
    return {};
}

int countOf(const TakenCheckpoints& taken, CheckpointVerdict verdict) {
    return static_cast<int>(std::ranges::count(taken.compared, verdict, &ComparedCheckpoint::verdict));
}

} // namespace

TextTable handedTable(const std::vector<HandedCheckpoint>& handed, const ClockZone& zone) {
    TextTable table;
    table.header << Words::tr("Region") << Words::tr("Organization") << Words::tr("Leaves") << Words::tr("Sealed at")
                 << Words::tr("Signed by");
    for (const HandedCheckpoint& one : handed) {
        const bool isDated = !one.signers.empty() && one.signers.front().at;
        table.rows.push_back(placeOf(one.checkpoint)
                             << formatCount(static_cast<std::int64_t>(one.checkpoint.size))
                             << (isDated ? formatTimeToMinute(*one.signers.front().at, zone) : QString())
                             << namesOf(one.signers));
    }
    return table;
}

TextTable takenTable(const TakenCheckpoints& taken) {
    TextTable table;
    table.header << Words::tr("Verdict") << Words::tr("Region") << Words::tr("Organization") << Words::tr("Leaves")
                 << Words::tr("Signed by");
    for (const ComparedCheckpoint& one : taken.compared) {
        QStringList row{verdictText(one.verdict)};
        if (one.verdict == CheckpointVerdict::Unreadable)
            row << QString() << QString() << QString();
        else
            row << placeOf(one.checkpoint) << formatCount(static_cast<std::int64_t>(one.checkpoint.size));
        table.rows.push_back(row << namesOf(one.signers));
    }
    return table;
}

QString takenText(const TakenCheckpoints& taken) {
    const int contradictions = countOf(taken, CheckpointVerdict::Contradicts);
    const int unknown = countOf(taken, CheckpointVerdict::UnknownSigner);
    const int fresh = countOf(taken, CheckpointVerdict::NotKept);
    if (taken.kept > 0 && taken.isSound())
        return Words::tr("%n checkpoint(s) are kept now. Verify, and they are compared with the events.", nullptr,
                         static_cast<int>(taken.kept));
    if (contradictions > 0)
        return Words::tr("%n checkpoint(s) tell another story than what is kept here. Keep both: together they prove "
                         "that the history was altered, or shown differently to two people.",
                         nullptr, contradictions);
    if (const int forged = countOf(taken, CheckpointVerdict::BadSignature); forged > 0)
        return Words::tr("%n checkpoint(s) were not signed by whom they name.", nullptr, forged);
    if (unknown > 0)
        return Words::tr("%n checkpoint(s) are signed by nobody whom you believe. Compare the witness's key with what "
                         "its owner tells you, and enter it.",
                         nullptr, unknown);
    if (const int unreadable = countOf(taken, CheckpointVerdict::Unreadable); unreadable > 0)
        return Words::tr("%n part(s) of it cannot be read as a checkpoint.", nullptr, unreadable);
    if (!taken.isSound())
        return Words::tr("Not all of it is to be believed.");
    return fresh > 0 ? Words::tr("Nothing contradicts what is kept. %n checkpoint(s) are new.", nullptr, fresh)
                     : Words::tr("All of it is kept here already.");
}

} // namespace muniment
