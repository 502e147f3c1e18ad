// Protects: a window of rows over any number of events shows the right ones, follows or stays where the reader is, asks
// one question at a time, and never paints a late answer over a newer one.
#include "tests/items/canned_timeline.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;
using muniment::test::CannedTimeline;

namespace {

/// Numbers of the visible events, newest first: "100..91".
QString printed(const TimelineModel& model) {
    if (model.rowCount() == 0)
        return QStringLiteral("none");
    QString text = QString::number(model.rowAt(0)->number.value);
    for (int row = 1; row < model.rowCount(); ++row) {
        if (model.rowAt(row)->number.value != model.rowAt(row - 1)->number.value - 1)
            text += QStringLiteral(" gap ");
    }
    return text + QStringLiteral("..") + QString::number(model.rowAt(model.rowCount() - 1)->number.value);
}

} // namespace

class TestTimelineModel : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_events = std::make_unique<CannedTimeline>();
        m_model = std::make_unique<TimelineModel>(m_events->ask());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void showsTheNewestFirst() {
        open(100, 10);
        QCOMPARE(printed(*m_model), QStringLiteral("100..91"));
        QVERIFY(m_model->isFollowing());
        QCOMPARE(m_model->rowCount(), 10);
    }

    void fewerEventsThanRowsLeaveNoHole() {
        open(3, 10);
        QCOMPARE(printed(*m_model), QStringLiteral("3..1"));
        open(0, 10);
        QCOMPARE(printed(*m_model), QStringLiteral("none"));
    }

    void smallStepsNeedNoAnswer() {
        open(1000, 10);
        const int asked = m_events->asked;
        m_model->scrollBy(3);
        QCOMPARE(printed(*m_model), QStringLiteral("997..988"));
        QCOMPARE(m_events->asked, asked);
    }

    void aJumpKeepsTheOldRowsUntilTheNewOnesAreThere() {
        open(1'000'000'000'000, 10);
        m_model->scrollTo(500'000'000'000);
        QCOMPARE(printed(*m_model), QStringLiteral("1000000000000..999999999991"));
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("500000000000..499999999991"));
        QCOMPARE(m_model->window().top, 500'000'000'000);
    }

    void theLastRowCanBeReached() {
        open(1000, 10);
        m_model->scrollTo(5000);
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("10..1"));
    }

    void oneQuestionRunsAndOneWaits() {
        open(100'000, 10);
        const int asked = m_events->asked;
        for (int row = 1000; row <= 50'000; row += 1000)
            m_model->scrollTo(row);
        QCOMPARE(m_events->open(), 1);
        m_events->answerAll();
        QCOMPARE(m_events->asked, asked + 2);
        QCOMPARE(printed(*m_model), QStringLiteral("50000..49991"));
    }

    void followingShowsNewEventsAtOnce() {
        open(100, 10);
        m_events->total = 105;
        m_model->refresh();
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("105..96"));
        QCOMPARE(m_model->newEvents(), 0);
    }

    void awayFromTheTopNewEventsMoveNothing() {
        open(100, 10);
        m_model->scrollBy(5);
        m_events->answerAll();
        QVERIFY(!m_model->isFollowing());
        m_events->total = 140;
        m_model->refresh();
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("95..86"));
        QCOMPARE(m_model->window().top, 45);
        QCOMPARE(m_model->newEvents(), 40);
        m_model->follow();
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("140..131"));
        QVERIFY(m_model->isFollowing());
    }

    void scrollingWhileAnAnswerIsOnItsWayIsKept() {
        open(1000, 10);
        m_model->scrollBy(4);
        m_events->total = 1010;
        m_model->refresh();
        m_model->scrollBy(2); // within what is held, before the answer
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("994..985"));
        QCOMPARE(m_model->window().top, 16);
    }

    void anEventIsBroughtToTheMiddle() {
        open(10'000, 10);
        m_model->showEvent(EventNumber{4321});
        m_events->answerAll();
        QCOMPARE(m_model->visibleRowOf(EventNumber{4321}), 5);
    }

    void aLowerWindowKeepsItsFirstRow() {
        open(1000, 10);
        m_model->scrollBy(7);
        m_model->setWindowHeight(20);
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("993..974"));
        m_model->setWindowHeight(4);
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("993..990"));
    }

    void scrollBarStandsForMoreRowsThanItHasSteps() {
        TimelineWindow window{100'000'000'000, 0, 20};
        QCOMPARE(scrollMaximum(window), kScrollSteps);
        QCOMPARE(rowAtScrollValue(window, kScrollSteps), window.lastTop());
        window.top = window.lastTop();
        QCOMPARE(scrollValue(window), kScrollSteps);
    }

    void aNewFilterDropsTheAnswerToTheOldOne() {
        open(100, 10);
        m_model->refresh(); // asked, not answered
        const auto filter = *parseFilter("type:user.locked").filter;
        m_model->setFilter(filter);
        QVERIFY(m_model->isAwaitingFilter());
        QCOMPARE(m_events->open(), 2);
        m_events->total = 7;
        m_events->answerOne(); // to the question that no longer matters
        QVERIFY(m_model->isAwaitingFilter());
        QCOMPARE(printed(*m_model), QStringLiteral("100..91"));
        m_events->answerAll();
        QVERIFY(!m_model->isAwaitingFilter());
        QCOMPARE(printed(*m_model), QStringLiteral("7..1"));
        QVERIFY(m_model->filter() == filter);
        const int asked = m_events->asked;
        m_model->setFilter(filter);
        QCOMPARE(m_events->asked, asked);
    }

    void heldRowsStayWhatFollowsIsCounted() {
        open(100, 10);
        m_model->hold();
        m_events->total = 103;
        m_model->refresh();
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("100..91"));
        QCOMPARE(m_model->newEvents(), 3);
        m_model->follow();
        m_events->answerAll();
        QCOMPARE(printed(*m_model), QStringLiteral("103..94"));
    }

    void whatArrivesDoesNotReplaceAJump() {
        open(1000, 10);
        QSignalSpy jumped(m_model.get(), &TimelineModel::jumped);
        m_model->refresh();
        m_model->showRow(499); // waits
        m_model->refresh();    // would take its place
        m_events->answerAll();
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(m_model->visibleRowOf(EventNumber{501}), 5);
        m_model->refresh();
        m_events->answerAll();
        QCOMPARE(jumped.size(), 1);
        m_model->showRow(699);
        m_model->follow(); // the person has changed their mind
        m_events->answerAll();
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(printed(*m_model), QStringLiteral("1000..991"));
    }

    void aJumpBringsItsEventToTheMiddle() {
        open(1000, 10);
        QSignalSpy jumped(m_model.get(), &TimelineModel::jumped);
        m_model->showRow(499);
        m_events->answerAll();
        QCOMPARE(jumped.size(), 1);
        QCOMPARE(jumped.at(0).at(0).value<EventNumber>().value, 501);
        QCOMPARE(m_model->visibleRowOf(EventNumber{501}), 5);
        m_model->showTime(Instant{100 * kMicrosPerSecond});
        m_events->answerAll();
        QCOMPARE(jumped.at(1).at(0).value<EventNumber>().value, 100);
        QVERIFY(!m_model->isFollowing());
    }

private:
    void open(std::int64_t total, int height) {
        m_events->total = total;
        m_model->setWindowHeight(height);
        m_model->refresh();
        m_events->answerAll();
    }

    std::unique_ptr<CannedTimeline> m_events;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

MUNIMENT_TEST(timeline_model, TestTimelineModel);
#include "test_timeline_model.moc"
