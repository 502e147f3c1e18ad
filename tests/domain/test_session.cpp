// Protects: a session can be ended once, and what the identity system writes about it is read.
#include "models/domain/session.h"
#include "tests/domain/given_when_then.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<SessionEvent>;

const SessionAdded kBegun{"Linux", "Firefox", "DE"};
const SessionUserChecked kAnn{AggregateId("ann")};

test::Scene<SessionState, SessionEvent> given(const Facts& facts) {
    return {facts, decodeSessionEvent};
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private slots:

    void endsOnce() {
        given({kBegun, kAnn}).when(TerminateSession{}).then({SessionTerminated{}});
        given({kBegun}).when(TerminateSession{}).then({SessionTerminated{}});
        given({}).when(TerminateSession{}).thenRejected(Reason::DoesNotExist);
        given({kBegun, SessionTerminated{}}).when(TerminateSession{}).thenRejected(Reason::SessionEnded);
    }

    void knowsWhoAndWhetherTheyProvedIt() {
        QVERIFY(given({kBegun}).state().user.isEmpty());
        const auto named = given({kBegun, kAnn}).state();
        QVERIFY(named.user == kAnn.user && !named.isAuthenticated);
        const auto proven = given({kBegun, kAnn, SessionPasswordChecked{}}).state();
        QVERIFY(proven.isAuthenticated && proven.lifecycle == SessionLifecycle::Active);
        QCOMPARE(proven.browser, std::string("Firefox"));
    }

    void theEndedStayEnded() {
        const auto scene = given({kBegun, SessionTerminated{}, kAnn, SessionPasswordChecked{}, SessionTerminated{}});
        QVERIFY(scene.state().lifecycle == SessionLifecycle::Terminated);
        QVERIFY(scene.state().user.isEmpty() && !scene.state().isAuthenticated);
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kBegun, kAnn, SessionPasswordChecked{}, SessionTerminated{}};
        QCOMPARE(all.size(), std::variant_size_v<SessionEvent>);
        test::checkRoundTrips(all, decodeSessionEvent);
        test::checkRoundTrips<SessionEvent>({SessionAdded{"", "", ""}}, decodeSessionEvent);
    }

    void readsWhatOthersWrote() {
        QVERIFY(decodeSessionEvent("session.added", std::nullopt));
        QVERIFY(decodeSessionEvent("session.added", R"({"os":7,"user_agent":{"ip":"::1"}})") ==
                SessionEvent(SessionAdded{}));
        QVERIFY(decodeSessionEvent("session.user.checked", R"({"checkedAt":"x","userID":"u"})"));
        QVERIFY(!decodeSessionEvent("session.user.checked", R"({"userID":17})"));
        QVERIFY(!decodeSessionEvent("session.user.checked", R"({"userID":""})"));
        QVERIFY(!decodeSessionEvent("session.user.checked", std::nullopt));
        QVERIFY(decodeSessionEvent("session.terminated", "nonsense"));
        QVERIFY(!decodeSessionEvent("session.token.set", R"({"tokenID":"x"})"));
        QVERIFY(!decodeSessionEvent("user.removed", "{}"));
    }

    void foldsWhatItKnowsAndSkipsTheRest() {
        std::vector<RecordedEvent> events(3);
        events[0].type = "session.added";
        events[0].payload = R"({"os":"Linux"})";
        events[1].type = "session.lifetime.set";
        events[2].type = "session.user.checked";
        events[2].payload = R"({"userID":"ann"})";
        const auto state = foldSession(events);
        QCOMPARE(state.os, std::string("Linux"));
        QVERIFY(state.user == kAnn.user);
    }
};

MUNIMENT_TEST(session, SessionTest);
#include "test_session.moc"
