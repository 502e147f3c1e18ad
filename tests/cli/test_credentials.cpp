// Protects: the secret of a token or key is said once, on the last line, and stands nowhere afterwards: not in the
// file, the store, the log or what an error says; and what is stored is its hash, by which it can be told.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace muniment::test;

class TestCredentials : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aTokenIsShownOnce();
    void alsoAsJson();
    void aDryRunShowsNoSecret();
    void aRefusedTokenShowsNoSecret();
    void aKeyIsShownOnce();
    void aKeyIsRotated();
    void factorsComeAndGo();
    void aTokenIsFoundByItsFingerprint();

private:
    [[nodiscard]] bool isAnywhere(const QByteArray& secret) const;

    [[nodiscard]] QJsonArray credentials(const std::string& user) const {
        return m_file->shown("user", user)[QStringLiteral("credentials")].toArray();
    }

    std::unique_ptr<AdministeredFile> m_file;
};

/// In any file of the workspace's folder, in the log, or in what `show` says.
bool TestCredentials::isAnywhere(const QByteArray& secret) const {
    QDirIterator files(m_file->directory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        if (file.readAll().contains(secret))
            return true;
    }
    return m_file->done({"events"}, {"--json"}).out.contains(secret) ||
           m_file->done({"user", "show"}, {"svc", "--json"}).out.contains(secret);
}

void TestCredentials::initTestCase() {
    m_file = std::make_unique<AdministeredFile>();
    m_file->done({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "svc", "--machine"});
    m_file->done({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "ann"});
}

void TestCredentials::aTokenIsShownOnce() {
    const auto answer = m_file->done({"user", "token", "add"}, {"svc", "--name", "build", "--expires", "+90d",
                                                                "--scope", "read:all", "--scope", "openid"});
    const auto lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    static const QRegularExpression form(QStringLiteral("^mun_[A-Za-z0-9_-]{43}$"));
    QVERIFY2(form.match(QString::fromLatin1(lines[1])).hasMatch(), told(answer).c_str());
    QVERIFY2(answer.err.contains("this once") && !answer.err.contains(lines[1]), told(answer).c_str());
    QVERIFY(!isAnywhere(lines[1]));
    QVERIFY(!isAnywhere(lines[1].mid(4)));

    const auto held = credentials("svc");
    QCOMPARE(held.size(), 1);
    QCOMPARE(held[0][QStringLiteral("kind")].toString(), QStringLiteral("token"));
    QCOMPARE(held[0][QStringLiteral("id")].toString().toLatin1(), lines[0]);
    QCOMPARE(held[0][QStringLiteral("name")].toString(), QStringLiteral("build"));
    QCOMPARE(held[0][QStringLiteral("scopes")].toArray(),
             (QJsonArray{QStringLiteral("read:all"), QStringLiteral("openid")}));
    const auto hash = QCryptographicHash::hash(lines[1], QCryptographicHash::Sha256).toHex();
    QCOMPARE(held[0][QStringLiteral("fingerprint")].toString().toLatin1(), hash.left(16));
    const auto event = m_file->done({"events"}, {"--json", "--type", "user.pat.added"}).object();
    QCOMPARE(event[QStringLiteral("payload")][QStringLiteral("hash")].toString().toLatin1(), hash);
}

void TestCredentials::alsoAsJson() {
    const auto answer = m_file->done({"user", "token", "add"}, {"ann", "--json"}).object();
    const auto secret = answer[QStringLiteral("secret")].toString().toLatin1();
    QVERIFY(secret.startsWith("mun_"));
    QVERIFY(!answer[QStringLiteral("tokenId")].toString().isEmpty());
    QVERIFY(!isAnywhere(secret));
}

void TestCredentials::aDryRunShowsNoSecret() {
    const auto text = m_file->done({"user", "token", "add"}, {"ann", "--dry-run"});
    QVERIFY2(!text.out.contains("mun_") && text.out.contains("user.pat.added"), told(text).c_str());
    const auto json = m_file->done({"user", "token", "add"}, {"ann", "--dry-run", "--json"}).object();
    QVERIFY(!json.contains(QStringLiteral("secret")));
}

