// Protects: lists, counts, pages and filters equal a fold over the log, now and as of every instant, whatever the names
// are; a first page neither scans nor sorts.
#include "models/directory/list_pages.h"
#include "models/directory/named_entities.h"
#include "models/replica/name_folding.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr Instant kBegin{1'700'000'000'000'000};
constexpr int kUsers = 5000;
constexpr int kTenants = 60;

const std::vector<std::string> kHostileNames{"<b>bold</b> & co", "\u202Eevil\u202C",
                                             "zero\u200Bwidth",  "%_like'\"; DROP TABLE org_versions; --",
                                             "Ärzte Süd",        "ärzte süd",
                                             "日本語の名前",     "🙂 smile",
                                             "line\nbreak",      std::string("nul\0inside", 10),
                                             "   padded   ",     "İstanbul",
                                             "straße",           ""};

std::string nameOf(const char* prefix, int i) {
    if (i % 7 == 0)
        return kHostileNames[static_cast<std::size_t>(i / 7) % kHostileNames.size()];
    return prefix + std::to_string(i * 7919 % 10007);
}

// Two years of a few tenants' life: everything that changes what a list shows, in a random order, with clocks that
// sometimes go back.
class RandomLife {
public:
    explicit RandomLife(DirectoryFile& file) : m_file(file) {}

    void live() {
        for (int i = 0; i < kTenants; ++i) {
            m_file.org(regionOf(i), tenantId(i), OrgAdded{nameOf("Org ", i)}, tick());
            m_file.org(regionOf(i), tenantId(i), OrgRegionAssigned{regionOf(i)}, tick());
        }
        for (int i = 0; i < kUsers; ++i) {
            addUser(i);
            changeSomeUser(static_cast<int>(m_random() % static_cast<unsigned>(i + 1)));
            if (i % 20 == 0)
                changeSomeOrg(static_cast<int>(m_random() % kTenants));
        }
        m_file.flush();
    }

    [[nodiscard]] Instant end() const { return m_now; }

    static std::string tenantId(int i) { return "tenant-" + std::to_string(i); }

private:
    static std::string regionOf(int tenant) { return tenant % 3 == 0 ? "us-east-1" : "eu-west-1"; }

    static std::string userId(int i) { return "user-" + std::to_string(i); }

    Instant tick() {
        m_now.micros += static_cast<std::int64_t>(m_random() % 10'000'000);
        return m_random() % 50 == 0 ? Instant{m_now.micros - 60'000'000} : m_now;
    }

    void addUser(int i) {
        const int tenant = i % kTenants;
        const std::string number = std::to_string(i);
        if (i % 9 == 0)
            m_file.user(regionOf(tenant), tenantId(tenant), userId(i),
                        MachineAdded{nameOf("bot-", i), "Bot " + number, ""}, tick());
        else
            m_file.user(regionOf(tenant), tenantId(tenant), userId(i),
                        HumanAdded{nameOf("user.", i), "First" + number, "Last" + number, nameOf("Display ", i + 1),
                                   "mail" + number + "@example.org", ""},
                        tick());
    }

    void changeSomeUser(int i) {
        const std::vector<UserEvent> changes{UserLocked{},
                                             UserUnlocked{},
                                             UserDeactivated{},
                                             UserReactivated{},
                                             UserRemoved{},
                                             UserNameChanged{nameOf("renamed.", i + 3)},
                                             HumanEmailChanged{"new" + std::to_string(i) + "@example.org"},
                                             HumanEmailVerified{},
                                             HumanPhoneChanged{"+49 30 1"},
                                             HumanProfileChanged{{}, "Married", {}}};
        const int tenant = i % kTenants;
        m_file.user(regionOf(tenant), tenantId(tenant), userId(i), changes[m_random() % changes.size()], tick());
    }

    void changeSomeOrg(int i) {
        const std::vector<OrgEvent> changes{OrgRenamed{nameOf("Renamed ", i + 1)}, OrgPlanChanged{"enterprise"},
                                            OrgDeactivated{}, OrgReactivated{}, OrgRemoved{}};
        m_file.org(regionOf(i), tenantId(i), changes[m_random() % changes.size()], tick());
    }

    DirectoryFile& m_file;
    std::mt19937 m_random{20260301};
    Instant m_now = kBegin;
};

bool isRemoved(const OrgRow& row) {
    return row.lifecycle == OrgLifecycle::Removed;
}

bool isRemoved(const UserRow& row) {
    return row.lifecycle == UserLifecycle::Removed;
}

