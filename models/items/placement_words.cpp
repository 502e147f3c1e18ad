#include "models/items/placement_words.h"

#include "models/items/error_sentence.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <map>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlacementWords)
};

using Code = PlacementFinding::Code;

QString shown(const std::string& text) {
    return isolated(plainText(text));
}

/// What a fact is called; its own name where nobody has found words for it.
QString factName(const std::string& fact) {
    static const std::map<std::string, const char*> names{
        {"installation", QT_TRANSLATE_NOOP("PlacementWords", "installation")},
        {"gateway", QT_TRANSLATE_NOOP("PlacementWords", "place of the node that answers")},
        {"clusterVersion", QT_TRANSLATE_NOOP("PlacementWords", "version of the cluster")},
        {"database", QT_TRANSLATE_NOOP("PlacementWords", "name of the database")},
        {"clusterRegions", QT_TRANSLATE_NOOP("PlacementWords", "regions of the cluster")},
        {"databaseRegions", QT_TRANSLATE_NOOP("PlacementWords", "regions of the database")},
        {"survivalGoal", QT_TRANSLATE_NOOP("PlacementWords", "survival goal")},
        {"placement", QT_TRANSLATE_NOOP("PlacementWords", "placement policy")},
        {"superRegions", QT_TRANSLATE_NOOP("PlacementWords", "super regions")},
        {"tables", QT_TRANSLATE_NOOP("PlacementWords", "localities of the tables")},
        {"zone", QT_TRANSLATE_NOOP("PlacementWords", "zone configuration of the database")},
        {"zones", QT_TRANSLATE_NOOP("PlacementWords", "zone configurations of the indexes")},
        {"jobs", QT_TRANSLATE_NOOP("PlacementWords", "schema changes under way")},
        {"latency", QT_TRANSLATE_NOOP("PlacementWords", "duration of a read")},
        {"clock", QT_TRANSLATE_NOOP("PlacementWords", "clock and horizon")},
        {"regions", QT_TRANSLATE_NOOP("PlacementWords", "regions of the schema")},
        {"storedRegions", QT_TRANSLATE_NOOP("PlacementWords", "regions of the schema")},
        {"machine", QT_TRANSLATE_NOOP("PlacementWords", "address of the server")},
        {"dataDirectory", QT_TRANSLATE_NOOP("PlacementWords", "data directory")},
        {"partitions", QT_TRANSLATE_NOOP("PlacementWords", "partitions")},
        {"copies", QT_TRANSLATE_NOOP("PlacementWords", "standbys and subscribers")},
        {"tenants", QT_TRANSLATE_NOOP("PlacementWords", "organizations of the region")},
        {"events", QT_TRANSLATE_NOOP("PlacementWords", "whose events lie there")},
        {"claims", QT_TRANSLATE_NOOP("PlacementWords", "whose names lie there")},
        {"ranges", QT_TRANSLATE_NOOP("PlacementWords", "places of the replicas")},
        {"samples", QT_TRANSLATE_NOOP("PlacementWords", "rows to look up")},
        {"rows", QT_TRANSLATE_NOOP("PlacementWords", "rows of the region")}};
    const auto found = names.find(fact);
    return found == names.end() ? shown(fact) : Words::tr(found->second);
}

struct Facts {
    const PlacementFinding& finding;
    const std::string& tenantName;

    [[nodiscard]] bool has(const char* name) const { return !plain(name).empty(); }

    [[nodiscard]] std::string plain(const char* name) const {
        const auto found = finding.facts.find(name);
        return found == finding.facts.end() ? std::string() : found->second;
    }

    [[nodiscard]] QString of(const char* name) const { return shown(plain(name)); }

    /// A list of the server's words with a blank behind each comma.
    [[nodiscard]] QString list(const char* name) const {
        return isolated(plainText(plain(name)).replace(QLatin1Char(','), QStringLiteral(", ")));
    }

    [[nodiscard]] QString region() const { return shown(finding.region.text()); }

