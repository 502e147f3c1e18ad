// Protects: sessions and credentials are listed as they are and as they were, and what somebody did last is told; what
// is pasted into a filter box finds the same as what is typed.
#include "tests/directory/access_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestSessionLists : public QObject {
    Q_OBJECT
private slots:
    void sessionsAreOpenOrEnded();
    void everyPageOfSessionsIsReached();
    void credentialsAndDomainsComeAndGo();
    void activityIsReadFromTheIndex();
    void pastedTextFindsAllTheSame_data();
    void pastedTextFindsAllTheSame();

private:
    AccessWorld m_world;
};

void TestSessionLists::sessionsAreOpenOrEnded() {
    const auto snapshot = m_world.snapshot();
    const auto printedSession = [](const SessionRow& row) {
        return row.id.text() + " " + row.userName + " " + row.os + " " + row.country +
               (row.isAuthenticated ? " authenticated" : "") + (row.ended ? " ended" : "") + " seen " +
               std::to_string((row.lastSeen - at(0)) / 60 / kMicrosPerSecond);
    };
    const auto listed = [&](std::optional<Instant> asOf, bool withEnded, const char* user = nullptr) {
        SessionQuery query;
        query.asOf = asOf;
        query.withEnded = withEnded;
        if (user != nullptr)
            query.user = AggregateId(user);
        return printedRows(listSessions(*snapshot, query), printedSession);
    };
    const std::string open = "s-open Ann Poe Debian 12 DE authenticated seen 122\n";
    const std::string ended = uuid(9) + " Ann Poe Debian 12 DE authenticated ended seen 113\n";
    QCOMPARE(listed({}, false), open);
    QCOMPARE(listed({}, true), open + ended);
    QCOMPARE(listed({}, true, "ann"), open + ended);
    QCOMPARE(listed({}, true, "nobody"), std::string());
    QCOMPARE(listed(at(112), false), uuid(9) + " Ann Poe Debian 12 DE authenticated seen 112\n");
    QCOMPARE(listed(at(111), false), uuid(9) + " Ann Poe Debian 12 DE seen 110\n");
    QCOMPARE(listed(at(113), false), std::string());
    const auto counted = [&](std::optional<Instant> asOf, bool withEnded, std::optional<TenantId> tenant) {
        return orDie(countSessions(*snapshot, {asOf, {}, std::move(tenant), {}, withEnded, {}, 1}));
    };
    QCOMPARE(counted({}, false, {}), std::int64_t(1));
    QCOMPARE(counted({}, true, {}), std::int64_t(2));
    QCOMPARE(counted({}, false, TenantId("bolt")), std::int64_t(0));
    QCOMPARE(counted(at(113), false, {}), std::int64_t(0));
    QVERIFY(orDie(findSession(*snapshot, uuid(9))).ended.has_value());
    QCOMPARE(orDie(findSession(*snapshot, "s-o")).id.text(), std::string("s-open"));
    SessionQuery byName;
    byName.text = "poe";
    QCOMPARE(printedRows(listSessions(*snapshot, byName), printedSession), open);
}

void TestSessionLists::everyPageOfSessionsIsReached() {
    const auto snapshot = m_world.snapshot();
    SessionQuery query;
    query.withEnded = true;
    query.limit = 1;
    std::string ids;
    for (auto rows = orDie(listSessions(*snapshot, query)); !rows.empty();
         rows = orDie(listSessions(*snapshot, query))) {
        ids += rows.front().id.text() + " ";
        query.after = pageKeyOf(rows.front());
    }
    QCOMPARE(ids, "s-open " + uuid(9) + " ");
}

void TestSessionLists::credentialsAndDomainsComeAndGo() {
    const auto snapshot = m_world.snapshot();
    CredentialQuery query{at(141), kAcme, AggregateId("ann"), {}, 10};
    const auto rows = orDie(listCredentials(*snapshot, query));
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().credential, (Credential{"CI", "abcd", at(999), {"read", "write"}}));
    QCOMPARE(rows.front().since, at(140));
    query.asOf.reset();
    QCOMPARE(orDie(countCredentials(*snapshot, query)), std::int64_t(0));
    QCOMPARE(orDie(organizationDomains(*snapshot, kAcme)),
             (std::vector<DomainRow>{{"acme.example", true, at(150), at(151)}}));
    QCOMPARE(orDie(organizationDomains(*snapshot, kAcme, at(150))),
             (std::vector<DomainRow>{{"acme.example", false, at(150), at(150)}}));
}

void TestSessionLists::activityIsReadFromTheIndex() {
    const auto snapshot = m_world.snapshot();
    const auto activityAt = [&](std::optional<Instant> asOf) {
        return orDie(userActivity(*snapshot, kAcme, AggregateId("ann"), asOf));
    };
    // The events of others about Ann are caused by user-1.
    QCOMPARE(activityAt({}), (UserActivity{at(122), at(122), 2}));
    QCOMPARE(activityAt(at(130)), (UserActivity{at(122), at(122), 1}));
    QCOMPARE(activityAt(at(115)), (UserActivity{at(113), at(112), 1}));
    QCOMPARE(activityAt(at(50)), UserActivity{});
    QCOMPARE(orDie(userActivity(*snapshot, kAcme, AggregateId("nobody"))), UserActivity{});
}

void TestSessionLists::pastedTextFindsAllTheSame_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("blanks") << std::string("  bob \n") << uuid(1);
    QTest::newRow("quotes and comma") << std::string("\"bob\",") << uuid(1);
    QTest::newRow("address in brackets") << std::string("<ann@acme.example>") << std::string("ann");
    QTest::newRow("id") << uuid(1) << uuid(1);
    QTest::newRow("part of an id, in capitals") << std::string("'0D0BD6AA-1111',") << uuid(1);
    QTest::newRow("only a comma") << std::string(",") << std::string();
}

void TestSessionLists::pastedTextFindsAllTheSame() {
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const auto snapshot = m_world.snapshot();
    UserQuery query;
    query.text = text;
    std::string ids;
    for (const auto& row : orDie(listUsers(*snapshot, query)))
        ids += row.id.text();
    QCOMPARE(ids, expected);
}

MUNIMENT_TEST(session_lists, TestSessionLists);
#include "test_session_lists.moc"
