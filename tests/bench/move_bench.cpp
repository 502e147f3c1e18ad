// Moving a tenant between two PostgreSQL servers while eight writers keep writing to it and two files follow: the copy
// beside COPY out | COPY in of the same rows by psql under the same load, and the time for which writers are refused
// over twenty moves. Afterwards what was acknowledged is counted at the servers and in the files.
#include "models/eventstore/log_digest.h"
#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "tests/residency/move_ground.h"

#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <filesystem>
#include <thread>

namespace muniment::bench {

namespace {

using namespace muniment::test;

constexpr int kWriters = 8;
constexpr std::chrono::milliseconds kRest{10}; ///< of each writer after an event: it is people who write
constexpr int kMoves = 20;
constexpr std::int64_t kSmallEvents = 50'000;
constexpr int kLogins = 98; ///< of each person, beside two events that make them

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A tenant that goes to and fro.
class Traveller {
public:
    Traveller(MoveGround& ground, const std::string& name, std::int64_t events)
        : m_ground(ground),
          m_tenant(ground.addTenant(name, static_cast<int>(events / (kLogins + 2)), kLogins)) {}

    [[nodiscard]] const TenantId& tenant() const { return m_tenant; }

    [[nodiscard]] RegionName home() const { return m_isAway ? m_ground.to() : m_ground.from(); }

    MoveReport move() {
        const RegionName from = home();
        const RegionName to = m_isAway ? m_ground.from() : m_ground.to();
        auto source = m_ground.open(from);
        auto target = m_ground.open(to);
        TenantMove move(*source, *target, m_tenant, from, to);
        const auto report = must("move", move.run({{"operator", ActorId("bench")}, {}}, {}, {}));
        m_isAway = !m_isAway;
        return report;
    }

