// Protects the rule itself: which statement names its region, and which one only seems to.
#include "tests/statements/region_rule.h"
#include "tests/statements/sql_tree.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment::test;

class RegionRule final : public QObject {
    Q_OBJECT

private slots:

    void whatNamesItsRegionIsTakenAsSuch_data();
    void whatNamesItsRegionIsTakenAsSuch();
    void whatLeavesItsRegionOpenIsTold_data();
    void whatLeavesItsRegionOpenIsTold();
    void cockroachsOwnWordsHideNothing_data();
    void cockroachsOwnWordsHideNothing();
    void tablesAndViewsAreRegionalByTheirSchema();
    void aShapeIsTheSameWhateverItsConstants();

private:
    const RegionalTables m_tables{QStringLiteral("events"), QStringLiteral("claims"), QStringLiteral("tenants"),
                                  QStringLiteral("event_documents")};
};

void RegionRule::whatNamesItsRegionIsTakenAsSuch_data() {
    QTest::addColumn<QString>("statement");
    const auto row = [](const char* name, const char* statement) { QTest::newRow(name) << statement; };
    row("parameter", "SELECT * FROM muniment.events WHERE region = $1 AND tenant_id = $2");
    row("alias", "SELECT * FROM muniment.events AS e WHERE e.live AND e.region = $1");
    row("parameter first", "SELECT * FROM muniment.events AS e WHERE $1 = e.region");
    row("cast parameter", "SELECT * FROM muniment.events WHERE region = $1::text");
    row("constant", "SELECT * FROM muniment.events WHERE region = 'eu'");
    row("list", "SELECT * FROM muniment.events WHERE region IN ('eu', $1)");
    row("any", "SELECT * FROM muniment.events WHERE region = ANY ($1::text[])");
    row("row", "SELECT * FROM muniment.events AS e WHERE (e.region, e.tenant_id) = ($1, $2)");
    row("every branch",
        "SELECT * FROM muniment.claims WHERE (region = $1 AND owner = $2) OR (region = $3 AND kind = 'x')");
    row("through a join", "SELECT 1 FROM muniment.tenants AS t JOIN muniment.events AS e ON e.region = t.region WHERE "
                          "t.region = $1");
    row("through two joins", "SELECT 1 FROM muniment.claims AS c, muniment.events AS e, muniment.tenants AS t WHERE "
                             "c.region = e.region AND e.region = t.region AND t.region = $1");
    row("missing side of a left join", "SELECT 1 FROM muniment.tenants AS t LEFT JOIN muniment.events AS e ON e.region "
                                       "= t.region WHERE t.region = $1");
    row("subquery of the same region",
        "SELECT 1 FROM muniment.tenants AS t WHERE t.region = $1 AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE "
        "p.region = t.region)");
    row("rows that the caller gives",
        "SELECT 1 FROM muniment.events AS e, unnest($1::text[]) AS r (region) WHERE e.region = r.region");
    row("worked out of what is given",
        "SELECT 1 FROM muniment.meta AS m WHERE EXISTS (SELECT 1 FROM muniment.events AS e "
        "WHERE e.region = substr(m.key, 8))");
    row("common table", "WITH events AS (SELECT 1 AS region) SELECT * FROM events");
    row("union", "SELECT id FROM muniment.tenants WHERE region = $1 UNION SELECT tenant_id FROM muniment.events WHERE "
                 "region = $1");
    row("insert", "INSERT INTO muniment.claims (region, tenant_id) VALUES ($1, $2), ($1, $3)");
    row("insert from a common table",
        "WITH h AS (SELECT t.region FROM muniment.tenants AS t WHERE t.region = $1) INSERT "
        "INTO muniment.claims (region) SELECT h.region FROM h");
    row("insert on conflict",
        "INSERT INTO muniment.tenants AS t (region, id) VALUES ($1, $2) ON CONFLICT (region, id) DO "
        "UPDATE SET id = excluded.id WHERE t.state = 'moved'");
    row("update", "UPDATE muniment.tenants AS t SET state = 'x' WHERE t.region = $1 AND t.id = $2");
    row("delete using",
        "DELETE FROM muniment.claims AS held USING unnest($2::text[]) AS c (kind) WHERE held.region = $1 "
        "AND held.kind = c.kind");
    row("copy", "COPY muniment.events (region, tenant_id) FROM STDIN (FORMAT binary)");
    row("other tables", "SELECT value FROM muniment.meta WHERE key = 'claim_key'");
    row("no table", "BEGIN; SET LOCAL statement_timeout = 0; SELECT pg_sleep(1); COMMIT");
    row("rights", "SELECT has_table_privilege('muniment.events', 'INSERT')");
    row("of the schema", "CREATE INDEX i ON muniment.events (region, position); ALTER TABLE muniment.events ADD x int");
    row("function",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 FROM muniment.tenants AS t "
        "WHERE t.region = new.region; RETURN NULL; END $$");
    row("built at run time", "DO $$ BEGIN EXECUTE format('ALTER TABLE muniment.%I DROP x', 'events'); END $$");
}

