// Protects what a finding is called: each way of altering a log is told as what it is, at the first leaf concerned.
#include "models/integrity/tree_difference.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

using namespace muniment;

Q_DECLARE_METATYPE(std::function<void(std::vector<LeafCheck>&)>)

namespace {

std::vector<LeafCheck> leaves(std::size_t count) {
    std::mt19937 random(7);
    std::vector<LeafCheck> all(count);
    std::ranges::generate(all, [&] { return static_cast<LeafCheck>(random()); });
    return all;
}

QString printed(const std::vector<TrailDifference>& differences) {
    QStringList lines;
    for (const TrailDifference& difference : differences)
        lines << QString::fromLatin1(std::string(trailChangeName(difference.change)).c_str()) +
                     QStringLiteral(" %1/%2").arg(difference.expected).arg(difference.found);
    return lines.join(QStringLiteral(", "));
}

} // namespace

class TreeDifferenceTest : public QObject {
    Q_OBJECT
private slots:
    void tellsEachChange_data();
    void tellsEachChange();
    void anUntouchedLogHasNone();
    void everySingleChangeIsFound();
};

void TreeDifferenceTest::tellsEachChange_data() {
    using Change = std::function<void(std::vector<LeafCheck>&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const Change& change, const char* told) {
        QTest::newRow(name) << change << QString::fromLatin1(told);
    };
    const auto at = [](std::vector<LeafCheck>& all, std::ptrdiff_t i) { return all.begin() + i; };
    row(
        "edited", [](auto& all) { all[3] ^= 1U; }, "edited 3/3");
    row(
        "edited first", [](auto& all) { all[0] ^= 1U; }, "edited 0/0");
    row(
        "edited last", [](auto& all) { all[99] ^= 1U; }, "edited 99/99");
    row(
        "two neighbours edited", [](auto& all) { all[3] ^= 1U, all[4] ^= 1U; }, "edited 3/3, edited 4/4");
    row(
        "deleted", [=](auto& all) { all.erase(at(all, 3)); }, "deleted 3/3");
    row(
        "deleted first", [=](auto& all) { all.erase(at(all, 0)); }, "deleted 0/0");
    row(
        "three deleted", [=](auto& all) { all.erase(at(all, 3), at(all, 6)); },
        "deleted 3/3, deleted 4/3, deleted 5/3");
    row(
        "inserted", [=](auto& all) { all.insert(at(all, 3), 42U); }, "inserted 3/3");
    row(
        "inserted last", [](auto& all) { all.push_back(42U); }, "inserted 100/100");
    row(
        "cut by one", [](auto& all) { all.pop_back(); }, "cut 99/99");
    row(
        "cut", [](auto& all) { all.resize(40); }, "cut 40/40");
    row(
        "emptied", [](auto& all) { all.clear(); }, "cut 0/0");
    row(
        "neighbours swapped", [](auto& all) { std::swap(all[3], all[4]); }, "reordered 3/4");
    row(
        "swapped", [](auto& all) { std::swap(all[3], all[50]); }, "reordered 50/3, reordered 3/50");
    row(
        "moved on", [=](auto& all) { std::rotate(at(all, 3), at(all, 4), at(all, 20)); }, "reordered 3/19");
    row(
        "moved back", [=](auto& all) { std::rotate(at(all, 3), at(all, 19), at(all, 20)); }, "reordered 19/3");
    row(
        "rewritten", [](auto& all) { std::for_each(all.begin() + 10, all.end(), [](auto& one) { one ^= 1U; }); },
        "rewritten 10/10");
    row(
        "edited, and another deleted", [=](auto& all) { all[3] ^= 1U, all.erase(at(all, 50)); },
        "edited 3/3, deleted 50/50");
}

void TreeDifferenceTest::tellsEachChange() {
    QFETCH(const std::function<void(std::vector<LeafCheck>&)>, change);
    QFETCH(const QString, told);
    const auto expected = leaves(100);
    auto found = expected;
    change(found);
    QCOMPARE(printed(differencesOf(expected, found)), told);
}

void TreeDifferenceTest::anUntouchedLogHasNone() {
    for (const std::size_t count : {0U, 1U, 64U, 5'000U})
        QCOMPARE(printed(differencesOf(leaves(count), leaves(count))), QString());
}

void TreeDifferenceTest::everySingleChangeIsFound() {
    const auto expected = leaves(300);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        auto edited = expected, deleted = expected, inserted = expected;
        edited[i] ^= 0x80000000U;
        deleted.erase(deleted.begin() + static_cast<std::ptrdiff_t>(i));
        inserted.insert(inserted.begin() + static_cast<std::ptrdiff_t>(i), 42U);
        for (const auto& found : {edited, deleted, inserted}) {
            const auto differences = differencesOf(expected, found);
            QCOMPARE(differences.size(), std::size_t{1});
            QCOMPARE(differences.front().expected, std::uint64_t{i});
        }
    }
}

MUNIMENT_TEST(tree_difference, TreeDifferenceTest);
#include "test_tree_difference.moc"
