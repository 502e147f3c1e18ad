// Protects printing: any tree that can be typed reads back as the same tree, printed as a person would type it; chips
// are the filter's text in pieces; and what is applied as a filter is joined without repetition or contradiction.
#include "models/timeline/filter/filter.h"
#include "tests/support/test_registry.h"
#include "tests/timeline/filter_outline.h"
#include "tests/timeline/odd_filter.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class FilterPrintTest : public QObject {
    Q_OBJECT
private slots:
    void printsAsTyped_data();
    void printsAsTyped();
    void oddTreesReadBack();
    void looseTreesKeepTheirMeaning();
    void chipsAreTheText();
    void aChipCanBeTakenAway();
    void joins_data();
    void joins();
    void aTermMatchesJustItsValue_data();
    void aTermMatchesJustItsValue();
};

namespace {

FilterNode parsed(const std::string& text) {
    const auto filter = parseFilter(text);
    if (!filter.filter)
        qFatal("%s: %s", text.c_str(), outline(filter).c_str());
    return *filter.filter;
}

} // namespace

void FilterPrintTest::printsAsTyped_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("printed");
    const auto row = [](const char* text, const char* printed) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << std::string(text) << std::string(printed);
    };
    row("", "");
    row("  type:a   AND  b ", "type:a b");
    row("a OR (b and c)", "a or b c");
    row("(a or b) c", "(a or b) c");
    row("not type:x not (a b)", "-type:x -(a b)");
    row("not not a", "a");
    row("EVENT:(a OR \"b\" c*)", "type:(a \"b\" c*)");
    row("org:(\"Acme AG\")", "tenant:\"Acme AG\"");
    row("sequence >= 5 seq!=6", "seq>=5 -seq:6");
    row("seq:<5", "seq<5");
    row("payload.\"a b\":1 payload.\"ab\":2", "payload.\"a b\":1 payload.ab:2");
    row("\"say \\\"hi\\\"\" \"C:\\dir\" \"C:\\\\\"", "\"say \\\"hi\\\"\" \"C:\\dir\" \"C:\\\\\"");
    row("https://a.example/?b=c", "https://a.example/?b=c");
    row("a\xC2\xA0"
        "b",
        "a b");
}

void FilterPrintTest::printsAsTyped() {
    QFETCH(std::string, text);
    QFETCH(std::string, printed);
    QCOMPARE(QString::fromStdString(printFilter(parsed(text))), QString::fromStdString(printed));
    QVERIFY(parsed(printed) == parsed(text));
}

void FilterPrintTest::oddTreesReadBack() {
    OddFilter odd(5);
    for (int i = 0; i < 5'000; ++i) {
        const FilterNode tree = odd.next();
        const std::string text = printFilter(tree);
        const auto back = parseFilter(text);
        QVERIFY2(back.filter && *back.filter == tree, (outline(tree) + "\n" + text + "\n" + outline(back)).c_str());
    }
}

void FilterPrintTest::looseTreesKeepTheirMeaning() {
    const auto word = [](const char* text) { return FilterNode{termOf(FilterField::Words, text), {}}; };
    const FilterNode one{FilterOr{{FilterNode{FilterAnd{{word("a")}}, {}}}}, {}};
    QCOMPARE(printFilter(one), std::string("a"));
    const FilterNode twice{FilterNot{{FilterNode{FilterNot{{word("a")}}, {}}}}, {}};
    QCOMPARE(printFilter(twice), std::string("--a"));
    const FilterNode nested{FilterAnd{{FilterNode{FilterAnd{{word("a"), word("b")}}, {}}, word("c")}}, {}};
    QCOMPARE(printFilter(nested), std::string("a b c"));
    FilterTerm unquoted{FilterField::Tenant, {}, Comparison::Equal, {{"Acme AG", false, false, {}}}, {}};
    QCOMPARE(printFilter({unquoted, {}}), std::string("tenant:\"Acme AG\""));
}

