// Protects: review start, list, show, decide and close: what is asked, decided and signed off, what a decision on stale
// facts comes to, that only what changed is asked again, and what changed since the sign-off; on an embedded workspace
// and on a real server.
#include "tests/cli/administered_file.h"
#include "tests/support/plain_sql.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace muniment::test;

namespace {

/// An organization with something to review: ann and bea are in Contracts; ann and the team are editors, bob a reader.
class ReviewedFile : public AdministeredFile {
public:
    ReviewedFile() {
        for (const char* name : {"ann", "bea", "bob"})
            here({"user", "add"}, {"--user-name", name});
        here({"team", "add"}, {"--name", "Contracts"});
        for (const char* name : {"ann", "bea"})
            done({"team", "member", "add"}, {"Contracts", "--user", name});
        for (const char* key : {"editor", "reader"})
            here({"role", "add"}, {"--key", key});
        done({"role", "permission", "add"}, {"editor", "--action", "contract.edit", "--resource-type", "contract"});
        here({"resource", "add"}, {"--type", "contract", "--name", "Lease"});
        ann = here({"grant", "add"}, {"--role", "editor", "--user", "ann", "--reason", "stands in for Bob"});
        team = here({"grant", "add"}, {"--role", "editor", "--team", "Contracts"});
        bob = here({"grant", "add"}, {"--role", "reader", "--user", "bob", "--resource", "Lease"});
    }

    /// Adds something to the organization; its id.
    std::string here(const Arguments& words, Arguments options) const {
        options.insert(options.end(), {"--tenant", "Acme Ltd"});
        return added(words, options);
    }

    std::string started(const std::string& name, Arguments options = {}) const {
        options.insert(options.end(), {"--name", name, "--reviewer", "ann", "--due", "+14d"});
        return here({"review", "start"}, options);
    }

    [[nodiscard]] Answer decide(const std::string& review, const std::string& grant, const std::string& decision,
                                Arguments options = {}) const {
        options.insert(options.begin(), {review, grant, decision});
        return on({"review", "decide"}, options);
    }

    [[nodiscard]] QJsonObject shownReview(const std::string& review, Arguments options = {}) const {
        options.insert(options.begin(), {review, "--json"});
        return done({"review", "show"}, options).object();
    }

    std::string ann, team, bob;
};

/// Each item as "role subject: member", in no order that matters.
QStringList items(const QJsonObject& review, const char* member) {
    QStringList all;
    for (const auto& each : review[QStringLiteral("grants")].toArray()) {
        const QJsonObject item = each.toObject();
        const QJsonValue value = item[QLatin1String(member)];
        all << item[QStringLiteral("roleKey")].toString() + QLatin1Char(' ') +
                   item[QStringLiteral("subjectName")].toString() + QStringLiteral(": ") +
                   (value.isDouble() ? QString::number(value.toInt()) : value.toString());
    }
    all.sort();
    return all;
}

QString drift(const QJsonObject& review) {
    const QJsonObject counted = review[QStringLiteral("drift")].toObject();
    return QStringLiteral("%1 %2 %3")
        .arg(counted[QStringLiteral("began")].toInt())
        .arg(counted[QStringLiteral("changed")].toInt())
        .arg(counted[QStringLiteral("ended")].toInt());
}

} // namespace

class TestReview : public QObject {
    Q_OBJECT
private slots:

    void itemsSayWhatOneHasToKnow() {
        const ReviewedFile file;
        const auto review = file.started("Spring");
        const QJsonObject shown = file.shownReview("Spring");
        QCOMPARE(shown[QStringLiteral("id")].toString().toStdString(), review);
        QCOMPARE(shown[QStringLiteral("items")].toInt(), 3);
        QCOMPARE(items(shown, "change"), (QStringList{QStringLiteral("editor Contracts: neverSignedOff"),
                                                      QStringLiteral("editor ann: neverSignedOff"),
                                                      QStringLiteral("reader bob: neverSignedOff")}));
        QCOMPARE(items(shown, "granterId").front(), QStringLiteral("editor Contracts: root"));
        QVERIFY(items(shown, "grantReason").contains(QStringLiteral("editor ann: stands in for Bob")));
        // Contracts has the role as well; of ann's one team mate, bea, nobody has it by a grant of her own.
        QVERIFY(items(shown, "otherHolders").contains(QStringLiteral("editor ann: 1")));
        QVERIFY(items(shown, "teamMates").contains(QStringLiteral("editor ann: 1")));
        QVERIFY(items(shown, "teamMatesHolding").contains(QStringLiteral("editor ann: 0")));
        const Answer table = file.done({"review", "show"}, {"Spring"});
        QVERIFY2(table.out.contains("stands in for Bob") && table.out.contains("0 of 1 team mates"),
                 table.out.constData());
    }

