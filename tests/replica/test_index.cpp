// Protects the index: whatever the batches were, wherever chunks end and whatever was rolled back, it answers what a
// look at every event answers.
#include "models/replica/event_mark.h"
#include "models/replica/event_rows.h"
#include "models/replica/index/batch_traits.h"
#include "models/replica/index/event_index.h"
#include "models/replica/index/event_words.h"
#include "models/replica/index/source_address.h"
#include "models/replica/prepared_batch.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <SQLiteCpp/Database.h>
#include <map>
#include <random>
#include <set>

using namespace muniment;
using namespace muniment::test;

namespace {

using Ordinals = std::vector<std::uint32_t>;

Ordinals ordinalsOf(const Roaring& set) {
    Ordinals ordinals(set.cardinality());
    set.toUint32Array(ordinals.data());
    return ordinals;
}

/// What the index should say, by walking over the events.
struct Naive {
    std::map<Facet, std::map<std::string, Ordinals>> facets;
    std::map<std::string, Ordinals> actors, aggregates, addresses;
    std::map<Uuid, Ordinals> correlations;
    std::map<std::string, Ordinals> words;
    std::int64_t last = 0;
};

Naive naiveOf(Snapshot& snapshot, std::int64_t run, std::int64_t last) {
    Naive naive;
    naive.last = last;
    sqlite::Statement rows(snapshot.database().getHandle(),
                           std::string(kSelectStoredEvents) + "WHERE e.n BETWEEN ? AND ? ORDER BY e.n");
    rows.bind(1, EventNumber::of(run, 1).value);
    rows.bind(2, EventNumber::of(run, last).value);
    while (rows.step()) {
        const StoredEvent stored = readStoredEvent(rows);
        const RecordedEvent& event = stored.event;
        const auto ordinal = static_cast<std::uint32_t>(stored.number.ordinal());
        const auto note = [&](Facet facet, const std::string& text) { naive.facets[facet][text].push_back(ordinal); };
        note(Facet::EventType, event.type);
        note(Facet::AggregateType, event.aggregate.type);
        note(Facet::Tenant, event.tenant.text());
        note(Facet::Outcome, event.outcome);
        note(Facet::ActorType, event.actor.type);
        note(Facet::Writer, event.writer);
        for (unsigned bit = 1; bit < 0x80; bit <<= 1)
            if ((stored.marks & bit) != 0)
                note(Facet::Mark, std::string(markName(bit)));
        PayloadTraits traits = readPayload(event, [](std::string_view) {});
        if (!traits.os.empty())
            note(Facet::Os, traits.os);
        if (!traits.browser.empty())
            note(Facet::Browser, traits.browser);
        if (!traits.country.empty())
            note(Facet::Country, traits.country);
        for (const std::string& word : eventWords(event))
            naive.words[word].push_back(ordinal);
        if (event.sourceIp) {
            const std::string bytes = addressBytes(*event.sourceIp);
            note(Facet::Network, networkOf(bytes));
            naive.addresses[bytes].push_back(ordinal);
        }
        naive.actors[event.actor.type + ' ' + event.actor.id.text()].push_back(ordinal);
        naive.aggregates[event.tenant.text() + ' ' + event.aggregate.type + ' ' + event.aggregate.id.text()].push_back(
            ordinal);
        if (event.correlationId)
            naive.correlations[*event.correlationId].push_back(ordinal);
    }
    return naive;
}

std::map<std::string, std::int64_t> codes(Snapshot& snapshot, const std::string& sql) {
    std::map<std::string, std::int64_t> found;
    sqlite::Statement rows(snapshot.database().getHandle(), sql);
    while (rows.step())
        found[rows.text(0)] = rows.integer(1);
    return found;
}

Ordinals keyed(EventIndex& index, std::int64_t run, IndexKey key, std::int64_t value) {
    return ordinalsOf(index.key(run, key, std::span(&value, 1)));
}

/// About two hundred of them, spread evenly.
template <class Key>
std::map<Key, Ordinals> some(const std::map<Key, Ordinals>& all) {
    std::map<Key, Ordinals> chosen;
    std::size_t at = 0;
    for (const auto& entry : all)
        if (at++ % (all.size() / 200 + 1) == 0)
            chosen.insert(entry);
    return chosen;
}

/// Words whole, and beginnings of them.
std::string differenceOfWords(EventIndex& index, std::int64_t run, const Naive& naive) {
    std::size_t at = 0;
    for (const auto& [word, expected] : some(naive.words)) {
        ++at;
        if (ordinalsOf(index.word(run, word, false)) != expected)
            return "word " + word;
        // The beginning of a token is one, save that of an address.
        const bool isAddress = word.find('.') != std::string::npos;
        const std::string prefix = isAddress ? word : word.substr(0, 1 + at % 5);
        std::set<std::uint32_t> all;
        for (auto found = naive.words.lower_bound(prefix);
             found != naive.words.end() && found->first.starts_with(prefix); ++found)
            all.insert(found->second.begin(), found->second.end());
        if (ordinalsOf(index.word(run, prefix, true)) != Ordinals(all.begin(), all.end()))
            return "prefix " + prefix;
    }
    return {};
}

/// The first difference between the index and the events; empty when there is none.
std::string difference(Snapshot& snapshot, std::int64_t run, std::int64_t last) {
    const Naive naive = naiveOf(snapshot, run, last);
    RunBounds bounds;
    bounds.lastOrdinal[run] = last;
    EventIndex index(snapshot, bounds);
    if (index.present(run).cardinality() != static_cast<std::uint64_t>(last))
        return "present";
    for (const Facet facet : kFacets) {
        std::map<std::string, Ordinals> found;
        for (const FacetValue& value : index.values(facet))
            if (Ordinals ordinals = ordinalsOf(index.facet(run, facet, value.code)); !ordinals.empty())
                found[value.text] = std::move(ordinals);
        const auto expected = naive.facets.find(facet);
        if (found != (expected == naive.facets.end() ? std::map<std::string, Ordinals>() : expected->second))
            return "facet " + std::string(facetName(facet));
    }
    const auto actors =
        codes(snapshot, "SELECT w.text || ' ' || a.id, a.code FROM actors a JOIN words w ON w.code = a.type");
    for (const auto& [name, expected] : some(naive.actors))
        if (keyed(index, run, IndexKey::Actor, actors.at(name)) != expected)
            return "actor " + name;
    const auto aggregates = codes(snapshot, "SELECT t.id || ' ' || w.text || ' ' || a.id, a.code FROM aggregates a"
                                            " JOIN words w ON w.code = a.type JOIN tenants t ON t.code = a.tenant"
                                            " WHERE region = (SELECT region FROM runs WHERE run = " +
                                                std::to_string(run) + ")");
    for (const auto& [name, expected] : some(naive.aggregates))
        if (keyed(index, run, IndexKey::Aggregate, aggregates.at(name)) != expected)
            return "aggregate " + name;
    for (const auto& [address, expected] : some(naive.addresses)) {
        const auto found = index.addresses(address, address);
        if (found.size() != 1 || keyed(index, run, IndexKey::Address, found.front()) != expected)
            return "address";
    }
    for (const auto& [id, expected] : some(naive.correlations))
        if (ordinalsOf(index.correlated(run, id)) != expected)
            return "correlation " + id.text();
    return differenceOfWords(index, run, naive);
}

} // namespace

