// Protects: the names that regions have in the clouds, cities and a few words are found on the map, whatever is written
// around them; a name that says nothing of a place is given none.
#include "models/regions/region_places.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

class TestRegionPlaces : public QObject {
    Q_OBJECT
private slots:

    void aPlaceCanBeTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("printed"); // empty: refused
        const std::pair<const char*, const char*> rows[]{
            {"50.1, 8.7 Head office", "50.1, 8.7 Head office"},
            {"-33.9 151.2", "-33.9, 151.2"},
            {" 47.4;8.5 Zürich ", "47.4, 8.5 Zürich"},
            {"52.5° 13.4°", "52.5, 13.4"},
            {"90, -180", "90, -180"},
            {"frankfurt", "50.1, 8.7 Frankfurt"},
            {"91, 0", ""},
            {"0, 181", ""},
            {"50.1", ""},
            {"8th street", ""},
            {"nan, 3", ""},
            {"1e999, 3", ""},
            {"nowhere at all", ""},
            {"", ""},
        };
        for (const auto& [typed, printed] : rows)
            QTest::newRow(*typed == 0 ? "(empty)" : typed) << QString::fromUtf8(typed) << QString::fromUtf8(printed);
    }

    void aPlaceCanBeTyped() {
        QFETCH(QString, typed);
        QFETCH(QString, printed);
        const auto place = parsePlace(typed.toStdString());
        QCOMPARE(place ? QString::fromStdString(printPlace(*place)) : QString(), printed);
        if (!place) {
            QCOMPARE(place.error().code, ErrorCode::InvalidInput);
            QCOMPARE(place.error().get("field"), std::string("place"));
            return;
        }
        const auto again = parsePlace(printPlace(*place));
        QVERIFY(again && *again == *place);
    }

    void whatAPersonSaysGoesBeforeTheName() {
        const RegionPlaces said{{RegionName("eu-central-1"), {1, 2, "Elsewhere"}}};
        QCOMPARE(placeOfRegion(RegionName("eu-central-1"), said)->name, std::string("Elsewhere"));
        QCOMPARE(placeOfRegion(RegionName("eu-west-1"), said)->name, std::string("Dublin"));
        QVERIFY(!placeOfRegion(RegionName("hq"), said));
    }

    void namesOfCloudsAndCitiesHaveTheirPlaces_data() {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("place");
        const std::pair<const char*, const char*> rows[]{
            {"eu-central-1", "Frankfurt"},
            {"europe-west3", "Frankfurt"},
            {"germanywestcentral", "Frankfurt"},
            {"Germany West Central", "Frankfurt"},
            {"eu-west-1", "Dublin"},
            {"us-east-1", "Ashburn"}, // Amazon's; Google's has no second hyphen
            {"us-east1", "Charleston"},
            {"US_EAST_1", "Ashburn"},
            {"us-gov-west-1", "Boardman"},
            {"eu-west-1a", "Dublin"},
            {"europe-west3-b", "Frankfurt"},
            {"aws-ap-southeast-2", "Sydney"},
            {"azure-westeurope", "Amsterdam"},
            {"prod-frankfurt-2", "Frankfurt"},
            {"frankfurt", "Frankfurt"},
            {"dc1.frankfurt", "Frankfurt"},
            {"new-york", "New York"},
            {"edge-cape-town-3", "Cape Town"},
            {"eu", "Europe"},
            {"us2", "United States"},
            {"de-1", "Germany"},
            {"on-prem-1", ""},
            {"region-1", ""},
            {"eu-hq", ""}, // a code within a longer name may mean anything
            {"a", ""},
            {"", ""},
            {"---", ""},
            {"1", ""},
            {"パリ", ""},
        };
        for (const auto& [region, place] : rows)
            QTest::newRow(*region == 0 ? "(empty)" : region) << QString::fromUtf8(region) << QString::fromUtf8(place);
    }

    void namesOfCloudsAndCitiesHaveTheirPlaces() {
        QFETCH(QString, region);
        QFETCH(QString, place);
        const auto found = placeOfRegion(region.toStdString());
        QCOMPARE(found ? QString::fromUtf8(found->name.data(), static_cast<qsizetype>(found->name.size())) : QString(),
                 place);
    }

    void placesLieOnTheGlobe() {
        const auto sydney = placeOfRegion("ap-southeast-2");
        QVERIFY(sydney && sydney->latitude < 0 && sydney->longitude > 0);
        const auto santiago = placeOfRegion("southamerica-west1");
        QVERIFY(santiago && santiago->latitude < 0 && santiago->longitude < 0);
        const auto dublin = placeOfRegion("dublin");
        QVERIFY(dublin && dublin->latitude > 50 && dublin->longitude < 0);
    }
};

MUNIMENT_TEST(region_places, TestRegionPlaces);
#include "test_region_places.moc"
