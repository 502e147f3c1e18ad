// Protects: a count that cannot be made is said, and shown as not known; the last one is never left in its place.
#include "tests/support/test_registry.h"
#include "tests/ui/staged_details.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_view.h"

#include <QEvent>
#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace muniment;
using namespace muniment::test;

class TestNotCounted : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_stage = std::make_unique<StagedDetails>(); }

    void cleanupTestCase() { m_stage.reset(); }

    void whatCannotBeCountedIsSaid() {
        QTRY_COMPARE(events(), QStringLiteral("48 events"));
        rename("user_versions_listed", "user_versions_away");
        countAnew();
        QTRY_COMPARE(events(), QStringLiteral("Events not counted"));
        QVERIFY2(messages()->text().contains(QStringLiteral("acme-group.muniment is damaged")),
                 qPrintable(messages()->text()));
        m_stage->fixture().picture(QStringLiteral("not-counted-light"));

        rename("user_versions_away", "user_versions_listed");
        countAnew();
        QTRY_COMPARE(events(), QStringLiteral("48 events"));
    }

private:
    void rename(const char* from, const char* to) {
        SQLite::Database file(m_stage->fixture().file().toStdString(), SQLite::OPEN_READWRITE, 10'000);
        file.exec(std::string("ALTER TABLE ") + from + " RENAME TO " + to);
    }

    void countAnew() {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_stage->view(), &event);
    }

    [[nodiscard]] QString events() const { return m_stage->view()->statusLine()->events(); }

    [[nodiscard]] MessageBar* messages() const { return m_stage->view()->messages(); }

    std::unique_ptr<StagedDetails> m_stage;
};

MUNIMENT_TEST(not_counted, TestNotCounted);
#include "test_not_counted.moc"
