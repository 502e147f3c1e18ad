// Protects what is said of an evidence bundle: how much it is of what, who made it and when, what its signature shows
// and what not, since when it is sealed, how far its maker knew; and of a courier's bundle why it was not taken in.
#include "models/items/evidence_words.h"
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

constexpr Instant kMadeAt{1'772'460'200'000'000}; // 2026-03-02 14:03:20
constexpr Instant kEarlier{1'772'373'800'000'000};
constexpr Instant kEarliest{1'772'287'400'000'000};
const RegionName kEurope("eu-west-1");

VerifierKey keyOf(const char* name) {
    return makeVerifierKey(name, NoteKeyType::Cosignature, Ed25519PublicKey{}).value();
}

CheckedTree treeOf(BundleProof proof, std::vector<NoteSigner> signers = {}) {
    CheckedTree tree;
    tree.tree.of = TenantLog{kEurope, TenantId("nordwind"), 1};
    tree.tree.proof = proof;
    tree.signers = std::move(signers);
    return tree;
}

NoteSigner signerOf(const char* name, std::optional<Instant> at) {
    return {name, {}, NoteKeyType::Cosignature, at};
}

BundleInfo bundleOf(std::vector<CheckedTree> trees, std::uint64_t sealedNow) {
    BundleInfo info;
    info.manifest.madeAt = kMadeAt;
    info.manifest.madeBy = "petra";
    info.manifest.workspace = "acme.muniment";
    info.manifest.filterWords = "Type is user.*";
    info.manifest.events = 1'204;
    info.manifest.asOf = {{kEurope, {{81'204'112, 0}, 17}}, {RegionName("us"), {{1'786'877'563'585'252'761, 0}, 1}}};
    info.manifest.sealedNow = sealedNow;
    info.trees = std::move(trees);
    return info;
}

} // namespace

class TestEvidenceWords : public QObject {
    Q_OBJECT
private slots:

    void anExcerptSaysWhatItIs() {
        BundleInfo info = bundleOf({}, 0);
        QCOMPARE(withoutIsolates(excerptSentence(info.manifest, ClockZone())),
                 QStringLiteral("An excerpt: 1,204 event(s) of acme.muniment, made at 2026-03-02 14:03 UTC by petra."));
        info.manifest.madeBy.clear();
        QVERIFY(excerptSentence(info.manifest, ClockZone()).endsWith(QStringLiteral("by somebody without a name.")));
        info.manifest.workspace = "x\u202Egnp.muniment";
        QVERIFY(!excerptSentence(info.manifest, ClockZone()).contains(QChar(0x202E)));
        QCOMPARE(withoutIsolates(chosenSentence(info)), QStringLiteral("Chosen by its maker: Type is user.*"));
        info.courier = CourierNote{.number = 7, .previous = {}, .regions = {}, .trees = {}};
        QCOMPARE(chosenSentence(info), QStringLiteral("Courier bundle 7: all that came since the one before."));
    }

    void aKeyIsNotMoreThanItIs() {
        const VerifierKey maker = keyOf("muniment.workstation/desk");
        const auto said = [&](KeyStanding standing) { return withoutIsolates(keySentence(standing, maker)); };
        QVERIFY(said(KeyStanding::BroughtAlong)
                    .startsWith(QStringLiteral("Signed by muniment.workstation/desk, with a key "
                                               "that the bundle brings along itself")));
        QVERIFY(said(KeyStanding::Known).endsWith(QStringLiteral("whose key is known on this workstation.")));
        QVERIFY(said(KeyStanding::Trusted).endsWith(QStringLiteral("with the key that you have said to trust.")));
    }

    void aSealIsAsOldAsItsYoungestTree() {
        const auto said = [](const BundleInfo& info) { return withoutIsolates(sealedSentence(info, ClockZone())); };
        const auto early = treeOf(BundleProof::Kept, {signerOf("desk", kEarlier), signerOf("bob", kEarliest)});
        const auto late = treeOf(BundleProof::Kept, {signerOf("carol", kEarlier)});
        QCOMPARE(said(bundleOf({early}, 0)), QStringLiteral("Sealed until 2026-02-28 14:03 UTC, as bob says."));
        QCOMPARE(said(bundleOf({early, late}, 0)), QStringLiteral("Sealed until 2026-03-01 14:03 UTC, as carol says."));
        // One that nobody whom we know has signed: nothing is said of when.
        QVERIFY(
            said(bundleOf({early, treeOf(BundleProof::Kept)}, 0)).contains(QStringLiteral("since when, nobody says")));
        QCOMPARE(
            said(bundleOf({early, treeOf(BundleProof::Now)}, 1)),
            QStringLiteral("Sealed until 2026-02-28 14:03 UTC, as bob says. 1 log(s) in it were sealed only when it "
                           "was made."));
        QVERIFY(
            said(bundleOf({treeOf(BundleProof::Now)}, 1)).startsWith(QStringLiteral("Sealed only when it was made")));
    }

    void whatItsMakerDidNotKnowIsSaid() {
        const BundleInfo info = bundleOf({}, 0);
        QCOMPARE(withoutIsolates(knownSentence(info.manifest)),
                 QStringLiteral("Where it was made, the logs were known only so far: eu-west-1 to 81204112/17, us to "
                                "1786877563585252761.0000000000/1. What is not in it may exist."));
        QCOMPARE(withheldSentence(info.manifest), QString());
        BundleManifest withheld = info.manifest;
        withheld.withheld = 3;
        QCOMPARE(withheldSentence(withheld),
                 QStringLiteral("Of 3 event(s) personal fields are not in it: hashes stand for them."));
    }

    void aCourierIsToldWhatCameAndWhyNot() {
        QCOMPARE(withoutIsolates(courierText({2, 17, signerOf("desk", {})})),
                 QStringLiteral("Courier bundle 2, signed by desk, has brought 17 event(s)."));
        const VerifierKey maker = keyOf("desk");
        Error error{ErrorCode::Refused, "nobody whom we know has signed", {{"why", "unknownKey"}}};
        const QString unknown = refusedCourierText(error, {maker});
        QVERIFY(unknown.startsWith(QStringLiteral("Nobody whom you believe has signed this bundle.")));
        QVERIFY(unknown.contains(QString::fromStdString(printVerifierKey(maker))));
        QVERIFY(!unknown.contains(QStringLiteral("--trust")));
        error.context["why"] = "replay";
        QCOMPARE(refusedCourierText(error, {maker}),
                 QStringLiteral("The file has the events of this bundle already. Nothing was written."));
    }
};

MUNIMENT_TEST(evidence_words, TestEvidenceWords);
#include "test_evidence_words.moc"
