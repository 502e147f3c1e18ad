#include "models/items/topology_words.h"

#include "models/items/error_sentence.h"
#include "models/items/placement_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TopologyWords)
};

QString word(std::string_view name) {
    return plainText(name);
}

QString listOf(const std::vector<std::string>& names) {
    QStringList words;
    for (const std::string& name : names)
        words << plainText(name);
    return words.isEmpty() ? Words::tr("none", "no names") : words.join(QStringLiteral(", "));
}

QString millis(std::chrono::microseconds time) {
    return Words::tr("%1 ms").arg(static_cast<double>(time.count()) / 1000, 0, 'f', 1);
}

/// From 1; servers of one database have one number.
int databaseOf(const std::vector<RegionCluster>& clusters, std::size_t server) {
    const auto found = std::ranges::find_if(
        clusters, [server](const RegionCluster& cluster) { return std::ranges::count(cluster.members, server) > 0; });
    return static_cast<int>(found - clusters.begin()) + 1;
}

} // namespace

QString clockOffsetText(const ClockOffset& clock) {
    const auto whole = [](std::chrono::microseconds time) {
        return std::chrono::round<std::chrono::milliseconds>(time).count();
    };
    return Words::tr("%1%2 ± %3 ms")
        .arg(clock.ahead.count() >= 0 ? QStringLiteral("+") : QString())
        .arg(whole(clock.ahead))
        .arg(whole(clock.within + std::chrono::microseconds(500)));
}

TextTable topologyTable(const std::vector<RegionTopology>& topologies) {
    TextTable table;
    table.header << Words::tr("Region") << Words::tr("Server") << Words::tr("Database") << Words::tr("Schema")
                 << Words::tr("Gateway") << Words::tr("Read, median") << Words::tr("Read, p99") << Words::tr("Clock");
    const auto clusters = clustersOf(topologies);
    for (std::size_t i = 0; i < topologies.size(); ++i) {
        const RegionTopology& server = topologies[i];
        const auto known = [&server](const auto& value, auto text) {
            return value && !server.error ? text(*value) : QString();
        };
        table.rows.push_back(
            {word(server.region.text()), server.error ? Words::tr("did not answer") : word(server.version),
             QString::number(databaseOf(clusters, i)),
             server.schemaVersion > 0 ? QString::number(server.schemaVersion) : QString(),
             known(server.gateway, [](const Locality& gateway) { return word(formatLocality(gateway)); }),
             known(server.latency, [](const ReadLatency& latency) { return millis(latency.median); }),
             known(server.latency, [](const ReadLatency& latency) { return millis(latency.slowest); }),
             known(server.clock, clockOffsetText)});
    }
    return table;
}

QStringList databaseLines(const DatabaseFacts& facts) {
    std::vector<std::string> names;
    for (const DatabaseRegion& region : facts.regions)
        names.push_back(region.name + (region.isPrimary ? " (primary)" : region.isSecondary ? " (secondary)" : ""));
    QStringList lines{Words::tr("database %1: regions %2").arg(word(facts.name), listOf(names))};
    if (facts.goal)
        lines << Words::tr("survives %1 failure").arg(word(survivalGoalName(*facts.goal)));
    if (facts.placement)
        lines << Words::tr("placement %1").arg(word(placementPolicyName(*facts.placement)));
    for (const SuperRegion& super : facts.superRegions)
        lines << Words::tr("super region %1: %2").arg(word(super.name), listOf(super.regions));
    for (const TableLocality& table : facts.tables)
        lines << Words::tr("table %1: %2")
                     .arg(word(table.table), table.locality.empty() ? Words::tr("no locality") : word(table.locality));
    for (const SchemaJob& job : facts.jobs)
        if (isUnderWay(job))
            lines << Words::tr("job %1 %2: %3")
                         .arg(QString::number(job.id), word(schemaJobStateName(job.state)), word(job.description));
    return lines;
}

QStringList postgresLines(const PostgresFacts& facts) {
    QStringList lines{Words::tr("regions %1, layout %2").arg(listOf(facts.regions), word(facts.layout))};
    for (const TablePartition& partition : facts.partitions) {
        if (partition.table != "events")
            continue;
        const QString place =
            Words::tr("partition %1 in tablespace %2").arg(word(partition.partition), word(partition.tablespace));
        lines << (partition.foreignServer.empty()
                      ? place
                      : Words::tr("%1 on server %2").arg(place, word(partition.foreignServer)));
    }
    for (const DataCopy& copy : facts.copies) {
        const QString sent =
            Words::tr("every change goes to %1 %2").arg(word(dataCopyName(copy.kind)), word(copy.name));
        lines << (copy.place.empty() ? sent : Words::tr("%1 at %2").arg(sent, word(copy.place)));
    }
    return lines;
}

QStringList topologyStory(const RegionTopology& topology) {
    QStringList lines{Words::tr("endpoint %1").arg(word(topology.endpoint))};
    if (topology.error)
        return lines << errorSentence(*topology.error);
    if (!topology.clusterVersion.empty())
        lines << Words::tr("upgraded to %1").arg(word(topology.clusterVersion));
    if (topology.cockroach)
        lines << databaseLines(*topology.cockroach);
    if (topology.postgres)
        lines << postgresLines(*topology.postgres);
    if (!topology.horizon.empty())
        lines << Words::tr("nothing can still appear below position %1").arg(word(topology.horizon));
    for (const LicenceNotice& notice : topology.licence)
        lines << word(notice.text);
    for (const UnknownFact& unknown : topology.unknown)
        lines << unknownFactText(unknown);
    return lines;
}

} // namespace muniment