void TestCredentials::aRefusedTokenShowsNoSecret() {
    for (const Arguments& refused :
         {Arguments{"ann", "--expires", "2020-01-01"}, Arguments{"ann", "--scope", "a b"}, Arguments{"nobody"}}) {
        const auto answer = m_file->on({"user", "token", "add"}, refused);
        QVERIFY2(answer.exit == 1 && answer.out.isEmpty() && !answer.err.contains("mun_"), told(answer).c_str());
    }
}

void TestCredentials::aKeyIsShownOnce() {
    const auto answer = m_file->done({"user", "key", "add"}, {"svc", "--name", "deploy", "--algorithm", "rsa"});
    const auto begin = answer.out.indexOf("-----BEGIN PRIVATE KEY-----\n");
    QVERIFY2(begin > 0 && answer.out.trimmed().endsWith("-----END PRIVATE KEY-----"), told(answer).c_str());
    const auto firstLine = answer.out.mid(begin).split('\n')[1];
    QVERIFY(!isAnywhere(firstLine));
    const auto id = answer.out.left(answer.out.indexOf('\n')).toStdString();
    QCOMPARE(credentials("svc").size(), 2);
    QCOMPARE(m_file->on({"user", "key", "add"}, {"ann"}).exit, 1);
    QCOMPARE(m_file->on({"user", "key", "add"}, {"svc", "--algorithm", "dsa"}).exit, 2);
    m_file->done({"user", "key", "remove"}, {"svc", id.substr(0, 13)});
    QCOMPARE(credentials("svc").size(), 1);
    const auto json = m_file->done({"user", "key", "add"}, {"svc", "--json"}).object();
    QVERIFY(json[QStringLiteral("privateKey")].toString().startsWith(QStringLiteral("-----BEGIN PRIVATE KEY-----")));
    QVERIFY(!json[QStringLiteral("keyId")].toString().isEmpty());
}

void TestCredentials::aKeyIsRotated() {
    const auto keys = [&] {
        QStringList ids;
        for (const auto& held : credentials("svc")) {
            if (held[QStringLiteral("kind")].toString() == QStringLiteral("key"))
                ids << held[QStringLiteral("id")].toString();
        }
        return ids;
    };
    m_file->done({"user", "key", "add"}, {"svc"});
    QVERIFY(keys().size() >= 2);
    const auto answer = m_file->done({"rotate-key"}, {"svc", "--name", "new", "--expires", "+365d"});
    QVERIFY2(answer.out.contains("-----BEGIN PRIVATE KEY-----"), told(answer).c_str());
    QCOMPARE(keys(), QStringList{QString::fromLatin1(answer.out.split('\n').front())});
    QCOMPARE(m_file->on({"rotate-key"}, {"svc", "--key", "nothing"}).exit, 1);
    QCOMPARE(m_file->on({"rotate-key"}, {"ann"}).exit, 1);
    QCOMPARE(keys().size(), 1);
}

void TestCredentials::factorsComeAndGo() {
    m_file->done({"user", "mfa", "add"}, {"ann", "--name", "phone"});
    QCOMPARE(m_file->on({"user", "mfa", "add"}, {"ann"}).exit, 1);
    QCOMPARE(m_file->on({"user", "mfa", "add"}, {"svc"}).exit, 1);
    m_file->done({"user", "mfa", "remove"}, {"ann", "--reason", "phone lost"});
    QCOMPARE(m_file->on({"user", "mfa", "remove"}, {"ann"}).exit, 1);
    QCOMPARE(m_file->on({"user", "mfa", "remove"}, {"ann", "--passkey", "p1"}).exit, 1);
}

void TestCredentials::aTokenIsFoundByItsFingerprint() {
    const auto secret = m_file->done({"user", "token", "add"}, {"svc"}).lastLine();
    const auto hash = QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().toStdString();
    const auto before = credentials("svc").size();
    m_file->done({"user", "token", "remove"}, {"svc", hash.substr(0, 12)});
    QCOMPARE(credentials("svc").size(), before - 1);
    const auto again = m_file->on({"user", "token", "remove"}, {"svc", hash.substr(0, 12)});
    QVERIFY2(again.exit == 1 && again.err.contains("token or key"), told(again).c_str());
}

MUNIMENT_TEST(credentials, TestCredentials);
#include "test_credentials.moc"