    /// Seconds in which psql reads the tenant's rows from its home and writes them to the other server: into a table
    /// with nothing to keep, or with the same indexes and checks.
    [[nodiscard]] double copyByPsql(bool isBare) const {
        const QString script =
            QStringLiteral("set -e; psql -X -q \"$1\" -c 'CREATE TABLE floor (LIKE muniment.events%2)'; "
                           "psql -X -q \"$0\" -c \"COPY (SELECT * FROM muniment.events WHERE tenant_id = '%1') TO "
                           "STDOUT (FORMAT binary)\" | psql -X -q \"$1\" -c 'COPY floor FROM STDIN (FORMAT binary)'")
                .arg(QString::fromStdString(m_tenant.text()), isBare ? QString() : QStringLiteral(" INCLUDING ALL"));
        const RegionName to = m_isAway ? m_ground.from() : m_ground.to();
        const auto run = [&](const QString& command) {
            QProcess shell;
            shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            shell.start(QStringLiteral("bash"),
                        {QStringLiteral("-c"), command, QString::fromStdString(m_ground.endpoint(home(), "postgres")),
                         QString::fromStdString(m_ground.endpoint(to, "postgres"))});
            if (!shell.waitForFinished(600'000) || shell.exitCode() != 0)
                giveUp("copy by psql", {ErrorCode::Internal, "psql", {}});
        };
        const auto start = std::chrono::steady_clock::now();
        run(script);
        const double seconds = secondsSince(start);
        run(QStringLiteral("psql -X -q \"$1\" -c 'DROP TABLE floor'"));
        return seconds;
    }

private:
    MoveGround& m_ground;
    TenantId m_tenant;
    bool m_isAway = false;
};

/// A workspace file that is up to date and follows both regions from now on.
class FollowingFile {
public:
    FollowingFile(MoveGround& ground, const std::filesystem::path& path) {
        ReplicaSettings settings;
        for (const RegionName& region : {ground.from(), ground.to()})
            settings.regions.push_back({region, ground.endpoint(region, "auditor")});
        m_replica = must("a file", Replica::create(path, settings));
        must("sync", syncOnce(*m_replica, {}, {}, {}));
        m_thread =
            std::jthread([this](const std::stop_token& stop) { must("follow", syncFollow(*m_replica, {}, {}, stop)); });
    }

    /// Ends following, at the ends of the logs.
    void stop() {
        m_thread.request_stop();
        m_thread.join();
        must("sync", syncOnce(*m_replica, {}, {}, {}));
    }

    [[nodiscard]] LogDigest digestOf(const TenantId& tenant) {
        const auto snapshot = must("snapshot", m_replica->snapshot());
        std::vector<std::pair<TenantLogKey, EventNumber>> order;
        for (const RunRecord& run : must("runs", snapshot->runs()))
            for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal; ++ordinal)
                if (const auto event = snapshot->event(EventNumber::of(run.run, ordinal));
                    event && event->tenant == tenant)
                    order.emplace_back(tenantLogKeyOf(*event), EventNumber::of(run.run, ordinal));
        std::sort(order.begin(), order.end());
        LogDigest digest;
        for (const auto& [key, number] : order)
            digest.add(must("event", snapshot->event(number)));
        return digest;
    }

private:
    std::unique_ptr<Replica> m_replica;
    std::jthread m_thread;
};

/// Acknowledged writes and what the home holds of them; both files beside the home's log.
Section accounts(MoveGround& ground, const Traveller& traveller, const FollowingWriters& writers,
                 std::vector<std::unique_ptr<FollowingFile>>& files) {
    const auto log = ground.log(traveller.home(), traveller.tenant());
    LogDigest digest;
    digest.add(log);
    std::map<std::string, int> found;
    for (const RecordedEvent& event : log)
        if (event.type == "session.user.checked")
            ++found[event.commandId->text()];
    const auto acknowledged = writers.acknowledged();
    const auto lost = std::ranges::count_if(acknowledged, [&](const auto& one) { return !found.contains(one.first); });
    const auto twice = std::ranges::count_if(found, [](const auto& one) { return one.second > 1; });
    Section section("accounts");
    section.number("acknowledged", static_cast<double>(acknowledged.size()));
    section.number("lost", static_cast<double>(lost)).number("twice", static_cast<double>(twice));
    bool areEqual = true;
    for (const auto& file : files) {
        file->stop();
        areEqual = areEqual && file->digestOf(traveller.tenant()) == digest;
    }
    if (files.empty())
        return section.target("nothing lost, nothing twice", lost == 0 && twice == 0);
    section.text("files", areEqual ? "equal to the log" : "different from the log");
    return section.target("nothing lost, nothing twice, both files equal to the log",
                          lost == 0 && twice == 0 && areEqual);
}

Section largeMoves(MoveGround& ground, const Settings& settings) {
    say("filling a tenant with " + std::to_string(settings.events) + " events");
    Traveller traveller(ground, "large", settings.events);
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<FollowingFile>> files;
    for (const char* name : {"first.muniment", "second.muniment"})
        files.push_back(std::make_unique<FollowingFile>(
            ground, std::filesystem::path(folder.filePath(QLatin1String(name)).toStdString())));
    FollowingWriters writers(ground, traveller.tenant(), kWriters, kRest);
    const auto began = std::chrono::steady_clock::now();
    std::vector<double> rates, both, fences, rest, bare, indexed, ofIndexed;
    for (int i = 0; i < settings.repeats; ++i) {
        say("move " + std::to_string(i + 1) + " of " + std::to_string(settings.repeats));
        const auto events = static_cast<double>(settings.events);
        bare.push_back(events / traveller.copyByPsql(true));
        indexed.push_back(events / traveller.copyByPsql(false));
        const auto start = std::chrono::steady_clock::now();
        const MoveReport report = traveller.move();
        const double copying = std::chrono::duration<double>(report.copying).count();
        const double verified = copying + std::chrono::duration<double>(report.verifying).count();
        rates.push_back(static_cast<double>(report.record.events) / copying);
        both.push_back(static_cast<double>(report.record.events) / verified);
        ofIndexed.push_back(rates.back() / indexed.back());
        fences.push_back(static_cast<double>(report.fence.count()) / 1000);
        rest.push_back(secondsSince(start) - verified);
    }
    const double seconds = secondsSince(began);
    writers.stop();
    Section section("large");
    section.number("events", static_cast<double>(settings.events)).spread("copiedPerSecond", rates);
    section.spread("copiedAndReadBackPerSecond", both);
    section.spread("psqlPerSecond", bare).spread("psqlWithIndexesPerSecond", indexed);
    section.spread("ofPsqlWithIndexes", ofIndexed).spread("fenceMs", fences).spread("restSeconds", rest);
    section.number("writtenPerSecond", writers.written() / seconds).number("refused", writers.refusals());
    section.section(accounts(ground, traveller, writers, files));
    return section.target("copied >= 40,000 events/s", median(rates) >= 40'000);
}

Section fences(MoveGround& ground) {
    say("twenty moves under eight writers");
    Traveller traveller(ground, "small", kSmallEvents);
    FollowingWriters writers(ground, traveller.tenant(), kWriters, kRest);
    const auto began = std::chrono::steady_clock::now();
    std::vector<double> milliseconds;
    for (int i = 0; i < kMoves; ++i)
        milliseconds.push_back(static_cast<double>(traveller.move().fence.count()) / 1000);
    const double seconds = secondsSince(began);
    writers.stop();
    Section section("fence");
    section.number("events", kSmallEvents).spread("ms", milliseconds);
    section.number("p90Ms", percentile(milliseconds, 0.9)).number("p99Ms", percentile(milliseconds, 0.99));
    section.number("longestAppendMs", static_cast<double>(writers.longest().count()) / 1000);
    section.number("writtenPerSecond", writers.written() / seconds).number("refused", writers.refusals());
    std::vector<std::unique_ptr<FollowingFile>> none;
    section.section(accounts(ground, traveller, writers, none));
    return section.target("p99 of the fence <= 500 ms", percentile(milliseconds, 0.99) <= 500);
}

} // namespace

Section measureMove(const Settings& settings) {
    MoveServers servers;
    MoveGround ground(GroundKind::TwoServers, servers.servers());
    Section section("move");
    section.section(largeMoves(ground, settings));
    return section.section(fences(ground));
}

} // namespace muniment::bench
