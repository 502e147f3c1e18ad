// Protects: the halves of a generated key belong together, are what they say, and no two keys are the same. What was
// written is read by the library of ciphers, as a service would.
#include "models/credentials/machine_key.h"
#include "tests/support/test_registry.h"

#include <QCryptographicHash>
#include <QTest>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace muniment;

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }

    void operator()(BIO* bio) const { BIO_free_all(bio); }
};

using KeyHandle = std::unique_ptr<EVP_PKEY, Free>;

KeyHandle readKey(std::string_view pem, bool isPrivate) {
    const std::unique_ptr<BIO, Free> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return KeyHandle(isPrivate ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr)
                               : PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
}

/// Signs with one half and verifies with the other. Ed25519 brings its own hash.
bool verifies(EVP_PKEY* privateKey, EVP_PKEY* publicKey, const EVP_MD* hash) {
    const QByteArray text("muniment");
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.constData());
    const auto size = static_cast<std::size_t>(text.size());
    const std::unique_ptr<EVP_MD_CTX, Free> signer(EVP_MD_CTX_new());
    std::size_t length = 0;
    if (EVP_DigestSignInit(signer.get(), nullptr, hash, nullptr, privateKey) != 1 ||
        EVP_DigestSign(signer.get(), nullptr, &length, bytes, size) != 1)
        return false;
    std::vector<unsigned char> signature(length);
    if (EVP_DigestSign(signer.get(), signature.data(), &length, bytes, size) != 1)
        return false;
    const std::unique_ptr<EVP_MD_CTX, Free> verifier(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(verifier.get(), nullptr, hash, nullptr, publicKey) == 1 &&
           EVP_DigestVerify(verifier.get(), signature.data(), length, bytes, size) == 1;
}

/// The bytes between the lines that frame a PEM text.
QByteArray derOf(const std::string& pem) {
    QByteArray digits;
    for (const auto& line : QByteArray::fromStdString(pem).split('\n')) {
        if (!line.startsWith("-----"))
            digits += line;
    }
    return QByteArray::fromBase64(digits);
}

} // namespace

class MachineKeyTest : public QObject {
    Q_OBJECT

private slots:

    void theHalvesBelongTogether_data() {
        QTest::addColumn<int>("algorithm");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("bits");
        QTest::newRow("Ed25519") << static_cast<int>(KeyAlgorithm::Ed25519) << QByteArray("ED25519") << 256;
        QTest::newRow("RSA") << static_cast<int>(KeyAlgorithm::Rsa2048) << QByteArray("RSA") << 2048;
    }

    void theHalvesBelongTogether() {
        QFETCH(int, algorithm);
        QFETCH(QByteArray, name);
        QFETCH(int, bits);
        const auto key = generateMachineKey(static_cast<KeyAlgorithm>(algorithm));
        QVERIFY(key.has_value());
        QVERIFY(key->privateKey.reveal().starts_with("-----BEGIN PRIVATE KEY-----\n"));
        QVERIFY(key->publicKey.starts_with("-----BEGIN PUBLIC KEY-----\n"));
        QVERIFY(key->publicKey.ends_with("-----END PUBLIC KEY-----\n"));

        const auto privateKey = readKey(key->privateKey.reveal(), true);
        const auto publicKey = readKey(key->publicKey, false);
        QVERIFY(privateKey && publicKey);
        QVERIFY(EVP_PKEY_is_a(privateKey.get(), name.constData()) == 1);
        QCOMPARE(EVP_PKEY_get_bits(publicKey.get()), bits);
        QCOMPARE(EVP_PKEY_eq(privateKey.get(), publicKey.get()), 1);
        QVERIFY(verifies(privateKey.get(), publicKey.get(), bits == 256 ? nullptr : EVP_sha256()));

        const auto other = generateMachineKey(static_cast<KeyAlgorithm>(algorithm));
        QVERIFY(other.has_value());
        const auto otherPublic = readKey(other->publicKey, false);
        QVERIFY(!verifies(privateKey.get(), otherPublic.get(), bits == 256 ? nullptr : EVP_sha256()));
        QVERIFY(other->fingerprint != key->fingerprint);
    }

    void theFingerprintIsOfThePublicHalf() {
        const auto key = generateMachineKey(KeyAlgorithm::Ed25519);
        QVERIFY(key.has_value());
        QCOMPARE(QByteArray::fromStdString(key->fingerprint),
                 QCryptographicHash::hash(derOf(key->publicKey), QCryptographicHash::Sha256).toHex());
    }
};

MUNIMENT_TEST(machine_key, MachineKeyTest);
#include "test_machine_key.moc"