class IndexTest : public QObject {
    Q_OBJECT
private slots:
    void answersWhatTheEventsAnswer_data();
    void answersWhatTheEventsAnswer();
    void manyRunsInBatchesOfAnySize();
    void aBatchThatFailsLeavesItAsItWas();
    void rebuildingGivesTheSame();
    void theDoctorFindsNothingInWhatWasWritten();
    void theDoctorFindsDamage_data();
    void theDoctorFindsDamage();
    void readsNothingFromForgedRows_data();
    void readsNothingFromForgedRows();
    void keepsNoWordsWhereNoneAreWanted();
};

void IndexTest::answersWhatTheEventsAnswer_data() {
    QTest::addColumn<QList<int>>("batches");
    QTest::newRow("one event") << QList<int>{1};
    QTest::newRow("a few small ones") << QList<int>{1, 3, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 2};
    QTest::newRow("just to the edge") << QList<int>{65'535};
    QTest::newRow("over the edge by one") << QList<int>{65'535, 1};
    QTest::newRow("full batches") << QList<int>{65'536, 65'536};
    QTest::newRow("halves") << QList<int>{40'000, 40'000};
}

void IndexTest::answersWhatTheEventsAnswer() {
    QFETCH(QList<int>, batches);
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLogSettings settings;
    settings.isRough = true;
    SampleLog log(settings);
    std::int64_t last = 0;
    for (const int size : batches) {
        (void)MUST(replica->writer()->apply(*prepareBatch(log.batch(size))));
        last += size;
    }
    const auto snapshot = MUST(replica->snapshot());
    for (const std::int64_t bound : {last, last / 2})
        if (bound > 0)
            QCOMPARE(QString::fromStdString(difference(*snapshot, 1, bound)), QString());
}

namespace {

SampleLogSettings rough() {
    SampleLogSettings settings;
    settings.isRough = true;
    return settings;
}

void apply(Replica& replica, SampleLog& log, const std::vector<int>& batches) {
    for (const int size : batches)
        (void)MUST(replica.writer()->apply(*prepareBatch(log.batch(size))));
}

QString differenceIn(Replica& replica, std::int64_t last) {
    return QString::fromStdString(difference(*MUST(replica.snapshot()), 1, last));
}

/// Rows of full chunks, which are a function of the log alone.
std::vector<std::string> fullChunks(const std::filesystem::path& file) {
    std::vector<std::string> rows;
    for (const char* const table : {"index_facets", "index_keys", "index_words", "index_word_containers"})
        for (std::string& row : printedQuery(file, std::string("SELECT k, hex(body) FROM ") + table + " ORDER BY k"))
            rows.push_back(table + (" " + std::move(row)));
    return rows;
}

std::vector<std::string> kindsOf(const std::vector<Finding>& findings) {
    std::set<std::string> kinds;
    for (const Finding& finding : findings)
        if (finding.kind.starts_with("index.") || finding.kind.starts_with("file."))
            kinds.insert(finding.kind);
    return {kinds.begin(), kinds.end()};
}

void damage(const std::filesystem::path& file, const QString& sql) {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
}

} // namespace

void IndexTest::manyRunsInBatchesOfAnySize() {
    const std::vector<std::string> regions{"ap-south-1", "eu-west-1", "us-east-1"};
    const ReplicaFixture fixture(regions);
    auto replica = fixture.create();
    std::vector<SampleLog> logs;
    for (const std::string& region : regions) {
        SampleLogSettings settings = rough();
        settings.region = RegionName(region);
        settings.seed = region.size();
        logs.emplace_back(settings);
    }
    std::mt19937 random(20'261'121);
    std::vector<std::int64_t> lengths(regions.size());
    for (int i = 0; i < 60; ++i) {
        const std::size_t at = random() % logs.size();
        const int size = 1 + static_cast<int>(random() % (random() % 10 == 0 ? 30'000U : 300U));
        Batch batch = logs[at].batch(size);
        if (random() % 5 == 0) { // one that fails comes first
            Batch failing = batch;
            failing.events.push_back(failing.events.front());
            QVERIFY(!replica->writer()->apply(*prepareBatch(std::move(failing))));
        }
        (void)MUST(replica->writer()->apply(*prepareBatch(std::move(batch))));
        lengths[at] += size;
        if (random() % 10 == 0) { // what memory held is read from the file
            replica.reset();
            replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        }
    }
    const auto snapshot = MUST(replica->snapshot());
    for (std::size_t at = 0; at < regions.size(); ++at)
        for (const std::int64_t bound : {lengths[at], lengths[at] * 2 / 3})
            QCOMPARE(QString::fromStdString(difference(*snapshot, static_cast<std::int64_t>(at) + 1, bound)),
                     QString());
}

void IndexTest::aBatchThatFailsLeavesItAsItWas() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLog log(rough());
    apply(*replica, log, {700, 20});
    const Batch next = log.batch(40);
    Batch rewound = next;
    rewound.events.push_back(rewound.events.front()); // fails at its last event
    QVERIFY(!replica->writer()->apply(*prepareBatch(rewound)));
    (void)MUST(replica->writer()->apply(*prepareBatch(next)));
    QCOMPARE(differenceIn(*replica, 760), QString());
}

void IndexTest::rebuildingGivesTheSame() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLog log(rough());
    apply(*replica, log, {30'000, 30'000, 7'000});
    const auto before = fullChunks(fixture.path());
    QVERIFY(before.size() > 1'000);
    std::int64_t last = 67'000;
    while (!MUST(replica->writer()->rebuildSlice("index")).isFinished) {
        apply(*replica, log, {100});
        last += 100;
    }
    QCOMPARE(fullChunks(fixture.path()), before);
    apply(*replica, log, {50});
    QCOMPARE(differenceIn(*replica, last + 50), QString());
}

void IndexTest::theDoctorFindsNothingInWhatWasWritten() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLog log({});
    apply(*replica, log, {66'000, 10, 10});
    QCOMPARE(kindsOf(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {}))), std::vector<std::string>());
}

void IndexTest::theDoctorFindsDamage_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const char* sql, const char* kind) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(kind);
    };
    row("a container is gone", "DELETE FROM index_facets WHERE k = (SELECT max(k) FROM index_facets)", "index.facet");
    row("a container too many",
        "INSERT INTO index_facets SELECT k + (1 << 30), body FROM index_facets WHERE k >> 59 = 3"
        " ORDER BY k DESC LIMIT 1",
        "index.facet");
    row("a bucket lacks its end",
        "UPDATE index_keys SET body = substr(body, 1, length(body) - 2) WHERE k ="
        " (SELECT min(k) FROM index_keys)",
        "index.key");
    row("words are gone", "DELETE FROM index_words WHERE k % 3 = 0", "index.word");
    row("a word's container is gone", "DELETE FROM index_word_containers WHERE k % 65536 = 3", "index.word");
    row("a stretch is gone", "DELETE FROM index_deltas WHERE k = (SELECT max(k) FROM index_deltas)", "index.delta");
    row("a stretch is forged",
        "UPDATE index_deltas SET body = x'0000000000' WHERE k = (SELECT min(k) FROM index_deltas)", "index.delta");
    row("a word of the dictionary is gone", "UPDATE words SET text = 'forged' WHERE text = 'Debian 12'",
        "index.events");
}

void IndexTest::theDoctorFindsDamage() {
    static const ReplicaFixture fixture;
    static const bool isMade = [] {
        const auto replica = fixture.create("whole");
        SampleLog log({});
        apply(*replica, log, {66'000});
        return true;
    }();
    QVERIFY(isMade);
    QFETCH(QString, sql);
    QFETCH(QString, kind);
    std::filesystem::copy_file(fixture.path("whole"), fixture.path("damaged"),
                               std::filesystem::copy_options::overwrite_existing);
    damage(fixture.path("damaged"), sql);
    const auto replica = MUST(Replica::open(fixture.path("damaged"), ReplicaAccess::ReadOnly));
    const auto kinds = kindsOf(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})));
    QCOMPARE(kinds, std::vector<std::string>{kind.toStdString()});
}

