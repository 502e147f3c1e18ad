// Protects: what this workstation signs verifies for anybody with other tools, and its private half stays inside.
#include "models/integrity/base64.h"
#include "models/integrity/signing_key.h"
#include "tests/integrity/canary.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <type_traits>

using namespace muniment;
using namespace muniment::test;

static_assert(!std::is_copy_constructible_v<SigningKey> && !std::is_copy_assignable_v<SigningKey>);
static_assert(std::is_nothrow_move_constructible_v<SigningKey> && std::is_nothrow_move_assignable_v<SigningKey>);
static_assert(!std::is_copy_constructible_v<PrivateBytes> && !std::is_copy_assignable_v<PrivateBytes>);

namespace {

SignedNote unsignedNote(std::uint64_t size = 1) {
    return {printCheckpoint(checkpointOf("a.log", size, 1)).value(), {}};
}

/// An auditor's way to a public key that OpenSSL's programs read: SubjectPublicKeyInfo of RFC 8410.
std::string pemOf(const Ed25519PublicKey& key) {
    auto der = bytesOf("302a300506032b6570032100");
    der.append(key.begin(), key.end());
    return "-----BEGIN PUBLIC KEY-----\n" + toBase64(der) + "\n-----END PUBLIC KEY-----\n";
}

} // namespace

class SigningKeyTest : public QObject {
    Q_OBJECT

private slots:

