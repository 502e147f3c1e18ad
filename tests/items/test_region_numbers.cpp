// Protects: the numbers of each region are those of the file, now and as of a moment, and growth is told of two equal
// spans of time.
#include "models/directory/region_counts.h"
#include "models/items/region_list_model.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr Instant kBegin{1'767'225'600'000'000}; // 2026-01-01T00:00:00Z

Instant day(std::int64_t days) {
    return kBegin + days * kMicrosPerDay;
}

} // namespace

class TestRegionNumbers : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_file = std::make_unique<DirectoryFile>(std::vector<std::string>{"eu", "us"});
        for (const char* tenant : {"acme", "blue"}) {
            m_file->org("eu", tenant, OrgAdded{tenant}, day(0));
            m_file->user("eu", tenant, std::string(tenant) + "-ann", HumanAdded{"ann", "Ann", "A", "Ann A", "", ""},
                         day(0));
        }
        m_file->user("eu", "acme", "acme-bob", HumanAdded{"bob", "Bob", "B", "Bob B", "", ""}, day(1));
        m_file->org("us", "crane", OrgAdded{"crane"}, day(40));
        m_file->user("us", "crane", "crane-cy", HumanAdded{"cy", "Cy", "C", "Cy C", "", ""}, day(41));
        m_file->user("eu", "acme", "acme-bob", UserRemoved{}, day(45));
        m_file->org("eu", "blue", OrgRemoved{}, day(46));
        m_file->org("us", "crane", OrgMoved{"m", "eu", "us", 2, 1, "", {}, {}, {}, {}}, day(47));
        m_file->flush();
    }

    void everyRegionIsCounted() {
        const auto answer = numbersAt(day(50), std::nullopt);
        const auto eu = answer.regions.at(RegionName("eu"));
        const auto us = answer.regions.at(RegionName("us"));
        QCOMPARE(eu.tenants, 1);
        QCOMPARE(eu.users, 2); // of the removed organization, too, as the list of users has them
        QCOMPARE(eu.events, 7);
        QCOMPARE(eu.recent, 2);
        QCOMPARE(eu.before, 5);
        QCOMPARE(us.tenants, 1);
        QCOMPARE(us.users, 1);
        QCOMPARE(us.events, 3);
        QCOMPARE(us.recent, 3);
        QCOMPARE(us.before, 0);
        QCOMPARE(answer.flows, (std::vector<RegionFlow>{{"eu", "us", 1}}));
    }

    void theyAreWhatTheListsCount() {
        const auto snapshot = m_file->snapshot();
        for (const std::optional<Moment> asOf : {std::optional<Moment>(), std::optional<Moment>(day(10))}) {
            const auto counts = orDie(countByRegion(*snapshot, asOf));
            std::int64_t users = 0;
            for (const auto& [region, count] : counts) {
                OrgQuery query;
                query.asOf = asOf;
                query.region = region;
                QCOMPARE(count.organizations, orDie(countOrganizations(*snapshot, query)));
                users += count.users;
            }
            UserQuery query;
            query.asOf = asOf;
            QCOMPARE(users, orDie(countUsers(*snapshot, query)));
        }
    }

    void asOfAMomentNothingLaterIsCounted() {
        const auto answer = numbersAt(day(50), Moment(day(10)));
        const auto eu = answer.regions.at(RegionName("eu"));
        QCOMPARE(eu.tenants, 2);
        QCOMPARE(eu.users, 3);
        QCOMPARE(eu.events, 5);
        QCOMPARE(eu.recent, 5);
        QCOMPARE(answer.regions.at(RegionName("us")).tenants, 0);
        QVERIFY(answer.flows.empty());
    }

    void growthIsToldInWords() {
        const auto told = [](std::int64_t recent, std::int64_t before) {
            return growthText({0, 0, 0, recent, before, {}});
        };
        QCOMPARE(told(118, 100), QStringLiteral("+18 %"));
        QCOMPARE(told(95, 100), QStringLiteral("−5 %"));
        QCOMPARE(told(100, 100), QStringLiteral("0 %"));
        QCOMPARE(told(5, 0), QStringLiteral("new"));
        QCOMPARE(told(0, 0), QString());
    }

    void theListShowsThemBesideWhatTheFollowersSay() {
        RegionListModel model;
        RegionStatus status;
        status.region = RegionName("eu");
        status.isFollowing = true;
        status.events = 8; // one more than the answer knows
        status.follower.phase = FollowerPhase::Following;
        status.follower.knownThrough = day(20);
        model.setRegions({status}, day(50));
        const auto shown = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(shown(RegionListModel::Tenants), QStringLiteral("—"));
        model.setNumbers(numbersAt(day(50), std::nullopt).regions, std::nullopt);
        QCOMPARE(shown(RegionListModel::Tenants), QStringLiteral("1"));
        QCOMPARE(shown(RegionListModel::Events), QStringLiteral("8"));
        QCOMPARE(shown(RegionListModel::Growth), QStringLiteral("−60 %"));
        QCOMPARE(shown(RegionListModel::State), QStringLiteral("up"));
        model.setNumbers(numbersAt(day(50), Moment(day(10))).regions, Moment(day(10)));
        QCOMPARE(shown(RegionListModel::Events), QStringLiteral("5"));
        QCOMPARE(shown(RegionListModel::State), QStringLiteral("complete"));
        model.setNumbers(numbersAt(day(50), Moment(day(30))).regions, Moment(day(30)));
        QCOMPARE(shown(RegionListModel::State), QStringLiteral("incomplete"));
    }

private:
    RegionAnswer numbersAt(Instant now, std::optional<Moment> asOf) {
        const auto snapshot = m_file->snapshot();
        return orDie(readRegionNumbers(*snapshot, {now, asOf}));
    }

    std::unique_ptr<DirectoryFile> m_file;
};

MUNIMENT_TEST(region_numbers, TestRegionNumbers);
#include "test_region_numbers.moc"
