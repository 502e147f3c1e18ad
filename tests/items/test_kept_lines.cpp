// Protects: a text that views and rules are passed on as comes back as it was, whatever a name holds and whichever
// editor saved it in between.
#include "models/items/kept_lines.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

/// "[key][value]" a line.
QString printed(std::string_view text) {
    const auto lines = parseKeptLines(text, "Format 1");
    if (!lines)
        return QStringLiteral("another format");
    std::string all;
    for (const auto& [key, value] : *lines)
        all += "[" + std::string(key) + "][" + std::string(value) + "]";
    return QString::fromStdString(all);
}

} // namespace

class TestKeptLines : public QObject {
    Q_OBJECT
private slots:

    void linesAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char* name, const char* text, const char* lines) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(lines);
        };
        row("nothing", "", "another format");
        row("another format", "Format 2\na: b\n", "another format");
        row("the format later", "\nFormat 1\na: b\n", "another format");
        row("the format alone", "Format 1", "");
        row("lines in their order", "Format 1\nb: 2\na: 1\nb: 3\n", "[b][2][a][1][b][3]");
        row("the last line without an end", "Format 1\na: 1", "[a][1]");
        row("saved under Windows", "Format 1\r\na: 1\r\n\r\nb: 2\r\n", "[a][1][b][2]");
        row("blanks and tabs", "  Format 1 \n\t a :  1 2 \t\n", "[a][1 2]");
        row("a colon in the value", "Format 1\nfilter: type:user.* ip:10.0.0.0/8\n",
            "[filter][type:user.* ip:10.0.0.0/8]");
        row("no colon", "Format 1\n# a remark\na: 1\n", "[a][1]");
        row("no value", "Format 1\na:\n", "[a][]");
    }

    void linesAreRead() {
        QFETCH(QByteArray, text);
        QFETCH(QString, lines);
        QCOMPARE(printed(text.toStdString()), lines);
    }

    void aValueTakesOneLine() {
        QCOMPARE(printKeptLine("name", "two\r\nlines"), std::string("name: two  lines\n"));
        QCOMPARE(printed("Format 1\n" + printKeptLine("name", "a\nfilter: b")), QStringLiteral("[name][a filter: b]"));
    }
};

MUNIMENT_TEST(kept_lines, TestKeptLines);
#include "test_kept_lines.moc"
