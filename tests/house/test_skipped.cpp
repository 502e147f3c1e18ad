// Protects: a test that did not run has not passed. A program with a skipped function fails and names it, however it
// was started; Qt Test alone would call that a success.
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTest>

class TestSkipped : public QObject {
    Q_OBJECT
private slots:

    void aSkippedFunctionFailsTheProgram_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("said");
        const QString whole = QStringLiteral("whole");
        const QString gap = QStringLiteral("with_a_gap");
        const QString dataGap = QStringLiteral("with_a_gap_in_the_data");
        QTest::newRow("nothing skipped") << QStringList{whole} << 0 << QString();
        QTest::newRow("a function") << QStringList{gap} << 1 << QStringLiteral("isLeftOut");
        QTest::newRow("another function") << QStringList{gap, QStringLiteral("runs")} << 0 << QString();
        QTest::newRow("a row") << QStringList{dataGap} << 1 << QStringLiteral("runs(two)");
        QTest::newRow("another row") << QStringList{dataGap, QStringLiteral("runs:one")} << 0 << QString();
        QTest::newRow("all classes") << QStringList{} << 1 << QStringLiteral("isLeftOut");
        QTest::newRow("another log") << QStringList{gap, QStringLiteral("-o"), QStringLiteral("-,junitxml")} << 1
                                     << QStringLiteral("isLeftOut");
    }

    void aSkippedFunctionFailsTheProgram() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        QFETCH(QString, said);
        QProcess program;
        program.start(QStringLiteral(MUNIMENT_SKIPPING_HELPER), arguments);
        QVERIFY(program.waitForFinished(-1));
        const auto errors = QString::fromUtf8(program.readAllStandardError());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), exit);
        QVERIFY2(errors.contains(said) && errors.contains(QStringLiteral("skipped")) != said.isEmpty(),
                 qPrintable(errors));
        QVERIFY(!program.readAllStandardOutput().isEmpty());
    }
};

MUNIMENT_TEST(skipped, TestSkipped);
#include "test_skipped.moc"