void IndexTest::readsNothingFromForgedRows_data() {
    QTest::addColumn<QString>("sql");
    const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QString::fromUtf8(sql); };
    row("a number without end", "UPDATE index_deltas SET body = x'ffffffffffffffffffffff'");
    row("more places than bytes", "UPDATE index_deltas SET body = x'03ff010000'");
    row("places that do not ascend", "UPDATE index_deltas SET body = x'030205000500'");
    row("a value twice", "UPDATE index_deltas SET body = x'020100000200'");
    row("a container of odd length",
        "INSERT INTO index_facets SELECT (1 << 59) + (code << 30) + (1 << 16), x'010203' FROM words");
    row("bits that are too few",
        "INSERT INTO index_facets SELECT (1 << 59) + (code << 30) + (1 << 16), zeroblob(8192) FROM words");
    row("a chunk both full and open",
        "INSERT INTO index_facets SELECT (1 << 59) + (code << 30) + (1 << 16), x'0100' FROM words");
}

void IndexTest::readsNothingFromForgedRows() {
    QFETCH(QString, sql);
    const ReplicaFixture fixture;
    {
        const auto replica = fixture.create();
        SampleLog log({});
        apply(*replica, log, {300});
    }
    damage(fixture.path(), sql);
    const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
    const auto snapshot = MUST(replica->snapshot());
    const auto read = sqlite::guarded([&] {
        EventIndex index(*snapshot, MUST(snapshot->bounds({})));
        for (const FacetValue& value : index.values(Facet::EventType))
            (void)index.facet(1, Facet::EventType, value.code);
        for (std::int64_t code = 1; code < 10; ++code)
            (void)keyed(index, 1, IndexKey::Actor, code);
        (void)index.word(1, "windows", false);
    });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileCorrupt);
}

