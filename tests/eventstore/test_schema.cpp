// schema install, status and repair on real servers: protects that installing twice changes nothing, that what is
// missing is named and mended, that a newer schema is left alone, and that a database restored elsewhere is noticed
// before anything is written to it or read from it.
#include "models/eventstore/evidence.h"
#include "models/eventstore/schema.h"
#include "tests/eventstore/compare_code.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

class Schema final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_servers.start(2); }

    void init() {
        for (int i = 0; i < 2; ++i)
            PlainSession(m_servers.superuserEndpoint(i)).must("DROP SCHEMA IF EXISTS muniment CASCADE");
    }

    void withoutSchemaTheVersionIsZero() {
        const auto status = schemaStatus(request());
        QVERIFY(status.has_value());
        QCOMPARE(status->version, 0);
        auto store = open("admin");
        COMPARE_CODE(store->connect(kRegion), ErrorCode::SchemaMissing);
        COMPARE_CODE(open("postgres")->connect(kRegion), ErrorCode::SchemaMissing);
    }

    void installingTwiceChangesNothing() {
        const auto first = installSchema(request());
        QVERIFY2(first.has_value(), first ? "" : first.error().detail.c_str());
        QCOMPARE(first->version, kServerSchemaVersion);
        QCOMPARE(joined(first->findings), std::string());
        QCOMPARE(joined(first->regions), std::string("eu-west-1\n"));
        QVERIFY(!first->needsRepair);
        append(*open("admin"));
        PlainSession owner(m_servers.superuserEndpoint(0));
        const std::string before = owner.must(kEverything).value();
        const auto second = installSchema(request());
        QVERIFY(second.has_value());
        QCOMPARE(second->installation, first->installation);
        QCOMPARE(owner.must(kEverything).value(), before);
    }

    void aRegionIsAddedLater() {
        QVERIFY(installSchema(request()).has_value());
        SchemaRequest more = request();
        more.regions = {"us-east-1"};
        const auto status = installSchema(more);
        QVERIFY(status.has_value());
        QCOMPARE(joined(status->regions), std::string("eu-west-1\nus-east-1\n"));
        QVERIFY(open("admin")->connect(RegionName("us-east-1")).has_value());
        COMPARE_CODE(open("admin")->connect(RegionName("moon")), ErrorCode::RegionMissing);
    }

    void theSingleLayoutHasNoPartitions() {
        SchemaRequest single = request();
        single.layout = SchemaLayout::Single;
        const auto status = installSchema(single);
        QVERIFY2(status.has_value(), status ? "" : status.error().detail.c_str());
        QCOMPARE(joined(status->findings), std::string());
        append(*open("admin"));
        QCOMPARE(PlainSession(m_servers.superuserEndpoint(0)).must("SELECT count(*) FROM pg_inherits").value(),
                 std::string("0"));
    }

    void whatIsMissingIsNamedAndMended_data() {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("finding");
        const auto damage = [](const char* name, const char* sql, const char* finding) {
            QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(finding);
        };
        damage("guard dropped", "DROP TRIGGER guard ON muniment.events", "trigger guard of muniment.events is missing");
        damage("guard disabled", "ALTER TABLE muniment.events DISABLE TRIGGER guard",
               "trigger guard of muniment.events is not the installed one");
        damage("guard off for replicas", "ALTER TABLE muniment.events ENABLE TRIGGER guard",
               "trigger guard of muniment.events is not the installed one");
        damage("guard replaced",
               "CREATE OR REPLACE FUNCTION muniment.guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS "
               "'BEGIN RETURN NULL; END'",
               "function muniment.guard() is not the installed one");
        damage("guard's rights taken", "ALTER FUNCTION muniment.guard() SECURITY INVOKER",
               "function muniment.guard() is not the installed one");
        damage("horizon replaced",
               "CREATE OR REPLACE FUNCTION muniment.horizon() RETURNS bigint LANGUAGE sql STABLE RETURN 5",
               "function muniment.horizon() is not the installed one");
        damage("a check dropped", "ALTER DOMAIN muniment.payload DROP CONSTRAINT payload_length",
               "constraint payload_length of muniment.payload is missing");
        damage("a domain's check widened",
               "ALTER DOMAIN muniment.label DROP CONSTRAINT label_length;"
               "ALTER DOMAIN muniment.label ADD CONSTRAINT label_length CHECK (true)",
               "constraint label_length of muniment.label is not the installed one");
        damage("a table's check dropped", "ALTER TABLE muniment.plans DROP CONSTRAINT plans_name",
               "constraint plans_name of muniment.plans is missing");
        damage("a check widened",
               "ALTER TABLE muniment.tenants DROP CONSTRAINT tenants_state, ADD CONSTRAINT tenants_state CHECK (state "
               "<> '')",
               "constraint tenants_state of muniment.tenants is not the installed one");
        damage("uniqueness dropped", "ALTER TABLE muniment.tenants DROP CONSTRAINT tenants_name",
               "constraint tenants_name of muniment.tenants is missing");
        damage("primary key dropped", "ALTER TABLE muniment.claims DROP CONSTRAINT claims_key",
               "constraint claims_key of muniment.claims is missing");
        damage("a default changed", "ALTER TABLE muniment.events ALTER COLUMN recorded_at SET DEFAULT now()",
               "default of muniment.events.recorded_at is not the installed one");
        damage("a default dropped", "ALTER TABLE muniment.events ALTER COLUMN salt DROP DEFAULT",
               "default of muniment.events.salt is missing");
        damage("NOT NULL dropped", "ALTER TABLE muniment.events ALTER COLUMN actor_id DROP NOT NULL",
               "column muniment.events.actor_id is not the installed one");
        damage("another offset",
               "ALTER TABLE muniment.events ALTER COLUMN position SET DEFAULT (pg_current_xact_id()::text::bigint + 5)",
               "default of muniment.events.\"position\" is not the installed one");
        damage("an index dropped", "DROP INDEX muniment.events_tenant", "index muniment.events_tenant is missing");
        damage("another index",
               "DROP INDEX muniment.events_stream; CREATE INDEX events_stream ON muniment.events (region, position)",
               "index muniment.events_stream is not the installed one");
        damage("a view changed", "CREATE OR REPLACE VIEW muniment.meta_public AS SELECT key, value FROM muniment.meta",
               "view muniment.meta_public is not the installed one");
        damage("a view dropped", "DROP VIEW muniment.event_documents", "view muniment.event_documents is missing");
        damage("a partition dropped", "DROP TABLE muniment.\"claims_eu-west-1\"",
               "region eu-west-1 has no partition of muniment.claims");
        damage("a partition not logged", "ALTER TABLE muniment.\"events_eu-west-1\" SET UNLOGGED", "is not logged");
        damage("rows hidden", "ALTER TABLE muniment.tenants ENABLE ROW LEVEL SECURITY",
               "table muniment.tenants is not the installed one");
        damage("a position granted", "GRANT INSERT ON muniment.events TO muniment_admin",
               "muniment_admin may INSERT muniment.events");
        damage("updates granted", "GRANT UPDATE (payload) ON muniment.events TO muniment_admin",
               "muniment_admin may UPDATE muniment.events.payload");
        damage("everybody reads", "GRANT SELECT ON muniment.meta TO PUBLIC", "PUBLIC may SELECT muniment.meta");
        damage("a way past the guard", "GRANT INSERT ON muniment.\"events_eu-west-1\" TO muniment_admin",
               "muniment_admin may INSERT muniment.\"events_eu-west-1\"");
        damage("tables of their own", "GRANT CREATE ON SCHEMA muniment TO muniment_admin",
               "muniment_admin may CREATE in schema muniment");
        damage("reading revoked", "REVOKE SELECT ON muniment.events FROM muniment_auditor",
               "muniment_auditor may not SELECT muniment.events");
        damage("a column revoked", "REVOKE INSERT (payload) ON muniment.events FROM muniment_admin",
               "muniment_admin may not INSERT muniment.events.payload");
        damage("the horizon hidden", "REVOKE EXECUTE ON FUNCTION muniment.horizon() FROM muniment_auditor",
               "muniment_auditor may not EXECUTE muniment.horizon()");
        damage("statistics revoked", "REVOKE pg_read_all_stats FROM muniment_auditor", "pg_read_all_stats");
    }

    void whatIsMissingIsNamedAndMended() {
        QFETCH(QString, damage);
        QFETCH(QString, finding);
        QVERIFY(installSchema(request()).has_value());
        PlainSession(m_servers.superuserEndpoint(0)).must(damage.toStdString());
        const auto damaged = schemaStatus(request());
        QVERIFY2(damaged.has_value(), damaged ? "" : damaged.error().detail.c_str());
        const std::string found = joined(damaged->findings);
        QVERIFY2(found.find(finding.toStdString()) != std::string::npos, found.c_str());
        QVERIFY2(std::count(found.begin(), found.end(), '\n') <= 4, found.c_str()); // and nothing that is well
        const auto mended = repairSchema(request());
        QVERIFY2(mended.has_value(), mended ? "" : mended.error().detail.c_str());
        QCOMPARE(joined(mended->findings), std::string());
    }

    // What somebody added could refuse or change events on their way in. It is named for him to decide, and never taken
    // for a part of the schema.
    void whatIsAddedIsNamedAndLeft_data() {
        QTest::addColumn<QString>("addition");
        QTest::addColumn<QString>("finding");
        QTest::newRow("a check") << QStringLiteral(
                                        "ALTER TABLE muniment.events ADD CONSTRAINT strange CHECK (event_type <> 'a')")
                                 << QStringLiteral("constraint strange of muniment.events is not part of the schema\n");
        QTest::newRow("a trigger") << QStringLiteral(
                                          "CREATE TRIGGER strange BEFORE UPDATE ON muniment.tenants FOR EACH ROW "
                                          "EXECUTE FUNCTION suppress_redundant_updates_trigger()")
                                   << QStringLiteral("trigger strange of muniment.tenants is not part of the schema\n");
        QTest::newRow("a rule") << QStringLiteral(
                                       "CREATE RULE strange AS ON DELETE TO muniment.claims DO INSTEAD NOTHING")
                                << QStringLiteral("rule strange of muniment.claims is not part of the schema\n");
        QTest::newRow("a column") << QStringLiteral("ALTER TABLE muniment.events ADD COLUMN strange text")
                                  << QStringLiteral("column muniment.events.strange is not part of the schema\n");
        QTest::newRow("an index, which is the operator's affair")
            << QStringLiteral("CREATE INDEX strange ON muniment.events (event_type)") << QString();
    }

    void whatIsAddedIsNamedAndLeft() {
        QFETCH(QString, addition);
        QFETCH(QString, finding);
        QVERIFY(installSchema(request()).has_value());
        PlainSession(m_servers.superuserEndpoint(0)).must(addition.toStdString());
        QCOMPARE(joined(schemaStatus(request())->findings), finding.toStdString());
        const auto mended = installSchema(request());
        QVERIFY2(mended.has_value(), mended ? "" : mended.error().detail.c_str());
        QCOMPARE(joined(mended->findings), finding.toStdString());
    }

    // A server that an earlier version installed, without room for evidence.
    void anOlderServerWorksAndIsCompleted() {
        SchemaRequest both = request();
        both.regions = {kRegion.text(), "us-east-1"};
        QVERIFY(installSchema(both).has_value());
        PlainSession owner(m_servers.superuserEndpoint(0));
        owner.must("DROP TABLE muniment.checkpoints, muniment.copies;"
                   "UPDATE muniment.meta SET value = (SELECT jsonb_agg(d) FROM jsonb_array_elements(value::jsonb) AS d"
                   " WHERE d::text !~ 'checkpoints|copies')::text WHERE key = 'description'");
        QCOMPARE(joined(schemaStatus(request())->findings),
                 std::string("table muniment.checkpoints is missing\ntable muniment.copies is missing\n"));
        auto store = open("admin");
        QVERIFY(store->connect(kRegion).has_value());
        append(*store);
        const SealedNote sealed{"note", "log", 1, std::string(32, 'r')};
        const auto refused = store->evidence().publishCheckpoint(kRegion, sealed);
        COMPARE_CODE(refused, ErrorCode::SchemaMissing);
        QCOMPARE(refused.error().get("table"), std::string("checkpoints"));
        COMPARE_CODE(store->evidence().publishedCheckpoints({kRegion}), ErrorCode::SchemaMissing);
        const auto untold = store->evidence().tellCopy(kRegion, {"holder", "desk", "{}"});
        COMPARE_CODE(untold, ErrorCode::SchemaMissing);
        QCOMPARE(untold.error().get("table"), std::string("copies"));
        COMPARE_CODE(store->evidence().knownCopies(kRegion), ErrorCode::SchemaMissing);
        QCOMPARE(readAll(*store, kRegion)->size(), std::size_t{2});

        const auto completed = installSchema(request()); // names one of the two regions
        QVERIFY2(completed.has_value(), completed ? "" : completed.error().detail.c_str());
        QCOMPARE(joined(completed->findings), std::string());
        for (const char* region : {"eu-west-1", "us-east-1"}) {
            const auto isNew = store->evidence().publishCheckpoint(RegionName(region), sealed);
            QVERIFY2(isNew.has_value() && *isNew, region);
            QVERIFY(store->evidence().tellCopy(RegionName(region), {"holder", "desk", "{}"}).has_value());
        }
    }

    void rowsThatARestoredCheckRefusesStopTheInstaller() {
        QVERIFY(installSchema(request()).has_value());
        PlainSession owner(m_servers.superuserEndpoint(0));
        owner.must(
            "ALTER TABLE muniment.plans DROP CONSTRAINT plans_name; INSERT INTO muniment.plans VALUES ('a', '')");
        const auto refused = installSchema(request());
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().detail.find("plans_name") != std::string::npos, refused.error().detail.c_str());
        owner.must("DELETE FROM muniment.plans WHERE key = 'a'");
        QCOMPARE(joined(installSchema(request())->findings), std::string());
    }

    void aNewerSchemaIsLeftAlone() {
        QVERIFY(installSchema(request()).has_value());
        PlainSession owner(m_servers.superuserEndpoint(0));
        owner.must("UPDATE muniment.meta SET value = '7' WHERE key = 'schema_version'");
        const std::string before = owner.must(kEverything).value();
        for (const auto& answer : {installSchema(request()), schemaStatus(request()), repairSchema(request())}) {
            QVERIFY(!answer.has_value());
            COMPARE_CODE(answer, ErrorCode::SchemaTooNew);
            QCOMPARE(answer.error().get("found"), std::string("7"));
        }
        COMPARE_CODE(open("admin")->connect(kRegion), ErrorCode::SchemaTooNew);
        QCOMPARE(owner.must(kEverything).value(), before);
    }

    void aDumpRestoredIntoAnotherServerIsNoticedAndRepaired() {
        QVERIFY(installSchema(request()).has_value());
        PlainSession source(m_servers.superuserEndpoint(0));
        for (int i = 0; i < 3'000; ++i) // the other server's transaction ids are far behind
            source.must("SELECT pg_current_xact_id()");
        auto store = open("admin");
        const auto appended = append(*store);
        const auto mark = store->connect(kRegion)->mark;
        restoreIntoSecond();

        SchemaRequest second = request();
        second.endpoint = m_servers.superuserEndpoint(1);
        second.regions.clear();
        QVERIFY(schemaStatus(second)->needsRepair);
        auto copy = open("admin", 1);
        COMPARE_CODE(copy->connect(kRegion), ErrorCode::NeedsRepair);
        COMPARE_CODE(copy->append(newUser(kRegion, "acme", "bob")), ErrorCode::NeedsRepair);

        const auto repaired = repairSchema(second);
        QVERIFY2(repaired.has_value(), repaired ? "" : repaired.error().detail.c_str());
        QVERIFY(!repaired->needsRepair);
        QCOMPARE(joined(repaired->findings), std::string());
        const auto identity = copy->connect(kRegion);
        QVERIFY(identity.has_value());
        QCOMPARE(identity->mark.installation, mark.installation);
        QVERIFY(identity->mark.systemIdentifier != mark.systemIdentifier);
        const auto next = copy->append(newUser(kRegion, "acme", "bob"));
        QVERIFY2(next.has_value(), next ? "" : next.error().detail.c_str());
        QVERIFY(appended.key < next->key);
        const auto page = copy->readTail({kRegion, {}, 100, true});
        QVERIFY(page.has_value());
        QCOMPARE(page->events.size(), std::size_t{3});
        QCOMPARE(page->events.back().key, next->key);
        const RecordedEvent& held = page->events.front();
        const auto continued =
            copy->checkContinuity({kRegion, held.tenant, held.aggregate, held.sequence, held.eventId, held.key}, mark);
        COMPARE_CODE(continued, ErrorCode::DatabaseReplaced);
        // Repairing twice moves nothing.
        QVERIFY(repairSchema(second).has_value());
        QVERIFY(copy->append(newUser(kRegion, "acme", "eve")).has_value());
    }

    void layoutsAndRegionNamesAreChecked() {
        SchemaRequest wrong = request();
        wrong.layout = SchemaLayout::RegionalByRow;
        COMPARE_CODE(installSchema(wrong), ErrorCode::InvalidInput);
        for (const char* name : {"", "EU", "a'b", "a\"b", "x y", "-x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
            SchemaRequest named = request();
            named.regions = {name};
            COMPARE_CODE(installSchema(named), ErrorCode::InvalidInput);
        }
    }

    void aUserWithoutRightsIsTold() {
        SchemaRequest poor = request();
        poor.endpoint = m_servers.endpoint(0, "auditor");
        COMPARE_CODE(installSchema(poor), ErrorCode::PermissionDenied);
        QCOMPARE(schemaStatus(request())->version, 0);
    }

private:
    /// Tables with their rights, meta and events, as one text.
    const std::string kEverything =
        "SELECT (SELECT string_agg(c.relname || coalesce((SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM "
        "aclexplode(c.relacl) AS a), ''), ' ' ORDER BY c.relname) FROM pg_class AS c "
        "WHERE c.relnamespace = 'muniment'::regnamespace AND NOT c.relispartition) || (SELECT string_agg(m::text, ' ' "
        "ORDER BY key) FROM "
        "muniment.meta AS m) || (SELECT coalesce(string_agg(e::text, ' ' ORDER BY position, in_tx_order), '') FROM "
        "muniment.events AS e)";

    SchemaRequest request() const {
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        return request;
    }

    std::unique_ptr<EventStore> open(const std::string& user, int server = 0) {
        return std::move(*openEventStore(m_servers.endpoint(server, user), nullptr));
    }

    /// Organization and user; gives the second append's answer.
    Appended append(EventStore& store) {
        const auto org = store.append(newTenant(kRegion, "acme", "Acme"));
        const auto user = store.append(newUser(kRegion, "acme", "ann"));
        if (!org || !user)
            qFatal("append: %s", (org ? user.error() : org.error()).detail.c_str());
        return *user;
    }

    void restoreIntoSecond() {
        QTemporaryFile dump;
        QVERIFY(dump.open());
        run("pg_dump", {"-n", "muniment", "-f", dump.fileName().toStdString(), m_servers.superuserEndpoint(0)});
        run("psql",
            {"-q", "-v", "ON_ERROR_STOP=1", "-f", dump.fileName().toStdString(), m_servers.superuserEndpoint(1)});
    }

    static void run(const char* program, const std::vector<std::string>& arguments) {
        QProcess process;
        QStringList list;
        for (const std::string& argument : arguments)
            list << QString::fromStdString(argument);
        process.start(QString::fromLatin1(program), list);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    RegionalServers m_servers;
};

} // namespace

MUNIMENT_TEST(schema, Schema);
#include "test_schema.moc"
