// Protects that no statement of the program leaves its region open: reads what every server of the suite was sent (each
// leaves a file when it goes, tests/regions). Runs after all other tests, over whatever of them ran.
#include "tests/statements/exceptions.h"
#include "tests/statements/region_rule.h"
#include "tests/statements/source_text.h"
#include "tests/statements/sql_tree.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <set>

using namespace muniment::test;

namespace {

struct Family {
    const char* name;
    const char* text; ///< part of the statement, spaces as one
};

/// What the suite as a whole sends at least. Without these the log was not written, or not read.
constexpr Family kFamilies[] = {
    {"append",
     "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type"},
    {"new organization", "INSERT INTO muniment.tenants (region, id, name, plan) VALUES"},
    {"names taken", "INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)"},
    {"names released", "DELETE FROM muniment.claims AS held USING"},
    {"load of an aggregate", "e.aggregate_type = $3 AND e.aggregate_id = $4 ORDER BY e.sequence"},
    {"settled append", "e.epoch = $3 AND e.epoch > 0 AND e.position = $4::bigint AND e.command_id = $5"},
    {"home of an organization", "SELECT name, plan, state, epoch, moved_to FROM muniment.tenants"},
    {"tail of the log", "e.region = $1 AND e.live AND e.position < muniment.horizon()"},
    {"horizon", "SELECT muniment.horizon(), muniment.snapshot_end()"},
    {"event held", "FROM muniment.events"},
    {"bulk history", "COPY muniment.events (region, tenant_id, epoch,"},
    {"plan", "e.aggregate_type = 'plan'"},
    {"records of the intake", "FROM muniment.intake AS i"},
    {"promoted records", "UPDATE muniment.intake AS i SET state = 'promoted'"},
    {"digests of the log", "AS leaf FROM muniment.events AS e WHERE e.region = $1 AND e.live"},
    {"published checkpoint", "INSERT INTO muniment.checkpoints (region, origin, size, root, note, digest)"},
    {"told copy", "INSERT INTO muniment.copies (region, holder, workstation, policy, as_of, has_ended)"},
    {"start of a move", "UPDATE muniment.tenants AS t SET state = 'moving'"},
    {"log of one organization", "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"},
    {"fence", "UPDATE muniment.tenants SET state = 'fenced'"},
    {"arrival", "INSERT INTO muniment.tenants AS t (region, id, name, plan, state, epoch, move_id, move_record)"},
    {"rows left behind", "DELETE FROM muniment.events WHERE region = $1 AND tenant_id = $2"},
    {"placement of organizations", "SELECT id, name, state, epoch, moved_to FROM muniment.tenants"},
    {"schema", "CREATE TABLE IF NOT EXISTS muniment.events"},
};

std::string unescaped(const QByteArray& text) {
    std::string out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char code = text[++i];
        out += code == 'n' ? '\n' : code == 't' ? '\t' : code;
    }
    return out;
}

} // namespace

class Sent final : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        QVERIFY2(m_folder.exists(), "MUNIMENT_STATEMENTS names no folder");
        for (const QString& name : m_folder.entryList({QStringLiteral("*.sent")}, QDir::Files)) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QByteArray& line : file.readAll().split('\n')) {
                const qsizetype tab = line.indexOf('\t');
                if (tab < 0)
                    continue;
                const std::string statement = unescaped(line.mid(tab + 1));
                m_applications.try_emplace(line.left(tab).toStdString(), name.toStdString());
                if (!statement.empty())
                    keep(statement, name.toStdString());
            }
        }
        qInfo("%zu statements of %lld servers", m_statements.size(),
              static_cast<long long>(m_folder.entryList({QStringLiteral("*.sent")}).size()));
    }

    void everyServerLeftWhatItWasSent() {
        for (QString name : m_folder.entryList({QStringLiteral("*.started")}, QDir::Files))
            QVERIFY2(m_folder.exists(name.replace(QLatin1String(".started"), QLatin1String(".sent"))),
                     qPrintable(name));
        if (m_isWhole)
            QVERIFY(!m_folder.isEmpty());
    }

    void whoSpeaksToAServerIsKnown() {
        // The program by its own name; whatever else it opened a connection with would escape this test.
        // "night job" is a session that a test holds the horizon with.
        static const std::set<std::string> known{"muniment", "muniment test", "psql",
                                                 "pg_dump",  "pg_restore",    "night job"};
        for (const auto& [application, server] : m_applications)
            QVERIFY2(known.contains(application), ("'" + application + "' at " + server).c_str());
    }

    void everyStatementNamesItsRegion() {
        std::string wrong;
        for (const auto& [statement, server] : m_statements) {
            const auto findings = leavesRegionOpen(statement, m_tables);
            if (findings.empty() || m_exceptions.contains(shapeOf(statement)))
                continue;
            wrong += "\n" + findings.front() + " (" + server + "):\n" + statement + "\n";
        }
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void everyExceptionIsNeeded() {
        std::set<std::string> sent;
        for (const auto& [statement, server] : m_statements)
            if (!leavesRegionOpen(statement, m_tables).empty())
                sent.insert(shapeOf(statement));
        for (const auto& [shape, exception] : m_exceptions)
            if (m_isWhole)
                QVERIFY2(sent.contains(shape), exception.statement.c_str());
    }

    void everyKindOfStatementWasSeen() {
        std::string all;
        for (const auto& [statement, server] : m_statements)
            all += QString::fromStdString(statement).simplified().toStdString() + "\n";
        std::string missing;
        for (const Family& family : kFamilies)
            if (all.find(family.text) == std::string::npos)
                missing += std::string("\n") + family.name;
        if (m_isWhole)
            QVERIFY2(missing.empty(), missing.c_str());
        else
            qInfo("of a part of the suite, so these may be missing:%s", missing.c_str());
    }

private:
    /// A script's statements one by one, as the exceptions are.
    void keep(const std::string& text, const std::string& server) {
        const SqlScript script = parseSql(text);
        for (const SqlStatement& statement : script.statements)
            m_statements.try_emplace(statement.text, server);
        if (!script.error.empty())
            m_statements.try_emplace(text, server);
    }

    const QDir m_folder{qEnvironmentVariable("MUNIMENT_STATEMENTS")};
    const bool m_isWhole = qEnvironmentVariableIsSet("MUNIMENT_WHOLE_SUITE");
    const RegionalTables m_tables = regionalTablesOf(schemaScript());
    const std::map<std::string, RegionException> m_exceptions = regionExceptions();
    std::map<std::string, std::string> m_applications; ///< with a server each
    std::map<std::string, std::string> m_statements;
};

MUNIMENT_TEST(sent, Sent);

#include "test_sent.moc"
