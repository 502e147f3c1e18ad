// Protects: the lists of the page of access leave it as files by the action of every list, with the question, the
// moment and how far it is known; an answer of yes or no has no list.
#include "models/items/time_machine.h"
#include "tests/support/test_registry.h"
#include "tests/ui/access_story.h"
#include "ui/export/export_dialog.h"
#include "ui/pages/access_page.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestAccessExport : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        const AccessStory story(*m_window);
        m_window->open();
        QTRY_COMPARE(view()->timeline()->model()->window().total, story.events());
        m_window->trigger(ActionId::GoAccess);
    }

    void cleanupTestCase() { m_window.reset(); }

    void nothingIsExportedWithoutAList() {
        QVERIFY(!m_window->action(ActionId::ExportList)->isEnabled());
        ask({AccessWish::Kind::Why, accessOption(entity("user", "petra"), kRegion, "Petra Lang"), "read",
             accessOption(entity("resource", "salaries"), kRegion, "Salaries 2026")});
        QVERIFY(!m_window->action(ActionId::ExportList)->isEnabled());
    }

    void whoMayIsExportedAsOfTheMoment() {
        view()->time()->setAsOf(Moment(*parseInstant("2026-03-14T09:00:00Z")));
        ask({AccessWish::Kind::Who, {}, {}, accessOption(entity("resource", "salaries"), kRegion, "Salaries 2026")});
        const auto lines = exported(QStringLiteral("jsonl"));
        const auto about = QJsonDocument::fromJson(lines[0]).object()[QStringLiteral("export")].toObject();
        QCOMPARE(about[QStringLiteral("what")].toString(), QStringLiteral("holders"));
        QCOMPARE(about[QStringLiteral("question")].toString(),
                 QStringLiteral("At 2026-03-14 09:00 UTC, 4 users and 3 teams could do something on Salaries 2026."));
        QCOMPARE(about[QStringLiteral("asOf")].toString(), QStringLiteral("2026-03-14T09:00:00Z"));
        QCOMPARE(about[QStringLiteral("records")].toInt(), 7);
        QCOMPARE(lines.size(), 9); // what it is, seven holders, the last line's end
        QCOMPARE(QString::fromUtf8(lines[1]),
                 QStringLiteral(R"({"kind":"user","id":"hostile","name":"<b>x</b> <img src=x>","actions":["edit"]})"));
        view()->time()->backToNow();
    }

    void whatTheyMayIsExportedToo() {
        ask({AccessWish::Kind::What, accessOption(entity("user", "petra"), kRegion, "Petra Lang")});
        const auto lines = exported(QStringLiteral("csv"));
        QVERIFY2(lines[0].contains("Petra Lang has 1 right by 1 grant."), lines[0].constData());
        QVERIFY2(lines[1].startsWith("action,resourceType,"), lines[1].constData());
        QVERIFY2(lines[2].startsWith("read,*,,,") && lines[2].contains(",reader,user,petra,Petra Lang"),
                 lines[2].constData());
        QCOMPARE(lines.size(), 4);
    }

private:
    static EntityRef entity(const char* type, const char* id) { return {AccessStory::kOrg, {type, AggregateId(id)}}; }

    void ask(const AccessWish& wish) {
        view()->access()->ask(wish);
        QTRY_VERIFY(view()->access()->isAnswered());
    }

    QList<QByteArray> exported(const QString& format) {
        m_window->trigger(ActionId::ExportList);
        auto* dialog = qobject_cast<ExportDialog*>(m_window->fixture().form());
        m_window->fixture().type(dialog, QStringLiteral("format"), format);
        const auto path =
            QString::fromStdString((m_window->fixture().folder() / "access").string()) + QLatin1Char('.') + format;
        dialog->pathField()->setText(path);
        m_window->fixture().picture(QStringLiteral("access-export-light"), dialog);
        dialog->submitButton()->click();
        QFile file(path);
        [&] { QTRY_VERIFY(view()->messages()->text().contains(format)); }();
        view()->messages()->dismiss();
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    static inline const RegionName kRegion{"eu-west-1"};
    std::unique_ptr<EmbeddedDirectory> m_window;
};

MUNIMENT_TEST(access_export, TestAccessExport);
#include "test_access_export.moc"
