// Protects: what is no table says why and where, whatever is dropped; a delimiter can be chosen; what a row needs and
// no column says is asked for at its place.
#include "models/items/bulk_words.h"
#include "tests/support/test_registry.h"
#include "tests/ui/bulk_window.h"
#include "ui/bulk/bulk_dialog.h"
#include "ui/bulk/columns_step.h"
#include "ui/bulk/source_step.h"
#include "ui/forms/entity_picker.h"
#include "ui/shell/workspace_view.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestBulkSource : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_window = std::make_unique<BulkWindow>(); }

    void cleanupTestCase() { m_window.reset(); }

    void cleanup() { m_window->close(); }

    void whatIsNoTableSaysWhyAndWhere_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("nothing in the table");
        QTest::newRow("only a header") << QByteArray("user name\n") << QStringLiteral("no rows");
        QTest::newRow("Latin-1") << QByteArray("user name\nm\xfcller\n") << QStringLiteral("Line 2 holds bytes");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfeu\0s\0", 6) << QStringLiteral("UTF-16");
        QTest::newRow("quotes") << QByteArray("user name,e-mail\nann,\"a\"b\n")
                                << QStringLiteral("quotation marks in line 2");
        QTest::newRow("open quote") << QByteArray("user name\n\"ann\n") << QStringLiteral("quotation marks in line");
        QTest::newRow("columns") << QByteArray("user name,e-mail\nann\n")
                                 << QStringLiteral("Line 2 has another number of cells");
        QTest::newRow("wide") << QByteArray(",", 1).repeated(200) << QStringLiteral("more columns");
        QTest::newRow("large cell") << QByteArray("user name\n\"") + QByteArray(70'000, 'x') + QByteArray("\"\n")
                                    << QStringLiteral("too large");
        QTest::newRow("long") << QByteArray("user name\n") + QByteArray("x\n").repeated(200'001)
                              << QStringLiteral("more than one bulk change takes");
    }

    void whatIsNoTableSaysWhyAndWhere() {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        m_window->open();
        m_window->drop(m_window->file(QStringLiteral("faulty.csv"), text));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog()->source()->isBusy(), BulkWindow::kLong);
        QVERIFY2(dialog()->source()->told().contains(sentence), qPrintable(dialog()->source()->told()));
        QVERIFY(!dialog()->nextButton()->isEnabled());
        if (sentence.startsWith(QStringLiteral("quotation")))
            m_window->picture(QStringLiteral("bulk-source-fault"));
    }

    void aDelimiterCanBeChosenAndAFileMayBeMissing() {
        m_window->open();
        m_window->drop(m_window->file(QStringLiteral("odd.csv"), "user name|x|y, z\nann|1|2\n"));
        QTRY_VERIFY(dialog()->nextButton()->isEnabled());
        QCOMPARE(dialog()->job().source().table()->header.size(), std::size_t(3));
        auto* delimiter = dialog()->source()->delimiterChoice();
        delimiter->setFocus();
        m_window->press(Qt::Key_Down); // comma
        QTRY_VERIFY(dialog()->source()->told().contains(QStringLiteral("another number of cells")));
        m_window->drop(m_window->folder().string() + "/none.csv");
        QTRY_VERIFY(dialog()->source()->told().contains(QStringLiteral("There is no file")));
        m_window->drop(m_window->folder().string());
        QTRY_VERIFY(dialog()->source()->told().contains(QStringLiteral("cannot be read")));
        m_window->press(Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
    }

    void aColumnThatIsNeededIsAskedFor() {
        m_window->open();
        m_window->paste(QStringLiteral("whoever,where\nmia.chen,x\n"));
        m_window->press(Qt::Key_Return);
        auto* columns = dialog()->columns();
        columns->tenant()->clear();
        m_window->press(Qt::Key_Return);
        QCOMPARE(dialog()->step(), columns);
        QVERIFY2(columns->errorText().contains(QStringLiteral("organization")), qPrintable(columns->errorText()));
        QVERIFY(columns->tenant()->hasFocus());
        QTest::keyClicks(columns->tenant(), QStringLiteral("Nordwind AG"));
        QTRY_VERIFY(columns->tenant()->chosen());
        dialog()->nextButton()->click();
        QVERIFY2(columns->errorText().contains(QStringLiteral("User name")), qPrintable(columns->errorText()));
        QVERIFY(columns->column("userName")->hasFocus());
        m_window->press(Qt::Key_Down); // the first column
        QCOMPARE(columns->column("userName")->currentText(), QStringLiteral("whoever"));
        columns->kind()->setFocus();
        m_window->press(Qt::Key_Down);
        QCOMPARE(columns->kind()->currentText(), bulkKindText(BulkKind::Grants));
        dialog()->nextButton()->click();
        QVERIFY2(columns->errorText().contains(QStringLiteral("Role")), qPrintable(columns->errorText()));
    }

    void withoutARegionTheActionSaysWhy() {
        auto& directory = m_window->directory();
        QVERIFY(directory.action(ActionId::BulkChange)->isEnabled());
        directory.fixture().openWorkspace(m_window->folder() / "bare.muniment", {});
        QVERIFY(!directory.action(ActionId::BulkChange)->isEnabled());
        QVERIFY2(directory.action(ActionId::BulkChange)->toolTip().contains(QStringLiteral("no region")),
                 qPrintable(directory.action(ActionId::BulkChange)->toolTip()));
    }

private:
    [[nodiscard]] BulkDialog* dialog() const { return m_window->dialog(); }

    std::unique_ptr<BulkWindow> m_window;
};

MUNIMENT_TEST(bulk_source, TestBulkSource);
#include "test_bulk_source.moc"
