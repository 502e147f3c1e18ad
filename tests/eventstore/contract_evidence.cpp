#include "models/eventstore/evidence.h"
#include "models/merkle/leaf.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

#include <algorithm>
#include <thread>

namespace muniment::test {

namespace {

/// Of a log of its own, named by `origin`.
SealedNote sealedNote(const std::string& origin, std::int64_t size, char root = 'r') {
    const std::string text = origin + "\n" + std::to_string(size) + "\n";
    return {text + "\n— desk " + root + "\n", origin, size, std::string(32, root)};
}

/// All there is, `limit` at a time.
std::vector<PublishedCheckpoint> published(EvidenceStore& evidence, const RegionName& region, int limit = 500) {
    std::vector<PublishedCheckpoint> all;
    CheckpointQuery query{region, {}, limit};
    while (true) {
        auto page = evidence.publishedCheckpoints(query);
        if (!page)
            qFatal("%s", described(page).c_str());
        std::ranges::move(page->checkpoints, std::back_inserter(all));
        if (!page->isFull)
            return all;
        query.after = all.back().place;
    }
}

QStringList notesOf(const std::vector<PublishedCheckpoint>& checkpoints) {
    QStringList notes;
    for (const PublishedCheckpoint& checkpoint : checkpoints)
        notes << QString::fromStdString(checkpoint.note);
    notes.sort();
    return notes;
}

ToldCopy copyOf(const std::string& holder, const std::string& policy = R"({"limited":false})") {
    return {holder, "desk of " + holder, policy, LogKey{{81'204'112, 7}, 3}};
}

KnownCopy only(EvidenceStore& evidence, const RegionName& region) {
    const auto copies = evidence.knownCopies(region);
    if (!copies || copies->size() != 1)
        qFatal("not one copy: %s", described(copies).c_str());
    return copies->front();
}

/// Events of two organizations over three days, some before 1970 and with fractions, with every field that may be
/// absent both there and not, and texts that an expression could get wrong.
std::vector<RecordedEvent> manifold() {
    std::vector<RecordedEvent> events;
    for (const char* tenant : {"acme", "other"})
        for (int i = 1; i <= 8; ++i) {
            RecordedEvent event = history(tenant, "ann", i, 1).front();
            event.actor.id = ActorId("J\u00fcrgen \\x41 ' \xf0\x9f\x94\x91");
            event.occurredAt = {i % 2 == 0 ? -1 : 1'786'877'563'585'257};
            event.recordedAt = Instant{-kMicrosPerDay - 1} + i * kMicrosPerDay / 3;
            event.revision = static_cast<std::int16_t>(i % 3 == 0 ? 32'767 : i);
            event.outcome = i % 2 == 0 ? "failure" : "success";
            if (i % 2 == 0)
                event.sourceIp = i % 4 == 0 ? "2001:db8::1" : "192.0.2.7";
            if (i % 3 == 0)
                event.commandId = randomUuid();
            if (i % 4 == 0)
                event.correlationId = randomUuid();
            if (i == 5)
                event.payload.reset();
            if (i == 6)
                event.payload = "";
            events.push_back(std::move(event));
        }
    return events;
}

std::vector<BucketDigest> digestsOf(const std::vector<RecordedEvent>& events) {
    LeafHasher hasher;
    BucketDigests digests;
    for (const RecordedEvent& event : events)
        digests.add({event.tenant, event.epoch, dayOf(event.recordedAt)}, hasher.hash(event));
    return digests.take();
}

} // namespace

void StoreContract::aPublishedCheckpointIsRead() {
    auto store = m_bench->open();
    const SealedNote sealed = sealedNote("muniment/tenant/eu/acme/1", 12);
    const auto isNew = store->evidence().publishCheckpoint(home(), sealed);
    VERIFY_OK(isNew);
    QVERIFY(*isNew);
    auto other = m_bench->open();
    const auto read = published(other->evidence(), home());
    QCOMPARE(read.size(), std::size_t{1});
    QCOMPARE(read[0].note, sealed.note);
    QCOMPARE(read[0].place.digest.size(), std::size_t{32});
    QVERIFY(read[0].place.publishedAt.micros > 1'600'000'000'000'000);
    QVERIFY(!read[0].publishedBy.empty());
    QVERIFY(published(other->evidence(), StoreBench::region(1)).empty());
}

void StoreContract::publishingTwiceChangesNothing() {
    auto store = m_bench->open();
    const SealedNote sealed = sealedNote("log", 12);
    VERIFY_OK(store->evidence().publishCheckpoint(home(), sealed));
    const auto before = published(store->evidence(), home());
    const auto again = m_bench->open()->evidence().publishCheckpoint(home(), sealed);
    VERIFY_OK(again);
    QVERIFY(!*again);
    QVERIFY(published(store->evidence(), home()) == before);
    // What another region was told is its own.
    const auto elsewhere = store->evidence().publishCheckpoint(StoreBench::region(1), sealed);
    VERIFY_OK(elsewhere);
    QVERIFY(*elsewhere);
}

void StoreContract::twoStoriesAreBothKept() {
    auto store = m_bench->open();
    for (const char root : {'a', 'b'}) {
        const auto isNew = store->evidence().publishCheckpoint(home(), sealedNote("log", 12, root));
        VERIFY_OK(isNew);
        QVERIFY(*isNew);
    }
    QCOMPARE(notesOf(published(store->evidence(), home())),
             (QStringList{QString::fromStdString(sealedNote("log", 12, 'a').note),
                          QString::fromStdString(sealedNote("log", 12, 'b').note)}));
}

void StoreContract::checkpointsAreReadInPages_data() {
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 3, 7, 8, 500})
        QTest::addRow("%d a page", limit) << limit;
}

void StoreContract::checkpointsAreReadInPages() {
    QFETCH(int, limit);
    auto store = m_bench->open();
    QStringList notes;
    for (int i = 0; i < 7; ++i) {
        const SealedNote sealed = sealedNote("log", i);
        VERIFY_OK(store->evidence().publishCheckpoint(home(), sealed));
        notes << QString::fromStdString(sealed.note);
    }
    VERIFY_OK(store->evidence().publishCheckpoint(StoreBench::region(1), sealedNote("elsewhere", 1)));
    const auto read = published(store->evidence(), home(), limit);
    QCOMPARE(notesOf(read), notes);
    QVERIFY(std::ranges::is_sorted(read, {}, &PublishedCheckpoint::place));
}

void StoreContract::whatIsNoCheckpointIsNotPublished_data() {
    QTest::addColumn<QString>("field");
    for (const char* field : {"origin", "note", "size", "root", "note of bytes", "note too long", "origin too long"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void StoreContract::whatIsNoCheckpointIsNotPublished() {
    QFETCH(QString, field);
    auto store = m_bench->open();
    SealedNote sealed = sealedNote("log", 12);
    if (field == QStringLiteral("origin"))
        sealed.origin.clear();
    else if (field == QStringLiteral("note"))
        sealed.note.clear();
    else if (field == QStringLiteral("size"))
        sealed.size = -1;
    else if (field == QStringLiteral("root"))
        sealed.root.pop_back();
    else if (field == QStringLiteral("note of bytes"))
        sealed.note += "\xff";
    else if (field == QStringLiteral("note too long"))
        sealed.note.resize(65'537, 'x');
    else
        sealed.origin.resize(2'049, 'x');
    const auto refused = store->evidence().publishCheckpoint(home(), sealed);
    QCOMPARE(codeOf(refused), QStringLiteral("invalidInput"));
    QVERIFY(field.startsWith(QString::fromStdString(refused.error().get("field"))));
    QVERIFY(published(store->evidence(), home()).empty());
    sealed = sealedNote("log'); DROP TABLE muniment.events; --", 12);
    sealed.note.resize(65'536, 'x');
    VERIFY_OK(store->evidence().publishCheckpoint(home(), sealed));
    QCOMPARE(published(store->evidence(), home()).front().note, sealed.note);
}

void StoreContract::manyPublishAtOnce() {
    constexpr int kClients = 4;
    constexpr int kEach = 20;
    std::vector<std::unique_ptr<EventStore>> stores;
    for (int i = 0; i < kClients; ++i)
        stores.push_back(m_bench->open());
    std::atomic<int> fresh = 0;
    std::atomic<int> failed = 0;
    {
        std::vector<std::jthread> clients;
        for (auto& store : stores)
            clients.emplace_back([&] {
                for (int n = 0; n < kEach; ++n) {
                    const auto isNew = store->evidence().publishCheckpoint(home(), sealedNote("log", n));
                    failed += isNew ? 0 : 1;
                    fresh += isNew && *isNew ? 1 : 0;
                }
            });
    }
    QCOMPARE(failed.load(), 0);
    QCOMPARE(fresh.load(), kEach);
    QCOMPARE(published(stores[0]->evidence(), home()).size(), std::size_t{kEach});
}

void StoreContract::digestsAreThoseOfTheLeaves_data() {
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("upTo");
    QTest::newRow("everything") << -1 << 15;
    QTest::newRow("the beginning") << -1 << 4;
    QTest::newRow("the middle") << 2 << 11;
    QTest::newRow("one") << 6 << 7;
    QTest::newRow("nothing") << 7 << 7;
}

void StoreContract::digestsAreThoseOfTheLeaves() {
    QFETCH(const int, after);
    QFETCH(const int, upTo);
    auto mover = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme"), homeOf("other")};
    const auto written = manifold();
    VERIFY_OK(mover->insertHistory(home(), {tenants, written, {}}));
    auto store = m_bench->open();
    const auto log = readAll(*store, home());
    VERIFY_OK(log);
    QCOMPARE(log->size(), std::size_t{16});
    LogSpan span{home(), {}, log->at(static_cast<std::size_t>(upTo)).key, {}};
    if (after >= 0)
        span.after = log->at(static_cast<std::size_t>(after)).key;
    const auto digests = store->evidence().spanDigests(span);
    VERIFY_OK(digests);
    const auto expected = digestsOf({log->begin() + after + 1, log->begin() + upTo + 1});
    QCOMPARE(digests->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(digests->at(i) == expected[i], qPrintable(QStringLiteral("%1 %2").arg(i).arg(expected[i].bucket.day)));

    span.tenants = {TenantFilter::Kind::Only, {TenantId("acme")}, {}};
    const auto some = store->evidence().spanDigests(span);
    VERIFY_OK(some);
    QVERIFY(
        std::ranges::all_of(*some, [](const BucketDigest& each) { return each.bucket.tenant == TenantId("acme"); }));
    QCOMPARE(std::ranges::count_if(expected, [](const auto& each) { return each.bucket.tenant == TenantId("acme"); }),
             std::ssize(*some));
}

void StoreContract::aToldCopyIsKnown() {
    auto store = m_bench->open();
    ToldCopy ann = copyOf("ann");
    ToldCopy bob = copyOf("bob' OR true --", R"({"regions":["żółć"]})");
    bob.asOf.reset();
    for (const ToldCopy& copy : {bob, ann})
        VERIFY_OK(store->evidence().tellCopy(home(), copy));
    const auto copies = m_bench->open()->evidence().knownCopies(home());
    VERIFY_OK(copies);
    QCOMPARE(copies->size(), std::size_t{2});
    QVERIFY((*copies)[0].told == ann);
    QVERIFY((*copies)[1].told == bob);
    QVERIFY(!(*copies)[0].toldBy.empty());
    QVERIFY((*copies)[0].since.micros > 1'600'000'000'000'000);
    QCOMPARE((*copies)[0].since, (*copies)[0].toldAt);
    const auto elsewhere = store->evidence().knownCopies(StoreBench::region(1));
    VERIFY_OK(elsewhere);
    QVERIFY(elsewhere->empty());
}

void StoreContract::theLastWordAboutACopyCounts() {
    auto store = m_bench->open();
    VERIFY_OK(store->evidence().tellCopy(home(), copyOf("ann", "one")));
    const KnownCopy first = only(store->evidence(), home());
    for (const char* policy : {"two", "three"})
        VERIFY_OK(m_bench->open()->evidence().tellCopy(home(), copyOf("ann", policy)));
    const auto again = store->evidence().tellCopy(home(), copyOf("ann", "three"));
    VERIFY_OK(again);
    QVERIFY(!*again); // within the hour
    const KnownCopy last = only(store->evidence(), home());
    QCOMPARE(last.told.policy, std::string("three"));
    QCOMPARE(last.since, first.since);
    QVERIFY(last.toldAt > first.toldAt);
}

void StoreContract::aCopyThatEndedBeginsAnew() {
    auto store = m_bench->open();
    EvidenceStore& evidence = store->evidence();
    VERIFY_OK(evidence.tellCopy(home(), copyOf("ann", "one")));
    const KnownCopy first = only(evidence, home());
    ToldCopy end = copyOf("ann", "one");
    end.hasEnded = true;
    VERIFY_OK(evidence.tellCopy(home(), end));
    const KnownCopy ended = only(evidence, home());
    QVERIFY(ended.told.hasEnded);
    QCOMPARE(ended.since, first.since);
    for (const char* policy : {"two", "three"})
        VERIFY_OK(evidence.tellCopy(home(), copyOf("ann", policy)));
    const KnownCopy again = only(evidence, home());
    QVERIFY(!again.told.hasEnded);
    QCOMPARE(again.told.policy, std::string("three"));
    QVERIFY(again.since > ended.toldAt);
    QVERIFY(again.since < again.toldAt);
}

void StoreContract::whatIsNoCopyIsNotTold_data() {
    QTest::addColumn<QString>("field");
    for (const char* field : {"holder", "holder too long", "workstation", "policy"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void StoreContract::whatIsNoCopyIsNotTold() {
    QFETCH(QString, field);
    auto store = m_bench->open();
    ToldCopy copy = copyOf("ann");
    if (field == QStringLiteral("holder"))
        copy.holder.clear();
    else if (field == QStringLiteral("holder too long"))
        copy.holder.resize(256, 'x');
    else if (field == QStringLiteral("workstation"))
        copy.workstation += '\0';
    else
        copy.policy += "\xff";
    const auto refused = store->evidence().tellCopy(home(), copy);
    QCOMPARE(codeOf(refused), QStringLiteral("invalidInput"));
    QVERIFY(field.startsWith(QString::fromStdString(refused.error().get("field"))));
    QVERIFY(store->evidence().knownCopies(home())->empty());
}

} // namespace muniment::test
