// Protects: `access why --proof` hands over an answer that `bundle info` proves from the bundle alone, yes or no, and
// both say in a sentence why something cannot be proved.
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <filesystem>

using namespace muniment::test;

class TestAccessProof : public QObject {
    Q_OBJECT

    std::unique_ptr<AdministeredFile> m_file;
    std::string m_granted, m_revoked; ///< moments

    [[nodiscard]] std::string path(const char* name) const {
        return (m_file->directory() + QLatin1Char('/') + QLatin1String(name)).toStdString();
    }

    static std::string now() {
        QTest::qWait(20);
        const auto at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
        QTest::qWait(20);
        return at;
    }

    [[nodiscard]] Answer why(const std::string& at, const char* bundle, const Arguments& more = {}) const {
        Arguments options{"ann",
                          "contract.edit",
                          "Lease",
                          "--at",
                          at,
                          "--proof",
                          path(bundle),
                          "--key",
                          path("desk.key"),
                          "--passphrase-file",
                          path("passphrase")};
        options.insert(options.end(), more.begin(), more.end());
        return m_file->on({"access", "why"}, options);
    }

private slots:

    void initTestCase() {
        m_file = std::make_unique<AdministeredFile>();
        QFile passphrase(QString::fromStdString(path("passphrase")));
        QVERIFY(passphrase.open(QIODevice::WriteOnly) && passphrase.write("correct horse battery staple\n") > 0);
        const Arguments tenant{"--tenant", "Acme Ltd"};
        const auto add = [&](const Arguments& words, Arguments options) {
            options.insert(options.end(), tenant.begin(), tenant.end());
            return m_file->added(words, options);
        };
        add({"user", "add"}, {"--user-name", "ann"});
        add({"user", "add"}, {"--user-name", "bob"});
        add({"team", "add"}, {"--name", "Legal"});
        add({"role", "add"}, {"--key", "editor"});
        add({"resource", "add"}, {"--type", "project", "--name", "Alder"});
        add({"resource", "add"}, {"--type", "contract", "--name", "Lease", "--parent", "Alder"});
        m_file->done({"role", "permission", "add"},
                     {"editor", "--action", "contract.*", "--resource-type", "contract"});
        m_file->done({"team", "member", "add"}, {"Legal", "--user", "ann"});
        const std::string grant = m_file->added(
            {"grant", "add"}, {"--tenant", "Acme Ltd", "--role", "editor", "--team", "Legal", "--resource", "Alder"});
        m_granted = now();
        m_file->done({"grant", "remove"}, {grant});
        m_revoked = now();
        m_file->done({"sync"}, {"--once"});
    }

    void cleanupTestCase() { m_file.reset(); }

    void aYesIsProved() {
        const Answer written = why(m_granted, "yes.zip");
        QVERIFY2(written.exit == 0, told(written).c_str());
        QVERIFY2(written.out.startsWith("yes: ann may contract.edit on Lease"), told(written).c_str());
        QVERIFY2(written.err.contains("The proof is in ") && written.err.contains("muniment.workstation/"),
                 told(written).c_str());
        const Answer info = run({"bundle", "info", path("yes.zip")});
        QVERIFY2(info.exit == 0, told(info).c_str());
        for (const char* line : {"Yes: ann may contract.edit on Lease, at ",
                                 "1. ann is in Legal; Legal has editor on Alder; "
                                 "editor permits contract.* on every contract; Lease lies in Alder",
                                 "Proved: the ", "an event behind them shows", "- team Legal ("})
            QVERIFY2(info.out.contains(line), told(info).c_str());
    }

    void aNoIsProvedByWhatWouldHaveMadeItAYes() {
        const Answer written = why(m_revoked, "no.zip", {"--json"});
        QVERIFY2(written.exit == 1, told(written).c_str());
        const auto proof = written.object()[QStringLiteral("proof")].toObject();
        QCOMPARE(proof[QStringLiteral("file")].toString().toStdString(), path("no.zip"));
        const std::string key = proof[QStringLiteral("signer")].toString().toStdString();
        const Answer info = run({"bundle", "info", path("no.zip"), "--trust", key, "--json"});
        QVERIFY2(info.exit == 0, told(info).c_str());
        const auto access = info.object()[QStringLiteral("access")].toObject();
        QCOMPARE(access[QStringLiteral("allowed")].toBool(true), false);
        QCOMPARE(access[QStringLiteral("proved")].toBool(), true);
        QStringList entities;
        for (const auto& entity : access[QStringLiteral("entities")].toArray())
            entities << entity[QStringLiteral("type")].toString() +
                            QString::number(entity[QStringLiteral("events")].toInt());
        QVERIFY2(entities.contains(QStringLiteral("grant2")), qPrintable(entities.join(QLatin1Char(' '))));
        // Nothing stands behind it: the maker says that there were no more.
        QVERIFY(access[QStringLiteral("endSaidBy")].toString().startsWith(QStringLiteral("muniment.workstation/")));
    }

    void whatCannotBeProvedIsSaid() {
        const Answer later = why("2095-01-01", "later.zip");
        QVERIFY2(later.exit == 1 && later.err.contains("The file does not know eu up to that moment"),
                 told(later).c_str());
        QVERIFY(!std::filesystem::exists(path("later.zip")));
        const Answer noMoment = m_file->on({"access", "why"}, {"ann", "contract.edit", "Lease", "--proof", "x.zip"});
        QVERIFY2(noMoment.exit == 2 && noMoment.err.contains("a proof is of a moment"), told(noMoment).c_str());
        QVERIFY(why(m_granted, "twice.zip").exit == 0);
        QCOMPARE(why(m_granted, "twice.zip").exit, 2); // it is there already
    }
};

MUNIMENT_TEST(access_proof, TestAccessProof);
#include "test_access_proof.moc"
