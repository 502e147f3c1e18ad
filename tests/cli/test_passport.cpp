// Protects: `region passport` tells where an organization lived, as a table and as one JSON object, now and as of
// before.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment::test;

class TestPassportCommand : public QObject {
    Q_OBJECT
private slots:

    void aNewOrganizationHasOneHome() {
        const auto told = m_file.done({"region", "passport"}, {"Acme Ltd"});
        QVERIFY2(told.out.contains("name      Acme Ltd"), told.out.constData());
        QVERIFY2(told.out.contains("   1  eu      20"), told.out.constData());
        const auto json = m_file.done({"region", "passport"}, {"Acme Ltd", "--json"}).object();
        QCOMPARE(json[QStringLiteral("id")].toString().toStdString(), m_file.org());
        const auto stays = json[QStringLiteral("stays")].toArray();
        QCOMPARE(stays.size(), 1);
        const auto home = stays.first().toObject();
        QCOMPARE(home[QStringLiteral("region")].toString(), QStringLiteral("eu"));
        QCOMPARE(home[QStringLiteral("epoch")].toInt(), 1);
        QCOMPARE(home[QStringLiteral("by")].toString(), QStringLiteral("root"));
        QVERIFY(home[QStringLiteral("until")].isNull());
        QVERIFY(json[QStringLiteral("moves")].toArray().isEmpty());
        QVERIFY(json[QStringLiteral("findings")].toArray().isEmpty());
    }

    void whoToldOfACopyIsListed() {
        m_file.done({"sync"}, {"--once"});
        const auto json = m_file.done({"region", "passport"}, {"Acme Ltd", "--json"}).object();
        QVERIFY(json[QStringLiteral("copiesKnown")].toBool());
        const auto copies = json[QStringLiteral("copies")].toArray();
        QCOMPARE(copies.size(), 1);
        const auto copy = copies.first().toObject();
        QCOMPARE(copy[QStringLiteral("form")].toString(), QStringLiteral("whole"));
        QVERIFY(!copy[QStringLiteral("workstation")].toString().isEmpty());
        QVERIFY(!copy[QStringLiteral("toldBy")].toString().isEmpty());
        QCOMPARE(copy[QStringLiteral("hasEnded")].toBool(), false);
        const auto text = m_file.done({"region", "passport"}, {"Acme Ltd"});
        QVERIFY2(text.out.contains("LAST TOLD") && text.err.contains("told the server"), told(text).c_str());
    }

    void beforeItWasThereItIsNotFound() {
        QCOMPARE(m_file.on({"region", "passport"}, {"Acme Ltd", "--as-of", "2020-01-01"}).exit, 1);
        QCOMPARE(m_file.on({"region", "passport"}, {"nobody"}).exit, 1);
    }

private:
    AdministeredFile m_file;
};

MUNIMENT_TEST(passport, TestPassportCommand);
#include "test_passport.moc"
