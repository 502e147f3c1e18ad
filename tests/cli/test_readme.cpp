// Protects: what the README tells a newcomer to type works as it stands. Its shell commands for trying the program on
// real servers are run as they are, and so is its INSERT for other services, whose event the workspace then shows.
#include "tests/cli/program.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace muniment::test;

namespace {

constexpr int kRunMs = 300'000;

QString sourceDirectory() {
    QString named = qEnvironmentVariable("MUNIMENT_SOURCE_DIR");
    if (!named.isEmpty())
        return named;
    for (QDir directory = QDir::current();;) {
        if (QFileInfo::exists(directory.filePath(QStringLiteral("tests/regions"))))
            return directory.path();
        if (!directory.cdUp())
            qFatal("set MUNIMENT_SOURCE_DIR or start in the source tree");
    }
}

QString readAll(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// The fenced blocks of a language below a heading, up to the next heading of the same depth.
QStringList blocks(const QString& text, const QString& heading, const QString& language) {
    const QString section =
        text.section(QStringLiteral("\n## ") + heading + QLatin1Char('\n'), 1).section(QStringLiteral("\n## "), 0, 0);
    QStringList found;
    const QStringList fenced = section.split(QStringLiteral("\n```"));
    for (qsizetype i = 1; i < fenced.size(); i += 2)
        if (fenced[i].startsWith(language + QLatin1Char('\n')))
            found << fenced[i].section(QLatin1Char('\n'), 1);
    return found;
}

} // namespace

class TestReadme : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void whatANewcomerTypesWorks();

private:
    void write(const char* name, const QString& text) const {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", name);
    }