template <class Row, class Predicate>
std::vector<Row> only(std::vector<Row> rows, Predicate&& isWanted) {
    std::erase_if(rows, [&](const Row& row) { return !isWanted(row); });
    return rows;
}

} // namespace

class TestLists : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void listsEqualTheFold_data();
    void listsEqualTheFold();
    void pagesJoinToTheWholeList();
    void filtersEqualTheFold();
    void hostileTextFindsOnlyWhatHoldsIt_data();
    void hostileTextFindsOnlyWhatHoldsIt();
    void firstPagesNeitherScanNorSort();

private:
    std::unique_ptr<DirectoryFile> m_file;
    Instant m_end;
};

void TestLists::initTestCase() {
    m_file = std::make_unique<DirectoryFile>(std::vector<std::string>{"eu-west-1", "us-east-1"});
    RandomLife life(*m_file);
    life.live();
    m_end = life.end();
}

void TestLists::listsEqualTheFold_data() {
    QTest::addColumn<qint64>("micros");
    QTest::newRow("now") << qint64(0);
    QTest::newRow("before everything") << qint64(kBegin.micros - 1);
    for (int i = 1; i <= 8; ++i)
        QTest::addRow("%d of 8", i) << qint64(kBegin.micros + (m_end - kBegin) * i / 8);
    QTest::newRow("the future") << qint64(m_end.micros + kMicrosPerDay);
}

void TestLists::listsEqualTheFold() {
    QFETCH(qint64, micros);
    const auto asOf = micros == 0 ? std::nullopt : std::optional(Instant{micros});
    const auto snapshot = m_file->snapshot();
    OrgQuery orgs;
    orgs.asOf = asOf;
    orgs.limit = 1'000'000;
    const auto isThere = [](const auto& row) { return !isRemoved(row); };
    QCOMPARE(printed(orDie(listOrganizations(*snapshot, orgs))), printed(only(m_file->foldedOrgs(asOf), isThere)));
    UserQuery users;
    users.asOf = asOf;
    users.limit = 1'000'000;
    const auto expected = only(m_file->foldedUsers(asOf), isThere);
    QCOMPARE(printed(orDie(listUsers(*snapshot, users))), printed(expected));
    QCOMPARE(orDie(countUsers(*snapshot, users)), std::int64_t(expected.size()));
}

void TestLists::pagesJoinToTheWholeList() {
    const auto snapshot = m_file->snapshot();
    for (const auto asOf : {std::optional<Instant>(), std::optional(Instant{kBegin.micros + (m_end - kBegin) / 2})}) {
        UserQuery query;
        query.asOf = asOf;
        query.limit = 1'000'000;
        const auto whole = orDie(listUsers(*snapshot, query));
        query.limit = 97;
        std::vector<UserRow> joined;
        for (;;) {
            const auto page = orDie(listUsers(*snapshot, query));
            joined.insert(joined.end(), page.begin(), page.end());
            if (page.size() < 97)
                break;
            query.after = pageKeyOf(page.back());
        }
        QCOMPARE(printed(joined), printed(whole));
    }
}

void TestLists::filtersEqualTheFold() {
    const auto snapshot = m_file->snapshot();
    for (const auto asOf : {std::optional<Instant>(), std::optional(Instant{kBegin.micros + (m_end - kBegin) / 3})}) {
        UserQuery query;
        query.asOf = asOf;
        query.limit = 1'000'000;
        query.tenant = TenantId(RandomLife::tenantId(7));
        query.lifecycle = UserLifecycle::Locked;
        query.kind = UserKind::Human;
        const auto expected = only(m_file->foldedUsers(asOf), [&](const UserRow& row) {
            return row.tenant == query.tenant && row.lifecycle == query.lifecycle && row.kind == query.kind;
        });
        QVERIFY(!expected.empty());
        QCOMPARE(printed(orDie(listUsers(*snapshot, query))), printed(expected));
        QCOMPARE(orDie(countUsers(*snapshot, query)), std::int64_t(expected.size()));

        OrgQuery orgs;
        orgs.asOf = asOf;
        orgs.region = RegionName("us-east-1");
        orgs.lifecycle = OrgLifecycle::Removed;
        const auto removed = only(m_file->foldedOrgs(asOf), [&](const OrgRow& row) {
            return row.region == orgs.region && row.lifecycle == OrgLifecycle::Removed;
        });
        QCOMPARE(printed(orDie(listOrganizations(*snapshot, orgs))), printed(removed));
        QCOMPARE(orDie(countOrganizations(*snapshot, orgs)), std::int64_t(removed.size()));
    }
}

