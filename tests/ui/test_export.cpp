// Protects: a list leaves the window as a file by keys alone, with its filter, order and columns; secrets stay masked;
// a cancelled export and a full disk leave nothing behind; what cannot be written is said where it was asked for.
#include "models/items/export_job.h"
#include "models/simulation/history_writer.h"
#include "tests/support/small_disk.h"
#include "tests/support/test_registry.h"
#include "tests/ui/held_export.h"
#include "tests/ui/window_fixture.h"
#include "ui/actions/action_registry.h"
#include "ui/export/export_desk.h"
#include "ui/export/export_dialog.h"
#include "ui/export/export_strip.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <unistd.h>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr std::int64_t kWritten = 24; ///< by hand: four organizations of six events
constexpr std::int64_t kHistory = 30'000;

QList<QByteArray> linesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto lines = file.readAll().split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    for (auto& line : lines)
        if (line.endsWith('\r'))
            line.chop(1);
    return lines;
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT
public slots:

    void takeUrl(const QUrl& url) { m_opened = url; }

private slots:

    void initTestCase() {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->startRegions(1);
        for (const char* name : {"Nordwind AG", "Alpenbank", "=cmd|' /C calc'!A0", "Zürich; Archive"})
            m_fixture->writeTenant(0, name);
        writeHistory();
        m_fixture->openWorkspace();
        QTRY_COMPARE(timeline()->model()->window().total, m_all);
    }

    void cleanupTestCase() {
        m_disk.reset(); // it is mounted inside the fixture's folder
        m_fixture.reset();
    }

    void theTimelineIsExportedByKeysAlone() {
        showFilter("type:org.added");
        const auto found = timeline()->model()->window().total;
        timeline()->focusList();
        QTest::keyClick(timeline()->list(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = exportDialog();
        const auto problems = findings(dialog).join(QLatin1Char('\n'));
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
        m_fixture->picture(QStringLiteral("export-light"), dialog);
        const auto path = pathOf("orgs.csv");
        for (int i = 0; i < 12 && !dialog->pathField()->hasFocus(); ++i)
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QVERIFY(dialog->pathField()->hasFocus());
        dialog->pathField()->selectAll();
        QTest::keyClicks(dialog->pathField(), path);
        QTest::keyClick(dialog->pathField(), Qt::Key_Return);
        QTRY_VERIFY2(messages()->text().contains(QStringLiteral("rows were exported")), qPrintable(messages()->text()));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);

        const auto lines = linesOf(path);
        QCOMPARE(lines.size(), found + 2);
        QVERIFY2(lines[0].startsWith("\"# {\"\"what\"\":\"\"events\"\""), lines[0].constData());
        QVERIFY2(lines[0].contains("\"\"filter\"\":\"\"type:org.added\"\""), lines[0].constData());
        QVERIFY2(lines[0].contains("\"\"secrets\"\":\"\"masked\"\""), lines[0].constData());
        QVERIFY2(lines[1].startsWith("region,tenantId,epoch,"), lines[1].constData());
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
        m_fixture->picture(QStringLiteral("export-finished-light"));
    }

    void whereTheFileIsCanBeTakenAlong() {
        const auto path = pathOf("orgs.csv");
        QVERIFY(messages()->text().contains(QStringLiteral("rows were exported")));
        messages()->otherButton()->click();
        QCOMPARE(QApplication::clipboard()->text(), path);
        QCOMPARE(messages()->text(), QString());
        exportTo(path, [](ExportDialog* dialog) {
            QCOMPARE(dialog->submitButton()->text(), QStringLiteral("Replace the File"));
            QVERIFY(dialog->noteText().contains(QStringLiteral("is there already")));
        });
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
        messages()->actionButton()->click();
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(m_opened.toLocalFile(), QFileInfo(path).absolutePath());
    }

    void aFinishedExportIsStillSaidOnAnotherPage() {
        exportTo(pathOf("again.csv"));
        trigger(ActionId::GoUsers);
        QVERIFY(messages()->text().contains(QStringLiteral("rows were exported")));
        messages()->say({Message::Kind::Done, QStringLiteral("Petra Lang is locked."), {}, {}});
        trigger(ActionId::GoTimeline);
        QCOMPARE(messages()->text(), QString());
        messages()->say({Message::Kind::Failed, QStringLiteral("It failed."), {}, {}});
        trigger(ActionId::GoUsers);
        QCOMPARE(messages()->text(), QStringLiteral("It failed."));
        messages()->dismiss();
    }

    void shownColumnsAndOrderAreHonoured() {
        showFilter("type:org.added");
        const auto path = pathOf("shown.jsonl");
        exportTo(path, [this](ExportDialog* dialog) {
            m_fixture->type(dialog, QStringLiteral("format"), QStringLiteral("jsonl"));
            m_fixture->type(dialog, QStringLiteral("fields"), QStringLiteral("shown"));
            m_fixture->type(dialog, QStringLiteral("order"), QStringLiteral("oldest"));
        });
        const auto lines = linesOf(path);
        QVERIFY2(lines[0].contains("\"order\":\"oldest first\""), lines[0].constData());
        const auto first = QJsonDocument::fromJson(lines[1]).object();
        QVERIFY2(lines[1].startsWith("{\"loggedAt\":\""), lines[1].constData());
        QCOMPARE(first[QStringLiteral("type")].toString(), QStringLiteral("org.added"));
        QVERIFY(first.contains(QStringLiteral("what")));
        QVERIFY(!first.contains(QStringLiteral("payload")));
        const auto last = QJsonDocument::fromJson(lines.back()).object();
        QVERIFY(first[QStringLiteral("loggedAt")].toString() < last[QStringLiteral("loggedAt")].toString());
    }

    void secretsStayMasked() {
        showFilter("type:(user.human.mfa.otp.added user.human.password.changed user.pat.added)");
        QTRY_VERIFY(timeline()->model()->window().total > 0);
        const auto path = pathOf("secrets.jsonl");
        exportTo(path, [this](ExportDialog* dialog) {
            m_fixture->type(dialog, QStringLiteral("format"), QStringLiteral("jsonl"));
            m_fixture->type(dialog, QStringLiteral("fields"), QStringLiteral("all"));
        });
        const auto lines = linesOf(path);
        int masked = 0;
        for (const auto& line : lines.mid(1)) {
            const auto payload = QJsonDocument::fromJson(line).object()[QStringLiteral("payload")].toObject();
            for (const auto* secret : {"secret", "encodedHash", "otpSecret"})
                if (const auto value = payload[QLatin1String(secret)]; !value.isUndefined()) {
                    QCOMPARE(value.toString(), QStringLiteral("••••••"));
                    ++masked;
                }
        }
        QVERIFY(masked > 0);
    }

    void listsAreExportedAsTheirFiltersSay() {
        trigger(ActionId::GoOrganizations);
        auto* page = view()->organizations();
        const auto all = page->model()->total();
        QVERIFY(all > 4);
        auto path = pathOf("organizations.csv");
        exportTo(path, [this](ExportDialog* dialog) {
            QVERIFY(dialog->editor(QStringLiteral("fields")) == nullptr);
            m_fixture->type(dialog, QStringLiteral("format"), QStringLiteral("csv"));
            m_fixture->type(dialog, QStringLiteral("delimiter"), QStringLiteral(";"));
        });
        auto lines = linesOf(path);
        QCOMPARE(lines.size(), all + 2);
        QCOMPARE(lines[1], QByteArray("id;name;region;state;plan;createdAt;changedAt"));
        const auto text = lines.join('\n');
        QVERIFY(text.contains(";'=cmd|' /C calc'!A0;"));
        QVERIFY(text.contains(";\"Zürich; Archive\";"));

        trigger(ActionId::GoUsers);
        view()->users()->filter()->setText(QStringLiteral("mia.chen"));
        QTRY_VERIFY(view()->users()->model()->total() >= 4 && view()->users()->model()->total() < 100);
        const auto users = view()->users()->model()->total();
        path = pathOf("users.csv");
        exportTo(path, [](ExportDialog* dialog) { dialog->descriptionBox()->setChecked(false); });
        lines = linesOf(path);
        QCOMPARE(lines.size(), users + 1);
        QVERIFY2(lines[0].startsWith("id;tenantId;userName;"), lines[0].constData());
        exportTo(path, [](ExportDialog* dialog) { dialog->descriptionBox()->setChecked(true); });
        QVERIFY(linesOf(path)[0].contains("mia.chen"));
        view()->users()->filter()->clear();
    }

    void pagesWithoutAListSaySo() {
        trigger(ActionId::GoRegions);
        auto* action = m_fixture->window->actions().action(ActionId::ExportList);
        QVERIFY(!action->isEnabled());
        QVERIFY2(action->toolTip().contains(QStringLiteral("no list to export")), qPrintable(action->toolTip()));
        trigger(ActionId::GoTimeline);
        QVERIFY(action->isEnabled());
    }

    void cancellingLeavesNothing() {
        showFilter({});
        const auto path = pathOf("cancelled.csv");
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const HeldExport held;
        view()->exports()->setRun(held.run());
        auto* dialog = openDialog(path);
        dialog->submitButton()->click();
        auto* strip = view()->exportStrip();
        QTRY_VERIFY2(strip->text().contains(QStringLiteral(" rows")), qPrintable(strip->text()));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        m_fixture->picture(QStringLiteral("export-running-light"));
        QVERIFY(!m_fixture->window->actions().action(ActionId::ExportList)->isEnabled());
        QCOMPARE(QDir(QFileInfo(path).path()).entryList({QStringLiteral("cancelled*")}, QDir::Files).size(), 2);
        QElapsedTimer clock;
        clock.start();
        strip->cancelButton()->click();
        QTRY_VERIFY(messages()->text().contains(QStringLiteral("was cancelled")));
        qInfo("cancelled after %lld ms", clock.elapsed());
        QCOMPARE(linesOf(path), QList<QByteArray>{QByteArray("old")});
        QCOMPARE(QDir(QFileInfo(path).path()).entryList({QStringLiteral("cancelled*")}, QDir::Files).size(), 1);
        QVERIFY(strip->isHidden());
        QVERIFY(m_fixture->window->actions().action(ActionId::ExportList)->isEnabled());
        view()->exports()->setRun(&runExport);
    }

    void whatCannotBeWrittenIsSaidAtTheField_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QString() << QStringLiteral("Name the file.");
        QTest::newRow("no folder") << QStringLiteral("no/such/file.csv") << QStringLiteral("There is no folder for");
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("is a folder.");
    }

    void whatCannotBeWrittenIsSaidAtTheField() {
        QFETCH(QString, name);
        QFETCH(QString, words);
        QDir(folder()).mkpath(QStringLiteral("folder"));
        showFilter("type:org.added");
        auto* dialog = openDialog(name.isEmpty() ? QString() : pathOf(name.toUtf8().constData()));
        dialog->submitButton()->click();
        QTRY_VERIFY2(dialog->errorText().contains(words), qPrintable(dialog->errorText()));
        QVERIFY(dialog->submitButton()->isEnabled());
        if (name == QStringLiteral("folder"))
            m_fixture->picture(QStringLiteral("export-error-light"), dialog);
        dialog->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void aFullDiskIsNamed() {
        m_disk = std::make_unique<SmallDisk>(m_fixture->folder() / "small", 1);
        showFilter({});
        // Where no disk can be made, files cannot grow; the workspace's own need not while nothing happens.
        if (!m_disk->isMounted())
            m_disk->fill(m_fixture->file().toStdString(), 0);
        auto* dialog = openDialog(pathOf("small/full.csv"));
        dialog->submitButton()->click();
        const auto said = [&] { return messages()->text() + (m_dialog ? m_dialog->errorText() : QString()); };
        m_dialog = dialog;
        QTRY_VERIFY(said().contains(QStringLiteral("is full")));
        QVERIFY(said().contains(QStringLiteral("unfinished export was removed")));
        QVERIFY(QDir(pathOf("small")).entryList(QDir::Files).isEmpty());
        if (m_dialog)
            m_dialog->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        m_disk.reset();
    }

    void aPlaceThatCannotBeWrittenIsNamed() {
        m_disk = std::make_unique<SmallDisk>(m_fixture->folder() / "protected", 1);
        m_disk->forbidWriting();
        // The administrator may write in every folder that is not on a disk of its own; nobody can write here.
        const bool isAdministrator = ::geteuid() == 0;
        auto* dialog = openDialog(!m_disk->isMounted() && isAdministrator ? QStringLiteral("/sys/denied.csv")
                                                                          : pathOf("protected/denied.csv"));
        dialog->submitButton()->click();
        const auto words =
            m_disk->isMounted() ? QStringLiteral("can only be read") : QStringLiteral("no right to write");
        QTRY_VERIFY2(dialog->errorText().contains(words), qPrintable(dialog->errorText()));
        dialog->reject();
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void itStandsInTheDarkAndInGerman() {
        showFilter("type:org.added");
        m_fixture->look.setAppearance(Appearance::Dark);
        m_fixture->language.choose(QStringLiteral("de"));
        auto* dialog = openDialog(pathOf("orgs.csv"));
        QTRY_COMPARE(dialog->windowTitle(), QStringLiteral("Exportieren"));
        m_fixture->picture(QStringLiteral("export-de-dark"), dialog);
        dialog->reject();
        m_fixture->look.setAppearance(Appearance::Light);
        m_fixture->language.choose(QStringLiteral("en"));
    }

private:
    /// Enough to be cancelled in the middle of.
    void writeHistory() {
        SimulationPlan plan;
        plan.events = kHistory;
        plan.regions = {RegionName(m_fixture->servers.regionName(0))};
        plan.to = systemClock().now();
        plan.from = plan.to + -90 * kMicrosPerDay;
        Simulation simulation(plan);
        StoresByRegion stores;
        auto opened = openEventStore(m_fixture->servers.endpoint(0, "mover"), nullptr);
        QVERIFY(opened);
        stores.emplace(plan.regions.front(), std::move(*opened));
        const auto written = insertSimulation(simulation, stores, {}, {});
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        m_all = kWritten + *written;
    }

    void showFilter(const std::string& filter) {
        trigger(ActionId::GoTimeline);
        timeline()->applyFilter(*parseFilter(filter).filter);
        QTRY_VERIFY(!timeline()->model()->isAwaitingFilter());
    }

    ExportDialog* exportDialog() const { return qobject_cast<ExportDialog*>(m_fixture->form()); }

    ExportDialog* openDialog(const QString& path) {
        trigger(ActionId::ExportList);
        auto* dialog = exportDialog();
        dialog->pathField()->setText(path);
        return dialog;
    }

    void exportTo(const QString& path, const std::function<void(ExportDialog*)>& choose = {}) {
        messages()->dismiss();
        auto* dialog = openDialog(path);
        if (choose)
            choose(dialog);
        dialog->pathField()->setText(path);
        dialog->submitButton()->click();
        QTRY_VERIFY2(messages()->text().contains(QStringLiteral("rows were exported")), qPrintable(messages()->text()));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    [[nodiscard]] QString folder() const { return QString::fromStdString(m_fixture->folder().string()); }

    [[nodiscard]] QString pathOf(const char* name) const {
        return folder() + QLatin1Char('/') + QString::fromUtf8(name);
    }

    void trigger(ActionId id) { m_fixture->window->actions().action(id)->trigger(); }

    [[nodiscard]] WorkspaceView* view() const { return m_fixture->window->view(); }

    [[nodiscard]] MessageBar* messages() const { return view()->messages(); }

    [[nodiscard]] TimelinePage* timeline() const { return view()->timeline(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<SmallDisk> m_disk;
    QPointer<ExportDialog> m_dialog;
    std::int64_t m_all = 0;
    QUrl m_opened;
};

MUNIMENT_TEST(export, TestExport);
#include "test_export.moc"