void IndexTest::keepsNoWordsWhereNoneAreWanted() {
    const ReplicaFixture fixture;
    ReplicaSettings settings = fixture.settings();
    settings.indexesWords = false;
    const auto replica = MUST(Replica::create(fixture.path(), settings));
    SampleLog log({});
    apply(*replica, log, {66'000});
    const auto wordRows = [&] {
        return printedQuery(fixture.path(), "SELECT (SELECT count(*) > 0 FROM index_words), (SELECT count(*) > 0 FROM"
                                            " index_word_containers), (SELECT count(*) > 0 FROM index_deltas WHERE"
                                            " k >> 46 = 19)")
            .front();
    };
    const auto windows = [&] {
        const auto snapshot = MUST(replica->snapshot());
        EventIndex index(*snapshot, MUST(snapshot->bounds({})));
        return std::pair(index.hasWords(), index.word(1, "windows", false).isEmpty());
    };
    QCOMPARE(wordRows(), std::string("0|0|0"));
    QCOMPARE(windows(), std::pair(false, true));
    QCOMPARE(kindsOf(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {}))), std::vector<std::string>());

    // Wanted now: not before all that is there has been taken in.
    (void)MUST(replica->writer()->rebuildSlice("index"));
    MUST(replica->writer()->setWordIndex(true));
    apply(*replica, log, {10});
    QCOMPARE(windows(), std::pair(false, true));
    while (!MUST(replica->writer()->rebuildSlice("index")).isFinished) {
    }
    QCOMPARE(wordRows(), std::string("1|1|1"));
    QCOMPARE(windows(), std::pair(true, false));
    // Prepared when there was no such index yet: the writer cuts the words itself.
    (void)MUST(replica->writer()->apply(PreparedBatch(log.batch(10), BatchTraits::Words::LeftOut)));
    QCOMPARE(differenceIn(*replica, 66'020), QString());

    MUST(replica->writer()->setWordIndex(false));
    apply(*replica, log, {10});
    QCOMPARE(wordRows(), std::string("0|0|0"));
    QCOMPARE(windows(), std::pair(false, true));
}

MUNIMENT_TEST(index, IndexTest);
#include "test_index.moc"
