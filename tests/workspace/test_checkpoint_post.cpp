// Protects: what a witness seals reaches its region's server, the newest of each log and not more often than wanted;
// what others published comes back; and a server that cannot be reached is told of once, and gets everything later.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/integrity/published_checkpoints.h"
#include "models/integrity/signing_key.h"
#include "models/workspace/checkpoint_post.h"
#include "tests/replica/replica_fixture.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

namespace {

const RegionName kEurope("eu-west-1");
const RegionName kAmerica("us-east-1");
constexpr auto kPatience = 60s;

} // namespace

class CheckpointPostTest : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_endpoint = embeddedEndpoint(m_folder->filePath(QStringLiteral("store.db")).toStdString());
        MUST(createEmbeddedStore(embeddedPath(m_endpoint), {kEurope, kAmerica}));
    }

    void whatIsOfferedReachesTheOthers() {
        const std::string europe = state(kEurope, 1), america = state(kAmerica, 1), head = tenant(kEurope, "acme", 7);
        CheckpointPost ann(regions(), opener());
        for (const std::string& note : {europe, america, head})
            ann.offer(note);
        ann.offer("no note");
        QVERIFY(ann.settle(kPatience));
        QCOMPARE(published(kEurope), sorted({europe, head}));
        QCOMPARE(published(kAmerica), sorted({america}));
        CheckpointPost bob(regions(), opener());
        QVERIFY(bob.settle(kPatience));
        QStringList letters;
        for (const CheckpointMail::Letter& letter : bob.take().letters)
            letters << QString::fromStdString(letter.region.text() + " " + letter.note);
        letters.removeDuplicates();
        letters.sort();
        QStringList expected;
        for (const auto& [region, note] : {std::pair(kEurope, europe), {kEurope, head}, {kAmerica, america}})
            expected << QString::fromStdString(region.text() + " " + note);
        expected.sort();
        QCOMPARE(letters, expected);
        QVERIFY(bob.take().letters.empty());
    }

    void theNewestSaysAllOfItsLog() {
        CheckpointPost post(regions(), opener());
        const std::string first = state(kEurope, 1), other = tenant(kEurope, "bolt", 3);
        post.offer(first);
        QTRY_COMPARE(published(kEurope), sorted({first})); // the first at once
        const std::string last = state(kEurope, 4), grown = tenant(kEurope, "acme", 9);
        for (const std::string& note :
             {state(kEurope, 2), tenant(kEurope, "acme", 7), state(kEurope, 3), last, grown, other})
            post.offer(note);
        QCOMPARE(published(kEurope), sorted({first})); // and then not within minutes
        QVERIFY(post.settle(kPatience));
        QCOMPARE(published(kEurope), sorted({first, last, grown, other}));
    }

    void aServerThatIsDownIsToldOfOnce() {
        std::atomic<bool> isDown = true;
        std::atomic<int> tries = 0;
        CheckpointPostSettings settings;
        settings.readEvery = 20ms;
        const StoreOpener there = opener();
        CheckpointPost post(
            {regions().front()},
            [&, there](const std::string& endpoint) -> Result<std::unique_ptr<EventStore>> {
                ++tries;
                return isDown ? failure(ErrorCode::Unreachable) : there(endpoint);
            },
            settings);
        const std::string note = state(kEurope, 1);
        post.offer(note);
        QTRY_VERIFY(tries > 5);
        const auto troubles = post.take().troubles;
        QCOMPARE(troubles.size(), std::size_t{1});
        QCOMPARE(troubles[0].region, kEurope);
        QVERIFY(troubles[0].error && troubles[0].error->code == ErrorCode::Unreachable);
        const int before = tries;
        QTRY_VERIFY(tries > before + 3);
        QVERIFY(post.take().troubles.empty());
        isDown = false;
        std::vector<CheckpointMail::Trouble> over;
        QTRY_VERIFY([&] {
            std::ranges::move(post.take().troubles, std::back_inserter(over));
            return !over.empty();
        }());
        QCOMPARE(over.size(), std::size_t{1});
        QVERIFY(!over[0].error);
        QTRY_COMPARE(published(kEurope), sorted({note}));
    }

private:
    [[nodiscard]] std::vector<RegionRecord> regions() const {
        std::vector<RegionRecord> records(3);
        records[0].region = kEurope;
        records[1].region = kAmerica;
        records[2].region = RegionName("nowhere"); // nothing of it may be held, so nothing is asked there
        records[2].form = DataForm::Nothing;
        for (RegionRecord& record : records)
            record.endpoint = m_endpoint;
        return records;
    }

    [[nodiscard]] static StoreOpener opener() {
        return [](const std::string& endpoint) { return openEventStore(endpoint, nullptr); };
    }

    [[nodiscard]] std::string noteOf(const std::string& origin, std::uint64_t size) const {
        const auto text = MUST(printCheckpoint({origin, size, {}}));
        return MUST(writeNote(MUST(m_key.cosign({text, {}}, {1'800'000'000'000'000}))));
    }

    [[nodiscard]] std::string state(const RegionName& region, std::int64_t position) const {
        return noteOf(originOf(RegionState{"inst", region, {{position, 0}, position}}), 5);
    }

    [[nodiscard]] std::string tenant(const RegionName& region, const char* name, std::uint64_t size) const {
        return noteOf(originOf(TenantLog{region, TenantId(name), 1}), size);
    }

    [[nodiscard]] static QStringList sorted(const std::vector<std::string>& notes) {
        QStringList all;
        for (const std::string& note : notes)
            all << QString::fromStdString(note);
        all.sort();
        return all;
    }

    [[nodiscard]] QStringList published(const RegionName& region) const {
        const auto store = MUST(openEventStore(m_endpoint, nullptr));
        std::vector<std::string> notes;
        std::optional<CheckpointPlace> from;
        MUST(readPublished(store->evidence(), region, from, [&](const std::vector<std::string>& page) -> Result<void> {
            notes.insert(notes.end(), page.begin(), page.end());
            return {};
        }));
        return sorted(notes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_endpoint;
    const SigningKey m_key = MUST(SigningKey::generate("desk"));
};

MUNIMENT_TEST(checkpoint_post, CheckpointPostTest);
#include "test_checkpoint_post.moc"
