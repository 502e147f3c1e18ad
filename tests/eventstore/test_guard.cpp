// The guard and the grants against whoever speaks plain SQL: protects that nothing a writer with muniment_admin can
// send breaks the log's order, its sequences, its server columns or a tenant's borders. Each attack is refused, or
// comes out in one order that every follower sees alike.
#include "models/eventstore/schema.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

/// The INSERT that the README shows to other services.
std::string insertOf(const std::string& tenant, const std::string& user, int sequence, const std::string& more = {},
                     const std::string& moreValues = {}, const std::string& table = "muniment.events") {
    return "INSERT INTO " + table + " (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, " +
           "actor_type, actor_id, payload" + more + ") VALUES ('eu-west-1', '" + tenant + "', 1, 'user', '" + user +
           "', " + std::to_string(sequence) + ", 'user.locked', 'system', 'iam', '{}'" + moreValues + ");";
}

/// Rows "region, tenant, epoch, aggregate type, aggregate, sequence" in one statement.
std::string together(const std::vector<std::string>& rows) {
    std::string values;
    for (const std::string& row : rows)
        values += (values.empty() ? "(" : ", (") + row + ", 'user.locked', 'system', 'iam')";
    return "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, "
           "actor_type, actor_id) VALUES " +
           values;
}

class Guard final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1);
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {"eu-west-1", "us-east-1"};
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
    }

    void init() {
        m_owner = session("postgres");
        m_writer = session("admin");
        m_owner->must("TRUNCATE muniment.events, muniment.tenants, muniment.claims");
        m_owner->must("INSERT INTO muniment.tenants (region, id, name) VALUES ('eu-west-1', 'acme', 'Acme'), "
                      "('eu-west-1', 'other', 'Other')");
        m_writer->must(insertOf("acme", "ann", 1) + insertOf("acme", "ann", 2));
    }

    void cleanup() {
        m_writer.reset();
        m_owner.reset();
    }

    void attacksAreRefused_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("sqlstate");
        const auto attack = [](const char* name, const std::string& sql, const char* state) {
            QTest::newRow(name) << QString::fromStdString(sql) << QString::fromLatin1(state);
        };
        attack("a stale sequence", insertOf("acme", "ann", 2), "23505");
        attack("a hole", insertOf("acme", "ann", 4), "MU001");
        attack("a first event that is not the first", insertOf("acme", "bob", 2), "MU001");
        attack("sequence zero", insertOf("acme", "bob", 0), "23514");
        attack("another tenant's aggregate", insertOf("other", "ann", 3), "MU001");
        attack("an unknown tenant", insertOf("nobody", "ann", 1), "MU005");
        attack("a tenant that lives elsewhere",
               "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
               "event_type, "
               "actor_type, actor_id) VALUES ('us-east-1', 'acme', 1, 'user', 'x', 1, 'user.locked', 'system', 'iam')",
               "MU005");
        attack("a region that is not here",
               "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
               "event_type, "
               "actor_type, actor_id) VALUES ('moon', 'acme', 1, 'user', 'x', 1, 'user.locked', 'system', 'iam')",
               "23514");
        attack("another epoch",
               "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
               "event_type, "
               "actor_type, actor_id) VALUES ('eu-west-1', 'acme', 2, 'user', 'x', 1, 'user.locked', 'system', 'iam')",
               "MU005");
        attack("a tenant that is not here beside one that is",
               together({"'eu-west-1', 'acme', 1, 'user', 'x', 1", "'eu-west-1', 'nobody', 1, 'user', 'x', 1"}),
               "MU005");
        attack("another epoch beside the right one",
               together({"'eu-west-1', 'acme', 1, 'user', 'x', 1", "'eu-west-1', 'acme', 2, 'user', 'y', 1"}), "MU005");
        attack("another region beside the right one",
               together({"'eu-west-1', 'acme', 1, 'user', 'x', 1", "'us-east-1', 'acme', 1, 'user', 'x', 1"}), "MU005");
        attack("a hole beside another tenant's first event",
               together({"'eu-west-1', 'other', 1, 'user', 'x', 1", "'eu-west-1', 'acme', 1, 'user', 'ann', 4"}),
               "MU001");
        attack("a forged position", insertOf("acme", "ann", 3, ", position", ", 1"), "42501");
        attack("a forged order", insertOf("acme", "ann", 3, ", in_tx_order", ", 1"), "42501");
        attack("a forged time", insertOf("acme", "ann", 3, ", recorded_at", ", '2001-01-01'"), "42501");
        attack("a forged writer", insertOf("acme", "ann", 3, ", writer", ", 'iam'"), "42501");
        attack("a known salt", insertOf("acme", "ann", 3, ", salt", ", '0123456789abcdef'"), "42501");
        attack("not live, so past the guard", insertOf("acme", "ann", 9, ", live", ", false"), "42501");
        attack("the partition named directly", insertOf("acme", "ann", 9, {}, {}, "muniment.\"events_eu-west-1\""),
               "42501");
        attack("REPEATABLE READ", "BEGIN ISOLATION LEVEL REPEATABLE READ;" + insertOf("acme", "ann", 3) + "COMMIT",
               "MU002");
        attack("SERIALIZABLE", "BEGIN ISOLATION LEVEL SERIALIZABLE;" + insertOf("acme", "ann", 3) + "COMMIT", "MU002");
        attack("asynchronous commit", "SET synchronous_commit = off;" + insertOf("acme", "ann", 3), "MU003");
        attack("a temporary tenants table in front of ours",
               "CREATE TEMP TABLE tenants (region text, id text, epoch int, state text);"
               "INSERT INTO tenants VALUES ('eu-west-1', 'ghost', 1, 'active'); SET search_path = pg_temp, muniment;" +
                   insertOf("ghost", "ann", 1),
               "MU005");
        attack("a temporary meta table in front of ours",
               "CREATE TEMP TABLE meta (key text, value text); SET search_path = pg_temp, muniment;" +
                   insertOf("acme", "ann", 7),
               "MU001");
        attack("an update", "UPDATE muniment.events SET event_type = 'user.unlocked'", "42501");
        attack("a removal", "DELETE FROM muniment.events", "42501");
        attack("emptying", "TRUNCATE muniment.events", "42501");
        attack("the guard switched off", "ALTER TABLE muniment.events DISABLE TRIGGER guard", "42501");
        attack("triggers switched off", "SET session_replication_role = replica", "42501");
        attack(
            "an upsert",
            insertOf("acme", "ann", 2).substr(0, insertOf("acme", "ann", 2).size() - 1) +
                " ON CONFLICT (region, tenant_id, aggregate_type, aggregate_id, sequence) DO UPDATE SET outcome = 'x'",
            "42501");
        attack("the order's sequence set back", "SELECT setval('muniment.in_tx_order', 1)", "42501");
        attack("a tenant's state", "UPDATE muniment.tenants SET state = 'moved'", "42501");
        attack("a tenant's epoch",
               "INSERT INTO muniment.tenants (region, id, name, epoch) VALUES ('eu-west-1', 'n', 'N', 7)", "42501");
        attack("the guard called by hand", "SELECT muniment.guard()", "42501");
        attack("an endless name", insertOf("acme", std::string(3'000, 'x'), 1), "23514");
        attack("an endless time", insertOf("acme", "ann", 3, ", occurred_at", ", 'infinity'"), "23514");
        attack(
            "a payload beyond the limit",
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
            "event_type, "
            "actor_type, actor_id, payload) VALUES ('eu-west-1', 'acme', 1, 'user', 'ann', 3, 'user.locked', 'system', "
            "'iam', convert_to(repeat('x', 262145), 'UTF8'))",
            "23514");
        attack(
            "bytes that are not UTF-8",
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
            "event_type, "
            "actor_type, actor_id, payload) VALUES ('eu-west-1', 'acme', 1, 'user', 'ann', 3, 'user.locked', 'system', "
            "'iam', '\\xff')",
            "22021");
        attack(
            "a payload with NUL",
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
            "event_type, "
            "actor_type, actor_id, payload) VALUES ('eu-west-1', 'acme', 1, 'user', 'ann', 3, 'user.locked', 'system', "
            "'iam', '\\x00')",
            "22021");
    }

    void attacksAreRefused() {
        QFETCH(QString, sql);
        QFETCH(QString, sqlstate);
        const std::string before = log();
        const PlainAnswer answer = m_writer->run(sql.toStdString());
        QVERIFY2(QString::fromStdString(answer.sqlstate) == sqlstate, (answer.sqlstate + " " + answer.message).c_str());
        m_writer->run("ROLLBACK");
        QCOMPARE(QString::fromStdString(log()), QString::fromStdString(before));
    }

    void whatIsRightIsTaken() {
        m_writer->must(insertOf("acme", "ann", 3));
        // Several rows in one statement, and two statements in one transaction, come out in their order.
        m_writer->must(
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
            "event_type, actor_type, actor_id) SELECT 'eu-west-1', 'acme', 1, 'user', 'bob', n, 'user.locked', "
            "'system', 'iam' FROM generate_series(1, 100) AS n");
        m_writer->must(
            together({"'eu-west-1', 'acme', 1, 'user', 'joe', 1", "'eu-west-1', 'other', 1, 'user', 'joe', 1",
                      "'eu-west-1', 'acme', 1, 'user', 'joe', 2"}));
        m_writer->must("BEGIN;" + insertOf("acme", "eve", 1) + insertOf("other", "max", 1) +
                       insertOf("acme", "eve", 2) + "COMMIT");
        QCOMPARE(m_owner->must(kInversions).value(), std::string("0"));
        QCOMPARE(m_owner->must("SELECT count(*) FROM muniment.events WHERE writer <> 'admin'").value(),
                 std::string("0"));
        QCOMPARE(m_owner->must("SELECT count(DISTINCT salt) = count(*) FROM muniment.events").value(),
                 std::string("t"));
    }

    // An id drawn before the predecessor committed would put the second event before the first in the log.
    void anIdTakenBeforeTheLoadIsRefused() {
        m_writer->must("BEGIN; SELECT pg_current_xact_id()");
        auto other = session("admin");
        other->must(insertOf("acme", "ann", 3));
        QCOMPARE(m_writer->run(insertOf("acme", "ann", 4)).sqlstate, std::string("MU001"));
        m_writer->must("ROLLBACK");
        QCOMPARE(m_owner->must(kInversions).value(), std::string("0"));
    }

    void anUncommittedPredecessorIsNoPredecessor() {
        m_writer->must("BEGIN;" + insertOf("acme", "ann", 3));
        auto other = session("admin");
        QCOMPARE(other->run(insertOf("acme", "ann", 4)).sqlstate, std::string("MU001"));
        m_writer->must("ROLLBACK");
        QCOMPARE(other->run(insertOf("acme", "ann", 4)).sqlstate, std::string("MU001"));
    }

    void aSavepointRolledBackTakesItsSuccessorsAlong() {
        m_writer->must("BEGIN; SAVEPOINT s;" + insertOf("acme", "ann", 3) + insertOf("acme", "ann", 4) +
                       "ROLLBACK TO s;" + insertOf("acme", "bob", 1) + "COMMIT");
        QCOMPARE(m_writer->run(insertOf("acme", "ann", 4)).sqlstate, std::string("MU001"));
        m_writer->must(insertOf("acme", "ann", 3));
    }

    // A mover holds the tenant's lock exclusively and turns the row; writers before it are in, writers after it are
    // out.
    void aMoverShutsWritersOut() {
        m_writer->must("BEGIN;" + insertOf("acme", "ann", 3));
        auto mover = session("mover");
        mover->must("BEGIN");
        mover->start("SELECT pg_advisory_xact_lock(hashtextextended('acme', 0));"
                     "UPDATE muniment.tenants SET state = 'fenced' WHERE region = 'eu-west-1' AND id = 'acme'");
        QTRY_COMPARE(m_owner->must("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'").value(),
                     std::string("1"));
        auto late = session("admin");
        late->start(insertOf("acme", "bob", 1));
        m_writer->must("COMMIT");
        QVERIFY(mover->finish().isOk());
        QTRY_COMPARE(m_owner->must("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'").value(),
                     std::string("1"));
        mover->must("COMMIT");
        QCOMPARE(late->finish().sqlstate, std::string("MU005"));
        QCOMPARE(m_owner->must("SELECT count(*) FROM muniment.events WHERE tenant_id = 'acme'").value(),
                 std::string("3"));
    }

    void theAuditorOnlyReads() {
        auto auditor = session("auditor");
        QVERIFY(auditor->run("SELECT count(*) FROM muniment.event_documents").isOk());
        QCOMPARE(auditor->run(insertOf("acme", "ann", 3)).sqlstate, std::string("42501"));
        QCOMPARE(auditor->run("SELECT value FROM muniment.meta").sqlstate, std::string("42501"));
        QCOMPARE(auditor->must("SELECT count(*) FROM muniment.meta_public WHERE key = 'claim_key'").value(),
                 std::string("0"));
    }

    // What workstations told stays as they told it, whoever they are, and the server says who and when.
    void evidenceIsOnlyAdded_data() {
        QTest::addColumn<QString>("user");
        for (const char* user : {"auditor", "admin", "mover"})
            QTest::newRow(user) << QString::fromLatin1(user);
    }

    void evidenceIsOnlyAdded() {
        QFETCH(QString, user);
        m_owner->must("TRUNCATE muniment.checkpoints, muniment.copies");
        auto person = session(user.toStdString());
        const std::string zeros = "decode(repeat('00', 32), 'hex')";
        const auto published = [&](const char* more, const char* value) {
            return person->run(
                std::string("INSERT INTO muniment.checkpoints (region, origin, size, root, note, digest") + more +
                ") VALUES ('eu-west-1', 'o', 1, " + zeros + ", 'n', " + zeros + value + ")");
        };
        const auto told = [&](const char* more, const char* value) {
            return person->run(std::string("INSERT INTO muniment.copies (region, holder, workstation, policy") + more +
                               ") VALUES ('eu-west-1', 'h', 'w', '{}'" + value + ")");
        };
        const std::string denied = "42501";
        QCOMPARE(published(", published_at", ", now()").sqlstate, denied);
        QCOMPARE(published(", published_by", ", 'x'").sqlstate, denied);
        QCOMPARE(told(", told_at", ", now()").sqlstate, denied);
        QCOMPARE(told(", told_by", ", 'x'").sqlstate, denied);
        QVERIFY(published("", "").isOk());
        QVERIFY(told("", "").isOk());
        for (const char* table : {"checkpoints", "copies"}) {
            const std::string name = std::string("muniment.") + table;
            QCOMPARE(person->run("UPDATE " + name + " SET region = 'us-east-1'").sqlstate, denied);
            QCOMPARE(person->run("DELETE FROM " + name).sqlstate, denied);
            QCOMPARE(person->run("TRUNCATE " + name).sqlstate, denied);
        }
        QCOMPARE(person->must("SELECT published_by FROM muniment.checkpoints").value(), user.toStdString());
        QCOMPARE(person->must("SELECT told_by FROM muniment.copies").value(), user.toStdString());
    }

    void documentsAreNullWhereBytesAreNoJson() {
        m_writer->must("INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, "
                       "event_type, actor_type, actor_id, payload) VALUES "
                       "('eu-west-1', 'acme', 1, 'user', 'odd', 1, 'x', 'system', 'iam', 'no json'),"
                       "('eu-west-1', 'acme', 1, 'user', 'odd', 2, 'x', 'system', 'iam', '{\"a\":\"\\\\u0000\"}'),"
                       "('eu-west-1', 'acme', 1, 'user', 'odd', 3, 'x', 'system', 'iam', '{\"a\":1}')");
        const auto rows = m_owner
                              ->must("SELECT coalesce(document::text, 'NULL') FROM muniment.event_documents "
                                     "WHERE aggregate_id = 'odd' ORDER BY sequence")
                              .rows;
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0][0], std::string("NULL"));
        QCOMPARE(rows[1][0], std::string("NULL"));
        QCOMPARE(rows[2][0], std::string("{\"a\": 1}"));
    }

private:
    /// Events whose predecessor stands later in the log.
    const std::string kInversions =
        "SELECT count(*) FROM muniment.events AS e JOIN muniment.events AS p ON p.tenant_id = e.tenant_id AND "
        "p.aggregate_id = e.aggregate_id AND p.sequence = e.sequence - 1 WHERE (p.position, p.in_tx_order) >= "
        "(e.position, e.in_tx_order)";

    std::unique_ptr<PlainSession> session(const std::string& user) {
        return std::make_unique<PlainSession>(m_servers.endpoint(0, user));
    }

    std::string log() {
        return m_owner
            ->must("SELECT coalesce(string_agg(e::text, chr(10) ORDER BY position, in_tx_order), '') || "
                   "(SELECT string_agg(t::text, chr(10) ORDER BY id) FROM muniment.tenants AS t) FROM muniment.events "
                   "AS e")
            .value();
    }

    RegionalServers m_servers;
    std::unique_ptr<PlainSession> m_owner;
    std::unique_ptr<PlainSession> m_writer;
};

} // namespace

MUNIMENT_TEST(guard, Guard);
#include "test_guard.moc"
