// Protects: what people hand in as CSV is read as it was meant, and what is no CSV is refused by the line where it
// stops being that, whatever its size.
#include "models/bulk/bulk_mapping.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <sstream>

using namespace muniment;

namespace {

std::string printed(const CsvTable& table) {
    std::string text;
    const auto line = [&text](const std::vector<std::string>& cells) {
        for (const std::string& cell : cells)
            text += "[" + cell + "]";
        text += "\n";
    };
    line(table.header);
    for (const CsvRow& row : table.rows) {
        text += std::to_string(row.line) + " ";
        line(row.cells);
    }
    return text;
}

Result<CsvTable> read(const std::string& text, std::optional<char> delimiter = {}) {
    std::istringstream in(text);
    return readCsv(in, delimiter, {});
}

/// Gives the same bytes for ever, and counts them.
class Endless : public std::streambuf {
public:
    explicit Endless(std::string start, std::string rest) : m_block(std::move(start)), m_rest(std::move(rest)) {
        setg(m_block.data(), m_block.data(), m_block.data() + m_block.size());
    }

    [[nodiscard]] std::size_t given() const { return m_given; }

protected:
    int_type underflow() override {
        m_given += m_block.size();
        m_block = m_rest;
        setg(m_block.data(), m_block.data(), m_block.data() + m_block.size());
        return traits_type::to_int_type(*gptr());
    }

private:
    std::string m_block, m_rest;
    std::size_t m_given = 0;
};

class TestCsvTable : public QObject {
    Q_OBJECT

private slots:

