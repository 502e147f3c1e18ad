#include "models/access/access_entities.h"
#include "models/access/access_path.h"
#include "models/access/access_rights.h"
#include "models/replica/aggregate_id.h"
#include "tests/bench/access_peers.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "tests/bench/timeline_questions.h"

#include <QTemporaryDir>

#include <sqlite3.h>

namespace muniment::bench {

namespace {

constexpr int kChecks = 50'000;
constexpr int kSqliteChecks = 2'000;
constexpr int kPostgresChecks = 500;
constexpr int kPaths = 2'000;
constexpr int kWho = 200;
constexpr int kUpdates = 200;

AggregateId idOf(char kind, int number) {
    return AggregateId(uuidOf(AccessWorld::id(kind, number)).text());
}

/// Random questions, one in ten about a user who is in more than a thousand teams.
class Questions {
public:
    Questions(const AccessWorld& world, Snapshot& snapshot, const AccessProjection& projection)
        : m_world(world),
          m_entities(snapshot, projection),
          m_home(*m_entities.findHome(TenantId("acme"))) {}

    PeerQuestion draw(bool isNow) {
        const auto below = [&](std::int64_t count) {
            return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(count));
        };
        const bool isHub = below(10) == 0;
        return {static_cast<int>(below(isHub ? AccessWorld::kHubUsers : AccessWorld::kUsers)),
                static_cast<int>(below(AccessWorld::kResources)), AccessWorld::action(static_cast<int>(below(10))),
                isNow ? m_world.lastOrdinal : m_world.lastOrdinal / 3 + below(m_world.lastOrdinal * 2 / 3)};
    }

