// Protects what a stored payload is worth: whatever bytes an event carries, the row gives the same bytes back; and the
// forms in which earlier files hold them stay readable.
#include "models/replica/payload_codec.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <array>
#include <random>

using namespace muniment;

namespace {

RecordedEvent eventWith(std::string payload) {
    RecordedEvent event;
    event.tenant = TenantId("29e6c1d2-dd73-4abd-a8ec-aed7bd3571dc");
    event.aggregate = {"session", AggregateId("456a0952-6a11-4d58-aa6a-6b3fe7034ee2")};
    event.actor = {"human", ActorId("dfdd6496-3d78-42b0-bfbb-3f9d8ac8268a")};
    event.sourceIp = "5.12.247.110";
    event.recordedAt = {1'700'000'000'123'456};
    event.occurredAt = {1'700'000'000'100'000};
    event.payload = std::move(payload);
    return event;
}

struct Stored {
    int form = 0;
    std::string bytes;
};

Stored stored(const RecordedEvent& event) {
    Stored made;
    made.form = compressPayload(event, made.bytes);
    return made;
}

std::string restored(const RecordedEvent& event, const Stored& from) {
    RepeatedTexts texts(event);
    const auto payload =
        restorePayload(from.form, from.bytes, [&](PayloadReference reference) { return texts[reference]; });
    return payload ? *payload : "failed: " + payload.error().detail;
}

const std::string kSessionPayload =
    R"({"browser":"Safari 17","checkedAt":"2023-11-14T22:13:20.123456Z","country":"BR","ip":"5.12.247.110",)"
    R"("os":"macOS 14","preferredLanguage":"pt","userID":"dfdd6496-3d78-42b0-bfbb-3f9d8ac8268a",)"
    R"("userResourceOwner":"29e6c1d2-dd73-4abd-a8ec-aed7bd3571dc"})";

} // namespace

class PayloadCodecTest : public QObject {
    Q_OBJECT

private slots:
    void everyPayloadComesBack_data();
    void everyPayloadComesBack();
    void whatTheEventHoldsIsReferredTo();
    void randomBytesComeBack();
    void earlierFilesStayReadable();
    void damageIsTold_data();
    void damageIsTold();
};

void PayloadCodecTest::everyPayloadComesBack_data() {
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("form");
    const auto row = [](const char* name, const std::string& payload, int form) {
        QTest::newRow(name) << QByteArray::fromStdString(payload) << form;
    };
    std::string names = "[";
    for (int i = 0; i < 20'000; ++i)
        names += "\"member " + std::to_string(i * 7'919) + "\",";
    row("empty", {}, kRawPayload);
    row("tiny", "{}", kRawPayload);
    row("session", kSessionPayload, kPayloadBlock);
    row("time of the writer", R"({"at":"2023-11-14T22:13:20.100Z","reason":"ticket closed"})", kPayloadBlock);
    row("only quotes", R"("""""""""""""""""""""""""""""""""""""""")", kPayloadBlock);
    row("one quote", "no JSON at all \" and no JSON and no JSON and no JSON and no JSON", kPayloadBlock);
    row("a reference of its own", "{\"ip\":\"\x04\",\"reason\":\"ticket closed ticket closed ticket closed\"}",
        kRawPayload);
    row("NUL", std::string("{\"reason\":\"\0 ticket closed ticket closed ticket closed\"}", 53), kPayloadBlock);
    row("beyond a block", names, kFramedPayload);
    row("nearly a block", names.substr(0, 131'072), kPayloadBlock);
}

void PayloadCodecTest::everyPayloadComesBack() {
    QFETCH(const QByteArray, payload);
    QFETCH(const int, form);
    const RecordedEvent event = eventWith(payload.toStdString());
    const Stored kept = stored(event);
    QCOMPARE(restored(event, kept), *event.payload);
    QCOMPARE(kept.form, form);
}

void PayloadCodecTest::whatTheEventHoldsIsReferredTo() {
    std::string referring;
    QVERIFY(referToEvent(eventWith(kSessionPayload), kSessionPayload, referring));
    QCOMPARE(referring,
             std::string("{\"browser\":\"Safari 17\",\"checkedAt\":\"\x05\",\"country\":\"BR\",\"ip\":\"\x04\","
                         "\"os\":\"macOS 14\",\"preferredLanguage\":\"pt\",\"userID\":\"\x02\","
                         "\"userResourceOwner\":\"\x01\"}"));
    QVERIFY(referToEvent(eventWith({}), R"({"id":"456a0952-6a11-4d58-aa6a-6b3fe7034ee2","ip":"15.12.247.110"})",
                         referring));
    QCOMPARE(referring, std::string("{\"id\":\"\x03\",\"ip\":\"15.12.247.110\"}"));
}

void PayloadCodecTest::randomBytesComeBack() {
    std::mt19937_64 random(7);
    const RecordedEvent ids = eventWith({});
    const std::array<std::string, 8> pieces{"\"",   ids.tenant.text(), ids.actor.id.text(), "5.12.247.110",
                                            "\x03", "\\\"\"\"",        "{\"a\":",           std::string(300, 'x')};
    for (int round = 0; round < 5'000; ++round) {
        std::string payload;
        for (auto left = random() % 12; left > 0; --left) {
            const auto choice = random() % (2 * pieces.size());
            payload += choice < pieces.size() ? pieces[choice] : std::string(1, static_cast<char>(random()));
        }
        const RecordedEvent event = eventWith(payload);
        QCOMPARE(restored(event, stored(event)), payload);
    }
}

// Bytes as version 1 of the file holds them: dictionary, references and the form of times may never change.
void PayloadCodecTest::earlierFilesStayReadable() {
    const QByteArray block = QByteArray::fromHex("10707406fcd00e231e18cc6ea8c709d958fbc3");
    QCOMPARE(restored(eventWith({}), {kPayloadBlock, block.toStdString()}), kSessionPayload);
}

void PayloadCodecTest::damageIsTold_data() {
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray block = QByteArray::fromStdString(stored(eventWith(kSessionPayload)).bytes);
    QTest::newRow("unknown form") << 3 << block;
    QTest::newRow("negative form") << -1 << block;
    QTest::newRow("no block") << kPayloadBlock << QByteArray();
    QTest::newRow("a block too long") << kPayloadBlock << QByteArray(200'000, 'x');
    QTest::newRow("a block for a frame") << kFramedPayload << block;
    QTest::newRow("no frame") << kFramedPayload << QByteArray();
}

void PayloadCodecTest::damageIsTold() {
    QFETCH(const int, form);
    QFETCH(const QByteArray, bytes);
    const auto payload = restorePayload(form, bytes.toStdString(), [](PayloadReference) { return std::string_view(); });
    QVERIFY(!payload);
    QCOMPARE(payload.error().code, ErrorCode::FileCorrupt);
}

MUNIMENT_TEST(payload_codec, PayloadCodecTest);
#include "test_payload_codec.moc"
