// Moving a tenant between two PostgreSQL servers while eight writers keep writing to it: the copy beside a bare COPY of
// the same rows, and the time for which writers are refused over twenty moves.
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "tests/residency/move_ground.h"

#include <QProcess>

#include <chrono>

namespace muniment::bench {

namespace {

using namespace muniment::test;

constexpr int kWriters = 8;
constexpr int kMoves = 20;
constexpr int kLogins = 98; ///< of each person, beside two events that make them

MoveReport moveOnce(MoveGround& ground, const TenantId& tenant, bool isBack) {
    const RegionName from = isBack ? ground.to() : ground.from();
    const RegionName to = isBack ? ground.from() : ground.to();
    auto source = ground.open(from);
    auto target = ground.open(to);
    TenantMove move(*source, *target, tenant, from, to);
    return must("move", move.run({{"operator", ActorId("bench")}, {}}, {}, {}));
}

/// Events a second that the servers themselves pass on, into a table without an index.
double bareCopyRate(MoveGround& ground, const TenantId& tenant, double events) {
    const QString script =
        QStringLiteral(
            "set -e; psql -X -q \"$1\" -c 'CREATE TABLE bare (LIKE muniment.events)'; psql -X -q \"$0\" -c \"COPY "
            "(SELECT * FROM muniment.events WHERE tenant_id = '%1') TO STDOUT (FORMAT binary)\" | psql -X -q "
            "\"$1\" -c 'COPY bare FROM STDIN (FORMAT binary)'; psql -X -q \"$1\" -c 'DROP TABLE bare'")
            .arg(QString::fromStdString(tenant.text()));
    const auto start = std::chrono::steady_clock::now();
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"), script, QString::fromStdString(ground.endpoint(ground.from(), "postgres")),
                 QString::fromStdString(ground.endpoint(ground.to(), "postgres"))});
    if (!shell.waitForFinished(600'000) || shell.exitCode() != 0)
        giveUp("bare copy", {ErrorCode::Internal, "psql", {}});
    return events / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Section largeMove(MoveGround& ground, std::int64_t events) {
    say("filling a tenant with " + std::to_string(events) + " events");
    const TenantId tenant = ground.addTenant("large", static_cast<int>(events / (kLogins + 2)), kLogins);
    const double bare = bareCopyRate(ground, tenant, static_cast<double>(events));
    FollowingWriters writers(ground, tenant, kWriters);
    const MoveReport report = moveOnce(ground, tenant, false);
    writers.stop();
    const double seconds = std::chrono::duration<double>(report.copying).count();
    const double rate = static_cast<double>(report.record.events) / seconds;
    Section section("large");
    section.number("events", static_cast<double>(report.record.events)).number("copySeconds", seconds);
    section.number("perSecond", rate).number("barePerSecond", bare).number("ofBare", rate / bare);
    section.number("fenceMs", static_cast<double>(report.fence.count()) / 1000);
    section.number("writtenMeanwhile", writers.written()).number("refused", writers.refusals());
    return section.target("copied and read back >= 40,000 events/s", rate >= 40'000);
}

Section fences(MoveGround& ground) {
    say("twenty moves under eight writers");
    const TenantId tenant = ground.addTenant("small", 100, kLogins);
    FollowingWriters writers(ground, tenant, kWriters);
    std::vector<double> milliseconds;
    for (int i = 0; i < kMoves; ++i)
        milliseconds.push_back(static_cast<double>(moveOnce(ground, tenant, i % 2 == 1).fence.count()) / 1000);
    writers.stop();
    Section section("fence");
    section.spread("ms", milliseconds).number("p99Ms", percentile(milliseconds, 0.99));
    section.number("longestAppendMs", static_cast<double>(writers.longest().count()) / 1000);
    return section.target("p99 of the fence <= 500 ms", percentile(milliseconds, 0.99) <= 500);
}

} // namespace

Section measureMove(const Settings& settings) {
    MoveServers servers;
    MoveGround ground(GroundKind::TwoServers, servers.servers());
    Section section("move");
    section.section(largeMove(ground, settings.events));
    return section.section(fences(ground));
}

} // namespace muniment::bench
