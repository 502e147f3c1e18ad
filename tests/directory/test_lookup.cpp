// Protects: what a person types (an id, its beginning, a name, an e-mail) finds the one thing it means or says why not;
// the history of an entity tells old and new values, and who.
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr Instant at(int minute) {
    return {1'700'000'000'000'000 + minute * 60 * kMicrosPerSecond};
}

template <class T>
std::string outcome(const Result<T>& found) {
    if (found)
        return found->id.text();
    return std::string(errorCodeName(found.error().code)) +
           (found.error().get("candidates").empty() ? "" : ": " + found.error().get("candidates"));
}

std::string printedHistory(const std::vector<VersionRow>& versions) {
    std::string text;
    for (const auto& version : versions) {
        text += version.eventType + " by " + (version.actorName.empty() ? version.actor.id.text() : version.actorName);
        for (const auto& change : version.changes)
            text += ", " + change.field + " '" + change.before + "' -> '" + change.after + "'";
        text += "\n";
    }
    return text;
}

} // namespace

class TestLookup : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void organizationsAreFound_data();
    void organizationsAreFound();
    void usersAreFound_data();
    void usersAreFound();
    void aTenantNarrowsTheSearch();
    void thePastHasItsOwnNames();
    void anOrganizationCountsItsUsers();
    void theSequenceOfNowIsTheLastOne();
    void historyTellsOldAndNew();
    void aLimitedHistoryStillComparesItsLastRow();

private:
    std::unique_ptr<DirectoryFile> m_file;
};

void TestLookup::initTestCase() {
    m_file = std::make_unique<DirectoryFile>(std::vector<std::string>{"eu", "us"});
    m_file->org("eu", "aa11", OrgAdded{"Acme"}, at(0));
    m_file->org("eu", "aa22", OrgAdded{"Twin"}, at(1));
    m_file->org("us", "bb33", OrgAdded{"twin "}, at(2));
    m_file->org("us", "cc44", OrgAdded{"Gone"}, at(3));
    m_file->user("eu", "aa11", "user-1", HumanAdded{"ann", "Ann", "Doe", "Ann Doe", "ann@acme.example", ""}, at(4));
    m_file->user("eu", "aa11", "user-2", HumanAdded{"bob", "Bob", "Roe", "Bob Roe", "bob@acme.example", ""}, at(5));
    m_file->user("us", "bb33", "xuser-3", HumanAdded{"ANN", "Anna", "Poe", "Anna Poe", "anna@twin.example", ""}, at(6));
    m_file->user("eu", "aa11", "gone-4", HumanAdded{"carl", "", "", "Carl", "", ""}, at(7));
    m_file->user("eu", "aa11", "gone-4", UserRemoved{}, at(8));
    m_file->user("eu", "aa11", "new-5", HumanAdded{"carl", "", "", "Carl the Second", "", ""}, at(9));
    m_file->org("us", "cc44", OrgRemoved{}, at(10));
    m_file->org("eu", "aa11", OrgRenamed{"Acme GmbH"}, at(11));
    m_file->user("eu", "aa11", "user-2", UserLocked{}, at(12));
    m_file->user("eu", "aa11", "user-2", UserUnlocked{}, at(13));
    m_file->user("eu", "aa11", "user-2", HumanEmailChanged{"robert@acme.example"}, at(14));
    m_file->flush();
}

void TestLookup::organizationsAreFound_data() {
    QTest::addColumn<std::string>("typed");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("id") << std::string("aa11") << std::string("aa11");
    QTest::newRow("beginning of an id") << std::string("bb") << std::string("bb33");
    QTest::newRow("beginning of two") << std::string("aa")
                                      << std::string("ambiguous: aa11 (Acme GmbH, eu), aa22 (Twin, eu)");
    QTest::newRow("name, however written") << std::string(" ACME gmbh") << std::string("aa11");
    QTest::newRow("name of two") << std::string("twin") << std::string("ambiguous: aa22 (Twin, eu), bb33 (twin , us)");
    QTest::newRow("former name") << std::string("Acme") << std::string("notFound");
    QTest::newRow("removed") << std::string("Gone") << std::string("cc44");
    QTest::newRow("nothing") << std::string() << std::string("notFound");
    QTest::newRow("a wildcard") << std::string("%") << std::string("notFound");
    QTest::newRow("SQL") << std::string("' OR 1=1 --") << std::string("notFound");
}

void TestLookup::organizationsAreFound() {
    QFETCH(std::string, typed);
    QFETCH(std::string, expected);
    QCOMPARE(outcome(findOrganization(*m_file->snapshot(), typed)), expected);
}

