// Protects: making the demo can be watched and stopped. A cancel ends the work in the middle of a transaction and
// leaves nothing behind; a failure says at which stage and what to do.
#include "models/base/clock.h"
#include "models/simulation/demo_world.h"
#include "tests/support/small_disk.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/start/demo_preparation.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace muniment;
using namespace muniment::test;

class TestDemoPreparation : public QObject {
    Q_OBJECT
private slots:

    void cancelEndsTheWorkAndLeavesNothingBehind() {
        const QTemporaryDir folder;
        const auto store = std::filesystem::path(folder.path().toStdString()) / "demo-store";
        std::atomic<std::int64_t> done = 0;
        DemoPreparation preparation([&](const ReportPreparation& report, std::stop_token stop) {
            const auto tell = [&](const HistoryProgress& progress) {
                done = progress.done;
                report(progress.done, progress.total);
            };
            return createDemoStore(store, systemClock().now(), tell, std::move(stop));
        });
        const Look look(*qApp);
        QSignalSpy rejected(&preparation, &QDialog::rejected);
        preparation.start();
        QTRY_VERIFY(preparation.isVisible() && preparation.progress()->maximum() > 0);
        QVERIFY(findings(&preparation).isEmpty());
        QVERIFY(preparation.countText().contains(QStringLiteral("events")));
        QVERIFY(!QDir(folder.path()).isEmpty());

        const auto before = done.load();
        QElapsedTimer clock;
        clock.start();
        preparation.cancelButton()->click();
        QCOMPARE(preparation.countText(), QStringLiteral("Stopping…"));
        QTRY_COMPARE(rejected.count(), 1);
        qInfo("stopped %lld ms after the click", static_cast<long long>(clock.elapsed()));
        QVERIFY2(done - before <= 10'000, "a whole transaction was written after the cancel");
        QVERIFY(!preparation.error() || preparation.error()->code == ErrorCode::Cancelled);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void aReadOnlyFolderIsNamedWithWhatToDo() {
        const QTemporaryDir parent;
        SmallDisk disk(std::filesystem::path(parent.path().toStdString()) / "disk", 8);
        disk.forbidWriting();
        DemoPreparation preparation([&](const ReportPreparation&, std::stop_token stop) -> Result<void> {
            const auto made = createDemoStore(disk.folder() / "demo-store", systemClock().now(), {}, std::move(stop));
            return made ? Result<void>() : tl::unexpected(made.error().with("stage", "history"));
        });
        preparation.start();
        QTRY_VERIFY(preparation.error().has_value());
        QVERIFY(preparation.isVisible());
        const auto text = preparation.text();
        QVERIFY2(text.contains(QStringLiteral("history could not be written")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("demo-store")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("rights")) || text.contains(QStringLiteral("right to write")),
                 qPrintable(text));
        QCOMPARE(preparation.cancelButton()->text(), QStringLiteral("Close"));
        QSignalSpy rejected(&preparation, &QDialog::rejected);
        preparation.cancelButton()->click();
        QCOMPARE(rejected.count(), 1);
    }

    void whatIsDoneAtOnceIsNotShown() {
        DemoPreparation preparation([](const ReportPreparation&, std::stop_token) { return Result<void>(); });
        QSignalSpy accepted(&preparation, &QDialog::accepted);
        preparation.start();
        QTRY_COMPARE(accepted.count(), 1);
        QVERIFY(!preparation.isVisible());
    }
};

MUNIMENT_TEST(demo_preparation, TestDemoPreparation);
#include "test_demo_preparation.moc"