    [[nodiscard]] Answer bash(const QString& script) const {
        QProcess process;
        auto variables = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            variables.remove(QString::fromLatin1(name));
        variables.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        variables.insert(QStringLiteral("TMPDIR"), m_directory.path()); // tests/regions lives there
        process.setProcessEnvironment(variables);
        process.setWorkingDirectory(m_directory.path());
        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
        process.closeWriteChannel();
        if (!process.waitForFinished(kRunMs))
            qFatal("the README's commands do not end: %s", process.readAllStandardError().constData());
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QString m_readme;
    QTemporaryDir m_directory;
};

void TestReadme::initTestCase() {
    m_readme = readAll(sourceDirectory() + QStringLiteral("/README.md"));
    // The servers' user must be able to pass through, and the commands name tests/regions from where they are.
    QFile::setPermissions(m_directory.path(), QFile::permissions(m_directory.path()) | QFile::ReadOther |
                                                  QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
    QVERIFY(QFile::link(sourceDirectory() + QStringLiteral("/tests"), m_directory.filePath(QStringLiteral("tests"))));
}

void TestReadme::whatANewcomerTypesWorks() {
    const QStringList shell = blocks(m_readme, QStringLiteral("Try it on real servers"), QStringLiteral("sh"));
    const QStringList sql = blocks(m_readme, QStringLiteral("How other services write events"), QStringLiteral("sql"));
    const QStringList ask = blocks(m_readme, QStringLiteral("Ask the log"), QStringLiteral("sh"));
    QCOMPARE(shell.size(), 1);
    QCOMPARE(sql.size(), 3);
    const QStringList tour = blocks(m_readme, QStringLiteral("A tour for an administrator"), QStringLiteral("sh"));
    const QStringList access = blocks(m_readme, QStringLiteral("A question for an auditor"), QStringLiteral("sh"));
    QCOMPARE(ask.size(), 1);
    QCOMPARE(tour.size(), 1);
    QCOMPARE(access.size(), 1);
    const QStringList trail = blocks(m_readme, QStringLiteral("A trail that proves itself"), QStringLiteral("sh"));
    QCOMPARE(trail.size(), 1);
    const QStringList proof = blocks(m_readme, QStringLiteral("Proving who had access"), QStringLiteral("sh"));
    QCOMPARE(proof.size(), 1);
    const QStringList evidence =
        blocks(m_readme, QStringLiteral("Handing evidence to an outside auditor"), QStringLiteral("sh"));
    QCOMPARE(evidence.size(), 1);
    const QStringList courier =
        blocks(m_readme, QStringLiteral("Carrying evidence to a site without a network"), QStringLiteral("sh"));
    QCOMPARE(courier.size(), 1);
    const QStringList review = blocks(m_readme, QStringLiteral("A review of who may what"), QStringLiteral("sh"));
    QCOMPARE(review.size(), 1);
    const QStringList move = blocks(m_readme, QStringLiteral("Where the data lie"), QStringLiteral("sh"));
    QCOMPARE(move.size(), 2); // a move, and what may lie on this disk
    const QStringList intake =
        blocks(m_readme, QStringLiteral("How other services write events"), QStringLiteral("sh"));
    QCOMPARE(intake.size(), 1);
    write("postgresql.sql", sql[0]);
    write("intake.sql", sql[2] + QStringLiteral("\nSELECT state, body ->> 'kind' FROM muniment.intake "
                                                "WHERE headers ->> 'source' = 'billing';\n"));
    // The form for CockroachDB is no different SQL: PostgreSQL, too, can say whether it writes what it promises.
    write("cockroachdb.sql",
          QStringLiteral("PREPARE login (text, text, text, bigint, inet, uuid, bytea) AS\n") + sql[1] +
              QStringLiteral("\nSELECT tenant_id, aggregate_id FROM muniment.events "
                             "WHERE event_type = 'user.human.password.check.succeeded' "
                             "ORDER BY recorded_at DESC LIMIT 1 \\gset\n"
                             "EXECUTE login('eu-west-1', :'tenant_id', :'aggregate_id', 2, '198.51.100.8', "
                             "gen_random_uuid(), '{}');\n"
                             "EXECUTE login('eu-west-1', :'tenant_id', :'aggregate_id', 7, '198.51.100.9', "
                             "gen_random_uuid(), '{}');\n"));

    QStringList lines = shell[0].split(QLatin1Char('\n'));
    const auto window = std::find_if(lines.begin(), lines.end(), [](const QString& line) {
        return line.section(QLatin1Char('#'), 0, 0).trimmed() == QStringLiteral("muniment acme.muniment");
    });
    QVERIFY2(window != lines.end(), "the line that opens the window");
    *window = QStringLiteral("psql -X -q \"$MUNIMENT_ENDPOINT_1\" < postgresql.sql > postgresql.out\n"
                             "muniment sync acme.muniment --once\n"
                             "muniment events acme.muniment --json --limit 1 > events.json\n"
                             "psql -X -q -At -v ON_ERROR_STOP=1 \"$MUNIMENT_ENDPOINT_1\" "
                             "< cockroachdb.sql > cockroachdb.out\n"
                             "psql -X -q -At -v ON_ERROR_STOP=1 \"$MUNIMENT_ENDPOINT_1\" < intake.sql > intake.out\n") +
              intake[0] + QStringLiteral("\nmuniment resource list acme.muniment --json > resources.json\n") + ask[0] +
              QLatin1Char('\n') + tour[0] +
              QStringLiteral("\nmuniment user show acme.muniment bea --json > bea.json\n{\n") + access[0] +
              QStringLiteral("\n} > access.out\n{\n") + trail[0] + QStringLiteral("\n} > trail.out\n{\n") +
              evidence[0] + QStringLiteral("\n} > evidence.out\n{\n") + proof[0] + QStringLiteral("\n} > proof.out\n") +
              courier[0] + QStringLiteral("\nmuniment team list site.muniment --json > carried.json\n") + review[0] +
              QStringLiteral("\nmuniment review list acme.muniment --json > reviews.json\n") + move[0] +
              QStringLiteral("\nmuniment org show acme.muniment 'Acme AG' --json > moved.json\n"
                             "muniment user show acme.muniment bea --json > movedbea.json\n{\n") +
              move[1] + QStringLiteral("\n} > policy.out\n");
    // Whatever fails, the servers go.
    const auto answer = bash(QStringLiteral("set -euo pipefail\n"
                                            "muniment() { '") +
                             programPath() +
                             QStringLiteral("' \"$@\"; }\n"
                                            "trap 'tests/regions down' EXIT\n") +
                             lines.join(QLatin1Char('\n')));
    QVERIFY2(answer.exit == 0, told(answer).c_str());
    QVERIFY(!QFileInfo::exists(m_directory.filePath(QStringLiteral("muniment-regions-")) +
                               QString::number(::getuid()))); // `down` has removed them

    Answer shown;
    shown.out = readAll(m_directory.filePath(QStringLiteral("events.json"))).toUtf8();
    const QJsonObject event = shown.object();
    QCOMPARE(event[QStringLiteral("type")].toString(), QStringLiteral("user.human.password.check.succeeded"));
    QCOMPARE(event[QStringLiteral("sequence")].toInt(), 2);
    QCOMPARE(event[QStringLiteral("writer")].toString(), QStringLiteral("admin"));
    QCOMPARE(event[QStringLiteral("actorId")], event[QStringLiteral("aggregateId")]);
    QCOMPARE(event[QStringLiteral("payload")][QStringLiteral("browser")].toString(), QStringLiteral("Firefox"));
    QVERIFY(readAll(m_directory.filePath(QStringLiteral("users.csv"))).contains(QStringLiteral("eventId")));
    // One row for the event with a predecessor, none for the one without.
    const auto rows = readAll(m_directory.filePath(QStringLiteral("cockroachdb.out"))).trimmed();
    QVERIFY2(rows.startsWith(QStringLiteral("3|")) && !rows.contains(QLatin1Char('\n')), qPrintable(rows));
    QCOMPARE(readAll(m_directory.filePath(QStringLiteral("intake.out"))).trimmed(), QStringLiteral("new|contract"));
    Answer resources;
    resources.out = readAll(m_directory.filePath(QStringLiteral("resources.json"))).toUtf8();
    const auto listed = resources.objects();
    QVERIFY(std::any_of(listed.begin(), listed.end(), [](const QJsonObject& row) {
        return row[QStringLiteral("type")].toString() == QStringLiteral("contract");
    }));
    // What ann had is bea's.
    Answer bea;
    bea.out = readAll(m_directory.filePath(QStringLiteral("bea.json"))).toUtf8();
    QCOMPARE(bea.object()[QStringLiteral("email")].toString(), QStringLiteral("bea@acme.example"));
    Answer reviews;
    reviews.out = readAll(m_directory.filePath(QStringLiteral("reviews.json"))).toUtf8();
    QCOMPARE(reviews.object()[QStringLiteral("state")].toString(), QStringLiteral("closed"));
    QCOMPARE(reviews.object()[QStringLiteral("kept")].toInt(), 1);
    Answer moved;
    moved.out = readAll(m_directory.filePath(QStringLiteral("moved.json"))).toUtf8();
    QCOMPARE(moved.object()[QStringLiteral("region")].toString(), QStringLiteral("us-east-1"));
    moved.out = readAll(m_directory.filePath(QStringLiteral("movedbea.json"))).toUtf8();
    QCOMPARE(moved.object()[QStringLiteral("region")].toString(), QStringLiteral("us-east-1"));
    const auto sealed = readAll(m_directory.filePath(QStringLiteral("trail.out")));
    QVERIFY2(sealed.contains(QStringLiteral("sealed  muniment/")), qPrintable(sealed));
    QVERIFY2(sealed.contains(QStringLiteral("same  ")), qPrintable(sealed));
    const auto evident = readAll(m_directory.filePath(QStringLiteral("evidence.out")));
    QVERIFY2(evident.count(QStringLiteral(" events of acme.muniment, made at ")) == 2, qPrintable(evident));
    Answer carried;
    carried.out = readAll(m_directory.filePath(QStringLiteral("carried.json"))).toUtf8();
    const auto teams = carried.objects();
    QVERIFY(std::any_of(teams.begin(), teams.end(), [](const QJsonObject& row) {
        return row[QStringLiteral("name")].toString() == QStringLiteral("Couriers");
    }));
    const auto policy = readAll(m_directory.filePath(QStringLiteral("policy.out")));
    QVERIFY2(policy.contains(QStringLiteral("Held whole: eu-west-1.")), qPrintable(policy));
    QVERIFY2(policy.contains(QStringLiteral("contract 12")), qPrintable(policy));
    // Both of them are told of, and what ended it for ann.
    const auto told = readAll(m_directory.filePath(QStringLiteral("access.out")));
    QVERIFY2(told.contains(QStringLiteral("1. bea is in Contracts, since ")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("ann is active: no longer, since ")), qPrintable(told));
}

MUNIMENT_TEST(readme, TestReadme);
#include "test_readme.moc"
