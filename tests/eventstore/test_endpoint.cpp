// Endpoint texts, and what stands behind them: protects that no password stays in a text, that TLS is verified unless
// the text says otherwise, that a hostile environment changes nothing, and that each way of failing to connect has a
// code and a stage of its own.
#include "models/eventstore/endpoint.h"
#include "models/eventstore/schema.h"
#include "tests/eventstore/compare_code.h"
#include "tests/support/no_database.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");

struct FixedSecret final : SecretSource {
    explicit FixedSecret(std::string text) : secret(std::move(text)) {}

    std::optional<std::string> password(const std::string& endpoint) override {
        asked = endpoint;
        return secret;
    }

    std::string secret;
    std::string asked;
};

Result<StoreIdentity> connectTo(const std::string& endpoint, std::shared_ptr<SecretSource> secrets = nullptr) {
    auto store = openEventStore(endpoint, std::move(secrets));
    if (!store)
        return tl::unexpected(store.error());
    return (*store)->connect(kRegion);
}

class Endpoint final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1, {.isTls = true, .isDurable = false});
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        VERIFY_OK(installSchema(request));
    }

    void textsAreCompleted_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("isVerified");
        const auto row = [](const char* name, const char* given, const char* kept, const char* shown, bool isVerified) {
            QTest::newRow(name) << QString::fromLatin1(given) << QString::fromLatin1(kept) << QString::fromLatin1(shown)
                                << isVerified;
        };
        row("URL", "postgres://ann:s3cret@db.example:26257/iam",
            "postgresql://ann@db.example:26257/iam?sslmode=verify-full", "ann@db.example:26257/iam", true);
        row("key=value", "host=db.example user=ann password='s3 cret' dbname=iam",
            "postgresql://ann@db.example/iam?sslmode=verify-full", "ann@db.example/iam", true);
        row("weakened", "postgresql://db.example/iam?sslmode=require", "postgresql://db.example/iam?sslmode=require",
            "db.example/iam", false);
        row("socket", "postgresql:///iam?host=/run/postgresql", "postgresql:///iam?host=/run/postgresql",
            "/run/postgresql/iam", true);
        row("odd names", "postgresql://a%40b@h/d%2Fb", "postgresql://a%40b@h/d/b?sslmode=verify-full", "a@b@h/d/b",
            true);
        row("key paths", "postgresql://h/d?sslcert=/k/c.crt&sslkey=/k/c.key",
            "postgresql://h/d?sslcert=/k/c.crt&sslkey=/k/c.key&sslmode=verify-full", "h/d", true);
        row("embedded", "embedded:/tmp/x.db", "embedded:/tmp/x.db", "embedded:/tmp/x.db", true);
    }

    void textsAreCompleted() {
        QFETCH(QString, given);
        QFETCH(QString, kept);
        QFETCH(QString, shown);
        QFETCH(bool, isVerified);
        const auto parsed = parseEndpoint(given.toStdString());
        VERIFY_OK(parsed);
        QCOMPARE(QString::fromStdString(parsed->text), kept);
        QCOMPARE(QString::fromStdString(displayEndpoint(parsed->text)), shown);
        QCOMPARE(parsed->isVerified, isVerified);
        QCOMPARE(parsed->password.has_value(), given.contains(QLatin1String("cret")));
        // What was made is stable, and names the same.
        QCOMPARE(QString::fromStdString(parseEndpoint(parsed->text)->text), kept);
    }

    void unusableTextsAreRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "nonsense s3cret", "http://db.example/iam", "postgresql://h:s3cret@/",
              "embedded:", "postgresql://h/d?nosuch=s3cret", "service=prod", "postgresql://h/d?sslpassword=s3cret"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void unusableTextsAreRefused() {
        QFETCH(QString, text);
        const auto parsed = parseEndpoint(text.toStdString());
        COMPARE_CODE(parsed, ErrorCode::InvalidInput);
        QCOMPARE(parsed.error().get("field"), std::string("endpoint"));
        QVERIFY(parsed.error().detail.find("s3cret") == std::string::npos);
        QVERIFY(displayEndpoint(text.toStdString()).find("s3cret") == std::string::npos);
    }

    void passwordsAndCertificatesLetIn() {
        VERIFY_OK(connectTo(m_servers.endpoint(0)));
        const auto byCertificate = connectTo(m_servers.endpoint(0, "cert_admin"));
        VERIFY_OK(byCertificate);
        QCOMPARE(byCertificate->databaseUser, std::string("cert_admin"));
    }

    void aHostileEnvironmentChangesNothing() {
        for (const char* name :
             {"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE", "PGOPTIONS", "PGUSER", "PGDATABASE", "PGSSLROOTCERT"})
            qputenv(name, "hostile");
        const auto connected = connectTo(m_servers.endpoint(0));
        for (const char* name :
             {"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE", "PGOPTIONS", "PGUSER", "PGDATABASE", "PGSSLROOTCERT"})
            qunsetenv(name);
        VERIFY_OK(connected);
    }

    void failuresHaveTheirOwnCodes_data() {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("stage");
        const std::string host = "127.0.0.1:" + std::to_string(m_servers.port(0));
        const std::string ca = "sslrootcert=" + m_servers.tlsDirectory() + "/ca.crt";
        const auto row = [](const char* name, const std::string& endpoint, const char* code, const char* stage) {
            QTest::newRow(name) << QString::fromStdString(endpoint) << QString::fromLatin1(code)
                                << QString::fromLatin1(stage);
        };
        row("unknown host", "postgresql://admin@no-such-host.invalid/muniment?" + ca, "unreachable", "name");
        row("closed port", "postgresql://admin@127.0.0.1:1/muniment?" + ca, "unreachable", "tcp");
        row("wrong CA",
            "postgresql://admin@" + host + "/muniment?sslrootcert=" + m_servers.tlsDirectory() + "/stranger-ca.crt",
            "tlsRejected", "tls");
        row("no CA", "postgresql://admin@" + host + "/muniment?sslrootcert=/nowhere/ca.crt", "tlsRejected", "tls");
        row("wrong host name",
            "postgresql://admin@db.example:" + std::to_string(m_servers.port(0)) + "/muniment?hostaddr=127.0.0.1&" + ca,
            "tlsRejected", "tls");
        row("no TLS where it is wanted", "postgresql://admin@" + host + "/muniment?sslmode=disable",
            "authenticationFailed", "auth");
        row("wrong password", "postgresql://admin:wrong@" + host + "/muniment?" + ca, "authenticationFailed", "auth");
        row("no password", "postgresql://nobody@" + host + "/muniment?" + ca, "authenticationFailed", "auth");
        row("certificate of somebody else",
            "postgresql://cert_auditor@" + host + "/muniment?" + ca + "&sslcert=" + m_servers.tlsDirectory() +
                "/cert_admin.crt&sslkey=" + m_servers.tlsDirectory() + "/cert_admin.key",
            "authenticationFailed", "auth");
        row("no such database", "postgresql://admin@" + host + "/nowhere?" + ca, "databaseMissing", "database");
        row("no schema", "postgresql://admin@" + host + "/postgres?" + ca, "schemaMissing", "schema");
    }

    void failuresHaveTheirOwnCodes() {
        QFETCH(QString, endpoint);
        QFETCH(QString, code);
        QFETCH(QString, stage);
        const auto connected = connectTo(endpoint.toStdString());
        QVERIFY2(codeOf(connected) == code, described(connected).c_str());
        QCOMPARE(QString::fromStdString(connected.error().get("stage")), stage);
        QVERIFY(connected.error().detail.find("wrong@") == std::string::npos);
        QVERIFY2(connected.error().detail.find('\n') == std::string::npos, described(connected).c_str());
    }

    void whatIsNoDatabaseIsToldApart_data() {
        QTest::addColumn<QString>("parameters");
        QTest::newRow("asked for TLS") << QStringLiteral("sslmode=verify-full");
        QTest::newRow("plain") << QStringLiteral("sslmode=disable");
    }

    void whatIsNoDatabaseIsToldApart() {
        QFETCH(QString, parameters);
        const NoDatabase server("HTTP/1.1 400 Bad Request\r\n\r\n");
        const auto connected =
            connectTo("postgresql://127.0.0.1:" + std::to_string(server.port) + "/d?" + parameters.toStdString() +
                      "&sslrootcert=" + m_servers.tlsDirectory() + "/ca.crt");
        COMPARE_CODE(connected, ErrorCode::NotADatabase);
    }

    void aSilentPortEndsInTime() {
        const NoDatabase server("");
        const auto connected =
            connectTo("postgresql://127.0.0.1:" + std::to_string(server.port) + "/d?sslmode=disable&connect_timeout=1");
        COMPARE_CODE(connected, ErrorCode::Unreachable);
        QCOMPARE(connected.error().get("cause"), std::string("silent"));
    }

    void theSecretSourceIsAskedLast() {
        const QByteArray passfile = qgetenv("PGPASSFILE");
        const auto secrets = std::make_shared<FixedSecret>(m_servers.password("admin"));
        VERIFY_OK(connectTo(m_servers.endpoint(0), secrets));
        QCOMPARE(secrets->asked, std::string());
        qputenv("PGPASSFILE", "/nowhere/passfile");
        const auto asked = connectTo(m_servers.endpoint(0), secrets);
        const auto wrong = connectTo(m_servers.endpoint(0), std::make_shared<FixedSecret>("wrong"));
        const auto none = connectTo(m_servers.endpoint(0));
        qputenv("PGPASSFILE", passfile);
        VERIFY_OK(asked);
        QCOMPARE(secrets->asked, parseEndpoint(m_servers.endpoint(0))->text);
        COMPARE_CODE(wrong, ErrorCode::AuthenticationFailed);
        COMPARE_CODE(none, ErrorCode::AuthenticationFailed);
    }

private:
    RegionalServers m_servers;
};

} // namespace

MUNIMENT_TEST(endpoint, Endpoint);
#include "test_endpoint.moc"
