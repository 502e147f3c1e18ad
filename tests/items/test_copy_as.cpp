// Protects: what is copied cannot become a formula in a spreadsheet, a broken table in a ticket, or invalid JSON.
#include "models/items/copy_as.h"
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace muniment;

class TestCopyAs : public QObject {
    Q_OBJECT
private slots:

    void csvCellsAreSafe_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << QStringLiteral("a b") << QStringLiteral("a b");
        QTest::newRow("formula") << QStringLiteral("=HYPERLINK(\"x\")") << QStringLiteral("\"'=HYPERLINK(\"\"x\"\")\"");
        QTest::newRow("plus") << QStringLiteral("+1") << QStringLiteral("'+1");
        QTest::newRow("minus") << QStringLiteral("-1") << QStringLiteral("'-1");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
        QTest::newRow("formula behind an isolate") << isolated(QStringLiteral("=1")) << QStringLiteral("'=1");
    }

    void csvCellsAreSafe() {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(csvCell(text), cell);
    }

    void markdownKeepsItsColumns() {
        const TextTable table{{QStringLiteral("a"), QStringLiteral("b")},
                              {{QStringLiteral("x|y"), QStringLiteral("<b>")}}};
        QCOMPARE(copyText(table, CopyForm::Markdown), QStringLiteral("| a | b |\n|---|---|\n| x\\|y | &lt;b> |"));
    }

    void jsonIsWhatTheCommandLineGives() {
        TimelineRow row;
        row.region = RegionName("eu-west-1");
        row.event.type = "user.locked";
        row.event.aggregate = {"user", AggregateId("u\"1")};
        row.event.payload = R"({"n":9007199254740993,"t":"a"})";
        const auto text = eventJson(row);
        const auto object = QJsonDocument::fromJson(text.toUtf8()).object();
        QCOMPARE(object.value(QStringLiteral("aggregateId")).toString(), QStringLiteral("u\"1"));
        QVERIFY(object.value(QStringLiteral("payload")).isObject());
        QVERIFY(text.contains(QStringLiteral("9007199254740993"))); // not through a double
        row.event.payload = "not JSON";
        QCOMPARE(QJsonDocument::fromJson(eventJson(row).toUtf8()).object().value(QStringLiteral("payload")).toString(),
                 QStringLiteral("not JSON"));
    }
};

MUNIMENT_TEST(copy_as, TestCopyAs);
#include "test_copy_as.moc"
