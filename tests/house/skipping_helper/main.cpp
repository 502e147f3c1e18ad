// What test_skipped.cpp runs: test classes of which one leaves something out.
#include "tests/support/test_registry.h"

#include <QTest>

class Whole : public QObject {
    Q_OBJECT
private slots:

    void runs() {}
};

class WithAGap : public QObject {
    Q_OBJECT
private slots:

    void runs() {}

    void isLeftOut() { QSKIP("there is nothing to test it on"); }
};

class WithAGapInTheData : public QObject {
    Q_OBJECT
private slots:

    void runs_data() {
        QTest::addColumn<bool>("isLeftOut");
        QTest::newRow("one") << false;
        QTest::newRow("two") << true;
    }

    void runs() {
        QFETCH(bool, isLeftOut);
        if (isLeftOut)
            QSKIP("there is nothing to test it on");
    }
};

MUNIMENT_TEST(whole, Whole);
MUNIMENT_TEST(with_a_gap, WithAGap);
MUNIMENT_TEST(with_a_gap_in_the_data, WithAGapInTheData);
#include "main.moc"