    [[nodiscard]] QString tenant() const { return shown(tenantName.empty() ? finding.tenant.text() : tenantName); }
};

QString violation(const Facts& facts) {
    switch (facts.finding.code) {
    case Code::LeftBehind: {
        const QString sentence =
            facts.plain("state") == "none"
                ? Words::tr("%1 lives in %2, and %3 still holds rows of it (%4 events, %5 names), without a row that "
                            "says why.")
                : Words::tr("%1 lives in %2, and %3 still holds rows of it (%4 events, %5 names).");
        const QString told =
            sentence.arg(facts.tenant(), facts.of("home"), facts.region(), facts.of("events"), facts.of("claims"));
        return facts.has("counted")
                   ? told + QLatin1Char(' ') +
                         Words::tr("They were counted in copies, which lag some seconds behind: its own servers did "
                                   "not answer.")
                   : told;
    }
    case Code::OutsideRule:
        return Words::tr("%1 has data in %2; its rule allows only %3.")
            .arg(facts.tenant(), facts.region(), facts.list("allowed"));
    case Code::TwoHomes:
        return Words::tr("%1 lives in two regions at once: %2 and %3.")
            .arg(facts.tenant(), facts.region(), facts.of("other"));
    case Code::StrayRegion:
        return Words::tr("The database behind %1 holds rows of %2 for the region %3, which is another database.")
            .arg(facts.of("database"), facts.tenant(), facts.region());
    case Code::ReplicaOutside:
        return Words::tr("Rows of %1 have a replica (%2) in %3, and only %4 is meant: %5.")
            .arg(facts.tenant(), facts.of("role"), facts.of("place"), facts.list("allowed"), facts.list("indexes"));
    case Code::LeaseholderOutside:
        return Words::tr("Rows of %1 are served from %2, and only %3 is meant: %4.")
            .arg(facts.tenant(), facts.of("place"), facts.list("allowed"), facts.list("indexes"));
    default: // DeclaredOutside
        return facts.finding.tenant.isEmpty()
                   ? Words::tr("The zone configuration of %1 allows copies in other regions (%2): %3.")
                         .arg(facts.region(), facts.of("zone"), facts.list("indexes"))
                   : Words::tr("The zone configuration of %1 allows copies of %2 elsewhere than in %3 (%4): %5.")
                         .arg(facts.region(), facts.tenant(), facts.list("allowed"), facts.of("zone"),
                              facts.list("indexes"));
    }
}

QString factUnknown(const Facts& facts) {
    return facts.has("privilege") ? Words::tr("%1 did not tell “%2”: the database user lacks the right: %3.")
                                        .arg(facts.region(), factName(facts.plain("fact")), facts.of("privilege"))
                                  : Words::tr("%1 did not tell “%2” (%3).")
                                        .arg(facts.region(), factName(facts.plain("fact")), facts.of("why"));
}

QString unproven(const Facts& facts) {
    switch (facts.finding.code) {
    case Code::HomeUnknown:
        return facts.has("movedTo")
                   ? Words::tr("No region that was asked says that %1 lives there; it moved to %2.")
                         .arg(facts.tenant(), facts.of("movedTo"))
                   : Words::tr("No region that was asked says that %1 lives there.").arg(facts.tenant());
    case Code::RegionNotAsked:
        return Words::tr("%1 could not be asked (%2): what lies there is not known.")
            .arg(facts.region(), facts.of("why"));
    case Code::ReadFromAfar: {
        const std::chrono::milliseconds age(QString::fromStdString(facts.plain("ageMs")).toLongLong());
        return Words::tr(
                   "%1 could not be asked (%2). What is told of it is from copies that %3 can read, as of %4 ago; "
                   "where its replicas are is not known.")
            .arg(facts.region(), facts.of("why"), facts.of("through"), formatDuration(age));
    }
    case Code::FactUnknown:
        return factUnknown(facts);
    case Code::LocalityUnknown:
        return Words::tr("A replica of rows of %1 does not tell in which region it is: %2.")
            .arg(facts.tenant(), facts.list("indexes"));
    default: // ForeignPartition
        return Words::tr("The rows of %1 in the partition %2 are on another server, %3.")
            .arg(facts.region(), facts.of("partition"), facts.of("server"));
    }
}

