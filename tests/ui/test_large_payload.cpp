// Protects: an event with a large payload never holds the window up: what grows with the payload is made off the GUI
// thread, only a part of long texts is painted, and copying gives all of it; an answer for another event is not shown.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/items/event_values.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/details/changes_tab.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/payload_tab.h"
#include "ui/details/value_table.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr std::size_t kKiB = 1024;

std::string oneText(std::size_t bytes, char letter = 'x') {
    return "{\"text\":\"" + std::string(bytes, letter) + "\"}";
}

std::string manyFields(std::size_t bytes) {
    std::string json = "{";
    for (int i = 1'000'000; json.size() < bytes; ++i)
        json += (json.size() > 1 ? ",\"k" : "\"k") + std::to_string(i) + "\":" + std::to_string(i);
    return json + "}";
}

TimelineRow rowWith(std::int64_t ordinal, const std::string& payload, const char* type = "thing.happened") {
    TimelineRow row;
    row.number = EventNumber::of(1, ordinal);
    row.region = RegionName("eu-west-1");
    row.event.type = type;
    row.event.aggregate = {"thing", AggregateId("7")};
    row.event.outcome = "success";
    row.event.payload = payload;
    return row;
}

} // namespace

class TestLargePayload : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        const RegionName region("eu-west-1");
        const auto store = m_fixture->folder() / "store.db";
        QVERIFY(createEmbeddedStore(store, {region}));
        m_fixture->openWorkspace(m_fixture->file().toStdString(), {{region, embeddedEndpoint(store)}});
        pane()->tabs()->setCurrentWidget(pane()->payload());
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void cleanup() { pane()->clear(); }

    void itIsLaidOutElsewhere_data() {
        QTest::addColumn<std::string>("payload");
        QTest::newRow("256 KiB, one text") << oneText(256 * kKiB);
        QTest::newRow("256 KiB, many fields") << manyFields(256 * kKiB);
        QTest::newRow("2 MiB, one text") << oneText(2048 * kKiB);
        QTest::newRow("2 MiB, many fields") << manyFields(2048 * kKiB);
    }

    void itIsLaidOutElsewhere() {
        QFETCH(std::string, payload);
        pane()->showRow(rowWith(1, payload));
        QCOMPARE(rows(pane()->payload()->table()), 0);
        QCOMPARE(rows(pane()->changes()->table()), 0);
        QCOMPARE(pane()->payload()->bytes()->toPlainText(), QString());
        QVERIFY(saysWaiting());
        QTRY_VERIFY(rows(pane()->payload()->table()) > 0);
        QVERIFY(!saysWaiting());
        QVERIFY(rows(pane()->changes()->table()) > 0);
        for (const auto* table : {pane()->payload()->table(), pane()->changes()->table()})
            for (int row = 0; row < rows(table); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    QVERIFY(table->model()->index(row, column).data().toString().size() <= kMostPaintedCharacters);
        QVERIFY(pane()->payload()->bytes()->toPlainText().size() <= 8192);
        copyButton()->click();
        QCOMPARE(QApplication::clipboard()->text().toStdString(), payload);
    }

    void aSmallOneIsThereAtOnce() {
        pane()->showRow(rowWith(2, oneText(kLaidOutAtOnce - 100)));
        QVERIFY(rows(pane()->payload()->table()) > 0);
        QVERIFY(!saysWaiting());
    }

    void theAnswerForAnotherEventIsNotShown() {
        pane()->showRow(rowWith(3, oneText(512 * kKiB, 'a')));
        pane()->showRow(rowWith(4, oneText(64 * kKiB, 'b')));
        QTRY_VERIFY(rows(pane()->payload()->table()) > 0);
        QVERIFY(pane()->payload()->bytes()->toPlainText().contains(QStringLiteral("bbb")));
        pane()->showRow(rowWith(5, oneText(512 * kKiB, 'c')));
        pane()->showRow(rowWith(6, "{}"));
        pane()->showRow(rowWith(7, oneText(20 * kKiB, 'd'))); // answered after the one before it
        QTRY_VERIFY(pane()->payload()->bytes()->toPlainText().contains(QStringLiteral("ddd")));
    }

    void aSecretInItStaysMasked() {
        const std::string secret = "$argon2id$hunter2";
        const auto payload = "{\"encodedHash\":\"" + secret + "\",\"note\":\"" + std::string(64 * kKiB, 'n') + "\"}";
        pane()->showRow(rowWith(8, payload, "user.human.password.changed"));
        QTRY_VERIFY(rows(pane()->payload()->table()) > 0);
        QVERIFY(pane()->secretButton()->isVisible());
        copyButton()->click();
        QVERIFY(!QApplication::clipboard()->text().contains(QString::fromStdString(secret)));
        QVERIFY(!pane()->payload()->bytes()->toPlainText().contains(QString::fromStdString(secret)));
    }

private:
    static int rows(const ValueTable* table) { return table->model()->rowCount(); }

    [[nodiscard]] bool saysWaiting() const {
        for (const auto* label : pane()->payload()->findChildren<QLabel*>())
            if (label->isVisible() && label->text() == QStringLiteral("The payload is being laid out."))
                return true;
        return false;
    }

    [[nodiscard]] QPushButton* copyButton() const { return pane()->payload()->findChild<QPushButton*>(); }

    [[nodiscard]] EventDetailsPane* pane() const { return m_fixture->window->view()->timeline()->details(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(large_payload, TestLargePayload);
#include "test_large_payload.moc"
