// Protects: each row of a table says what it would do, why it cannot be sent, and what became of it; what is shown of
// them follows exactly; the rows that failed make a table that reads as it was, with no formula in it.
#include "models/items/bulk_failed_rows.h"
#include "models/items/bulk_row_model.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using namespace muniment;

namespace {

using Show = BulkRowModel::Show;
using State = BulkOutcome::State;

Result<CommandRequest> adding(const std::string& name) {
    CommandRequest request;
    request.tenant = TenantId("acme");
    request.command = UserCommand(AddMachine{name, {}, {}});
    return request;
}

/// Five rows: the second is taken, the fourth looks like another.
std::shared_ptr<const CheckedTable> fiveRows() {
    std::istringstream in("user name,phone\nann,+1\nbob,+2\ncleo,=3\ndora,-4\nemil,5\n");
    auto table = std::make_shared<CsvTable>(*readCsv(in, {}, {}));
    CheckedTable checked{{TenantId("acme"), table, suggestMapping(BulkKind::Users, table->header)}, {}};
    for (const CsvRow& row : table->rows)
        checked.plan.rows.push_back({row.line, adding(row.cells[0]), BulkRow::Notice::None, {}});
    checked.plan.rows[1].request = failure(ErrorCode::NameTaken, {}, {{"kind", "user_name"}});
    checked.plan.rows[3].notice = BulkRow::Notice::LooksAlike;
    checked.plan.rows[3].other = "d0ra";
    return std::make_shared<const CheckedTable>(std::move(checked));
}

QStringList printed(const BulkRowModel& model) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << model.index(row, BulkRowModel::Line).data().toString() + QLatin1Char(' ') +
                     model.index(row, BulkRowModel::State).data().toString();
    return lines;
}

class TestBulkRows : public QObject {
    Q_OBJECT
private slots:

    void rowsAreCountedAndFiltered() {
        BulkRowModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChecked(fiveRows());
        QCOMPARE(model.counts().sendable, std::size_t(4));
        QCOMPARE(model.counts().refused(), std::size_t(1));
        QCOMPARE(model.counts().noticed, std::size_t(1));
        QCOMPARE(printed(model), QStringList({QStringLiteral("2 Can be sent"), QStringLiteral("3 Cannot be sent"),
                                              QStringLiteral("4 Can be sent"), QStringLiteral("5 Noticed"),
                                              QStringLiteral("6 Can be sent")}));
        model.setShow(Show::CannotBeSent);
        QCOMPARE(printed(model), QStringList(QStringLiteral("3 Cannot be sent")));
        model.setShow(Show::Noticed);
        QCOMPARE(printed(model), QStringList(QStringLiteral("5 Noticed")));
        QVERIFY(model.index(0, BulkRowModel::Remark).data().toString().contains(QStringLiteral("d0ra")));
        model.setChecked(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatFailsComesToThoseThatAreNotWritten() {
        BulkRowModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChecked(fiveRows());
        model.setSending();
        model.setShow(Show::NotWritten);
        QCOMPARE(printed(model), QStringList(QStringLiteral("3 Cannot be sent")));
        const Error taken{ErrorCode::NameTaken, {}, {{"kind", "user_name"}}};
        model.takeChanges(
            {{4, {State::Failed, {}, taken}}, {0, {State::Failed, {}, taken}}, {2, {State::Done, {}, {}}}});
        QCOMPARE(printed(model), QStringList({QStringLiteral("2 Not written"), QStringLiteral("3 Cannot be sent"),
                                              QStringLiteral("6 Not written")}));
        model.setShow(Show::All);
        QCOMPARE(model.index(2, BulkRowModel::State).data().toString(), QStringLiteral("Written"));
        QCOMPARE(model.index(3, BulkRowModel::State).data().toString(), QStringLiteral("Waiting"));
        model.setEnded();
        QCOMPARE(model.index(3, BulkRowModel::State).data().toString(), QStringLiteral("Not sent"));
        QCOMPARE(model.unwritten().size(), std::size_t(4));
    }

    void whatFailedIsSavedAndReadAgain() {
        BulkRowModel model;
        const auto checked = fiveRows();
        model.setChecked(checked);
        model.setSending();
        model.takeChanges({{2, {State::Done, {}, {}}}});
        model.setEnded();
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("failed.csv")).toStdString();
        QCOMPARE(writeFailedRows(path, *checked->question.table, model.unwritten()).value(), std::int64_t{4});
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray first = file.readAll();
        QVERIFY2(first.startsWith("user name,phone,line,reason\r\nann,'+1,2,It was not sent"), first.constData());
        QVERIFY2(first.contains("dora,'-4,5,"), first.constData());

        std::istringstream in(first.toStdString());
        const auto again = readCsv(in, {}, {});
        QVERIFY(again);
        const BulkMapping mapping = suggestMapping(BulkKind::Users, again->header);
        QCOMPARE(mapping.cell(again->rows[0], "phone"), std::string("+1"));
        QCOMPARE(mapping.cell(again->rows[3], "phone"), std::string("5"));
        // Saved once more it has one line and one reason, not two.
        QCOMPARE(writeFailedRows(path, *again, {{0, {}}}).value(), std::int64_t{1});
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("user name,phone,line,reason\r\nann,'+1,2,"));
    }
};

MUNIMENT_TEST(bulk_rows, TestBulkRows);

} // namespace

#include "test_bulk_rows.moc"