QString notice(const Facts& facts) {
    switch (facts.finding.code) {
    case Code::MoveOpen:
        return Words::tr("%1 is moving from %2 to %3: both hold its data until the move ends.")
            .arg(facts.tenant(), facts.of("from"), facts.of("to"));
    case Code::RegionNotFollowed:
        return Words::tr("The database behind %1 has a region %2, to which this workspace has no endpoint.")
            .arg(facts.of("database"), facts.region());
    default: // CopiedElsewhere
        return facts.has("place") ? Words::tr("Every change of %1 is sent to %2 at %3 (%4).")
                                        .arg(facts.region(), facts.of("name"), facts.of("place"), facts.of("kind"))
                                  : Words::tr("Every change of %1 is offered to %2 (%3).")
                                        .arg(facts.region(), facts.of("name"), facts.of("kind"));
    }
}

QString ofCockroach(PlacementLimit limit) {
    switch (limit) {
    case PlacementLimit::RangeKeysInMeta:
        return Words::tr("Keys at which ranges are split lie in system ranges that belong to no region; indexed values "
                         "can be read there.");
    case PlacementLimit::Statistics:
        return Words::tr("Table statistics hold sampled values, outside the regions of the rows.");
    case PlacementLimit::LocalityIsTyped:
        return Words::tr("A node stands where its operator typed that it stands (--locality); nothing checks it.");
    case PlacementLimit::ZonesMayBeBroken:
        return Words::tr("To keep data alive the cluster may put replicas elsewhere for a while, and replicas on their "
                         "way are not told of.");
    case PlacementLimit::OldVersions:
        return Words::tr("Deleted and moved rows stay in their old region until they are collected (gc.ttlseconds), "
                         "longer while a backup or a changefeed protects them.");
    case PlacementLimit::OnlySamples:
        return Words::tr("Replicas were looked up for some rows of some organizations; a range may hold others, and "
                         "may have moved since.");
    default: // GlobalTables
        return Words::tr("GLOBAL tables (plans, the installation's own facts) are in every region by intention.");
    }
}

} // namespace

QString placementFindingText(const PlacementFinding& finding, const std::string& tenantName) {
    const Facts facts{finding, tenantName};
    switch (severityOf(finding.code)) {
    case PlacementFinding::Severity::Violation:
        return violation(facts);
    case PlacementFinding::Severity::Unproven:
        return unproven(facts);
    case PlacementFinding::Severity::Notice:
        break;
    }
    return notice(facts);
}

QString placementLimitText(PlacementLimit limit) {
    switch (limit) {
    case PlacementLimit::MachineIsTyped:
        return Words::tr("PostgreSQL knows nothing of regions: a server is in a region because its operator says so. "
                         "Disks, snapshots and standbys beyond the ones named are not seen.");
    case PlacementLimit::DeletedRows:
        return Words::tr("Deleted rows stay in the files until they are vacuumed and overwritten, and in the "
                         "write-ahead log and its archive.");
    case PlacementLimit::Backups:
        return Words::tr("Backups keep what was there when they were made, wherever they are.");
    case PlacementLimit::Logs:
        return Words::tr("Logs of servers and proxies hold statements and keys.");
    case PlacementLimit::Embedded:
        return Words::tr("All regions of an embedded store are one file on this machine; their names say nothing about "
                         "a place.");
    default:
        return ofCockroach(limit);
    }
}

QString unknownFactText(const UnknownFact& unknown) {
    const QString fact = factName(unknown.fact);
    return unknown.privilege.empty() ? Words::tr("“%1” is not known. %2").arg(fact, errorSentence(unknown.error))
                                     : Words::tr("“%1” is not known: the database user lacks the right: %2.")
                                           .arg(fact, shown(unknown.privilege));
}

} // namespace muniment
