// Protects what stands in the timeline's columns: every column has a title and a key of its own, fields of the payload
// become columns and go again without disturbing the others, secrets stay masked, a cell's condition finds its event's
// value, and a row has the colour of its rule.
#include "models/items/column_roles.h"
#include "models/items/payload_column.h"
#include "tests/items/canned_timeline.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;
using muniment::test::CannedTimeline;

namespace {

RecordedEvent eventWith(const char* type, const char* payload) {
    RecordedEvent event;
    event.type = type;
    event.payload = payload;
    return event;
}

QString printed(const std::optional<FilterTerm>& term) {
    return term ? QString::fromStdString(printFilter({*term, {}})) : QStringLiteral("none");
}

QStringList keys(const TimelineModel& model) {
    QStringList all;
    for (int column = 0; column < model.columnCount(); ++column)
        all << model.headerData(column, Qt::Horizontal, kColumnKeyRole).toString();
    return all;
}

} // namespace

class TestTimelineColumns : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_events = std::make_unique<CannedTimeline>();
        m_model = std::make_unique<TimelineModel>(m_events->ask());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_events->total = 100;
        m_model->setWindowHeight(10);
        m_model->refresh();
        m_events->answerAll();
    }

    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void everyColumnHasATitleAndAKeyOfItsOwn() {
        QSet<QString> titles;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const auto title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            QVERIFY(!title.isEmpty());
            titles << title;
        }
        QCOMPARE(titles.size(), m_model->columnCount());
        const auto all = keys(*m_model);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), m_model->columnCount());
        QVERIFY(!all.contains(QString()));
    }

    void fieldsOfThePayloadBecomeColumnsAndGoAgain() {
        const int own = m_model->columnCount();
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setPayloadColumns({"reason", "address.city"});
        QCOMPARE(m_model->columnCount(), own + 2);
        QCOMPARE(keys(*m_model).mid(own),
                 QStringList({QStringLiteral("payload.reason"), QStringLiteral("payload.address.city")}));
        QCOMPARE(m_model->index(0, own).data().toString(), QStringLiteral("because 100"));
        QCOMPARE(m_model->index(0, own + 1).data().toString(), QString());
        m_model->setPayloadColumns({"address.city", "userName"});
        QCOMPARE(keys(*m_model).mid(own),
                 QStringList({QStringLiteral("payload.address.city"), QStringLiteral("payload.userName")}));
        QCOMPARE(m_model->index(0, own).data().toString(), QString());
        m_model->setPayloadColumns({});
        QCOMPARE(m_model->columnCount(), own);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(m_model->rowAt(0)->number.value, 100);
    }

    void payloadTexts_data() {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("term");
        const auto row = [](const char* name, const char* payload, const char* path, const char* text,
                            const char* term) {
            QTest::newRow(name) << QString::fromUtf8(payload) << QString::fromUtf8(path) << QString::fromUtf8(text)
                                << QString::fromUtf8(term);
        };
        row("text", R"({"name":"Zoë"})", "name", "Zoë", "payload.name:Zoë");
        row("missing", R"({"name":"x"})", "other", "", "none");
        row("number", R"({"n":5})", "n", "5", "payload.n:5");
        row("text of digits", R"({"n":"5"})", "n", "5", "payload.n:5");
        row("boolean", R"({"b":true})", "b", "true", "payload.b:true");
        row("nothing", R"({"b":null})", "b", "null", "payload.b:null");
        row("inside", R"({"a":{"city":"Ulm"}})", "a.city", "Ulm", "payload.a.city:Ulm");
        row("dots in a name", R"({"a.city":"Ulm"})", "a.city", "Ulm", "payload.a.city:Ulm");
        row("list", R"({"roles":["admin","audit"]})", "roles", "admin, audit", "payload.roles:admin");
        row("inside a list", R"({"r":[{"k":"a"},{"k":"b"}]})", "r.k", "a, b", "payload.r.k:a");
        row("object", R"({"a":{"b":1}})", "a", R"({"b":1})", "none");
        row("empty list", R"({"a":[]})", "a", "", "none");
        row("no payload at all", "", "a", "", "none");
        row("control characters", "{\"a\":\"x\\ny\"}", "a", "x\\u000ay", "payload.a:\"x\\ny\"");
    }

    void payloadTexts() {
        QFETCH(QString, payload);
        QFETCH(QString, path);
        auto event = eventWith("test.event", payload.toUtf8().constData());
        if (payload.isEmpty())
            event.payload.reset();
        QTEST(payloadText(event, path.toStdString()), "text");
        if (QLatin1String(QTest::currentDataTag()) != QLatin1String("control characters"))
            QTEST(printed(payloadTerm(event, path.toStdString())), "term");
    }

    void secretsStayMasked() {
        const auto event = eventWith("user.human.password.changed", R"({"encodedHash":"$2a$10$x","secret":{"a":"b"}})");
        for (const char* path : {"encodedHash", "secret", "secret.a"}) {
            QVERIFY2(!payloadText(event, path).contains(QLatin1Char('b')), path);
            QVERIFY2(!payloadText(event, path).contains(QStringLiteral("$2a")), path);
            QVERIFY2(!payloadText(event, path).isEmpty(), path);
            QVERIFY2(!payloadTerm(event, path), path);
        }
        QVERIFY(!cataloguePaths().contains(QStringLiteral("encodedHash")));
        QVERIFY(cataloguePaths().contains(QStringLiteral("reason")));
    }

    void whatWasTypedIsAPath() {
        QCOMPARE(payloadPathOf(QStringLiteral("  payload.reason ")), std::string("reason"));
        QCOMPARE(payloadPathOf(QStringLiteral("a.b")), std::string("a.b"));
        QCOMPARE(payloadPathOf(QStringLiteral("  ")), std::string());
    }

    void aCellStandsForACondition() {
        const auto term = [this](int column) { return printed(m_model->termAt(m_model->index(0, column))); };
        QCOMPARE(term(TimelineModel::Time), QStringLiteral("none"));
        QCOMPARE(term(TimelineModel::Event), QStringLiteral("type:test.event"));
        QCOMPARE(term(TimelineModel::Sequence), QStringLiteral("seq:7"));
        QCOMPARE(term(TimelineModel::Ip), QStringLiteral("ip:10.4.18.22"));
        QCOMPARE(term(TimelineModel::Country), QStringLiteral("country:DE"));
        QCOMPARE(term(TimelineModel::Browser), QStringLiteral("none")); // the payload has none
        QCOMPARE(term(TimelineModel::Correlation), QStringLiteral("none"));
        QCOMPARE(term(TimelineModel::Ordinal), QStringLiteral("none"));
        const int own = m_model->columnCount();
        m_model->setPayloadColumns({"country"});
        QCOMPARE(term(own), QStringLiteral("payload.country:DE"));
        QCOMPARE(printed(m_model->termAt(m_model->index(0, own + 1))), QStringLiteral("none"));
    }

    void aRowHasTheColourOfItsRule() {
        QVERIFY(!m_model->index(0, 0).data(kRowColourRole).isValid());
        m_events->colouredEvery = 3;
        m_model->setColouring(rowColouring({{"A <b>rule</b>", "type:test.event", "blue", true}}));
        m_events->answerAll();
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const bool isColoured = m_model->rowAt(row)->number.value % 3 == 0;
            QCOMPARE(m_model->ruleAt(row) != nullptr, isColoured);
            QCOMPARE(m_model->index(row, 2).data(kRowColourRole).toString(),
                     isColoured ? QStringLiteral("blue") : QString());
        }
        // 99 is the second row.
        const auto cell = m_model->index(1, TimelineModel::Event);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("A &lt;b&gt;rule")));
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("A <b>rule</b>")));
        m_model->scrollBy(1);
        QVERIFY(m_model->ruleAt(0) != nullptr);

        m_model->setColouring({});
        m_events->answerAll();
        QVERIFY(m_model->ruleAt(0) == nullptr);
        const int asked = m_events->asked;
        m_model->setColouring({});
        QCOMPARE(m_events->asked, asked);
    }

private:
    std::unique_ptr<CannedTimeline> m_events;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

MUNIMENT_TEST(timeline_columns, TestTimelineColumns);
#include "test_timeline_columns.moc"
