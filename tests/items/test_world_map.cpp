// Protects: the outlines that are shipped can be read and lie on the globe; places keep their order on the map; what is
// shown holds every region; labels cover neither each other nor marks; arrow keys lead where they point.
#include "models/items/world_map.h"
#include "models/regions/region_places.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace muniment;

namespace {

QPointF plane(const char* region) {
    const auto place = placeOfRegion(region);
    if (!place)
        qFatal("no place for %s", region);
    return projected({place->latitude, place->longitude});
}

std::vector<QPointF> planesOf(const std::vector<const char*>& regions) {
    std::vector<QPointF> points;
    for (const char* region : regions)
        points.push_back(plane(region));
    return points;
}

const QRectF kArea(0, 0, 720, 300);

std::vector<QPointF> marksOf(const std::vector<const char*>& regions) {
    const auto points = planesOf(regions);
    const MapFrame frame(shownPart(points, kArea.width() / kArea.height()), kArea);
    std::vector<QPointF> marks;
    for (const QPointF& point : points)
        marks.push_back(frame.placeOf(point));
    return marks;
}

const std::vector<const char*> kWorld{"eu-west-1", "us-east-1", "ap-southeast-1", "ap-southeast-2", "sa-east-1"};
const std::vector<const char*> kEurope{"dublin",    "london", "paris",  "frankfurt", "zurich", "milan",
                                       "stockholm", "oslo",   "madrid", "amsterdam", "berlin", "vienna"};

} // namespace

class TestWorldMap : public QObject {
    Q_OBJECT
private slots:

    void theShippedOutlinesAreLand() {
        QFile file(qEnvironmentVariable("MUNIMENT_SOURCE_DIR") + QStringLiteral("/resources/map/land.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rings = readOutlines(file.readAll());
        QVERIFY(rings.size() > 100);
        std::vector<QPolygonF> land = projected(rings);
        const auto isLand = [&](double latitude, double longitude) {
            const QPointF at = projected({latitude, longitude});
            return std::ranges::any_of(land,
                                       [&](const QPolygonF& ring) { return ring.containsPoint(at, Qt::OddEvenFill); });
        };
        QVERIFY(isLand(48.5, 11)); // Bavaria
        QVERIFY(isLand(-25, 134)); // Australia
        QVERIFY(isLand(40, -100)); // Nebraska
        QVERIFY(!isLand(30, -40)); // the Atlantic
        QVERIFY(!isLand(0, -140)); // the Pacific
        for (const auto& ring : rings)
            for (const GeoPoint& point : ring)
                QVERIFY(std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180);
    }

    void aLineThatIsNoOutlineIsLeftOut() {
        QCOMPARE(readOutlines("# words\n10 20 1 1 2 -1\n1 2 x 4 5 6\n1 2 3\n\n").size(), std::size_t(1));
        const auto ring = readOutlines("10 20 1 1 2 -1").front();
        QCOMPARE(ring.size(), std::size_t(3));
        QCOMPARE(ring.back().longitude, 1.3);
        QCOMPARE(ring.back().latitude, 2.0);
    }

    void placesKeepTheirSides() {
        QVERIFY(plane("us-east-1").x() < plane("dublin").x());
        QVERIFY(plane("dublin").x() < plane("sydney").x());
        QVERIFY(plane("stockholm").y() < plane("milan").y());
        QVERIFY(plane("milan").y() < plane("sydney").y());
        QCOMPARE(projected({0, 0}), QPointF(0, 0));
    }

    void whatIsShownHoldsEveryRegion() {
        for (const double aspect : {0.8, 1.6, 2.4, 4.0}) {
            for (const auto& regions : {kWorld, kEurope, std::vector<const char*>{"sydney"}}) {
                const auto points = planesOf(regions);
                const QRectF part = shownPart(points, aspect);
                for (const QPointF& point : points)
                    QVERIFY(part.contains(point));
                QVERIFY(std::abs(part.width() / part.height() - aspect) < 0.001);
            }
        }
        QVERIFY(shownPart(planesOf(kEurope), 2.4).width() < shownPart(planesOf(kWorld), 2.4).width());
        QVERIFY(shownPart({}, 2.4).contains(wholeWorld().adjusted(0.01, 0.01, -0.01, -0.01)));
    }

    void labelsCoverNothing_data() {
        QTest::addColumn<bool>("isEurope");
        QTest::newRow("the world") << false;
        QTest::newRow("Europe") << true;
    }

    void labelsCoverNothing() {
        QFETCH(bool, isEurope);
        constexpr double kRadius = 10;
        const auto marks = spreadMarks(marksOf(isEurope ? kEurope : kWorld), 2 * kRadius);
        std::vector<LabelWish> wishes;
        for (const QPointF& mark : marks)
            wishes.push_back({mark, {78, 28}});
        const auto labels = placeLabels(wishes, kArea, kRadius);
        QCOMPARE(labels.size(), marks.size());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QVERIFY2(kArea.contains(labels[i].place), qPrintable(QString::number(i)));
            for (std::size_t j = 0; j < labels.size(); ++j) {
                const QRectF mark(marks[j].x() - kRadius + 1, marks[j].y() - kRadius + 1, 2 * kRadius - 2,
                                  2 * kRadius - 2);
                QVERIFY2(!labels[i].place.intersects(mark), qPrintable(QStringLiteral("%1 on mark %2").arg(i).arg(j)));
                QVERIFY2(i == j || !labels[i].place.intersects(labels[j].place),
                         qPrintable(QStringLiteral("%1 on %2").arg(i).arg(j)));
            }
        }
    }

    void marksOfOnePlaceStandApart() {
        const auto marks = spreadMarks({{100, 100}, {100, 100}, {101, 100}, {300, 50}}, 20);
        for (std::size_t i = 0; i < marks.size(); ++i)
            for (std::size_t j = i + 1; j < marks.size(); ++j)
                QVERIFY(std::hypot(marks[i].x() - marks[j].x(), marks[i].y() - marks[j].y()) > 19);
        QCOMPARE(marks.back(), QPointF(300, 50));
    }

    void arrowKeysLeadWhereTheyPoint() {
        const std::vector<QPointF> marks{{0, 0}, {10, 1}, {40, 0}, {0, 30}, {-5, -100}};
        QCOMPARE(nextMark(marks, 0, {1, 0}), 1);
        QCOMPARE(nextMark(marks, 1, {1, 0}), 2);
        QCOMPARE(nextMark(marks, 0, {0, 1}), 3);
        QCOMPARE(nextMark(marks, 0, {0, -1}), 4);
        QCOMPARE(nextMark(marks, 2, {1, 0}), -1);
        QCOMPARE(nextMark(marks, -1, {1, 0}), -1);
        QCOMPARE(nextMark({}, 0, {1, 0}), -1);
    }
};

MUNIMENT_TEST(world_map, TestWorldMap);
#include "test_world_map.moc"
