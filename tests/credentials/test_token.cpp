// Protects: a token is 256 random bits in the form it is known by, and the hash that is stored is that of what is
// shown.
#include "models/credentials/token.h"
#include "tests/support/test_registry.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

#include <set>
#include <type_traits>

using namespace muniment;

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);

namespace {

QByteArray textOf(const Secret& secret) {
    return {secret.reveal().data(), static_cast<qsizetype>(secret.reveal().size())};
}

} // namespace

class TokenTest : public QObject {
    Q_OBJECT

private slots:

    void hasTheFormItIsKnownBy() {
        const auto token = generateToken();
        QVERIFY(token.has_value());
        static const QRegularExpression form(QStringLiteral("^mun_[A-Za-z0-9_-]{43}$"));
        QVERIFY(form.match(QString::fromLatin1(textOf(token->secret))).hasMatch());
        const auto digits = textOf(token->secret).mid(4);
        const auto decoded = QByteArray::fromBase64Encoding(digits, QByteArray::Base64UrlEncoding |
                                                                        QByteArray::AbortOnBase64DecodingErrors);
        QVERIFY(decoded);
        QCOMPARE((*decoded).size(), qsizetype(32));
        QCOMPARE((*decoded).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals), digits);
    }

    void theHashIsOfWhatIsShown() {
        const auto token = generateToken();
        QVERIFY(token.has_value());
        const auto expected = QCryptographicHash::hash(textOf(token->secret), QCryptographicHash::Sha256).toHex();
        QCOMPARE(QByteArray::fromStdString(token->hash), expected);
        QCOMPARE(QByteArray::fromStdString(token->fingerprint), expected.left(16));
        QCOMPARE(tokenHash(token->secret.reveal()).value(), token->hash);
    }

    /// FIPS 180-2, appendix B.1.
    void hashesAsTheStandardSays() {
        QCOMPARE(tokenHash("abc").value(),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(tokenHash("").value(),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void noTwoAreAlike() {
        std::set<std::string> hashes;
        std::set<QByteArray> beginnings;
        for (int i = 0; i < 1000; ++i) {
            const auto token = generateToken();
            QVERIFY(token.has_value());
            hashes.insert(token->hash);
            beginnings.insert(textOf(token->secret).left(12));
        }
        QCOMPARE(hashes.size(), std::size_t(1000));
        QCOMPARE(beginnings.size(), std::size_t(1000)); // 48 bits: two alike in one of 500 million runs
    }

    void aSecretLeavesWhereItMovesFrom() {
        Secret one("hunter2");
        Secret other(std::move(one));
        QCOMPARE(textOf(other), QByteArray("hunter2"));
        QVERIFY(one.isEmpty()); // NOLINT(bugprone-use-after-move): what a move leaves is what is asked here
        Secret third("x");
        third = std::move(other);
        QCOMPARE(textOf(third), QByteArray("hunter2"));
        QVERIFY(other.isEmpty()); // NOLINT(bugprone-use-after-move)
        third = Secret();
        QVERIFY(third.isEmpty());
    }
};

MUNIMENT_TEST(token, TokenTest);
#include "test_token.moc"