    AccessQuestion translated(const PeerQuestion& question) {
        return {m_entities.findSubject(m_home, SubjectKind::User, idOf('u', question.user)), question.action,
                m_entities.findResource(m_home, idOf('x', question.resource))};
    }

private:
    const AccessWorld& m_world;
    AccessEntities m_entities;
    HomeIndex m_home;
    std::mt19937_64 m_random{7};
};

Seen seenBy(const PeerQuestion& question) {
    return {static_cast<Bound>(question.bound), 0};
}

void addTimes(Section& section, const std::string& name, const std::vector<double>& milliseconds) {
    section.number(name + "P50Us", percentile(milliseconds, 0.5) * 1'000);
    section.number(name + "P99Us", percentile(milliseconds, 0.99) * 1'000);
}

template <class Ask>
std::vector<double> timesOf(int count, Ask&& ask) {
    std::vector<double> times;
    for (int i = 0; i < count; ++i)
        times.push_back(millisecondsOf([&] { ask(); }));
    return times;
}

} // namespace

Section measureAccess(const Settings& settings) {
    Section section("access");
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "access.muniment";
    ReplicaSettings regions;
    regions.regions.push_back({RegionName("eu"), "embedded:/nowhere/eu"});
    const AccessWorld world;
    {
        (void)must("create the file", Replica::create(path, regions));
        sqlite3* db = nullptr;
        if (sqlite3_open(path.c_str(), &db) != SQLITE_OK)
            giveUp("open the file", Error{ErrorCode::FileError, path.string(), {}});
        world.fillFile(db);
        sqlite3_close(db);
    }
    const auto replica = must("open", Replica::open(path, ReplicaAccess::ReadOnly));
    const auto snapshot = must("read", replica->snapshot());
    std::vector<double> loads;
    auto projection = std::make_unique<AccessProjection>();
    for (int i = 0; i < std::max(settings.repeats, 1); ++i) {
        projection = std::make_unique<AccessProjection>();
        loads.push_back(millisecondsOf([&] { must("load", projection->advance(*snapshot)); }));
    }
    const AccessGraph& graph = projection->graph();
    const double ties = static_cast<double>(graph.teams().size() + graph.grants().size());
    const double bytesAnEdge = static_cast<double>(graph.bytes() + projection->codes().bytes()) / ties;
    section.number("membershipsAndGrants", ties).spread("loadMs", loads).number("bytesAnEdge", bytesAnEdge);

    say("bench: making the peers");
    BenchRegions servers(1);
    SqlitePeer sqlitePeer((path.parent_path() / "peer.sqlite").string(), world);
    PostgresPeer postgresPeer(servers.superuserEndpoint(0), world);
    Questions questions(world, *snapshot, *projection);
    AccessWalk walk(graph);
    double worst = 0;
    bool agree = true;
    for (const bool isNow : {true, false}) {
        std::vector<PeerQuestion> asked;
        std::vector<AccessQuestion> translated;
        for (int i = 0; i < kChecks; ++i) {
            asked.push_back(questions.draw(isNow));
            translated.push_back(questions.translated(asked.back()));
        }
        std::vector<bool> answers;
        std::size_t next = 0;
        const auto ours = timesOf(kChecks, [&] {
            answers.push_back(walk.check(translated[next], seenBy(asked[next])));
            ++next;
        });
        addTimes(section, isNow ? "checkNow" : "checkThen", ours);
        worst = std::max(worst, percentile(ours, 0.99) * 1'000);
        section.number(isNow ? "yesNow" : "yesThen",
                       static_cast<double>(std::count(answers.begin(), answers.end(), true)) / kChecks);
        const auto peer = [&](const std::string& name, int count, auto& other) {
            std::size_t at = 0;
            addTimes(section, name + (isNow ? "Now" : "Then"), timesOf(count, [&] {
                         agree = agree && other.check(asked[at]) == answers[at];
                         ++at;
                     }));
        };
        peer("sqlite", kSqliteChecks, sqlitePeer);
        peer("postgres", kPostgresChecks, postgresPeer);
    }
    section.target("the peers say the same", agree);
    section.number("spiceDbPublishedP95Us", 5'800).number("zanzibarPublishedP95Us", 10'000);

    std::vector<AccessQuestion> allowed;
    while (allowed.size() < kPaths) {
        const auto asked = questions.draw(true);
        const auto translated = questions.translated(asked);
        if (walk.check(translated, seenBy(asked)))
            allowed.push_back(translated);
    }
    const Seen now{static_cast<Bound>(world.lastOrdinal), 0};
    std::size_t next = 0;
    const auto whys = timesOf(kPaths, [&] { (void)findPaths(graph, allowed[next++], now); });
    addTimes(section, "why", whys);
    next = 0;
    double most = 0;
    const auto whos = timesOf(kWho, [&] {
        const auto& question = allowed[next++];
        most = std::max(most, static_cast<double>(walk.who(question.action, question.resource, now).size()));
    });
    section.number("whoMost", most).number("whoP95Ms", percentile(whos, 0.95));
    const auto ofAll = questions.translated({0, 0, AccessWorld::action(0), world.lastOrdinal});
    std::size_t all = 0;
    const auto everyone = timesOf(kWho, [&] { all = walk.who(ofAll.action, ofAll.resource, now).size(); });
    section.number("whoOfAll", static_cast<double>(all)).number("whoOfAllP95Ms", percentile(everyone, 0.95));

    sqlite3* db = nullptr;
    sqlite3_open(path.c_str(), &db);
    std::vector<double> updates;
    std::int64_t ordinal = world.lastOrdinal;
    const std::string region = "(SELECT code FROM regions)";
    for (int i = 0; i < kUpdates; ++i) {
        ++ordinal;
        const auto n = std::to_string((std::int64_t{1} << 40) + ordinal);
        sqlite::execute(db, "INSERT INTO team_members (from_n, entity, tenant, region, valid_from, since, is_end, "
                            "member_kind, member) SELECT " +
                                n + ", entity, 1, " + region +
                                ", 0, 0, 0, 'user', member FROM team_members WHERE from_n > " + std::to_string(i) +
                                " AND member_kind = 'user' LIMIT 1");
        sqlite::execute(db, "UPDATE runs SET last_ordinal = " + std::to_string(ordinal));
        const auto later = must("read", replica->snapshot());
        (void)later->bounds({});
        updates.push_back(millisecondsOf([&] { must("take in", projection->advance(*later)); }));
    }
    sqlite3_close(db);
    addTimes(section, "update", updates);

    section.target("check: p99 at most 50 us, now and then", worst <= 50);
    section.target("why: p99 at most 5 ms", percentile(whys, 0.99) <= 5);
    section.target("who: p95 at most 15 ms, also where 100,000 subjects may",
                   percentile(whos, 0.95) <= 15 && percentile(everyone, 0.95) <= 15 && all >= AccessWorld::kUsers);
    section.target("load: at most 1 s", median(loads) <= 1'000);
    section.target("one event: at most 100 us", median(updates) <= 0.1);
    return section.target("at most 50 bytes a membership or grant, with everything else in them", bytesAnEdge <= 50);
}

} // namespace muniment::bench