void TestLookup::usersAreFound_data() {
    QTest::addColumn<std::string>("typed");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("id") << std::string("user-1") << std::string("user-1");
    QTest::newRow("beginning of an id") << std::string("xu") << std::string("xuser-3");
    QTest::newRow("beginning of two") << std::string("user")
                                      << std::string("ambiguous: user-1 (ann, Acme GmbH), user-2 (bob, Acme GmbH)");
    QTest::newRow("user name") << std::string("Bob") << std::string("user-2");
    QTest::newRow("user name of two organizations")
        << std::string("ann") << std::string("ambiguous: user-1 (ann, Acme GmbH), xuser-3 (ANN, twin )");
    QTest::newRow("e-mail") << std::string("Robert@Acme.example") << std::string("user-2");
    QTest::newRow("former e-mail") << std::string("bob@acme.example") << std::string("notFound");
    QTest::newRow("display name") << std::string("anna poe") << std::string("xuser-3");
    QTest::newRow("part of a name") << std::string("Poe") << std::string("notFound");
    QTest::newRow("name taken over from a removed one") << std::string("carl") << std::string("new-5");
    QTest::newRow("removed, by id") << std::string("gone-4") << std::string("gone-4");
}

void TestLookup::usersAreFound() {
    QFETCH(std::string, typed);
    QFETCH(std::string, expected);
    QCOMPARE(outcome(findUser(*m_file->snapshot(), typed)), expected);
}

void TestLookup::aTenantNarrowsTheSearch() {
    const auto snapshot = m_file->snapshot();
    QCOMPARE(outcome(findUser(*snapshot, "ann", {}, TenantId("bb33"))), std::string("xuser-3"));
    QCOMPARE(outcome(findUser(*snapshot, "user-1", {}, TenantId("bb33"))), std::string("notFound"));
}

void TestLookup::thePastHasItsOwnNames() {
    const auto snapshot = m_file->snapshot();
    QCOMPARE(outcome(findOrganization(*snapshot, "Acme", at(9))), std::string("aa11"));
    QCOMPARE(outcome(findOrganization(*snapshot, "Acme GmbH", at(9))), std::string("notFound"));
    QCOMPARE(outcome(findUser(*snapshot, "bob@acme.example", at(13))), std::string("user-2"));
    QCOMPARE(outcome(findUser(*snapshot, "carl", at(7))), std::string("gone-4"));
    QCOMPARE(outcome(findUser(*snapshot, "user-1", at(3))), std::string("notFound"));
    QCOMPARE(orDie(findUser(*snapshot, "user-1", at(9))).tenantName, std::string("Acme"));
    QCOMPARE(orDie(findUser(*snapshot, "user-2", at(12))).lifecycle, UserLifecycle::Locked);
}

void TestLookup::anOrganizationCountsItsUsers() {
    const auto snapshot = m_file->snapshot();
    QCOMPARE(orDie(findOrganization(*snapshot, "aa11")).users, std::int64_t(3));
    QCOMPARE(orDie(findOrganization(*snapshot, "aa11", at(7))).users, std::int64_t(3));
    QCOMPARE(orDie(findOrganization(*snapshot, "aa11", at(4))).users, std::int64_t(1));
}

void TestLookup::theSequenceOfNowIsTheLastOne() {
    const auto snapshot = m_file->snapshot();
    QCOMPARE(orDie(findUser(*snapshot, "user-2")).sequence, std::int64_t(4));
    QCOMPARE(orDie(findUser(*snapshot, "user-2", at(12))).sequence, std::int64_t(2));
}

void TestLookup::historyTellsOldAndNew() {
    const auto snapshot = m_file->snapshot();
    QCOMPARE(
        printedHistory(orDie(userHistory(*snapshot, TenantId("aa11"), AggregateId("user-2"), 100))),
        std::string("user.human.email.changed by Ann Doe, email 'bob@acme.example' -> 'robert@acme.example'\n"
                    "user.unlocked by Ann Doe, state 'locked' -> 'active'\n"
                    "user.locked by Ann Doe, state 'active' -> 'locked'\n"
                    "user.human.added by Ann Doe, userName '' -> 'bob', firstName '' -> 'Bob', lastName '' -> "
                    "'Roe', displayName '' -> 'Bob Roe', email '' -> 'bob@acme.example', emailVerified '' -> 'no', "
                    "state '' -> 'active'\n"));
    QCOMPARE(printedHistory(orDie(organizationHistory(*snapshot, TenantId("aa11"), 100))),
             std::string("org.changed by Ann Doe, name 'Acme' -> 'Acme GmbH'\n"
                         "org.added by Ann Doe, name '' -> 'Acme', plan '' -> 'standard', state '' -> 'active', region "
                         "'' -> 'eu'\n"));
}

void TestLookup::aLimitedHistoryStillComparesItsLastRow() {
    const auto snapshot = m_file->snapshot();
    QCOMPARE(printedHistory(orDie(userHistory(*snapshot, TenantId("aa11"), AggregateId("user-2"), 2))),
             std::string("user.human.email.changed by Ann Doe, email 'bob@acme.example' -> 'robert@acme.example'\n"
                         "user.unlocked by Ann Doe, state 'locked' -> 'active'\n"));
    QVERIFY(orDie(userHistory(*snapshot, TenantId("bb33"), AggregateId("user-2"), 2)).empty());
}

MUNIMENT_TEST(lookup, TestLookup);
#include "test_lookup.moc"