void TestLists::hostileTextFindsOnlyWhatHoldsIt_data() {
    QTest::addColumn<std::string>("text");
    for (const auto& name : kHostileNames)
        QTest::addRow("%s", QByteArray(name.c_str()).toPercentEncoding().constData()) << name;
    for (const char* text : {"%", "_", "'", "MAIL12@", "süd", "SUD", "\\", "user-12"})
        QTest::newRow(text) << std::string(text);
}

void TestLists::hostileTextFindsOnlyWhatHoldsIt() {
    QFETCH(std::string, text);
    const auto snapshot = m_file->snapshot();
    UserQuery query;
    query.text = text;
    query.limit = 1'000'000;
    const std::string wanted = foldName(text);
    const auto expected = only(m_file->foldedUsers({}), [&](const UserRow& row) {
        if (isRemoved(row))
            return false;
        const auto holds = [&](const std::string& field) { return foldName(field).find(wanted) != std::string::npos; };
        return holds(row.userName) || holds(row.displayName) || holds(row.email) || holds(row.id.text());
    });
    QCOMPARE(printed(orDie(listUsers(*snapshot, query))), printed(expected));
    QCOMPARE(orDie(countUsers(*snapshot, query)), std::int64_t(expected.size()));
    query.limit = 3;
    const auto counted = orDie(readCounted(*snapshot, query, &listUsers, &countUsers));
    QCOMPARE(counted.total, std::int64_t(expected.size()));
    QCOMPARE(printed(counted.rows), printed(orDie(listUsers(*snapshot, query))));
}

void TestLists::firstPagesNeitherScanNorSort() {
    const auto snapshot = m_file->snapshot();
    const auto planOf = [&](const std::string& sql) {
        SQLite::Statement explain(snapshot->database(), "EXPLAIN QUERY PLAN " + sql);
        std::string plan;
        while (explain.executeStep())
            plan += explain.getColumn(3).getString() + "\n";
        return plan;
    };
    using namespace muniment::directory;
    for (const auto* entities : {&organizationEntities(), &userEntities(), &teamEntities(), &roleEntities(),
                                 &resourceEntities(), &planEntities()}) {
        const EntityStatements statements(*entities);
        const bool hasTenants = entities != &planEntities() && entities != &organizationEntities();
        for (const auto& shape : {ListShape{}, ListShape{.isPast = true}, ListShape{.ofTenant = hasTenants}}) {
            const auto plan = planOf(statements.lists(shape).page);
            QVERIFY2(plan.find("TEMP B-TREE") == std::string::npos && plan.find("SCAN l\n") == std::string::npos,
                     plan.c_str());
        }
        // Who counts all walks the table in its order: an index would look into it for each row.
        for (const bool isPast : {false, true}) {
            const auto lists = statements.lists({.isPast = isPast, .inState = true, .hasText = true});
            QVERIFY2(planOf(lists.count).starts_with("SCAN l\n"), planOf(lists.count).c_str());
            QVERIFY2(planOf(lists.rest).starts_with("SEARCH l USING PRIMARY KEY"), planOf(lists.rest).c_str());
        }
        for (const auto& find : {statements.findNow, statements.findThen}) {
            for (const auto& sql : {find.byId, find.byPrefix}) {
                const auto plan = planOf(sql);
                QVERIFY2(plan.find("SEARCH a USING INDEX aggregates_by_id") != std::string::npos ||
                             plan.find("SEARCH a USING COVERING INDEX aggregates_by_id") != std::string::npos,
                         plan.c_str());
            }
        }
        const auto byName = planOf(statements.findNow.byName);
        QVERIFY2(byName.find("SEARCH l USING PRIMARY KEY (name_folded=?)") != std::string::npos, byName.c_str());
        const auto row = planOf(statements.rows);
        QVERIFY2(row.starts_with("SCAN page VIRTUAL TABLE") &&
                     row.find("SEARCH v USING INTEGER PRIMARY KEY (rowid=?)") != std::string::npos,
                 row.c_str());
        const auto version = planOf(statements.versions);
        QVERIFY2(version.starts_with("SCAN page VIRTUAL TABLE") && version.find("SEARCH v USING") != std::string::npos,
                 version.c_str());
        for (const char* scan : {"SCAN o", "SCAN oa", "SCAN m", "SCAN p\n", "SCAN g\n", "SCAN c\n"})
            QVERIFY2(entities == &planEntities() || row.find(scan) == std::string::npos, row.c_str());
    }
}

MUNIMENT_TEST(lists, TestLists);
#include "test_lists.moc"
