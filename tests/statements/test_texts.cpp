// Protects the SQL that no server here is sent: the schema's functions and triggers, and every statement of
// CockroachDB's, as the texts that other tests compare with what the program makes.
#include "tests/statements/exceptions.h"
#include "tests/statements/region_rule.h"
#include "tests/statements/source_text.h"
#include "tests/statements/sql_tree.h"
#include "tests/support/test_registry.h"

#include <QDirIterator>
#include <QTest>

using namespace muniment::test;

class Texts final : public QObject {
    Q_OBJECT

private slots:

    void theSchemaHasTheRegionalTablesThatAreKnown() {
        QCOMPARE(m_tables,
                 (RegionalTables{QStringLiteral("checkpoints"), QStringLiteral("claims"), QStringLiteral("copies"),
                                 QStringLiteral("event_documents"), QStringLiteral("events"), QStringLiteral("intake"),
                                 QStringLiteral("tenants")}));
    }

    void functionsAndTriggersNameTheRegion() {
        for (const SqlStatement& statement : parseSql(schemaScript()).statements)
            check(leavesRegionOpen(statement.text, m_tables), statement.text);
    }

    void everyGoldenStatementNamesItsRegion_data() {
        QTest::addColumn<QString>("path");
        const QString source = qEnvironmentVariable("MUNIMENT_SOURCE_DIR") + QLatin1Char('/');
        for (const char* folder : {"tests/eventstore/golden", "tests/residency/golden"})
            for (QDirIterator files(source + QLatin1String(folder), {QStringLiteral("*.sql")}); files.hasNext();) {
                const QString path = files.next().mid(source.size());
                QTest::newRow(qPrintable(path)) << path;
            }
    }

    void everyGoldenStatementNamesItsRegion() {
        QFETCH(QString, path);
        const auto statements = splitSql(sourceText(path));
        QVERIFY(!statements.empty());
        const bool isPostgres =
            path.contains(QLatin1String("postgresql")) || path.contains(QLatin1String("append_moves"));
        for (const std::string& statement : statements)
            check(isPostgres ? leavesRegionOpen(statement, m_tables) : leavesRegionOpenOnCockroach(statement, m_tables),
                  statement);
    }

    void goldenStatementsTouchEveryRegionalTable() {
        // Else the above would hold nothing.
        std::map<QString, int> seen;
        for (const char* name :
             {"cockroach_relocation", "cockroach_append_exchange", "cockroach_intake_list", "cockroach_evidence"})
            for (const std::string& statement :
                 splitSql(sourceText(QStringLiteral("tests/eventstore/golden/%1.sql").arg(QLatin1String(name)))))
                for (const QString& table : m_tables)
                    seen[table] +=
                        QString::fromStdString(statement).contains(QStringLiteral("muniment.") + table) ? 1 : 0;
        for (const char* table : {"checkpoints", "claims", "copies", "events", "intake", "tenants"})
            QVERIFY2(seen[QLatin1String(table)] > 0, table);
    }

private:
    void check(const std::vector<std::string>& findings, const std::string& statement) {
        if (findings.empty() || m_exceptions.contains(shapeOf(cockroachAsPostgres(statement))))
            return;
        QFAIL((findings.front() + ":\n" + statement).c_str());
    }

    const RegionalTables m_tables = regionalTablesOf(schemaScript());
    const std::map<std::string, RegionException> m_exceptions = regionExceptions();
};

MUNIMENT_TEST(texts, Texts);

#include "test_texts.moc"
