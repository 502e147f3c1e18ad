// Protects the bytes of the index: containers at the sizes where their form changes, postings and words as they come
// back, bounds that cut a container, and how many stretches an open chunk may have.
#include "models/replica/index/container.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/index/open_chunk.h"
#include "models/replica/index/word_postings.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <numeric>
#include <random>

using namespace muniment;

namespace {

std::vector<std::uint16_t> somePlaces(std::size_t count, std::uint32_t seed) {
    std::vector<std::uint16_t> all(65'536);
    std::iota(all.begin(), all.end(), std::uint16_t{0});
    std::vector<std::uint16_t> places;
    std::mt19937 random(seed);
    std::sample(all.begin(), all.end(), std::back_inserter(places), count, random);
    return places;
}

std::vector<std::uint32_t> ordinalsOf(const Roaring& set) {
    std::vector<std::uint32_t> ordinals(set.cardinality());
    set.toUint32Array(ordinals.data());
    return ordinals;
}

} // namespace

class IndexRowsTest : public QObject {
    Q_OBJECT
private slots:
    void containersComeBack_data();
    void containersComeBack();
    void boundsCutAContainer();
    void chunksAreCheckedForOrder();
    void postingsComeBack();
    void wordsComeBack();
    void anOpenChunkHasFewStretches_data();
    void anOpenChunkHasFewStretches();
};

void IndexRowsTest::containersComeBack_data() {
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 4'094, 4'095, 4'096, 4'097, 30'000, 65'535, 65'536})
        QTest::addRow("%d", count) << count;
}

void IndexRowsTest::containersComeBack() {
    QFETCH(int, count);
    const auto places = somePlaces(static_cast<std::size_t>(count), 1);
    const std::string body = containerBody(Places(std::span(places)));
    QVERIFY(body.size() <= kBitsetBytes);
    QVERIFY(placesOf(body) == places);
    RoaringAssembly assembly(10 * kChunkSize);
    assembly.addContainer(3, body);
    assembly.addContainer(5, body);
    assembly.addPlaces(7, Places(std::span(places)));
    Roaring expected;
    for (const std::uint32_t chunk : {3U, 5U, 7U})
        for (const std::uint16_t place : places)
            expected.add(chunk * 65'536 + place);
    const Roaring found = assembly.finish();
    QVERIFY(found == expected);
    QVERIFY((found & found) == expected); // that a container has the form its size demands shows when sets meet
    QVERIFY((found - expected).isEmpty());
}

void IndexRowsTest::boundsCutAContainer() {
    for (const std::size_t count : {100U, 4'096U, 5'000U, 60'000U}) {
        const auto places = somePlaces(count, 2);
        const std::string body = containerBody(Places(std::span(places)));
        for (const std::int64_t last :
             {std::int64_t{65'536}, std::int64_t{65'536 + 30'000}, std::int64_t{2 * 65'536 - 1}}) {
            RoaringAssembly assembly(last);
            assembly.addContainer(1, body);
            assembly.addContainer(2, body);
            std::vector<std::uint32_t> expected;
            for (const std::uint16_t place : places)
                if (65'536 + place <= last)
                    expected.push_back(65'536U + place);
            QVERIFY(ordinalsOf(assembly.finish()) == expected);
        }
    }
}

void IndexRowsTest::chunksAreCheckedForOrder() {
    const std::uint16_t place = 7;
    const Places one(std::span(&place, 1));
    RoaringAssembly assembly(10 * kChunkSize);
    assembly.addContainer(3, one.bytes());
    QVERIFY_EXCEPTION_THROWN(assembly.addContainer(3, one.bytes()), sqlite::Failure);
    QVERIFY_EXCEPTION_THROWN(assembly.addPlaces(2, one), sqlite::Failure);
    assembly.addPlaces(4, one);
    QVERIFY_EXCEPTION_THROWN(assembly.addPlaces(4, one), sqlite::Failure);
}

void IndexRowsTest::postingsComeBack() {
    CodePostingsBody body;
    std::vector<std::vector<std::uint16_t>> lists;
    std::vector<std::uint64_t> values;
    std::mt19937_64 random(3);
    for (std::uint64_t value = 0; lists.size() < 500;
         value += 1 + random() % (lists.size() == 250 ? 1ULL << 60 : 300)) {
        values.push_back(value);
        lists.push_back(somePlaces(1 + random() % 4, static_cast<std::uint32_t>(random())));
        body.append(value, Places(std::span(lists.back())));
    }
    const auto read = readCodePostings(body.bytes());
    QCOMPARE(read.size(), values.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        QCOMPARE(read[i].value, values[i]);
        QVERIFY(read[i].places.bytes() == Places(std::span(lists[i])).bytes());
    }
    for (std::size_t cut = 1; cut < 40; ++cut) { // an end that is missing is noticed, or falls between two values
        const auto part = sqlite::guarded([&] {
            return readCodePostings(std::string_view(body.bytes()).substr(0, body.bytes().size() - cut)).size();
        });
        QVERIFY(!part || *part < values.size());
    }
}

void IndexRowsTest::wordsComeBack() {
    const std::vector<std::string> words{"550e8400-e29b-41d4-a716-446655440000", "an", "ann", "anna", "b", "москва"};
    WordPostingsBody body;
    const std::uint16_t places[]{1, 500, 65'535};
    for (const std::string& word : words)
        body.append(PackedTerm(word).view(), Places(std::span(places)));
    body.appendContainer("я", 12);
    WordPostingsReader reader(body.bytes());
    for (const std::string& word : words) {
        QVERIFY(reader.next());
        QCOMPARE(unpackedTerm(reader.term()), word);
        QCOMPARE(reader.places().count(), std::size_t{3});
        QVERIFY(!reader.container());
    }
    QVERIFY(reader.next());
    QCOMPARE(*reader.container(), std::int64_t{12});
    QVERIFY(!reader.next());
}

void IndexRowsTest::anOpenChunkHasFewStretches_data() {
    QTest::addColumn<int>("size");
    for (const int size : {1, 3, 10, 300, 7'000})
        QTest::addRow("batches of %d", size) << size;
}

void IndexRowsTest::anOpenChunkHasFewStretches() {
    QFETCH(int, size);
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(replicaResource("index_v1.sql"));
    OpenChunks chunks(database.getHandle(), "index_deltas");
    std::vector<std::int64_t> firsts;
    std::int64_t writtenAgain = 0;
    std::int64_t next = 1;
    for (; next + size < kChunkSize; next += size) {
        const auto joined = chunks.take(1, next, next + size - 1);
        QVERIFY(joined.size() <= firsts.size());
        // What is joined is always the end of what there is.
        QVERIFY(std::equal(joined.begin(), joined.end(), firsts.end() - static_cast<std::ptrdiff_t>(joined.size())));
        firsts.resize(firsts.size() - joined.size());
        firsts.push_back(joined.empty() ? next : joined.front());
        writtenAgain += next - firsts.back();
        QVERIFY2(firsts.size() < 48, qPrintable(QString::number(firsts.size())));
    }
    QVERIFY2(writtenAgain <= 6 * next, qPrintable(QString::number(writtenAgain)));
    QVERIFY(chunks.take(1, next, kChunkSize - 1) == firsts);
    QVERIFY(chunks.take(1, kChunkSize, kChunkSize).empty());
}

MUNIMENT_TEST(index_rows, IndexRowsTest);
#include "test_index_rows.moc"
