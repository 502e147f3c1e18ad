// Protects: columns and panes as a person left them, and the way back; the workspace's settings in the window, whether
// words are indexed among them, and how far a rebuild is; a file that another process has; the password prompt.
#include "tests/support/plain_sql.h"
#include "tests/support/test_registry.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/region_chip.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"
#include "ui/start/endpoint_change_question.h"
#include "ui/start/endpoint_row.h"
#include "ui/start/opening_place.h"
#include "ui/start/workspace_settings_dialog.h"
#include "ui/widgets/table_columns.h"

#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestSettings : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(2);
        m_fixture->writeTenant(0, "Nordwind AG");
        m_fixture->openWorkspace();
        QTRY_COMPARE(view()->users()->model()->rowCount(), 3);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void columnsFillTheTableAndNoneIsCut() {
        trigger(ActionId::GoUsers);
        auto* table = view()->users()->table();
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->horizontalHeader()->length(), table->viewport()->width());
        QVERIFY(table->columnWidth(UserListModel::Email) > table->columnWidth(UserListModel::UserName));
    }

    void columnsAreChosenByTheMenuAndRemembered() {
        auto* table = view()->users()->table();
        QVERIFY(table->isColumnHidden(UserListModel::Id));
        choose(table, QStringLiteral("Id"));
        QVERIFY(!table->isColumnHidden(UserListModel::Id));
        choose(table, QStringLiteral("Kind"));
        table->horizontalHeader()->resizeSection(UserListModel::UserName, 210);
        reopen();
        table = view()->users()->table();
        QVERIFY(!table->isColumnHidden(UserListModel::Id));
        QVERIFY(table->isColumnHidden(UserListModel::Kind));
        trigger(ActionId::GoUsers);
        QTRY_COMPARE(table->columnWidth(UserListModel::UserName), 210);

        trigger(ActionId::ResetLayout);
        QVERIFY(table->isColumnHidden(UserListModel::Id));
        QVERIFY(!table->isColumnHidden(UserListModel::Kind));
        QVERIFY(table->columnWidth(UserListModel::UserName) < 210);
    }

    void columnsAreChosenByTheKeyboardAlone() {
        auto* table = view()->users()->table();
        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F9, Qt::ShiftModifier);
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr);
        auto* menu = QApplication::activePopupWidget();
        m_fixture->picture(QStringLiteral("columns-menu-light"), menu);
        QTest::keyClick(menu, Qt::Key_Down); // from user name to display name
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(table->isColumnHidden(UserListModel::DisplayName));
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        trigger(ActionId::ResetLayout);
        QVERIFY(!table->isColumnHidden(UserListModel::DisplayName));
    }

    void theLastColumnStays() {
        auto* table = view()->users()->table();
        for (int column = 1; column < UserListModel::ColumnCount; ++column)
            columnsOf(table)->setShown(column, false);
        const std::unique_ptr<QMenu> menu(columnsOf(table)->makeMenu());
        QVERIFY(!menu->actions().front()->isEnabled());
        trigger(ActionId::ResetLayout);
    }

    void settingsChangeTheOperatorAndAnEndpoint() {
        auto* dialog = openSettings();
        QVERIFY(findings(dialog).isEmpty());
        QCOMPARE(dialog->rows().size(), 2);
        QCOMPARE(dialog->operatorField()->text(), QStringLiteral("petra"));
        m_fixture->picture(QStringLiteral("settings-light"), dialog);
        auto* row = dialog->rows().front();
        row->testButton()->click();
        QTRY_VERIFY(row->isReachable());
        dialog->operatorField()->setText(QStringLiteral("ola"));
        const auto kept = row->endpointField()->text();
        row->endpointField()->setText(QStringLiteral("postgresql://nobody@127.0.0.1:1/muniment"));
        dialog->applyButton()->click();
        auto* question = asked();
        QVERIFY(findings(question).isEmpty());
        QVERIFY(!question->changeButton()->isEnabled());
        m_fixture->picture(QStringLiteral("settings-question-light"), question);
        question->reject(); // nothing is changed by the way back
        QCOMPARE(view()->workspace().operatorName(), std::string("petra"));
        dialog->applyButton()->click();
        answer(false);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(view()->workspace().operatorName(), std::string("ola"));
        QTRY_VERIFY(view()->strip()->chips().front()->health() == RegionHealth::Down);

        dialog = openSettings();
        dialog->rows().front()->endpointField()->setText(kept);
        dialog->applyButton()->click();
        answer(false);
        QTRY_VERIFY(view()->strip()->chips().front()->health() == RegionHealth::Up);
    }

    void aRestoredDatabaseIsAcceptedOnceThePersonSaysSo() {
        PlainSql owner(m_fixture->servers.superuserEndpoint(0));
        QVERIFY(owner.run("UPDATE muniment.meta SET value = gen_random_uuid()::text WHERE key = 'installation'"));
        QVERIFY(owner.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'admin'"));
        const auto health = [this] { return view()->strip()->chips().front()->health(); };
        QTRY_COMPARE(health(), RegionHealth::Stopped);

        auto* dialog = openSettings();
        QVERIFY2(dialog->rows().front()->resultText().contains(QStringLiteral("Another database")),
                 qPrintable(dialog->rows().front()->resultText()));
        m_fixture->picture(QStringLiteral("settings-replaced-light"), dialog);
        dialog->applyButton()->click();
        answer(false); // "the same": it is not, and stays refused
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QTest::qWait(500);
        QCOMPARE(health(), RegionHealth::Stopped);

        dialog = openSettings();
        dialog->applyButton()->click();
        answer(true);
        QTRY_COMPARE(health(), RegionHealth::Up);
    }

    void applyingDoesNotHoldUpTheWindow() {
        auto* dialog = openSettings();
        dialog->operatorField()->setText(QStringLiteral("petra"));
        dialog->applyButton()->click();
        QVERIFY(!dialog->applyButton()->isEnabled()); // the answer comes by the event loop
        QCOMPARE(dialog->applyButton()->text(), QStringLiteral("Applying…"));
        QCOMPARE(view()->workspace().operatorName(), std::string("ola"));
        QTRY_COMPARE(view()->workspace().operatorName(), std::string("petra"));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void theIndexOfWordsIsSwitchedByTheKeyboard() {
        auto* dialog = openSettings();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(dialog->wordsBox()->isChecked());
        QTest::keyClick(dialog, Qt::Key_W, Qt::AltModifier);
        QTRY_VERIFY(!dialog->wordsBox()->isChecked());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(!view()->workspace().keepsWords());

        bool isRebuilt = false;
        connect(&view()->workspace(), &Workspace::rebuildChanged, this,
                [&](const RebuildStatus& status) { isRebuilt = isRebuilt || status.isFinished; });
        dialog = openSettings();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(!dialog->wordsBox()->isChecked());
        m_fixture->picture(QStringLiteral("settings-words-light"), dialog);
        QTest::keyClick(dialog, Qt::Key_W, Qt::AltModifier);
        QTRY_VERIFY(dialog->wordsBox()->isChecked());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(view()->workspace().keepsWords());
        QTRY_VERIFY(isRebuilt);
        disconnect(&view()->workspace(), &Workspace::rebuildChanged, this, nullptr);
    }

    void theStatusLineTellsHowFarARebuildIs() {
        const auto tell = [this](const RebuildStatus& status) { emit view()->workspace().rebuildChanged(status); };
        tell({"index", 34, 100, false, {}});
        QCOMPARE(view()->statusLine()->rebuild(), QStringLiteral("Rebuilding the index: 34 %"));
        m_fixture->picture(QStringLiteral("rebuilding-light"));
        m_fixture->language.choose(QStringLiteral("de"));
        QTRY_COMPARE(view()->statusLine()->rebuild(), QStringLiteral("Der Index wird neu aufgebaut: 34 %"));
        m_fixture->language.choose(QStringLiteral("en"));
        tell({"index", 100, 100, true, {}});
        QCOMPARE(view()->statusLine()->rebuild(), QString());

        tell({"index", 34, 100, false, {}});
        tell({"index", 0, 0, false, Error{ErrorCode::FileCorrupt, "torn", {}}});
        QCOMPARE(view()->statusLine()->rebuild(), QString());
        QVERIFY2(view()->messages()->text().contains(QStringLiteral("Rebuilding has failed")),
                 qPrintable(view()->messages()->text()));
        view()->messages()->dismiss();
    }

    void aRegionIsRemovedAndAddedAgain() {
        auto* dialog = openSettings();
        const auto name = dialog->rows().back()->regionField()->text();
        const auto endpoint = dialog->rows().back()->endpointField()->text();
        dialog->rows().back()->removeButton()->click();
        dialog->applyButton()->click();
        QTRY_COMPARE(view()->strip()->chips().size(), 1);

        dialog = openSettings();
        dialog->addButton()->click();
        dialog->rows().back()->endpointField()->setText(endpoint);
        dialog->applyButton()->click();
        QVERIFY2(dialog->errorText().contains(QStringLiteral("name")), qPrintable(dialog->errorText()));
        dialog->rows().back()->regionField()->setText(dialog->rows().front()->regionField()->text());
        dialog->applyButton()->click();
        QVERIFY2(dialog->errorText().contains(QStringLiteral("same region")), qPrintable(dialog->errorText()));
        dialog->rows().back()->regionField()->setText(name);
        dialog->applyButton()->click();
        QTRY_COMPARE(view()->strip()->chips().size(), 2);
    }

    void aFileThatIsHeldElsewhereIsReadAndSaysSo() {
        MainWindow second(m_fixture->look, m_fixture->language);
        second.show();
        second.openFile(path());
        QTRY_VERIFY(second.view() != nullptr);
        QVERIFY2(second.view()->messages()->text().contains(QStringLiteral("reading only")),
                 qPrintable(second.view()->messages()->text()));
        QVERIFY(!second.actions().action(ActionId::AddUser)->isEnabled());
        second.actions().action(ActionId::WorkspaceSettings)->trigger();
        QVERIFY(second.findChild<WorkspaceSettingsDialog*>() != nullptr);
        auto* dialog = second.findChild<WorkspaceSettingsDialog*>();
        QVERIFY(dialog->errorText().contains(QStringLiteral("reading only")));
        QVERIFY(!dialog->applyButton()->isEnabled());
        QVERIFY(dialog->wordsBox()->isChecked() && !dialog->wordsBox()->isEnabled());
        m_fixture->picture(QStringLiteral("settings-read-only-light"), dialog);
        dialog->reject();
    }

    void openingCanBeCancelled() {
        m_fixture->window->openFile(path());
        m_fixture->picture(QStringLiteral("opening-light"));
        m_fixture->window->closeWorkspace();
        QVERIFY(m_fixture->window->view() == nullptr);
        QTest::qWait(0);
        reopen();
    }

    void aMissingPasswordIsAskedFor() {
        const auto passFile = qgetenv("PGPASSFILE");
        qputenv("PGPASSFILE", "/dev/null");
        reopen();
        auto* form = m_fixture->form();
        auto* line = qobject_cast<QLineEdit*>(form->editor(QStringLiteral("password")));
        QVERIFY(line != nullptr && line->echoMode() == QLineEdit::Password);
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        m_fixture->picture(QStringLiteral("password-light"), form);
        for (int i = 0; i < 2; ++i) {
            form = m_fixture->form();
            m_fixture->type(form, QStringLiteral("password"),
                            QString::fromStdString(m_fixture->servers.password("admin")));
            form->submitButton()->click();
            QTRY_VERIFY(QApplication::activeModalWidget() != form);
        }
        QTRY_VERIFY(chipsUp() == 2);
        qputenv("PGPASSFILE", passFile);
    }

private:
    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] std::filesystem::path path() const { return m_fixture->file().toStdString(); }

    [[nodiscard]] static TableColumns* columnsOf(QTableView* table) { return table->findChild<TableColumns*>(); }

    void choose(QTableView* table, const QString& title) {
        const std::unique_ptr<QMenu> menu(columnsOf(table)->makeMenu());
        for (auto* choice : menu->actions()) {
            if (choice->text() == title)
                choice->trigger();
        }
    }

    void reopen() {
        m_fixture->window->openFile(path());
        QTRY_VERIFY(view() != nullptr);
    }

    static EndpointChangeQuestion* asked() {
        auto* question = qobject_cast<EndpointChangeQuestion*>(QApplication::activeModalWidget());
        if (question == nullptr)
            qFatal("the settings did not ask");
        return question;
    }

    static void answer(bool isReplaced) {
        auto* question = asked();
        (isReplaced ? question->replacedChoice() : question->sameChoice())->setChecked(true);
        question->changeButton()->click();
    }

    WorkspaceSettingsDialog* openSettings() {
        [] { QTRY_VERIFY(QApplication::activeModalWidget() == nullptr); }();
        trigger(ActionId::WorkspaceSettings);
        auto* dialog = qobject_cast<WorkspaceSettingsDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            qFatal("the settings did not open");
        return dialog;
    }

    [[nodiscard]] int chipsUp() const {
        return static_cast<int>(std::ranges::count(view()->strip()->chips(), RegionHealth::Up, &RegionChip::health));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

MUNIMENT_TEST(settings, TestSettings);
#include "test_settings.moc"
