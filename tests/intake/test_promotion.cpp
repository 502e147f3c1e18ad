// Protects: records become events exactly once and only together with their state, on both stores; what is refused
// stays new and holds nobody up; and whatever a record holds, the log gets nothing that the domain cannot read.
#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/domain/user.h"
#include "tests/intake/intake_bench.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <thread>

using namespace muniment;
using namespace muniment::test;

class TestPromotion : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1);
        IntakeBench::install(m_servers);
    }

    void init() { m_bench.reset(); }

    void recordsBecomeEvents_data() { stores(); }

    void recordsBecomeEvents() {
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        const Uuid ann = bench.receive(person(acme, "ann"));
        const Uuid bob = bench.receive(person(acme, "bob"));
        const Uuid other = bench.receive(person(acme, "carl"));
        const auto report = bench.promote(peopleMapping(), {ann, bob});
        QVERIFY(!report.endedBy && report.newest);
        QCOMPARE(outcomeOf(report, ann) + outcomeOf(report, bob), std::string("donedone"));
        QCOMPARE(bench.log(acme), (std::vector<std::string>{"user.human.added ann", "user.human.added bob"}));
        QVERIFY(bench.record(ann).state == IntakeState::Promoted);
        QCOMPARE(bench.record(ann).mapping, std::string("people"));
        QVERIFY(bench.record(ann).commandId == bench.record(bob).commandId); // one transaction
        QVERIFY(bench.record(other).state == IntakeState::New);
    }

    void aDryRunWritesNothing_data() { stores(); }

    void aDryRunWritesNothing() {
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        const Uuid ann = bench.receive(person(acme, "ann"));
        const Uuid nameless = bench.receive(person(acme, " "));
        const auto report = bench.promote(peopleMapping(), {ann, nameless}, true);
        QCOMPARE(outcomeOf(report, ann), std::string("done"));
        QVERIFY(outcomeOf(report, nameless) != "done");
        QVERIFY(!report.newest);
        QVERIFY(bench.record(ann).state == IntakeState::New);
        QCOMPARE(bench.log(acme).size(), std::size_t{0});
    }

    void whatIsRefusedStaysNewAndTheOthersGoOn_data() { stores(); }

    void whatIsRefusedStaysNewAndTheOthersGoOn() {
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        const TenantId rival = bench.addTenant("Rival");
        std::vector<Uuid> ids;
        // The name is taken by a record of the same batch, the body is not a person's, nobody knows the organization.
        for (const std::string& body : {person(acme, "ann"), person(acme, "ANN"), std::string("{}"),
                                        person(rival, "ann"), person(TenantId("nobody"), "ann"), person(acme, "bob")})
            ids.push_back(bench.receive(body));
        const auto report = bench.promote(peopleMapping(), ids);
        QVERIFY(!report.endedBy);
        std::vector<std::string> outcomes;
        for (const Uuid& id : ids)
            outcomes.push_back(outcomeOf(report, id));
        QCOMPARE(outcomes,
                 (std::vector<std::string>{"done", "nameTaken", "invalidInput", "done", "tenantNotHere", "done"}));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(bench.record(ids[i]).state, outcomes[i] == "done" ? IntakeState::Promoted : IntakeState::New);
        QCOMPARE(bench.log(acme).size(), std::size_t{2});
        QCOMPARE(bench.log(rival).size(), std::size_t{1});
        // A second time those that were written are known to be, and the rest is as wrong as before.
        IntakeMapping fresh = peopleMapping();
        fresh.fields["userName"] = "/body/tenant"; // a name that is free
        QCOMPARE(outcomeOf(bench.promote(fresh, {ids[0]}), ids[0]), std::string("promoted"));
        QCOMPARE(bench.log(acme).size(), std::size_t{2});
    }

    void eachRecordIsDecidedOnWhatThoseBeforeItLeave_data() { stores(); }

    void eachRecordIsDecidedOnWhatThoseBeforeItLeave() {
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        IntakeMapping add = peopleMapping();
        add.fields["id"] = "/body/id";
        IntakeMapping rename{"renames",
                             "user.username.change",
                             {{"tenant", "/body/t"}, {"id", "/body/id"}, {"userName", "/body/n"}},
                             {}};
        const Uuid ann = bench.receive(
            PayloadBuilder().text("tenant", acme.text()).text("userName", "ann").text("id", "u1").build());
        QCOMPARE(outcomeOf(bench.promote(add, {ann}), ann), std::string("done"));
        std::vector<Uuid> ids;
        for (const char* name : {"bob", "bob", "carl"})
            ids.push_back(
                bench.receive(PayloadBuilder().text("t", acme.text()).text("id", "u1").text("n", name).build()));
        const auto report = bench.promote(rename, ids);
        QCOMPARE(outcomeOf(report, ids[0]), std::string("done"));
        QCOMPARE(outcomeOf(report, ids[1]), std::string("nothingChanges"));
        QCOMPARE(outcomeOf(report, ids[2]), std::string("done"));
        // Names that somebody had for a moment are free: no claim is left behind.
        std::vector<Uuid> others;
        for (const char* name : {"ann", "bob", "carl"})
            others.push_back(bench.receive(person(acme, name)));
        const auto free = bench.promote(peopleMapping(), others);
        QCOMPARE(outcomeOf(free, others[0]) + " " + outcomeOf(free, others[1]) + " " + outcomeOf(free, others[2]),
                 std::string("done done nameTaken"));
    }

    void thousandsGoAtOnce_data() { stores(); }

    void thousandsGoAtOnce() {
        constexpr int kRecords = 6'000; // two transactions
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        std::vector<MappedRecord> records;
        for (int i = 0; i < kRecords; ++i) {
            const std::string body = person(acme, "u" + std::to_string(i));
            const Uuid id = bench.receive(body);
            IntakeRecord record;
            record.key.id = id;
            record.body = body;
            records.push_back({id, mapRecord(peopleMapping(), bench.region(), record)});
        }
        const auto report =
            promoteRecords(bench.store(), {bench.region(), "people", "tester"}, records, systemClock(), {});
        QVERIFY(!report.endedBy);
        QCOMPARE(report.outcomes.size(), std::size_t{kRecords});
        QVERIFY(std::ranges::all_of(report.outcomes,
                                    [](const RecordOutcome& outcome) { return outcome.made.has_value(); }));
        QCOMPARE(bench.log(acme).size(), std::size_t{kRecords});
        std::set<std::optional<Uuid>> commands;
        for (const auto& record : {records.front().record, records[3'999].record, records.back().record})
            commands.insert(bench.record(record).commandId);
        QCOMPARE(commands.size(), std::size_t{2});
    }

    void twoWhoPromoteTheSameWriteItOnce_data() { stores(); }

    void twoWhoPromoteTheSameWriteItOnce() {
        constexpr int kRecords = 200;
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        std::vector<Uuid> ids;
        for (int i = 0; i < kRecords; ++i)
            ids.push_back(bench.receive(person(acme, "u" + std::to_string(i))));
        // In different portions, so that each meets records that the other has taken.
        const auto records = bench.mapped(peopleMapping(), ids);
        const auto work = [&](std::size_t portion) {
            const auto store = bench.open();
            for (std::size_t from = 0; from < records.size(); from += portion)
                std::ignore = promoteRecords(
                    *store, {bench.region(), "people", "tester"},
                    {records.begin() + static_cast<std::ptrdiff_t>(from),
                     records.begin() + static_cast<std::ptrdiff_t>(std::min(from + portion, records.size()))},
                    systemClock(), {});
        };
        {
            const std::jthread one([&] { work(30); });
            const std::jthread other([&] { work(7); });
        }
        auto lines = bench.log(acme);
        QCOMPARE(lines.size(), std::size_t{kRecords});
        QCOMPARE(std::set<std::string>(lines.begin(), lines.end()).size(), std::size_t{kRecords});
        for (const Uuid& id : ids)
            QCOMPARE(bench.record(id).state, IntakeState::Promoted);
    }

    void recordsAreGatheredByTextOrById_data() { stores(); }

    void recordsAreGatheredByTextOrById() {
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        const std::string word = randomUuid().text(); // the servers' intake holds what other tests left
        std::vector<Uuid> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(bench.receive(person(acme, "u" + std::to_string(i)), "{\"batch\":\"" + word + "\"}"));
        RecordChoice choice{bench.region(), {}, word};
        choice.most = 3;
        const auto first = gatherRecords(bench.store(), choice, {});
        QVERIFY(first && first->records.size() == 3 && first->next);
        choice.after = first->next;
        const auto rest = gatherRecords(bench.store(), choice, {});
        QVERIFY(rest && rest->records.size() == 2);
        QVERIFY(bench.store().intake().reject(bench.region(), std::span(ids).first(1), "not ours").has_value());
        const Uuid missing = randomUuid();
        const auto byId = gatherRecords(bench.store(), {bench.region(), {ids[0], ids[4], missing}}, {});
        QVERIFY(byId && byId->records.size() == 1 && byId->others.size() == 2);
        QCOMPARE(byId->others[0].made.error().get("state"), std::string("rejected"));
        QCOMPARE(byId->others[1].made.error().code, ErrorCode::NotFound);
    }

    /// Whatever a service sends, under mappings of every command: what is written are events that the catalogue knows,
    /// in canonical bytes.
    void theLogGetsNothingThatNobodyCanRead() {
        IntakeBench& bench = open();
        const TenantId acme = bench.addTenant("Acme");
        const char* const values[]{"\"ann\"", "\"\"",         R"("a\u0000b")", R"("\ud800")", "7",           "1e400",
                                   "null",    R"(["x","y"])", R"({"a":1})",    "true",        "\"<b>&amp;\""};
        std::set<std::string> types;
        for (const std::string& command : mappableCommands()) {
            for (const bool isWhole : {false, true}) {
                const IntakeMapping mapping = mappingOf(command, acme, isWhole);
                std::vector<MappedRecord> records;
                for (const char* value : values) {
                    std::string body = "{";
                    for (const auto& [member, pointer] : mapping.fields)
                        body += (body.size() > 1 ? ",\"" : "\"") + member + "\":" + value;
                    IntakeRecord record;
                    record.key.id = randomUuid();
                    record.body = body + "}";
                    records.push_back({record.key.id, mapRecord(mapping, bench.region(), record)});
                }
                const auto report = promoteRecords(bench.store(), {bench.region(), command, "tester", {}, true},
                                                   std::move(records), systemClock(), {});
                QVERIFY2(!report.endedBy, report.endedBy ? report.endedBy->detail.c_str() : "");
                QCOMPARE(report.outcomes.size(), std::size(values));
                for (const RecordOutcome& outcome : report.outcomes)
                    if (outcome.made)
                        noteReadable(outcome.made->events, types);
            }
        }
        QVERIFY(types.contains("user.human.added") && types.contains("team.added") && types.contains("resource.added"));
    }

private:
    /// Each member from the body's member of its name: all of them, or only those that are needed.
    static IntakeMapping mappingOf(const std::string& command, const TenantId& tenant, bool isWhole) {
        IntakeMapping mapping{command, command, {}, {{"tenant", tenant.text()}}};
        for (const MappingField& field : mappingFields(command))
            if (field.name != "tenant" && (isWhole || field.isRequired))
                mapping.fields[field.name] = "/body/" + field.name;
        return mapping;
    }

    static void noteReadable(const std::vector<NewEvent>& events, std::set<std::string>& types) {
        for (const NewEvent& event : events) {
            types.insert(event.type);
            QVERIFY2(EventCatalogue::instance().find(event.type) != nullptr, event.type.c_str());
            QVERIFY(!event.payload || checkCanonical(*event.payload) == PayloadFault::None);
            if (event.type.starts_with("user.human."))
                QVERIFY(decodeUserEvent(event.type, event.payload).has_value());
        }
    }

    static void stores() {
        QTest::addColumn<int>("store");
        QTest::newRow("embedded") << static_cast<int>(BenchStore::Embedded);
        QTest::newRow("postgresql") << static_cast<int>(BenchStore::PostgreSql);
    }

    IntakeBench& open() {
        const auto* data = QTest::currentDataTag();
        const bool isPostgres = data != nullptr && QByteArray(data) == "postgresql";
        m_bench = std::make_unique<IntakeBench>(isPostgres ? BenchStore::PostgreSql : BenchStore::Embedded, m_servers);
        return *m_bench;
    }

    RegionalServers m_servers;
    std::unique_ptr<IntakeBench> m_bench;
};

MUNIMENT_TEST(promotion, TestPromotion);
#include "test_promotion.moc"