void RegionRule::whatNamesItsRegionIsTakenAsSuch() {
    QFETCH(QString, statement);
    const auto findings = leavesRegionOpen(statement.toStdString(), m_tables);
    QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().c_str());
}

void RegionRule::whatLeavesItsRegionOpenIsTold_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char* name, const char* statement, const char* finding) {
        QTest::newRow(name) << statement << finding;
    };
    row("no condition", "SELECT * FROM muniment.events", "events is read or changed whatever the region");
    row("another column", "SELECT * FROM muniment.events AS e WHERE e.tenant_id = $1",
        "events AS e is read or changed whatever the region");
    row("without its schema", "SELECT * FROM events WHERE tenant_id = $1",
        "events is read or changed whatever the region");
    row("a view", "SELECT * FROM muniment.event_documents", "event_documents is read or changed whatever the region");
    row("one branch", "SELECT * FROM muniment.claims WHERE region = $1 OR owner = $2",
        "claims is read or changed whatever the region");
    row("negated", "SELECT * FROM muniment.claims WHERE NOT region = $1",
        "claims is read or changed whatever the region");
    row("not equal", "SELECT * FROM muniment.claims WHERE region <> $1",
        "claims is read or changed whatever the region");
    row("not in", "SELECT * FROM muniment.claims WHERE region NOT IN ($1)",
        "claims is read or changed whatever the region");
    row("all but one", "SELECT * FROM muniment.claims WHERE region <> ALL ($1)",
        "claims is read or changed whatever the region");
    row("itself", "SELECT * FROM muniment.claims AS c WHERE c.region = c.region",
        "claims AS c is read or changed whatever the region");
    row("cast column", "SELECT * FROM muniment.claims WHERE region::text = $1",
        "claims is read or changed whatever the region");
    row("worked out of itself", "SELECT * FROM muniment.claims AS c WHERE c.region = upper(c.region)",
        "claims AS c is read or changed whatever the region");
    row("of a function", "SELECT * FROM muniment.claims WHERE lower(region) = $1",
        "claims is read or changed whatever the region");
    row("found by a query",
        "SELECT * FROM muniment.claims WHERE region = (SELECT value FROM muniment.meta WHERE key = 'x')",
        "claims is read or changed whatever the region");
    row("one of two",
        "SELECT 1 FROM muniment.tenants AS t, muniment.events AS e WHERE t.region = $1 AND e.tenant_id = t.id",
        "events AS e is read or changed whatever the region");
    row("each by the other", "SELECT 1 FROM muniment.tenants AS t, muniment.events AS e WHERE t.region = e.region",
        "tenants AS t is read or changed whatever the region");
    row("kept side of a left join",
        "SELECT 1 FROM muniment.tenants AS t LEFT JOIN muniment.events AS e ON e.region = $1 AND t.region = $1",
        "tenants AS t is read or changed whatever the region");
    row("subquery",
        "SELECT 1 FROM muniment.tenants AS t WHERE t.region = $1 AND EXISTS (SELECT 1 FROM muniment.events AS p "
        "WHERE p.tenant_id = t.id)",
        "events AS p is read or changed whatever the region");
    row("the outer query's",
        "SELECT 1 FROM muniment.tenants AS t WHERE t.region = $1 AND EXISTS (SELECT 1 FROM "
        "muniment.events AS p WHERE t.region = $1)",
        "events AS p is read or changed whatever the region");
    row("common table", "WITH x AS (SELECT tenant_id FROM muniment.events) SELECT * FROM x",
        "events is read or changed whatever the region");
    row("arm of a union",
        "SELECT id FROM muniment.tenants WHERE region = $1 UNION SELECT tenant_id FROM muniment.events",
        "events is read or changed whatever the region");
    row("in a column", "SELECT (SELECT count(*) FROM muniment.events)",
        "events is read or changed whatever the region");
    row("insert without it", "INSERT INTO muniment.claims (tenant_id) VALUES ($1)",
        "a row of claims is written without a given region");
    row("insert without columns", "INSERT INTO muniment.claims VALUES ($1)",
        "a row of claims is written without a given region");
    row("insert of what is computed", "INSERT INTO muniment.claims (tenant_id, region) VALUES ($1, $2), ($3, f())",
        "a row of claims is written without a given region");
    row("insert from everywhere", "INSERT INTO muniment.claims (region) SELECT e.region FROM muniment.events AS e",
        "a row of claims is written without a given region");
    row("update", "UPDATE muniment.tenants SET state = 'x' WHERE id = $1",
        "tenants is read or changed whatever the region");
    row("another region", "UPDATE muniment.tenants SET region = $2 WHERE region = $1",
        "a row of tenants is given another region");
    row("delete", "DELETE FROM muniment.events", "events is read or changed whatever the region");
    row("copy from", "COPY muniment.events (tenant_id) FROM STDIN", "events is copied whatever the region");
    row("copy to", "COPY muniment.events TO STDOUT", "events is copied whatever the region");
    row("copy of a query", "COPY (SELECT 1 FROM muniment.events) TO STDOUT",
        "events is read or changed whatever the region");
    row("lock", "LOCK TABLE muniment.events IN ACCESS EXCLUSIVE MODE", "events is taken as a whole");
    row("truncate", "TRUNCATE muniment.events", "events is taken as a whole");
    row("the second statement", "SELECT 1; SELECT 1 FROM muniment.claims",
        "claims is read or changed whatever the region");
    row("cursor", "DECLARE c CURSOR FOR SELECT 1 FROM muniment.claims",
        "claims is read or changed whatever the region");
    row("explained", "EXPLAIN SELECT 1 FROM muniment.claims", "claims is read or changed whatever the region");
    row("block", "DO $$ DECLARE n bigint := (SELECT max(position) FROM muniment.events); BEGIN END $$",
        "events is read or changed whatever the region");
    row("function",
        "CREATE FUNCTION f() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM muniment.claims) "
        "THEN RETURN 1; END IF; RETURN 0; END $$",
        "claims is read or changed whatever the region");
    row("function of SQL", "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM muniment.claims'",
        "claims is read or changed whatever the region");
    row("built at run time", "DO $$ BEGIN EXECUTE format('DELETE FROM muniment.%I', 'events'); END $$",
        "builds a statement about rows at run time: format('DELETE FROM muniment.%I', 'events')");
    row("no SQL", "SELEKT 1", "cannot be read: syntax error at or near \"SELEKT\"");
}