    void whatPeopleHandIn_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << QByteArray("[a][b]\n2 [1][2]\n");
        QTest::newRow("no last line end") << QByteArray("a,b\n1,2") << QByteArray("[a][b]\n2 [1][2]\n");
        QTest::newRow("Windows") << QByteArray("a,b\r\n1,2\r\n") << QByteArray("[a][b]\n2 [1][2]\n");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                       "a,b\n1,2\n")
                                         << QByteArray("[a][b]\n2 [1][2]\n");
        QTest::newRow("semicolons") << QByteArray("a;b\n1,5;2\n") << QByteArray("[a][b]\n2 [1,5][2]\n");
        QTest::newRow("tabs") << QByteArray("a\tb\n1\t2\n") << QByteArray("[a][b]\n2 [1][2]\n");
        QTest::newRow("quotes") << QByteArray("a,b\n\"x, \"\"y\"\"\",2\n") << QByteArray("[a][b]\n2 [x, \"y\"][2]\n");
        QTest::newRow("lines in quotes") << QByteArray("a,b\n\"x\ny\",2\n3,4\n")
                                         << QByteArray("[a][b]\n2 [x\ny][2]\n4 [3][4]\n");
        QTest::newRow("empty lines") << QByteArray("a,b\n\n1,2\n,\n3,4\n")
                                     << QByteArray("[a][b]\n3 [1][2]\n5 [3][4]\n");
        QTest::newRow("blanks around") << QByteArray("a , b\n 1 ,\" 2 \"\n") << QByteArray("[a][b]\n2 [1][ 2 ]\n");
        QTest::newRow("one column") << QByteArray("a\n1\n2\n") << QByteArray("[a]\n2 [1]\n3 [2]\n");
        QTest::newRow("only a header") << QByteArray("a,b\n") << QByteArray("[a][b]\n");
        QTest::newRow("markup and formulas") << QByteArray("a,b\n=1+1,<b>\n") << QByteArray("[a][b]\n2 [=1+1][<b>]\n");
    }

    void whatPeopleHandIn() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, table);
        const auto csv = read(text.toStdString());
        QVERIFY2(csv, csv ? "" : csv.error().get("fault").c_str());
        QCOMPARE(printed(*csv), table.toStdString());
    }

    void whatIsNoCsv_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QByteArray() << "empty"
                                 << "1";
        QTest::newRow("blank lines") << QByteArray("\n\n") << "empty"
                                     << "1";
        QTest::newRow("a quote within") << QByteArray("a,b\n1,x\"y\n") << "quoting"
                                        << "2";
        QTest::newRow("behind a quote") << QByteArray("a,b\n1,2\n\"x\"y,2\n") << "quoting"
                                        << "3";
        QTest::newRow("an open quote") << QByteArray("a,b\n1,2\n3,\"x\n") << "quoting"
                                       << "3";
        QTest::newRow("too few cells") << QByteArray("a,b\n1\n") << "columns"
                                       << "2";
        QTest::newRow("too many cells") << QByteArray("a,b\n1,2\n1,2,3\n") << "columns"
                                        << "3";
        QTest::newRow("Latin 1") << QByteArray("a,b\nM\xfcller,2\n") << "notUtf8"
                                 << "2";
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0,\0b\0",
                                              8)
                                << "utf16"
                                << "1";
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n", 8) << "notUtf8"
                                   << "1";
        QTest::newRow("a huge cell") << QByteArray("a,b\n1,") + QByteArray(70'000, 'x') + "\n"
                                     << "cellTooLarge"
                                     << "2";
        QTest::newRow("many columns") << QByteArray(200, ',') + "a\n"
                                      << "tooManyColumns"
                                      << "1";
    }

    void whatIsNoCsv() {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        QFETCH(QString, line);
        const auto csv = read(text.toStdString());
        QVERIFY(!csv);
        QVERIFY(csv.error().code == ErrorCode::InvalidInput);
        QCOMPARE(QString::fromStdString(csv.error().get("fault")), fault);
        QCOMPARE(QString::fromStdString(csv.error().get("line")), line);
    }

    void aStreamWithoutEndIsGivenUp_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("fault");
        QTest::newRow("rows") << QByteArray("a,b\n") << QByteArray("1,2\n").repeated(1'000) << "tooManyRows";
        QTest::newRow("a line") << QByteArray("a,b\n1,") << QByteArray(4'096, 'x') << "cellTooLarge";
        QTest::newRow("a quoted cell") << QByteArray("a,b\n1,\"") << QByteArray("x\n").repeated(2'048)
                                       << "cellTooLarge";
        QTest::newRow("cells") << QByteArray("a") << QByteArray(4'096, ',') << "tooManyColumns";
    }

    void aStreamWithoutEndIsGivenUp() {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, rest);
        QFETCH(QString, fault);
        Endless bytes(start.toStdString(), rest.toStdString());
        std::istream in(&bytes);
        const auto csv = readCsv(in, ',', {});
        QVERIFY(!csv);
        QCOMPARE(QString::fromStdString(csv.error().get("fault")), fault);
        QVERIFY(bytes.given() < 8 * 1024 * 1024);
    }

    void readingCanBeStopped() {
        Endless bytes("a\n", "\n");
        std::istream in(&bytes);
        std::stop_source stop;
        stop.request_stop();
        const auto csv = readCsv(in, ',', stop.get_token());
        QVERIFY(!csv);
        QVERIFY(csv.error().code == ErrorCode::Cancelled);
    }

    void headersAreUnderstood_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("mapped");
        QTest::newRow("English") << QByteArray("E-Mail,User name,First_Name,LASTNAME,Notes") << "users"
                                 << "userName=1 firstName=2 lastName=3 email=0";
        QTest::newRow("German") << QByteArray("Benutzername;Vorname;Nachname;Telefon") << "users"
                                << "userName=0 firstName=1 lastName=2 phone=3";
        QTest::newRow("grants") << QByteArray("role,user,resource,until") << "grants"
                                << "role=0 user=1 resource=2 until=3";
        QTest::newRow("members") << QByteArray("Team,Mitglied") << "members"
                                 << "team=0 user=1";
        QTest::newRow("nothing") << QByteArray("colour,size") << ""
                                 << "";
    }

    void headersAreUnderstood() {
        QFETCH(QByteArray, header);
        QFETCH(QString, kind);
        QFETCH(QString, mapped);
        const auto csv = read(header.toStdString() + "\n");
        QVERIFY(csv);
        const auto likely = likelyKind(csv->header);
        QCOMPARE(likely ? QString::fromUtf8(bulkKindName(*likely).data()) : QString(), kind);
        if (!likely)
            return;
        const BulkMapping mapping = suggestMapping(*likely, csv->header);
        QStringList said;
        for (std::size_t i = 0; i < mapping.columns.size(); ++i)
            if (mapping.columns[i])
                said << QStringLiteral("%1=%2")
                            .arg(QString::fromUtf8(bulkFields(*likely)[i].name.data()))
                            .arg(*mapping.columns[i]);
        QCOMPARE(said.join(QLatin1Char(' ')), mapped);
        QVERIFY(!mapping.missing());
    }
};

MUNIMENT_TEST(csv_table, TestCsvTable);

} // namespace

#include "test_csv_table.moc"