    /// RFC 8032 §7.1, test 1: what matters is that the 32 bytes are the seed, as everybody else has them.
    void theBytesAreTheSeed() {
        const auto seed = bytesOf("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        PrivateBytes bytes;
        std::copy(seed.begin(), seed.end(), bytes.fill().begin());
        const auto signature = ed25519Sign(bytes.reveal(), "");
        QVERIFY(signature.has_value());
        QCOMPARE(std::string(signature->begin(), signature->end()),
                 bytesOf("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
                         "b46bd25bf5f0595bbe24655141438e7a100b"));
        const auto key = SigningKey::fromPrivateBytes("w", std::move(bytes));
        QVERIFY(key.has_value());
        const auto& publicKey = key->verifierKey().publicKey;
        QCOMPARE(std::string(publicKey.begin(), publicKey.end()),
                 bytesOf("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    }

    void signsATextAtATime() {
        const auto key = SigningKey::generate("desk-7");
        QVERIFY(key.has_value());
        QCOMPARE(std::string(key->label()), std::string("desk-7"));
        QCOMPARE(key->verifierKey().name, std::string("muniment.workstation/desk-7"));
        QVERIFY(key->verifierKey().type == NoteKeyType::Cosignature);
        const auto note = key->cosign(unsignedNote(), Instant{1'700'000'000'999'999});
        QVERIFY(note.has_value());
        const auto signers = verifyNote(*note, std::vector{key->verifierKey()});
        QVERIFY(signers.has_value());
        QCOMPARE(signers->size(), std::size_t(1));
        QCOMPARE(signers->front().at->micros, atSecond(1'700'000'000).micros);
        QVERIFY(parseVerifierKey(printVerifierKey(key->verifierKey())).value() == key->verifierKey());
    }

    void addsToWhatOthersSigned() {
        const auto first = keyOf("first", 1);
        const auto second = keyOf("second", 2);
        const auto both = second.cosign(first.cosign(unsignedNote(), atSecond(1)).value(), atSecond(2)).value();
        QCOMPARE(both.signatures.size(), std::size_t(2));
        QCOMPARE(verifyNote(both, std::vector{first.verifierKey(), second.verifierKey()}).value().size(),
                 std::size_t(2));
        // Signing again replaces the line.
        const auto again = first.cosign(both, atSecond(3)).value();
        QCOMPARE(again.signatures.size(), std::size_t(2));
        QCOMPARE(verifyNote(again, std::vector{first.verifierKey()}).value().front().at->micros, atSecond(3).micros);
    }

    void signsNothingButCheckpoints() {
        const auto key = keyOf("w", 1);
        QCOMPARE(outcome(key.cosign({"I owe you 5.\n", {}}, atSecond(1))), std::string("invalidInput lines"));
        QCOMPARE(outcome(key.cosign(unsignedNote(), Instant{-1})), std::string("invalidInput"));
        auto full = unsignedNote();
        full.signatures.assign(kMaxNoteSignatures, NoteSignature{"a", {}, "x"});
        QCOMPARE(outcome(key.cosign(full, atSecond(1))), std::string("invalidInput signatures"));
    }

    void labelsAreSafe_data() {
        QTest::addColumn<std::string>("label");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("all kinds") << std::string("aZ09._-") << true;
        QTest::newRow("longest") << std::string(64, 'a') << true;
        QTest::newRow("longer") << std::string(65, 'a') << false;
        for (const char* label : {"", "a b", "a+b", "a/b", "a\n", "é", "a:b"})
            QTest::newRow(label) << std::string(label) << false;
    }

    void labelsAreSafe() {
        QFETCH(std::string, label);
        QFETCH(bool, isGood);
        QCOMPARE(SigningKey::generate(label).has_value(), isGood);
    }

    void comesBackFromItsBytes() {
        auto key = SigningKey::generate("w");
        QVERIFY(key.has_value());
        const auto again = SigningKey::fromPrivateBytes("w", PrivateBytes(key->privateBytes().reveal()));
        QVERIFY(again.has_value());
        QVERIFY(again->verifierKey() == key->verifierKey());
        const auto other = SigningKey::generate("w");
        QVERIFY(other->verifierKey().publicKey != key->verifierKey().publicKey);
        const SigningKey moved = std::move(*key);
        QVERIFY(moved.cosign(unsignedNote(), atSecond(1)).value() ==
                again->cosign(unsignedNote(), atSecond(1)).value());
    }

    void anAuditorVerifiesWithOpenSsl() {
        const QTemporaryDir folder;
        const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
        const auto key = SigningKey::generate("w").value();
        const auto note = key.cosign(unsignedNote(), atSecond(1'679'315'147)).value();
        write(path("key.pem"), pemOf(key.verifierKey().publicKey));
        write(path("signature"), note.signatures.front().bytes.substr(8));
        write(path("message"), "cosignature/v1\ntime 1679315147\n" + note.text);
        write(path("other"), "cosignature/v1\ntime 1679315148\n" + note.text);
        const auto exitCode = [&](const char* message) {
            QProcess openssl;
            openssl.setWorkingDirectory(folder.path());
            openssl.start(QStringLiteral("openssl"),
                          {QStringLiteral("pkeyutl"), QStringLiteral("-verify"), QStringLiteral("-pubin"),
                           QStringLiteral("-inkey"), QStringLiteral("key.pem"), QStringLiteral("-rawin"),
                           QStringLiteral("-in"), QString::fromLatin1(message), QStringLiteral("-sigfile"),
                           QStringLiteral("signature")});
            return openssl.waitForFinished(kPatienceMs) ? openssl.exitCode() : -1;
        };
        QCOMPARE(exitCode("message"), 0);
        QCOMPARE(exitCode("other"), 1);
    }

    void thePrivateHalfStaysInside() {
        const auto key = SigningKey::generate("w").value();
        const auto secret = key.privateBytes().reveal();
        const std::string raw(secret.begin(), secret.end());
        QVERIFY(givesAway("x" + raw, secret)); // the canary sings
        QVERIFY(givesAway("x" + toBase64("yy" + raw), secret));
        QVERIFY(givesAway("x" + toBase64(raw, Base64::Url), secret));
        QVERIFY(givesAway("0x" + QByteArray::fromStdString(raw).toHex().toStdString(), secret));
        QVERIFY(!givesAway(printVerifierKey(key.verifierKey()), secret));
        QVERIFY(!givesAway(writeNote(key.cosign(unsignedNote(), atSecond(1)).value()).value(), secret));
        const auto refused = key.cosign({"x\n", {}}, atSecond(1));
        QVERIFY(!givesAway(refused.error().detail, secret));
    }
};

MUNIMENT_TEST(signing_key, SigningKeyTest);
#include "test_signing_key.moc"
