// Protects: sending is paused, gone on with, and cut short only on purpose; the rows that failed are saved, mended and
// sent; ten thousand go in one go while the window stays alive.
#include "tests/support/test_registry.h"
#include "tests/ui/bulk_window.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/bulk/bulk_rows_view.h"
#include "ui/bulk/check_step.h"
#include "ui/bulk/end_question.h"
#include "ui/bulk/sending_step.h"
#include "ui/pages/users_page.h"
#include "ui/shell/leave_question.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestBulkSending : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_window = std::make_unique<BulkWindow>(); }

    void cleanupTestCase() { m_window.reset(); }

    void cleanup() { m_window->close(); }

    void sendingIsPausedAndGoneOnWith() {
        m_window->send(BulkWindow::people(2'000, QStringLiteral("pause")));
        auto& sending = dialog()->job().sending();
        dialog()->sending()->pauseButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(sending.status().sending == 0, BulkWindow::kLong);
        QVERIFY(sending.isRunning());
        const auto done = sending.status().done;
        QVERIFY(done < 2'000);
        QVERIFY(dialog()->sending()->note().contains(QStringLiteral("Paused")));
        QCOMPARE(dialog()->sending()->pauseButton()->text(), QStringLiteral("&Resume"));
        m_window->picture(QStringLiteral("bulk-paused"));
        QSignalSpy looked(&sending, &BulkSending::progressed);
        QTRY_VERIFY(looked.size() >= 3);
        QCOMPARE(sending.status().done, done);
        dialog()->sending()->pauseButton()->click();
        m_window->awaitEnd();
        QCOMPARE(sending.status().done, std::size_t(2'000));
    }

    void escAsksBeforeTheRestIsCancelled() {
        m_window->send(BulkWindow::people(2'000, QStringLiteral("cancel")));
        auto& sending = dialog()->job().sending();
        QTRY_VERIFY_WITH_TIMEOUT(sending.status().done > 0, BulkWindow::kLong);
        sending.pause(); // so that it does not end before it is asked
        m_window->press(Qt::Key_Escape);
        QTRY_VERIFY(dialog() != nullptr && dialog()->endQuestion() != nullptr);
        QVERIFY2(findings(dialog()->endQuestion()).isEmpty(),
                 qPrintable(findings(dialog()->endQuestion()).join(QLatin1Char('\n'))));
        m_window->directory().fixture().picture(QStringLiteral("bulk-end-light"), dialog()->endQuestion());
        QTest::keyClick(dialog()->endQuestion(), Qt::Key_Return);
        QTRY_VERIFY(dialog()->endQuestion() == nullptr);
        QVERIFY(sending.isRunning());
        m_window->directory().trigger(ActionId::CloseWorkspace);
        QTRY_VERIFY(leaveQuestion() != nullptr);
        QVERIFY2(leaveQuestion()->text().contains(QStringLiteral("bulk change is being sent")),
                 qPrintable(leaveQuestion()->text()));
        leaveQuestion()->stayButton()->click();
        QTRY_VERIFY(leaveQuestion() == nullptr);
        dialog()->activateWindow();
        m_window->press(Qt::Key_Escape);
        QTRY_VERIFY(dialog() != nullptr && dialog()->endQuestion() != nullptr);
        dialog()->endQuestion()->endButton()->click();
        m_window->awaitEnd();
        QVERIFY(sending.status().waiting() > 0);
        QVERIFY(dialog()->sending()->progressText().contains(QStringLiteral("not sent")));
        dialog()->sending()->rows()->choose(BulkRowModel::Show::NotWritten);
        QCOMPARE(static_cast<std::size_t>(dialog()->job().rows()->rowCount()), sending.status().waiting());
        QCOMPARE(m_window->cell(0, BulkRowModel::State), QStringLiteral("Not sent"));
    }

    void rowsThatFailedAreSavedMendedAndSent() {
        m_window->open();
        m_window->paste(QStringLiteral("user name;e-mail;phone\n"
                                       "dora;dora@nordwind.example;+49 30 1\n"
                                       "emil;nowhere;+49 30 2\n"
                                       "mia.chen;m@nordwind.example;+49 30 3\n"));
        m_window->press(Qt::Key_Return);
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY(dialog()->check()->told().startsWith(QStringLiteral("1 can be sent. 2 cannot.")));
        m_window->press(Qt::Key_Return);
        m_window->awaitEnd();
        const auto path = m_window->folder() / "failed.csv";
        QVERIFY(dialog()->sending()->saveButton()->isEnabled());
        dialog()->job().saveFailedRows(path);
        QTRY_VERIFY2(dialog()->sending()->note().contains(QStringLiteral("2 rows were saved")),
                     qPrintable(dialog()->sending()->note()));
        const QByteArray saved = read(path);
        QVERIFY2(saved.startsWith("user name;e-mail;phone;line;reason\r\nemil;nowhere;'+49 30 2;3;"),
                 saved.constData());
        QVERIFY2(saved.contains("mia.chen;m@nordwind.example;'+49 30 3;4;The user name is taken"), saved.constData());
        m_window->picture(QStringLiteral("bulk-failed"));

        QByteArray mended = saved;
        mended.replace("nowhere", "emil@nordwind.example").replace("mia.chen", "mia.chen2");
        dialog()->backButton()->click();
        m_window->drop(m_window->file(QStringLiteral("mended.csv"), mended));
        QTRY_VERIFY(dialog()->nextButton()->isEnabled());
        m_window->press(Qt::Key_Return);
        m_window->press(Qt::Key_Return);
        QTRY_VERIFY(dialog()->check()->told().startsWith(QStringLiteral("2 can be sent.")));
        // The apostrophe is the file's, not the number's.
        QVERIFY(!m_window->cell(0, BulkRowModel::Details).contains(QLatin1Char('\'')));
        m_window->press(Qt::Key_Return);
        m_window->awaitEnd();
        QCOMPARE(dialog()->job().sending().status().done, std::size_t(2));

        dialog()->job().saveFailedRows(m_window->folder() / "no" / "such" / "folder.csv");
        QTRY_VERIFY2(dialog()->sending()->note().contains(QStringLiteral("no folder")),
                     qPrintable(dialog()->sending()->note()));
    }

    void tenThousandInOneGo() {
        const auto before = view()->users()->model()->total();
        QElapsedTimer clock;
        clock.start();
        m_window->send(BulkWindow::people(10'000, QStringLiteral("many")));
        qint64 longest = 0;
        QElapsedTimer turn;
        turn.start();
        while (dialog()->job().sending().isRunning() && clock.elapsed() < BulkWindow::kLong) {
            QTest::qWait(1);
            longest = std::max(longest, turn.restart());
        }
        qInfo("10,000 users in %lld ms; the window was away for %lld ms at most", clock.elapsed(), longest);
        m_window->awaitEnd();
        QCOMPARE(dialog()->sending()->progressText(), QStringLiteral("10,000 of 10,000 written"));
        QTRY_COMPARE_WITH_TIMEOUT(view()->users()->model()->total(), before + 10'000, BulkWindow::kLong);
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] BulkDialog* dialog() const { return m_window->dialog(); }

    [[nodiscard]] static LeaveQuestion* leaveQuestion() {
        return qobject_cast<LeaveQuestion*>(QApplication::activeModalWidget());
    }

    [[nodiscard]] static QByteArray read(const std::filesystem::path& path) {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<BulkWindow> m_window;
};

MUNIMENT_TEST(bulk_sending, TestBulkSending);
#include "test_bulk_sending.moc"
