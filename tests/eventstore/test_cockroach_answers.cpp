// What CockroachDB answers, as reference/cockroachdb.md has it: version texts, clock decimals, and states that mean
// something else there.
#include "models/base/position.h"
#include "models/eventstore/postgres/connect_failure.h"
#include "models/eventstore/postgres/crdb_version.h"
#include "models/eventstore/postgres/sqlstate.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::postgres;

namespace {

class CockroachAnswers final : public QObject {
    Q_OBJECT
private slots:

    void versionsAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<bool>("takesBuffer");
        const auto row = [](const char* text, const char* version, bool isTaken, bool takesBuffer) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(version) << isTaken << takesBuffer;
        };
        row("CockroachDB CCL v25.3.4 (x86_64-pc-linux-gnu, built 2025/10/28 18:12:22, go1.23.12 X:nocoverageredesign)",
            "CockroachDB v25.3.4", true, true);
        row("CockroachDB CCL v22.2.0-alpha.3 (x86_64-apple-darwin19, built 2022/09/12 16:13:44, go1.18.4)",
            "CockroachDB v22.2.0", true, false);
        row("CockroachDB OSS v23.1.22 (x86_64)", "CockroachDB v23.1.22", true, false);
        row("CockroachDB OSS v23.1.23 (x86_64)", "CockroachDB v23.1.23", true, true);
        row("CockroachDB CCL v23.2.6 (x86_64)", "CockroachDB v23.2.6", true, false);
        row("CockroachDB CCL v24.1.0 (x86_64)", "CockroachDB v24.1.0", true, false);
        row("CockroachDB CCL v26.3.0-alpha.1 (x86_64)", "CockroachDB v26.3.0", true, true);
        row("CockroachDB CCL v22.1.9 (x86_64)", "CockroachDB v22.1.9", false, false);
        row("CockroachDB CCL v27.1.0 (x86_64)", "CockroachDB v27.1.0", false, true);
        row("PostgreSQL 15.20 (Debian)", "", false, false);
        row("CockroachDB CCL v25.3", "", false, false);
        row("", "", false, false);
    }

    void versionsAreRead() {
        QFETCH(QString, text);
        QFETCH(QString, version);
        QFETCH(bool, isTaken);
        QFETCH(bool, takesBuffer);
        const auto read = parseCockroachVersion(text.toStdString());
        QCOMPARE(read.has_value(), !version.isEmpty());
        if (!read)
            return;
        QCOMPARE(QString::fromStdString(describe(*read)), version);
        QCOMPARE(isSupported(*read), isTaken);
        QCOMPARE(takesResultsBufferOption(*read), takesBuffer);
    }

    void clockDecimalsKeepEveryDigit() {
        const auto position = parsePosition("1786877563585252761.0000000012");
        QVERIFY(position.has_value());
        QCOMPARE(position->major, std::int64_t{1'786'877'563'585'252'761});
        QCOMPARE(position->minor, 12);
        QCOMPARE(formatHlcPosition(*position), std::string("1786877563585252761.0000000012"));
        QVERIFY(parsePosition("1786877563585252761.0000000001")->minor == 1);
    }

    void statesMeanWhatTheyMean_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("code");
        for (const auto& [state, code] : {std::pair{"40001", "busy"},
                                          {"40P01", "busy"},
                                          {"40003", "outcomeUnknown"},
                                          {"58C00", "regionUnavailable"},
                                          {"58C01", "regionUnavailable"},
                                          {"42501", "permissionDenied"},
                                          {"0A000", "serverError"},
                                          {"XXA00", "serverError"},
                                          {"XXC02", "serverError"},
                                          {"08006", "unreachable"},
                                          {"53100", "regionUnavailable"},
                                          {"53300", "unreachable"},
                                          {"MU001", "conflict"},
                                          {"MU004", "needsRepair"},
                                          {"MU005", "tenantNotHere"},
                                          {"ZZZZZ", "serverError"}})
            QTest::newRow(state) << QString::fromLatin1(state) << QString::fromLatin1(code);
    }

    void statesMeanWhatTheyMean() {
        QFETCH(QString, state);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(std::string(errorCodeName(meaningOf(state.toStdString())))), code);
    }

    void aFailedConnectTellsItsStage() {
        const Error refused = explain(
            {ConnectStage::Auth,
             "connection to server failed: FATAL:  28P01: password authentication failed for user \"ann\"", false});
        QVERIFY(refused.code == ErrorCode::AuthenticationFailed);
        QCOMPARE(refused.get("stage"), std::string("auth"));
        const Error starting =
            explain({ConnectStage::Database, "FATAL:  57P03: the database system is starting up", false});
        QVERIFY(starting.code == ErrorCode::Unreachable);
        const Error translated =
            explain({ConnectStage::Auth, "SCHWERWIEGEND:  3D000: Datenbank existiert nicht", false});
        QVERIFY(translated.code == ErrorCode::DatabaseMissing);
        QCOMPARE(translated.get("stage"), std::string("database"));
    }
};

} // namespace

MUNIMENT_TEST(cockroach_answers, CockroachAnswers);
#include "test_cockroach_answers.moc"
