// Protects against an index that is damaged or forged: the doctor names what is wrong and nothing else, and whoever
// reads such rows gets an error, never a crash or an answer made up.
#include "models/replica/index/event_index.h"
#include "models/replica/prepared_batch.h"
#include "models/replica/sqlite.h"
#include "tests/replica/index_check.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace muniment;
using namespace muniment::test;

namespace {

/// A log of so many events, in batches of so many.
void write(Replica& replica, const std::vector<int>& batches) {
    SampleLog log({});
    for (const int size : batches)
        (void)MUST(replica.writer()->apply(*prepareBatch(log.batch(size))));
}

void damage(const std::filesystem::path& file, const QString& sql) {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
}

} // namespace

class IndexDamageTest : public QObject {
    Q_OBJECT
private slots:
    void theDoctorFindsNothingInWhatWasWritten();
    void theDoctorFindsDamage_data();
    void theDoctorFindsDamage();
    void readsNothingFromForgedRows_data();
    void readsNothingFromForgedRows();
};

void IndexDamageTest::theDoctorFindsNothingInWhatWasWritten() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    write(*replica, {66'000, 10, 10});
    QCOMPARE(indexFindings(*replica), std::vector<std::string>());
}

void IndexDamageTest::theDoctorFindsDamage_data() {
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

void IndexDamageTest::theDoctorFindsDamage() {
    static const ReplicaFixture fixture;
    static const bool isMade = [] {
        const auto replica = fixture.create("whole");
        write(*replica, {66'000});
        return true;
    }();
    QVERIFY(isMade);
    QFETCH(QString, sql);
    QFETCH(QString, kind);
    std::filesystem::copy_file(fixture.path("whole"), fixture.path("damaged"),
                               std::filesystem::copy_options::overwrite_existing);
    damage(fixture.path("damaged"), sql);
    const auto replica = MUST(Replica::open(fixture.path("damaged"), ReplicaAccess::ReadOnly));
    QCOMPARE(indexFindings(*replica), std::vector<std::string>{kind.toStdString()});
}

void IndexDamageTest::readsNothingFromForgedRows_data() {
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

void IndexDamageTest::readsNothingFromForgedRows() {
    QFETCH(QString, sql);
    const ReplicaFixture fixture;
    {
        const auto replica = fixture.create();
        write(*replica, {300});
    }
    damage(fixture.path(), sql);
    const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
    const auto snapshot = MUST(replica->snapshot());
    const auto read = sqlite::guarded([&] {
        EventIndex index(*snapshot, MUST(snapshot->bounds({})));
        for (const FacetValue& value : index.values(Facet::EventType))
            (void)index.facet(1, Facet::EventType, value.code);
        for (std::int64_t code = 1; code < 10; ++code)
            (void)index.key(1, IndexKey::Actor, std::span(&code, 1));
        (void)index.word(1, "windows", false);
    });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileCorrupt);
}

MUNIMENT_TEST(index_damage, IndexDamageTest);
#include "test_index_damage.moc"
