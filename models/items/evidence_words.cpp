#include "models/items/evidence_words.h"

#include "models/base/log_key_text.h"
#include "models/items/error_sentence.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

QString shown(const std::string& text) {
    return isolated(plainText(text));
}

int countOf(std::uint64_t count) {
    return static_cast<int>(std::min<std::uint64_t>(count, INT32_MAX));
}

/// Who says that the tree was signed earliest; nullptr: nobody who says when.
const NoteSigner* earliestOf(const CheckedTree& tree) {
    const NoteSigner* earliest = nullptr;
    for (const NoteSigner& signer : tree.signers)
        if (signer.at && (earliest == nullptr || *signer.at < *earliest->at))
            earliest = &signer;
    return earliest;
}

/// Of the trees that were sealed before the bundle was made, the last; nullptr when of one of them nobody says when.
const NoteSigner* lastSealOf(const BundleInfo& info) {
    const NoteSigner* last = nullptr;
    for (const CheckedTree& tree : info.trees) {
        if (tree.tree.proof != BundleProof::Kept)
            continue; // made now, or what another of these trees vouches for
        const NoteSigner* const earliest = earliestOf(tree);
        if (earliest == nullptr)
            return nullptr;
        if (last == nullptr || *last->at < *earliest->at)
            last = earliest;
    }
    return last;
}

} // namespace

QString excerptSentence(const BundleManifest& manifest, const ClockZone& zone) {
    const QString sentence =
        Words::tr("An excerpt: %1 event(s) of %2, made at %3 by %4.", nullptr, countOf(manifest.events));
    const QString maker = manifest.madeBy.empty() ? Words::tr("somebody without a name") : shown(manifest.madeBy);
    return sentence.arg(formatCount(static_cast<std::int64_t>(manifest.events)), shown(manifest.workspace),
                        formatTimeToMinuteWithZone(manifest.madeAt, zone), maker);
}

QString chosenSentence(const BundleInfo& info) {
    if (info.courier)
        return Words::tr("Courier bundle %1: all that came since the one before.").arg(info.courier->number);
    return Words::tr("Chosen by its maker: %1").arg(shown(info.manifest.filterWords));
}

QString keySentence(KeyStanding standing, const VerifierKey& maker) {
    const QString name = shown(maker.name);
    switch (standing) {
    case KeyStanding::BroughtAlong:
        return Words::tr(
                   "Signed by %1, with a key that the bundle brings along itself: whose it is only shows when you "
                   "compare it with what its owner tells you.")
            .arg(name);
    case KeyStanding::Known:
        return Words::tr("Signed by %1, whose key is known on this workstation.").arg(name);
    case KeyStanding::Trusted:
        return Words::tr("Signed by %1, with the key that you have said to trust.").arg(name);
    }
    return {};
}

QString sealedSentence(const BundleInfo& info, const ClockZone& zone) {
    std::uint64_t logs = 0;
    for (const CheckedTree& tree : info.trees)
        logs += tree.tree.log() == nullptr ? 0 : 1;
    if (info.manifest.sealedNow >= logs)
        return Words::tr("Sealed only when it was made: it shows no alteration since then, and nothing of before.");
    const NoteSigner* const last = lastSealOf(info);
    const QString sealed = last != nullptr
                               ? Words::tr("Sealed until %1, as %2 says.")
                                     .arg(formatTimeToMinuteWithZone(*last->at, zone), shown(last->name))
                               : Words::tr("Sealed before it was made; since when, nobody says whose key you have.");
    if (info.manifest.sealedNow == 0)
        return sealed;
    return sealed + QLatin1Char(' ') +
           Words::tr("%n log(s) in it were sealed only when it was made.", nullptr, countOf(info.manifest.sealedNow));
}

QString knownSentence(const BundleManifest& manifest) {
    QStringList places;
    for (const BundlePlace& place : manifest.asOf)
        places << Words::tr("%1 to %2").arg(shown(place.region.text()), plainText(formatLogKey(place.at)));
    return Words::tr("Where it was made, the logs were known only so far: %1. What is not in it may exist.")
        .arg(places.join(QStringLiteral(", ")));
}

QString withheldSentence(const BundleManifest& manifest) {
    if (manifest.withheld == 0)
        return {};
    return Words::tr("Of %n event(s) personal fields are not in it: hashes stand for them.", nullptr,
                     countOf(manifest.withheld));
}

QString evidenceText(const OpenedBundle& opened, const ClockZone& zone) {
    const BundleInfo& info = opened.info();
    QStringList lines{excerptSentence(info.manifest, zone),
                      chosenSentence(info),
                      keySentence(opened.standing(), opened.maker()),
                      plainText(printVerifierKey(opened.maker())),
                      sealedSentence(info, zone),
                      knownSentence(info.manifest),
                      withheldSentence(info.manifest)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString courierText(const CourierImport& imported) {
    const QString sentence = Words::tr("Courier bundle %1, signed by %2, has brought %3 event(s).", nullptr,
                                       countOf(static_cast<std::uint64_t>(imported.events)));
    return sentence.arg(QString::number(imported.number), shown(imported.maker.name), formatCount(imported.events));
}

QString refusedCourierText(const Error& error, const std::vector<VerifierKey>& brought) {
    if (error.get("why") != "unknownKey" || brought.empty())
        return errorSentence(error);
    return errorWords(error).happened + QLatin1Char(' ') +
           Words::tr("It brings along the key %1: compare it with what its maker tells you by another way, and import "
                     "the bundle with that key.")
               .arg(plainText(printVerifierKey(brought.front())));
}

} // namespace muniment
