// The lists of the directory at the size of a large installation: 100,000 users in 40,000 organizations, each user with
// a history of a few versions. First page and count, as a page of the window asks for them, and the same for every
// letter typed into its filter box; now, and as of moments in the past.
#include "models/directory/list_pages.h"
#include "models/replica/replica.h"
#include "models/simulation/names.h"
#include "models/simulation/random.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"
#include "tests/bench/timeline_questions.h"

#include <QTemporaryDir>

#include <SQLiteCpp/Statement.h>
#include <map>

namespace muniment::bench {

namespace {

constexpr int kOrganizations = 40'000;
constexpr int kUsers = 100'000;
constexpr int kAsked = 21; ///< times each question is asked
constexpr Instant kBegin{1'704'067'200'000'000};
constexpr std::int64_t kStep = 200 * kMicrosPerSecond; ///< between events: two years in all
constexpr double kMostMs = 50;

/// Writes a log as it comes to its end, batch by batch.
class LogWriter {
public:
    explicit LogWriter(Replica& replica) : m_replica(replica) {}

    void add(const RegionName& region, const TenantId& tenant, const char* type, const std::string& id,
             const NewEvent& what) {
        Batch& batch = m_batches[region];
        batch.region = region;
        RecordedEvent& event = batch.events.emplace_back();
        event.tenant = tenant;
        event.aggregate = {type, AggregateId(id)};
        event.sequence = ++m_sequences[std::string(type) + id];
        event.eventId = m_random.uuid();
        event.type = what.type;
        event.payload = what.payload;
        event.outcome = what.outcome;
        event.recordedAt = event.occurredAt = m_now = m_now + kStep;
        event.actor = {"operator", ActorId("bench")};
        event.salt.assign(16, 's');
        event.key = {{++m_position, 0}, 1};
        if (batch.events.size() >= 16'384)
            flush(batch);
    }

    void finish() {
        for (auto& [region, batch] : m_batches)
            if (!batch.events.empty())
                flush(batch);
        must("commit", m_replica.writer()->commit());
    }

    [[nodiscard]] Instant now() const { return m_now; }

private:
    void flush(Batch& batch) {
        must("apply a batch", m_replica.writer()->stage(*prepareBatch(std::exchange(batch, {}))));
    }

    Replica& m_replica;
    Random m_random{7};
    std::map<RegionName, Batch> m_batches;
    std::map<std::string, std::int64_t> m_sequences;
    Instant m_now = kBegin;
    std::int64_t m_position = 0;
};

struct Person {
    int organization = 0;
    std::string id, first, last;
};

/// An installation that grew for two years: everybody joined, most confirmed their address, and one in three changed
/// something that lists show.
Instant fill(Replica& replica, const std::vector<RegionName>& regions) {
    Random random(11);
    LogWriter log(replica);
    std::vector<std::string> tenants;
    const auto regionOf = [&](int organization) {
        return regions[static_cast<std::size_t>(organization) % regions.size()];
    };
    const auto write = [&](const Person& person, const UserEvent& event) {
        log.add(regionOf(person.organization), TenantId(tenants[static_cast<std::size_t>(person.organization)]), "user",
                person.id, encode(event));
    };
    for (int i = 0; i < kOrganizations; ++i) {
        tenants.push_back(random.uuid().text());
        const Culture& culture = cultureOf(regionOf(i).text());
        log.add(regionOf(i), TenantId(tenants.back()), "org", tenants.back(),
                encode(OrgEvent(OrgAdded{companyName(random, culture) + " " + std::to_string(i)})));
        if (i % 8 == 0)
            log.add(regionOf(i), TenantId(tenants.back()), "org", tenants.back(),
                    encode(OrgEvent(OrgPlanChanged{"business"})));
    }
    for (int i = 0; i < kUsers; ++i) {
        const double place = random.fraction() * random.fraction();
        Person person{static_cast<int>(place * kOrganizations), random.uuid().text(), {}, {}};
        const Culture& culture = cultureOf(regionOf(person.organization).text());
        const PersonName& first = random.pick(culture.firstNames);
        const PersonName& last = random.pick(culture.lastNames);
        const std::string login = std::string(first.plain) + "." + last.plain + std::to_string(i);
        write(person, HumanAdded{login, first.written, last.written, std::string(first.written) + " " + last.written,
                                 login + "@example.org", ""});
        write(person, HumanEmailVerified{});
        if (i % 3 == 0)
            write(person, HumanProfileChanged{{}, "Novak", std::string(first.written) + " Novak"});
        if (i % 10 == 0)
            write(person, UserLocked{});
        if (i % 20 == 0)
            write(person, UserUnlocked{});
    }
    log.finish();
    return log.now();
}

template <class Work>
double slowest(const std::vector<std::string>& texts, Work&& work) {
    double most = 0;
    for (const std::string& text : texts) {
        std::vector<double> times;
        for (int i = 0; i < kAsked; ++i)
            times.push_back(millisecondsOf([&] { work(text); }));
        most = std::max(most, median(times));
    }
    return most;
}

std::vector<std::string> typed(const std::string& word) {
    std::vector<std::string> texts;
    for (std::size_t length = 1; length <= word.size(); ++length)
        texts.push_back(word.substr(0, length));
    return texts;
}

} // namespace

Section measureLists(const Settings&) {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "lists.muniment";
    const std::vector<RegionName> regions{RegionName("ap-south-1"), RegionName("eu-west-1"), RegionName("us-east-1")};
    ReplicaSettings settings;
    for (const RegionName& region : regions)
        settings.regions.push_back({region, {}});
    Instant end;
    {
        const auto replica = must("create the file", Replica::create(path, settings));
        end = fill(*replica, regions);
    }
    say("bench: the directory is filled");
    const auto replica = must("open the file", Replica::open(path, ReplicaAccess::ReadOnly));
    Section section("lists");
    section.number("organizations", kOrganizations).number("users", kUsers);
    // Beneath every list: the walk through all listings alone, looking at nothing but whether each is of now.
    section.number("floorWalkOfUsersMs", slowest({""}, [&](const std::string&) {
                       const auto snapshot = must("read", replica->snapshot());
                       SQLite::Statement walk(snapshot->database(),
                                              "SELECT count(*) FROM user_versions_listed AS l WHERE +l.to_n IS NULL");
                       walk.executeStep();
                   }));
    bool isQuick = true;
    const auto measure = [&](const std::string& name, std::optional<Instant> asOf) {
        const auto users = [&](const std::string& text) {
            const auto snapshot = must("read", replica->snapshot());
            UserQuery query;
            query.asOf = asOf;
            query.text = text;
            (void)must("list users", readCounted(*snapshot, query, &listUsers, &countUsers));
        };
        const auto organizations = [&](const std::string& text) {
            const auto snapshot = must("read", replica->snapshot());
            OrgQuery query;
            query.asOf = asOf;
            query.text = text;
            (void)must("list organizations", readCounted(*snapshot, query, &listOrganizations, &countOrganizations));
        };
        Section at(name);
        const std::vector<std::pair<std::string, double>> figures{
            {"usersFirstPageMs", slowest({""}, users)},
            {"usersTypeAheadMs", slowest(typed("novak.ann4711"), users)},
            {"organizationsFirstPageMs", slowest({""}, organizations)},
            {"organizationsTypeAheadMs", slowest(typed("logistik 12"), organizations)}};
        for (const auto& [figure, milliseconds] : figures) {
            at.number(figure, milliseconds);
            isQuick = isQuick && milliseconds < kMostMs;
        }
        section.section(at);
    };
    measure("now", {});
    measure("asOfMiddle", kBegin + (end - kBegin) / 2);
    measure("asOfEnd", end);
    section.target("first page and count, and the same for every letter typed, < 50 ms, now and as of any moment",
                   isQuick);
    return section;
}

} // namespace muniment::bench