    void aScopeNarrowsIt_data() {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("count");
        QTest::newRow("role") << "--role"
                              << "editor" << 2;
        QTest::newRow("team, and who is in it") << "--team"
                                                << "Contracts" << 2;
        QTest::newRow("resource") << "--resource"
                                  << "Lease" << 1;
    }

    void aScopeNarrowsIt() {
        QFETCH(QString, option);
        QFETCH(QString, name);
        QFETCH(int, count);
        static const ReviewedFile file;
        file.started(name.toStdString(), {option.toStdString(), name.toStdString()});
        QCOMPARE(file.shownReview(name.toStdString())[QStringLiteral("grants")].toArray().size(), count);
    }

    void decisionsAreKeptAndRevocationsCarriedOut() {
        const ReviewedFile file;
        const auto review = file.started("Spring");
        QCOMPARE(file.decide(review, file.ann, "revoke").exit, 1); // why?
        const Answer dry = file.decide(review, file.ann, "revoke", {"--reason", "has left", "--dry-run"});
        QVERIFY2(dry.exit == 0 && dry.out.contains("grant.removed"), told(dry).c_str());
        QCOMPARE(file.decide("Spring", file.ann, "keep").exit, 0);
        const auto before = file.events();
        QCOMPARE(file.decide("Spring", file.ann, "revoke", {"--reason", "has left"}).exit, 0);
        QCOMPARE(file.events(), before + 2); // both in one append
        QCOMPARE(file.decide("Spring", file.team, "keep", {"--reason", "as agreed"}).exit, 0);
        QVERIFY(!file.listed("grant", "id").contains(QString::fromStdString(file.ann)));

        const QJsonObject shown = file.shownReview("Spring");
        QVERIFY(items(shown, "decision").contains(QStringLiteral("editor ann: revoke")));
        const auto decisions = shown[QStringLiteral("decisions")].toArray();
        QCOMPARE(decisions.size(), 3); // nothing is overwritten
        QCOMPARE(decisions[0].toObject()[QStringLiteral("counts")].toBool(), false);
        QCOMPARE(decisions[1].toObject()[QStringLiteral("reason")].toString(), QStringLiteral("has left"));
        QCOMPARE(decisions[1].toObject()[QStringLiteral("decidedBy")].toString(), QStringLiteral("root"));
        const auto listed = file.done({"review", "list"}, {"--json"}).object();
        QCOMPARE(listed[QStringLiteral("kept")].toInt(), 1);
        QCOMPARE(listed[QStringLiteral("revoked")].toInt(), 1);

        QCOMPARE(file.on({"review", "close"}, {"Spring"}).exit, 1); // one is left
        QCOMPARE(file.on({"review", "close"}, {"Spring", "--reason", "bob is away"}).exit, 0);
        const Answer late = file.decide("Spring", file.bob, "keep");
        QVERIFY2(late.exit == 1 && late.err.contains("signed off"), told(late).c_str());
        QCOMPARE(file.shownReview("Spring")[QStringLiteral("state")].toString(), QStringLiteral("closed"));
        QCOMPARE(drift(file.shownReview("Spring")), QStringLiteral("0 0 0")); // what it revoked is no drift
    }