void RegionRule::whatLeavesItsRegionOpenIsTold() {
    QFETCH(QString, statement);
    QFETCH(QString, finding);
    const auto findings = leavesRegionOpen(statement.toStdString(), m_tables);
    QVERIFY(!findings.empty());
    QCOMPARE(QString::fromStdString(findings.front()), finding);
}

void RegionRule::cockroachsOwnWordsHideNothing_data() {
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("isOpen");
    const auto row = [](const char* name, const char* statement, bool isOpen) {
        QTest::newRow(name) << statement << isOpen;
    };
    row("past", "SELECT id FROM muniment.tenants AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1", false);
    row("past of everything", "SELECT id FROM muniment.tenants AS OF SYSTEM TIME '17.0' WHERE id = $1", true);
    row("hint", "SELECT 1 FROM muniment.events@{FORCE_INDEX=events_stream} AS e WHERE e.region = $1", false);
    row("hint of everything", "SELECT 1 FROM muniment.events@events_stream AS e", true);
    row("shown", "SELECT * FROM [SHOW TABLES FROM muniment] WHERE type = 'table'", false);
    row("shown beside", "SELECT * FROM [SHOW JOBS] AS j, muniment.events AS e", true);
    row("in a literal", "SELECT ' AS OF SYSTEM TIME ''1''' FROM muniment.events AS e WHERE e.region = $1", false);
    row("of the schema", "-- why\nALTER TABLE muniment.events SET LOCALITY REGIONAL BY ROW AS region", false);
    row("common table first", "WITH x AS (SELECT 1 FROM muniment.events) SELECT 1", true);
    row("unknown words", "UPSERT INTO muniment.events (region) VALUES ($1)", true);
}

void RegionRule::cockroachsOwnWordsHideNothing() {
    QFETCH(QString, statement);
    QFETCH(bool, isOpen);
    const auto findings = leavesRegionOpenOnCockroach(statement.toStdString(), m_tables);
    QVERIFY2(findings.empty() != isOpen, findings.empty() ? "nothing is told" : findings.front().c_str());
}

void RegionRule::tablesAndViewsAreRegionalByTheirSchema() {
    const RegionalTables tables =
        regionalTablesOf("CREATE TABLE muniment.plans (key text); CREATE TABLE muniment.events (region text, x int);"
                         "CREATE VIEW muniment.documents AS SELECT region FROM muniment.events WHERE x > 1;"
                         "CREATE VIEW muniment.offers AS SELECT key FROM muniment.plans");
    QCOMPARE(tables, (RegionalTables{QStringLiteral("events"), QStringLiteral("documents")}));
}

void RegionRule::aShapeIsTheSameWhateverItsConstants() {
    QCOMPARE(shapeOf("SELECT a FROM t WHERE x = $1 AND y = 'one'"), shapeOf("select a\nfrom t where x = $2 and y='2'"));
    QVERIFY(shapeOf("SELECT a FROM t WHERE x = $1") != shapeOf("SELECT a FROM t WHERE z = $1"));
    QVERIFY(shapeOf("DO $$ BEGIN PERFORM 1; END $$") != shapeOf("DO $$ BEGIN DELETE FROM t; END $$"));
}

MUNIMENT_TEST(region_rule, RegionRule);

#include "test_region_rule.moc"
