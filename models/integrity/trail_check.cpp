#include "models/integrity/trail_check.h"

#include "models/base/machine_user.h"
#include "models/replica/trees/tree_reader.h"

namespace muniment {

namespace {

Result<std::vector<VerifiedRegion>> regionsOf(Snapshot& snapshot) {
    const auto records = snapshot.regions();
    if (!records)
        return tl::unexpected(records.error());
    const auto trees = treeRecords(snapshot);
    if (!trees)
        return tl::unexpected(trees.error());
    LeafHasher hasher;
    std::vector<VerifiedRegion> regions;
    for (const RegionRecord& record : *records)
        regions.push_back({record.region, record.cursor, regionHead(hasher, record.region, *trees)});
    return regions;
}

Result<VerificationRecord> begunRecord(Replica& replica, const TrailChecker& who) {
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto regions = regionsOf(**snapshot);
    if (!regions)
        return tl::unexpected(regions.error());
    const auto operatorName = (*snapshot)->operatorName();
    if (!operatorName)
        return tl::unexpected(operatorName.error());
    std::string by = who.by.empty() ? *operatorName : who.by;
    return VerificationRecord{who.at, by.empty() ? userOfMachine() : by, who.tool, std::move(*regions), {}};
}

CheckedTrail noted(Replica& replica, VerificationRecord record, std::shared_ptr<const KeptTrail> kept,
                   Verification verification) {
    record.verification = std::move(verification);
    record.unknown = kept->history.unknown;
    record.forged = kept->history.forged;
    CheckedTrail checked{std::move(record), std::move(kept)};
    if (const auto written = writeVerificationRecord(replica.file(), checked.record); !written)
        checked.notNoted = written.error();
    return checked;
}

} // namespace

Result<CheckedTrail> checkTrail(Replica& replica, const TrailChecker& who, const std::stop_token& stop,
                                const VerifyProgress& progress) {
    // What the file holds now is what is verified, or more.
    auto record = begunRecord(replica, who);
    if (!record)
        return tl::unexpected(record.error());
    auto kept = KeptReading(replica.file()).read();
    if (!kept)
        return tl::unexpected(kept.error());
    auto verification = verifyLocally(replica, (*kept)->history.sealed, stop, progress);
    if (!verification)
        return tl::unexpected(verification.error());
    return noted(replica, std::move(*record), std::move(*kept), std::move(*verification));
}

Result<SealedTrail> sealTrail(Replica& replica, const SigningKey& key, const TrailChecker& who, const Clock& clock,
                              const std::stop_token& stop, const VerifyProgress& progress) {
    const auto keysPath = knownKeysPath(replica.file());
    if (const auto added = addKnownKey(keysPath, key.verifierKey(), KeyOwner::Own); !added)
        return tl::unexpected(added.error());
    auto record = begunRecord(replica, who);
    if (!record)
        return tl::unexpected(record.error());
    auto trail = KeptReading(replica.file()).read();
    if (!trail)
        return tl::unexpected(trail.error());
    auto kept = KeptCheckpoints::open(keptCheckpointsPath(replica.file()), (*trail)->keys.all);
    if (!kept)
        return tl::unexpected(kept.error());
    Witness witness(replica, *kept, key, clock);
    auto verification = witness.begin((*trail)->history.sealed, stop, progress);
    if (!verification)
        return tl::unexpected(verification.error());
    SealedTrail sealed{noted(replica, std::move(*record), std::move(*trail), std::move(*verification)), {}};
    if (!sealed.checked.kept->history.forged.empty())
        return sealed; // what is kept is not to be gone on with
    auto sealing = witness.seal(SealWhen::Last);
    if (!sealing)
        return tl::unexpected(sealing.error());
    sealed.sealing = std::move(*sealing);
    return sealed;
}

} // namespace muniment
