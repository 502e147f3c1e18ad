// Protects: rules of separation of duties on the command line, who breaks them now and ever did; what a dry run says
// about access; and what came of a compromised account, with the commands that take it back.
#include "models/base/clock.h"
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestSeparation : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_file = std::make_unique<AdministeredFile>();
        for (const char* name : {"ann", "bob"})
            add({"user", "add"}, {"--user-name", name});
        for (const auto& [key, action] : {std::pair{"clerk", "invoice.create"},
                                          std::pair{"approver", "invoice.approve"}, std::pair{"admin", "*"}}) {
            add({"role", "add"}, {"--key", key});
            m_file->done({"role", "permission", "add"}, {key, "--action", action, "--resource-type", "*"});
        }
        m_admin = add({"grant", "add"}, {"--role", "admin", "--user", "ann"});
        add({"grant", "add"}, {"--role", "clerk", "--user", "bob"});
    }

    void cleanupTestCase() { m_file.reset(); }

    void nobodyBreaksARuleThatIsNot() {
        const Answer none = m_file->on({"separation", "check"});
        QCOMPARE(none.exit, 0);
        QVERIFY(none.err.contains("There is no rule to check"));
        QCOMPARE(m_file->on({"separation", "check"}, {"nothing"}).exit, 2);
    }

    void aRuleIsMadeAndWhoBreaksItIsListed() {
        m_rule = add({"separation", "add"},
                     {"--name", "Four eyes", "--first", "invoice.create", "--second", "invoice.approve"});
        QCOMPARE(m_file->listed("separation", "name"), QStringList{QStringLiteral("Four eyes")});
        const Answer broken = m_file->on({"separation", "check"});
        QCOMPARE(broken.exit, 1); // an administrator may do both
        QVERIFY2(broken.out.contains("Four eyes") && broken.out.contains("ann") && !broken.out.contains("bob"),
                 told(broken).c_str());
        QCOMPARE(m_file->on({"separation", "check"}, {"Four eyes", "--at", "2020-01-01"}).exit, 2); // not there then
        QVERIFY(m_file->done({"separation", "show"}, {"four EYES"}).out.contains("invoice.approve"));
        const Answer wrong = m_file->on({"separation", "add"},
                                        {"--tenant", "Acme Ltd", "--name", "Twice", "--first", "x", "--second", "x"});
        QVERIFY2(wrong.exit != 0 && !wrong.err.isEmpty(), told(wrong).c_str());
    }

    void aDryRunSaysWhoWouldGainAndWhatWouldBreak() {
        const Arguments wish{"--tenant", "Acme Ltd", "--role", "approver", "--user", "bob", "--dry-run"};
        const Answer told = m_file->done({"grant", "add"}, wish);
        for (const char* words : {"Access in Acme Ltd: 1 would gain 1 right.",
                                  "+ invoice.approve on everything (approver)", "bob would break the rule Four eyes."})
            QVERIFY2(told.err.contains(words), told.err.constData());
        auto json = wish;
        json.push_back("--json");
        const auto access = m_file->done({"grant", "add"}, json).object()[QStringLiteral("access")].toArray();
        QCOMPARE(access.size(), 2);
        QCOMPARE(access[0].toObject()[QStringLiteral("effect")].toString(), QStringLiteral("gained"));
        QCOMPARE(access[1].toObject()[QStringLiteral("effect")].toString(), QStringLiteral("ruleBroken"));
        QCOMPARE(m_file->on({"access", "check"}, {"bob", "invoice.approve", "*"}).exit, 1); // nothing was done
    }

    void theLastAdministratorIsNamed() {
        const Answer told = m_file->done({"grant", "remove"}, {m_admin, "--dry-run"});
        QVERIFY2(told.err.contains("Acme Ltd would lose its last administrator"), told.err.constData());
        QFile lines(m_file->directory() + QStringLiteral("/lines.jsonl"));
        QVERIFY(lines.open(QIODevice::WriteOnly));
        lines.write("{\"command\":\"grant.remove\",\"tenant\":\"Acme Ltd\",\"id\":\"" +
                    QByteArray::fromStdString(m_admin) + "\"}\n");
        lines.close();
        const Answer all = m_file->on({"apply"}, {lines.fileName().toStdString(), "--dry-run", "--json"});
        QCOMPARE(all.exit, 1); // a finding
        QVERIFY2(all.out.contains("\"effect\":\"lost\"") && all.out.contains("\"effect\":\"lastAdminLost\""),
                 all.out.constData());
    }

    void whoEverBrokeItIsKnownWithTheTimes() {
        const auto grant = add({"grant", "add"}, {"--role", "approver", "--user", "bob"});
        m_file->done({"grant", "remove"}, {grant});
        QVERIFY(!m_file->on({"separation", "check"}).out.contains("bob"));
        const auto rows = m_file->on({"separation", "check"}, {"--ever", "--json"}).objects();
        QStringList ended;
        for (const auto& row : rows)
            if (row[QStringLiteral("user")].toString() == QStringLiteral("bob"))
                ended << row[QStringLiteral("until")].toString();
        QCOMPARE(ended.size(), 1);
        QVERIFY(!ended[0].isEmpty());
        m_file->done({"separation", "remove"}, {m_rule});
        QCOMPARE(m_file->on({"separation", "check"}).exit, 0);
    }

    void whatACompromisedAccountGaveIsTakenBack() {
        const auto from = formatInstant(systemClock().now());
        const std::string other = asOperator("ann");
        const auto as = [&](Arguments words, const Arguments& options) {
            words.push_back(other);
            words.insert(words.end(), options.begin(), options.end());
            const Answer answer = run(words);
            if (answer.exit != 0)
                qFatal("%s", told(answer).c_str());
            return answer;
        };
        as({"user", "add"}, {"--tenant", "Acme Ltd", "--user-name", "mallory"});
        as({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", "admin", "--user", "mallory"});
        m_file->done({"sync"}, {"--once"});
        const auto path = (m_file->directory() + QStringLiteral("/back.jsonl")).toStdString();
        const Answer traced = m_file->on({"access", "poisoned"},
                                         {"ann", "--from", from, "--commands", path, "--reason", "stolen laptop"});
        QCOMPARE(traced.exit, 1);
        QVERIFY2(traced.out.contains("grant.added") && traced.out.contains("mallory") && traced.out.contains("still"),
                 told(traced).c_str());
        QVERIFY2(traced.err.contains("2 gave access or a way in"), traced.err.constData());
        m_file->done({"apply"}, {path});
        QCOMPARE(m_file->on({"access", "check"}, {"mallory", "invoice.approve", "*"}).exit, 1);
        QCOMPARE(m_file->on({"access", "check"}, {"ann", "invoice.approve", "*"}).exit, 1); // locked
        const Answer again = m_file->on({"access", "poisoned"}, {"ann", "--from", from, "--json"});
        QVERIFY2(!again.out.contains("\"kind\":\"command\""), again.out.constData());
        QCOMPARE(m_file->on({"access", "poisoned"}, {"nobody", "--from", from}).exit, 2);
        QVERIFY(m_file->on({"access", "poisoned"}, {"ann", "--from", from, "--to", "2020-01-01"}).exit != 0);
    }

private:
    std::string add(const Arguments& words, Arguments options) {
        options.push_back("--tenant");
        options.push_back("Acme Ltd");
        return m_file->added(words, options);
    }

    /// Another workspace over the same store.
    std::string asOperator(const std::string& name) {
        const auto info = m_file->done({"workspace", "info"}, {"--json", "--offline"}).object();
        Arguments words{"workspace", "new", (m_file->directory() + QStringLiteral("/other.muniment")).toStdString(),
                        "--operator", name};
        for (const auto& region : info[QStringLiteral("regions")].toArray()) {
            words.push_back("--endpoint");
            words.push_back((region.toObject()[QStringLiteral("region")].toString() + QLatin1Char('=') +
                             region.toObject()[QStringLiteral("endpoint")].toString())
                                .toStdString());
        }
        if (const Answer made = run(words); made.exit != 0)
            qFatal("%s", told(made).c_str());
        if (const Answer synced = run({"sync", words[2], "--once"}); synced.exit != 0)
            qFatal("%s", told(synced).c_str());
        return words[2];
    }

    std::unique_ptr<AdministeredFile> m_file;
    std::string m_admin, m_rule;
};

MUNIMENT_TEST(separation, TestSeparation);
#include "test_separation.moc"
