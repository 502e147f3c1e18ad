#include "tests/residency/printed_answers.h"

#include <map>

namespace muniment::test {

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string line;
    for (const std::string& text : texts)
        line += (line.empty() ? "" : " + ") + text;
    return line;
}

std::string line(const ClusterRegion& region) {
    return region.name + " zones " + joined(region.zones);
}

std::string line(const DatabaseRegion& region) {
    return region.name + (region.isPrimary ? " primary" : "") + (region.isSecondary ? " secondary" : "");
}

std::string line(const SuperRegion& super) {
    return super.name + " of " + joined(super.regions);
}

std::string line(const TableLocality& table) {
    return table.table + ": " + table.locality;
}

std::string line(const IndexPartition& partition) {
    return partition.partition + " of " + partition.index + " " + partition.value +
           (partition.hasOwnZone ? " own zone" : " inherited zone");
}

std::string line(const SchemaJob& job) {
    return std::to_string(job.id) + " " + std::string(schemaJobStateName(job.state)) + " (" + job.status + ")" +
           (job.fraction ? " " + std::to_string(static_cast<int>(*job.fraction * 100)) + " %" : "") + " " + job.type +
           ": " + job.description + (job.step.empty() ? "" : " [" + job.step + "]") +
           (job.error.empty() ? "" : " !" + job.error) + (isUnderWay(job) ? " under way" : "");
}

std::string number(const auto& value) {
    return value ? std::to_string(*value) : "-";
}

std::string line(const ZoneConfiguration& zone) {
    std::string text = zone.target + "\n  replicas " + number(zone.replicas) + " voters " + number(zone.voters) +
                       " gc " + number(zone.gcSeconds) + " global " + number(zone.isReadGlobally) + "\n  all " +
                       formatConstraints(zone.constraints) + "\n  voters " + formatConstraints(zone.voterConstraints) +
                       "\n  leases";
    for (const auto& preference : zone.leasePreferences)
        text += " " + formatConstraints({{preference, std::nullopt}});
    const auto allowed = regionsAllowedBy(zone);
    text += "\n  only in";
    for (const std::string& region : allowed.value_or(std::set<std::string>{"anywhere"}))
        text += " " + region;
    return text;
}

std::string line(const RowRange& range) {
    const auto place = [](const std::optional<Locality>& locality) {
        return locality ? formatLocality(*locality) : std::string("not told");
    };
    std::string text = "range " + std::to_string(range.range) + " leaseholder " + number(range.leaseholder) + " " +
                       place(range.leaseholderLocality);
    for (const RangeReplica& replica : range.replicas)
        text += "\n  store " + std::to_string(replica.store) + " " + std::string(replicaRoleName(replica.role)) + " " +
                place(replica.locality);
    return text;
}

std::string line(SurvivalGoal goal) {
    return std::string(survivalGoalName(goal));
}

std::string line(PlacementPolicy policy) {
    return std::string(placementPolicyName(policy));
}

std::string line(const Locality& locality) {
    return formatLocality(locality) + " in " + regionOf(locality).value_or("no region");
}

template <class T>
std::string line(const std::optional<T>& value) {
    return value ? line(*value) : "none";
}

template <class T>
std::string line(const std::vector<T>& values) {
    std::string text;
    for (const T& value : values)
        text += (text.empty() ? "" : "\n") + line(value);
    return text;
}

template <class T>
std::string told(const Result<T>& result) {
    return result ? line(*result) : "failed: " + result.error().detail;
}

std::string read(const std::string& section, const AnswerTable& answer) {
    if (section == "locality")
        return told(parseGatewayLocality(answer));
    if (section == "clusterRegions")
        return told(parseClusterRegions(answer));
    if (section == "databaseRegions")
        return told(parseDatabaseRegions(answer));
    if (section == "survivalGoal")
        return told(parseSurvivalGoal(answer));
    if (section == "superRegions")
        return told(parseSuperRegions(answer));
    if (section == "createDatabase")
        return told(parsePlacement(answer));
    if (section == "tables")
        return told(parseTableLocalities(answer));
    if (section == "zone")
        return told(parseZoneConfiguration(answer));
    if (section == "partitions")
        return told(parsePartitions(answer));
    if (section == "rowRange")
        return told(parseRowRange(answer));
    if (section == "jobs")
        return told(parseSchemaJobs(answer));
    return "no reader";
}

} // namespace

QString printedAnswers(const std::map<std::string, AnswerTable>& answers) {
    std::string text;
    for (const auto& [section, answer] : answers)
        text += "== " + section + "\n" + read(section, answer) + "\n";
    return QString::fromStdString(text);
}

} // namespace muniment::test
