#include "models/items/region_change_words.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RegionChangeWords)
};

QString ofRegion(const Precondition& condition, const QString& subject) {
    using Code = Precondition::Code;
    switch (condition.code) {
    case Code::RegionNameUsable:
        return Words::tr("%1 is a name of 1 to 40 small letters, digits, hyphens and underscores.").arg(subject);
    case Code::RegionInCluster:
        return Words::tr("A node of the cluster says that it stands in %1.").arg(subject);
    case Code::RegionInDatabase:
        return Words::tr("%1 is a region of the database.").arg(subject);
    case Code::RegionNotInDatabase:
        return Words::tr("%1 is not yet a region of the database.").arg(subject);
    case Code::NotPrimary:
        return Words::tr("%1 is not the primary region, or it is the last one.").arg(subject);
    case Code::NotSecondary:
        return Words::tr("%1 is not the secondary region.").arg(subject);
    default: // NotInSuperRegion
        return subject.isEmpty() ? Words::tr("The region is in no other super region.")
                                 : Words::tr("The region is not in the super region %1.").arg(subject);
    }
}

} // namespace

QString preconditionText(const Precondition& condition) {
    using Code = Precondition::Code;
    const QString subject = condition.subject.empty() ? QString() : isolated(plainText(condition.subject));
    switch (condition.code) {
    case Code::DatabaseHasRegions:
        return Words::tr("The database has a primary region.");
    case Code::KeepsThreeRegions:
        return Words::tr("At least three regions are left for surviving the failure of one; there are %1.")
            .arg(subject);
    case Code::HasThreeRegions:
        return Words::tr("There are at least three regions for surviving the failure of one; there are %1.")
            .arg(subject);
    case Code::SuperRegionsHaveThree:
        return Words::tr("The super region %1 has at least three regions, if the database is to survive a region.")
            .arg(subject);
    case Code::HoldsNoRows:
        return Words::tr("The table %1 holds no rows of the region.").arg(subject);
    case Code::NotRestricted:
        return Words::tr("The placement is not restricted: surviving a region needs copies outside a home.");
    case Code::SurvivesZoneOnly:
        return Words::tr("The database survives zones, not regions: restricted placement keeps no copies outside a "
                         "home.");
    case Code::NoJobUnderWay:
        return subject.isEmpty() ? Words::tr("No other schema change is under way.")
                                 : Words::tr("No other schema change is under way (job %1).").arg(subject);
    case Code::TableKnown:
        return Words::tr("There is a table muniment.%1.").arg(subject);
    case Code::HasNoDatabaseRegions:
        return Words::tr("The database has no regions: partitions by hand and regions exclude each other.");
    case Code::VersionHasIt:
        return Words::tr("%1 has it: CockroachDB 26.1 and later.").arg(subject);
    default:
        return ofRegion(condition, subject);
    }
}

QString changeWarningText(ChangeWarning warning) {
    switch (warning) {
    case ChangeWarning::SecondaryServesNoRows:
        return Words::tr(
            "A secondary region becomes the primary one if that is lost. It does not serve REGIONAL BY ROW "
            "tables: organizations of a lost region stay away with it.");
    case ChangeWarning::CopiesEverywhere:
        return Words::tr("With default placement every organization has copies in every region of the database.");
    case ChangeWarning::GlobalTablesEverywhere:
        return Words::tr("GLOBAL tables stay in every region.");
    case ChangeWarning::RestrictedNotRecommended:
        return Words::tr("CockroachDB's documentation does not recommend restricted placement and advises super "
                         "regions; without copies elsewhere, old reads fail too while a region is away.");
    case ChangeWarning::SuperRegionLeaks:
        return Words::tr("Before CockroachDB 26.2 a super region does not hold all replicas; check the placement "
                         "afterwards.");
    case ChangeWarning::DropIsAJob:
        return Words::tr(
            "A job looks for rows of the region; until it ends nobody can write there, and with rows in it "
            "the region comes back.");
    case ChangeWarning::EveryTableIsRewritten:
        return Words::tr("Tables are rewritten by jobs that take as long as there are rows.");
    }
    return {};
}

QString regionRefusalText(RegionRefusal refusal) {
    switch (refusal) {
    case RegionRefusal::None:
        break;
    case RegionRefusal::UnknownRegion:
        return Words::tr("The cluster has no such region: start nodes with this locality first.");
    case RegionRefusal::TooFewRegionsToSurvive:
        return Words::tr("Surviving a region wants three regions, in each super region too.");
    case RegionRefusal::IsPrimary:
        return Words::tr("It is the primary region: make another one primary first.");
    case RegionRefusal::IsSecondary:
        return Words::tr("It is the secondary region: take that away first.");
    case RegionRefusal::InSuperRegion:
        return Words::tr("It belongs to a super region: change that first.");
    case RegionRefusal::RowsRemain:
        return Words::tr("Rows of the region are still there: move its organizations first. The region is as it was.");
    case RegionRefusal::RestrictedNeedsZoneGoal:
        return Words::tr("Restricted placement wants the survival goal “zone”.");
    case RegionRefusal::RegionGoalForbidsRestricted:
        return Words::tr("Surviving a region wants default placement.");
    case RegionRefusal::NoDatabaseRegions:
    case RegionRefusal::NotMultiRegion:
        return Words::tr("The database has no regions yet: give it a primary region first.");
    case RegionRefusal::HasOwnPartitions:
        return Words::tr("A table has partitions of its own; regions of the database want it without.");
    case RegionRefusal::ProtectedZone:
        return Words::tr("The field belongs to the regions' own zone configuration and is not to be set by hand.");
    case RegionRefusal::SettingNeeded:
        return Words::tr("The cluster's operator has to allow this preview feature first.");
    case RegionRefusal::Privilege:
        return Words::tr("The database user lacks CREATE on the database or on one of its tables, or is not their "
                         "owner.");
    case RegionRefusal::UnsafeInternals:
        return Words::tr("The server withholds this from every session (allow_unsafe_internals).");
    case RegionRefusal::LicenceNeeded:
        return Words::tr("The cluster's licence does not cover it, or it has none.");
    case RegionRefusal::JobInTheWay:
        return Words::tr("Another change of regions or indexes is under way: wait until it ends, then try again.");
    case RegionRefusal::CommittedInPart:
        return Words::tr("A part of it is done and another part is not: look at what the server shows now, and do not "
                         "repeat it blindly.");
    case RegionRefusal::OutcomeUnknown:
        return Words::tr("Whether it was done is not known: look at what the server shows now before anything else.");
    }
    return {};
}

} // namespace muniment