    void aDecisionOnWhatChangedIsRefused() {
        const ReviewedFile file;
        file.started("Spring");
        file.done({"grant", "change"}, {file.ann, "--until", "2090-01-01"});
        const auto before = file.events();
        for (const char* decision : {"keep", "revoke"}) {
            const Answer stale = file.decide("Spring", file.ann, decision, {"--reason", "seen"});
            QVERIFY2(stale.exit == 1, told(stale).c_str());
            QVERIFY2(stale.err.contains("SEEN AT 1") && stale.err.contains("2090-01-01T00:00:00Z") &&
                         stale.err.contains("In between: grant.changed by root"),
                     stale.err.constData());
        }
        QCOMPARE(file.events(), before);
        QVERIFY(items(file.shownReview("Spring"), "sequenceNow").contains(QStringLiteral("editor ann: 2")));
        QCOMPARE(file.decide("Spring", file.ann, "revoke", {"--reason", "seen", "--if-sequence", "2"}).exit, 0);
    }

    void onlyWhatChangedIsAskedAgain() {
        const ReviewedFile file;
        file.started("Spring");
        for (const auto& grant : {file.ann, file.team, file.bob})
            QCOMPARE(file.decide("Spring", grant, "keep").exit, 0);
        QCOMPARE(file.on({"review", "close"}, {"Spring"}).exit, 0);
        const Answer nothing = file.on({"review", "start"},
                                       {"--tenant", "Acme Ltd", "--name", "Idle", "--reviewer", "ann", "--due", "+1d"});
        QVERIFY2(nothing.exit == 1 && nothing.err.contains("nothing to review"), told(nothing).c_str());

        file.done({"grant", "change"}, {file.bob, "--until", "2090-01-01"});
        file.done({"team", "member", "add"}, {"Contracts", "--user", "bob"});
        file.here({"grant", "add"}, {"--role", "reader", "--user", "bea"});
        QCOMPARE(drift(file.shownReview("Spring")), QStringLiteral("1 1 0"));
        file.started("Summer");
        const QJsonObject summer = file.shownReview("Summer");
        QCOMPARE(items(summer, "change"), (QStringList{QStringLiteral("editor Contracts: aroundChanged"),
                                                       QStringLiteral("reader bea: neverSignedOff"),
                                                       QStringLiteral("reader bob: grantChanged")}));
        QVERIFY(items(summer, "signedOffIn").contains(QStringLiteral("reader bob: Spring")));
        QVERIFY(
            items(file.shownReview("Summer", {"--all"}), "change").contains(QStringLiteral("editor ann: unchanged")));
        const Answer outside = file.decide("Summer", file.ann, "keep");
        QVERIFY2(outside.exit == 1 && outside.err.contains("not part of this review"), told(outside).c_str());
        file.started("All of it", {"--all"});
        QCOMPARE(file.shownReview("All of it")[QStringLiteral("items")].toInt(), 4);
    }

    void aReviewStaysAtItsPlace() {
        const ReviewedFile file;
        file.started("Spring");
        file.done({"grant", "remove"}, {file.bob});
        file.here({"grant", "add"}, {"--role", "reader", "--user", "ann"});
        const QJsonObject shown = file.shownReview("Spring");
        QCOMPARE(shown[QStringLiteral("grants")].toArray().size(), 3);
        QVERIFY(items(shown, "standingNow").contains(QStringLiteral("reader bob: removed")));
        QCOMPARE(drift(shown), QStringLiteral("1 0 1"));
    }