void FilterPrintTest::chipsAreTheText() {
    for (const char* text : {"", "type:a", "a or b", "type:a -tenant:\"B C\" (x or y) -(x y)", "-(a or b)"}) {
        const FilterNode filter = parsed(text);
        std::string joined;
        for (const auto& chip : chipsOf(filter)) {
            QCOMPARE(chip.isNegated, chip.text.front() == '-');
            QCOMPARE(std::string(text).substr(chip.range.first, chip.range.length), chip.text);
            joined += (joined.empty() ? "" : " ") + chip.text;
        }
        QCOMPARE(joined, std::string(text));
        QCOMPARE(printFilter(filter), std::string(text));
    }
}

void FilterPrintTest::aChipCanBeTakenAway() {
    const FilterNode filter = parsed("type:a (x or y) -b");
    QCOMPARE(printFilter(withoutChip(filter, 0)), std::string("(x or y) -b"));
    QCOMPARE(printFilter(withoutChip(filter, 1)), std::string("type:a -b"));
    QCOMPARE(printFilter(withoutChip(filter, 9)), std::string("type:a (x or y) -b"));
    QCOMPARE(printFilter(withoutChip(withoutChip(filter, 0), 1)), std::string("x or y"));
    QCOMPARE(printFilter(withoutChip(parsed("a or b"), 0)), std::string());
}

void FilterPrintTest::joins_data() {
    QTest::addColumn<std::string>("before");
    QTest::addColumn<int>("how");
    QTest::addColumn<std::string>("after");
    const auto row = [](const char* before, JoinAs how, const char* after) {
        QTest::addRow("%s, %d", before, static_cast<int>(how))
            << std::string(before) << static_cast<int>(how) << std::string(after);
    };
    row("", JoinAs::And, "type:x");
    row("", JoinAs::Or, "type:x");
    row("", JoinAs::AndNot, "-type:x");
    row("a", JoinAs::And, "a type:x");
    row("a", JoinAs::Or, "a or type:x");
    row("a", JoinAs::AndNot, "a -type:x");
    row("a b", JoinAs::Or, "a b or type:x");
    row("a or b", JoinAs::And, "(a or b) type:x");
    row("a or b", JoinAs::Or, "a or b or type:x");
    row("a type:x", JoinAs::And, "a type:x");
    row("a type:x", JoinAs::AndNot, "a -type:x");
    row("a -type:x", JoinAs::And, "a type:x");
    row("type:x", JoinAs::AndNot, "-type:x");
    row("a or type:x", JoinAs::Or, "a or type:x");
}

void FilterPrintTest::joins() {
    QFETCH(std::string, before);
    QFETCH(int, how);
    QFETCH(std::string, after);
    const FilterNode filter = joined(parsed(before), static_cast<JoinAs>(how), termOf(FilterField::Type, "x"));
    QCOMPARE(printFilter(filter), after);
    QVERIFY(parsed(after) == filter);
}

void FilterPrintTest::aTermMatchesJustItsValue_data() {
    QTest::addColumn<int>("field");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("text");
    const auto row = [](FilterField field, const char* value, const char* text) {
        QTest::newRow(text) << static_cast<int>(field) << std::string(value) << std::string(text);
    };
    row(FilterField::Type, "user.locked", "type:user.locked");
    row(FilterField::Type, "user.*", "type:\"user.*\"");
    row(FilterField::Tenant, "Acme AG", "tenant:\"Acme AG\"");
    row(FilterField::Tenant, "", "tenant:\"\"");
    row(FilterField::Tenant, "a\"b", "tenant:\"a\\\"b\"");
    row(FilterField::Tenant, "<x", "tenant:\"<x\"");
    row(FilterField::Tenant, "or", "tenant:or");
    row(FilterField::Words, "or", "\"or\"");
    row(FilterField::Words, "-x", "\"-x\"");
    row(FilterField::Words, "type:x", "\"type:x\"");
    row(FilterField::Words, "10:30", "10:30");
    row(FilterField::Ip, "2001:db8::1", "ip:2001:db8::1");
}

void FilterPrintTest::aTermMatchesJustItsValue() {
    QFETCH(int, field);
    QFETCH(std::string, value);
    QFETCH(std::string, text);
    const FilterNode node{termOf(static_cast<FilterField>(field), value), {}};
    QCOMPARE(printFilter(node), text);
    QVERIFY(parsed(text) == node);
    QCOMPARE(std::get<FilterTerm>(parsed(text).kind).values.front().text, value);
}

MUNIMENT_TEST(filter_print, FilterPrintTest);

#include "test_filter_print.moc"