    void decisionsMadeWithoutAServerAreSentLater() {
        const ReviewedFile file;
        file.started("Spring");
        const auto before = file.events();
        QByteArray lines;
        for (const auto& [grant, decision] : {std::pair(file.ann, "revoke"), std::pair(file.bob, "keep")}) {
            const Answer line = file.decide("Spring", grant, decision, {"--reason", "on the train", "--as-line"});
            QVERIFY2(line.exit == 0, told(line).c_str());
            lines += line.out;
        }
        QCOMPARE(file.events(), before);
        QFile staged(file.directory() + QStringLiteral("/decisions.jsonl"));
        QVERIFY(staged.open(QIODevice::WriteOnly) && staged.write(lines) == lines.size());
        staged.close();
        file.done({"grant", "change"}, {file.ann, "--until", "2090-01-01"}); // somebody else, meanwhile
        const Answer sent = file.on({"apply"}, {staged.fileName().toStdString(), "--json"});
        QCOMPARE(sent.exit, 1);
        const auto told = sent.objects();
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0][QStringLiteral("error")].toString(), QStringLiteral("conflict"));
        const auto conflict = told[0][QStringLiteral("conflict")].toArray();
        QVERIFY(std::any_of(conflict.begin(), conflict.end(), [](const QJsonValue& row) {
            return row.toObject()[QStringLiteral("is")].toString() == QStringLiteral("2090-01-01T00:00:00Z");
        }));
        QVERIFY(told[1][QStringLiteral("done")].toBool());
        QVERIFY(items(file.shownReview("Spring"), "decision").contains(QStringLiteral("reader bob: keep")));
    }

    void whatCannotBeUsedIsSaid() {
        const ReviewedFile file;
        file.started("Spring");
        QCOMPARE(file.decide("Spring", file.ann, "perhaps").exit, 2);
        QCOMPARE(file.decide("Spring", "nothing", "keep").exit, 1);
        QCOMPARE(file.decide("Autumn", file.ann, "keep").exit, 1);
        QCOMPARE(file.on({"review", "start"}, {"--tenant", "Acme Ltd", "--name", "Two", "--reviewer", "ann", "--due",
                                               "+1d", "--role", "editor", "--team", "Contracts"})
                     .exit,
                 2);
        QCOMPARE(file.on({"review", "start"},
                         {"--tenant", "Acme Ltd", "--name", "Late", "--reviewer", "ann", "--due", "2020-01-01"})
                     .exit,
                 1);
        QCOMPARE(file.done({"doctor"}).exit, 0);
    }

    void aRealServerTakesADecisionInOneTransaction();

private:
    RegionalServers m_servers;
};

void TestReview::aRealServerTakesADecisionInOneTransaction() {
    m_servers.start(1);
    const auto region = m_servers.regionName(0);
    QTemporaryDir directory;
    const auto path = directory.filePath(QStringLiteral("acme.muniment")).toStdString();
    const auto on = [&](Arguments words, const Arguments& options = {}) {
        words.push_back(path);
        words.insert(words.end(), options.begin(), options.end());
        return run(words);
    };
    const auto done = [&](const Arguments& words, const Arguments& options) {
        const auto answer = on(words, options);
        if (answer.exit != 0)
            qFatal("%s", told(answer).c_str());
        return answer.lastLine().toStdString();
    };
    const auto installed = run({"schema", "install", "--endpoint", m_servers.superuserEndpoint(0), "--region", region});
    QVERIFY2(installed.exit == 0, told(installed).c_str());
    done({"workspace", "new"}, {"--endpoint", region + "=" + m_servers.endpoint(0, "admin")});
    done({"org", "add"}, {"--name", "Acme", "--region", region});
    done({"user", "add"}, {"--tenant", "Acme", "--user-name", "ann"});
    done({"role", "add"}, {"--tenant", "Acme", "--key", "editor"});
    const auto grant = done({"grant", "add"}, {"--tenant", "Acme", "--role", "editor", "--user", "ann"});
    const auto review =
        done({"review", "start"}, {"--tenant", "Acme", "--name", "Spring", "--reviewer", "ann", "--due", "+14d"});
    done({"review", "decide"}, {"Spring", grant, "revoke", "--reason", "has left"});
    done({"review", "close"}, {"Spring"});
    PlainSql sql(m_servers.superuserEndpoint(0));
    const auto rows = sql.query("SELECT count(DISTINCT position), count(*), count(DISTINCT command_id) FROM"
                                " muniment.events WHERE event_type IN ('review.item.decided', 'grant.removed')");
    QVERIFY2(rows && rows->size() == 1, sql.error().c_str());
    QCOMPARE(rows->front(), (std::vector<std::string>{"1", "2", "1"}));
    QCOMPARE(on({"review", "show"}, {review, "--json"}).object()[QStringLiteral("state")].toString(),
             QStringLiteral("closed"));
    QCOMPARE(on({"doctor"}).exit, 0);
}

MUNIMENT_TEST(review, TestReview);
#include "test_review.moc"
