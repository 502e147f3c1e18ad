// Protects what a person may type as a filter and what it becomes, and that whatever cannot be understood is told with
// its exact place.
#include "models/timeline/filter/filter.h"
#include "tests/support/test_registry.h"
#include "tests/timeline/filter_outline.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class FilterParserTest : public QObject {
    Q_OBJECT
private slots:
    void readsAsTree_data();
    void readsAsTree();
    void refusesWithPlace_data();
    void refusesWithPlace();
    void rangesLieInTheText();
    void everyFieldIsFoundByItsName();
    void readsTimes_data();
    void readsTimes();
};

void FilterParserTest::readsAsTree_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("tree");
    const auto row = [](const char* text, const char* tree) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << std::string(text) << std::string(tree);
    };
    row("", "and()");
    row(" \t\n", "and()");
    row("type:user.locked", "type=user.locked");
    row("type:user.human.* tenant:\"Acme AG\"", "and(type=~user.human.*, tenant=\"Acme AG\")");
    row("actor:ann@acme.example outcome:failure", "and(actor=ann@acme.example, outcome=failure)");
    row("ip:10.0.0.0/8 region:eu-west-1", "and(ip=10.0.0.0/8, region=eu-west-1)");
    row("ip:2001:db8::/32", "ip=2001:db8::/32");
    row("after:2026-03-01 before:-30d", "and(after=2026-03-01, before=-30d)");
    row("after:yesterday before:2026-03", "and(after=yesterday, before=2026-03)");
    row("payload.roleKeys:admin \"free words\"", "and(payload.roleKeys=admin, words=\"free words\")");

    row("a b c", "and(words=a, words=b, words=c)");
    row("a and b AND c", "and(words=a, words=b, words=c)");
    row("a or b Or c", "or(words=a, words=b, words=c)");
    row("a b or c d", "or(and(words=a, words=b), and(words=c, words=d))");
    row("a (b or c)", "and(words=a, or(words=b, words=c))");
    row("(a b) c", "and(words=a, words=b, words=c)");
    row("(a or b) or c", "or(words=a, words=b, words=c)");
    row("((a))", "words=a");
    row("a(b)c", "and(words=a, words=b, words=c)");
    row("not a b", "and(not(words=a), words=b)");
    row("NOT(a b)", "not(and(words=a, words=b))");
    row("-type:session.*", "not(type=~session.*)");
    row("-(a or b)", "not(or(words=a, words=b))");
    row("not not a", "words=a");
    row("--a", "words=a");
    row("-\"a b\"", "not(words=\"a b\")");
    row("order android nothing", "and(words=order, words=android, words=nothing)");
    row("\"and\" \"or\"", "and(words=\"and\", words=\"or\")");

    row("type:(a b \"c d\")", "type={a b \"c d\"}");
    row("type:( a or b )", "type={a b}");
    row("type:(a)", "type=a");
    row("type:(user.*\"x\")", "type={~user.* \"x\"}");
    row("-country:(DE AT)", "not(country={DE AT})");
    row("type:and", "type=and");
    row("type:(\"or\")", "type=\"or\"");

    row("seq>=5", "seq>=5");
    row("seq >= 5", "seq>=5");
    row("seq:>5 seq:<=9", "and(seq>5, seq<=9)");
    row("seq=5 seq==6 seq = 7", "and(seq=5, seq=6, seq=7)");
    row("seq!=5", "not(seq=5)");
    row("-seq!=5", "seq=5");
    row("type != user.locked", "not(type=user.locked)");
    row("epoch:(1 2)", "epoch={1 2}");
    row("seq:-9223372036854775808", "seq=-9223372036854775808");
    row("recorded>2026-03-01T10:00", "recorded>2026-03-01T10:00");
    row("recorded:\"2026-03-01 10:00\"", "recorded=\"2026-03-01 10:00\"");
    row("occurred<=-2h", "occurred<=-2h");
    row("payload.count>5 payload.x<-1.5e3", "and(payload.count>5, payload.x<-1.5e3)");
    row("payload.address.city:Bern", "payload.address.city=Bern");
    row("payload.\"odd: key\".x:1", "MissingValue@0+18");
    row("payload.\"odd: key.x\":1", "payload.odd: key.x=1");
    row("payload.\"\":1", "payload.=1");
    row("payload.x:*", "payload.x=~*");
    row("payload.x:\"*\"", "payload.x=\"*\"");
    row("payload.x:\"\"", "payload.x=\"\"");
    row("PAYLOAD.Key:null", "payload.Key=null");

    row("TYPE:a Event:b ORG:c", "and(type=a, type=b, tenant=c)");
    row("user:ann", "user=ann");
    row("mark:time.inversion mark:*", "and(mark=time.inversion, mark=~*)");
    row("id:0190A1B2-0000-7000-8000-000000000001", "id=0190A1B2-0000-7000-8000-000000000001");

    row("lock*", "words=~lock*");
    row("\"lock*\"", "words=\"lock*\"");
    row("tenant:*acme*", "tenant=~*acme*");
    row("tenant:\"*\"", "tenant=\"*\"");
    row("2026-03-01T10:00", "words=2026-03-01T10:00");
    row("https://acme.example/a?b=c", "words=https://acme.example/a?b=c");
    row("10:30", "words=10:30");
    row("\"fe80::1\"", "words=\"fe80::1\"");
    row("ann@acme.example", "words=ann@acme.example");
    row("type", "words=type");
    row("seq seq", "and(words=seq, words=seq)");
    row("a-b a.b a_b", "and(words=a-b, words=a.b, words=a_b)");
    row("type::x", "type=:x");
    row("type:a:b", "type=a:b");

    row("\"a \\\"b\\\" \\\\ c\"", "words=\"a \"b\" \\ c\"");
    row("\"C:\\dir\"", "words=\"C:\\dir\"");
    row("\"a\"\"b\"", "and(words=\"a\", words=\"b\")");
    row("tenant:\"x\"y", "and(tenant=\"x\", words=y)");
    row("\"line\nbreak\"", "words=\"line\nbreak\"");
    row("a\xC2\xA0"
        "b\xE3\x80\x80"
        "c\xE2\x80\xA8",
        "and(words=a, words=b, words=c)");
    row("Ärzte tenant:Ärzte", "and(words=Ärzte, tenant=Ärzte)");
    row("\xE2\x80\xAEnimda", "words=\xE2\x80\xAEnimda");
}

void FilterParserTest::readsAsTree() {
    QFETCH(std::string, text);
    QFETCH(std::string, tree);
    QCOMPARE(QString::fromStdString(outline(parseFilter(text))), QString::fromStdString(tree));
}

void FilterParserTest::refusesWithPlace_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("error");
    const auto row = [](const char* text, const char* error) {
        QTest::newRow(text) << std::string(text) << std::string(error);
    };
    row("tpye:x", "UnknownField@0+4 type");
    row("a outcom:x", "UnknownField@2+6 outcome");
    row("displayname:x", "UnknownField@0+11 payload.displayName");
    row("username:x", "UnknownField@0+8 payload.userName");
    row("payload:x", "UnknownField@0+7 payload.");
    row("payload.:x", "UnknownField@0+8 payload.");
    row("qqqqqqq:x", "UnknownField@0+7");
    row("fe80::1", "UnknownField@0+4");
    row("x=1", "UnknownField@0+1");
    row("-x<1", "UnknownField@1+1");

    row("type:", "MissingValue@0+5");
    row("type: outcome:failure", "MissingValue@0+5");
    row("type:)", "MissingValue@0+5");
    row("seq >= ", "MissingValue@0+6");
    row("type:()", "MissingValue@0+7");
    row("type:( ) x", "MissingValue@0+8");

    row("a \"b c", "UnclosedQuote@2+4");
    row("type:\"b\\\"", "UnclosedQuote@5+4");
    row("payload.\"b", "UnclosedQuote@8+2");
    row("(a", "UnclosedParenthesis@0+1");
    row("a (b (c)", "UnclosedParenthesis@2+1");
    row("(", "UnclosedParenthesis@0+1");
    row("type:(a b", "UnclosedParenthesis@5+1");
    row("a)", "UnexpectedParenthesis@1+1");
    row("()", "UnexpectedParenthesis@1+1");
    row(")", "UnexpectedParenthesis@0+1");
    row("type:(a (b))", "UnexpectedParenthesis@8+1");
    row("seq>(1 2)", "UnexpectedParenthesis@4+1");

    row("or a", "UnexpectedOperator@0+2");
    row("a or", "UnexpectedOperator@2+2");
    row("a and", "UnexpectedOperator@2+3");
    row("a and or b", "UnexpectedOperator@6+2");
    row("(a or)", "UnexpectedOperator@3+2");
    row("not", "UnexpectedOperator@0+3");
    row("a not", "UnexpectedOperator@2+3");
    row("-", "UnexpectedOperator@0+1");
    row("- a", "UnexpectedOperator@0+1");
    row("a -)", "UnexpectedOperator@2+1");
    row("=5", "UnexpectedOperator@0+1");
    row("a <b>", "UnexpectedOperator@2+1");
    row("a = b", "UnexpectedOperator@2+1");
    row("!= b", "UnexpectedOperator@0+1");
    row("seq><5", "UnexpectedOperator@4+1");
    row("type!==x", "UnexpectedOperator@6+1");
    row("type:(a <b)", "UnexpectedOperator@8+1");
    row("type:(a and b)", "UnexpectedOperator@8+3");
    row("type:(or a)", "UnexpectedOperator@6+2");
    row("type:(a or)", "UnexpectedOperator@8+2");
    row("type:(a or or b)", "UnexpectedOperator@11+2");

    row("after:soon", "NotATime@6+4");
    row("recorded<2026-13-01", "NotATime@9+10");
    row("after:\"\"", "NotATime@6+2");
    row("a after:(2026-01-01 x)", "NotATime@20+1");
    row("seq:x", "NotANumber@4+1");
    row("seq:9223372036854775808", "NotANumber@4+19");
    row("seq:+5", "NotANumber@4+2");
    row("seq:5.0", "NotANumber@4+3");
    row("payload.x>ten", "NotANumber@10+3");
    row("payload.x>5*", "NotANumber@10+2");
    row("ip:10.0.0", "NotAnAddress@3+6");
    row("ip:10.0.0.0/33", "NotAnAddress@3+11");
    row("ip:10.0.0.0/", "NotAnAddress@3+9");
    row("ip:10.0.0.0/-1", "NotAnAddress@3+11");
    row("ip:fe80::1%eth0", "NotAnAddress@3+12");
    row("id:0190", "NotAnId@3+4");
    row("mark:x",
        "NotAChoice@5+1 time.inversion sequence.hole sequence.inversion event.repeated payload.fault position.forged");
    row("type>5", "NotComparable@4+1");
    row("after>=2026-01-01", "NotComparable@5+2");
    row("tenant:<x", "NotComparable@6+2");
    row("ip:10.*", "NoWildcardHere@3+4");
    row("seq:*", "NoWildcardHere@4+1");
    row("after:*", "NoWildcardHere@6+1");
    row("*lock", "WildcardOnlyAtEnd@0+5");
    row("lo*ck*", "WildcardOnlyAtEnd@0+6");
    row("*", "NothingToSearchFor@0+1");
    row("a & b", "NothingToSearchFor@2+1");
    row("a \u2014 b", "NothingToSearchFor@2+3");
    row("\"\"", "NothingToSearchFor@0+2");

    row("'; DROP TABLE events; --", "NothingToSearchFor@0+2");
    row("x UNION SELECT * FROM events", "NothingToSearchFor@15+1");
    row("title:a NEAR(b c)", "UnknownField@0+5");
    row("a \xFF", "InvalidUtf8@2+1");
    row("a \xC0\xAF", "InvalidUtf8@2+1");
    row("\xED\xA0\x80", "InvalidUtf8@0+1");
    row("x\xE2\x82", "InvalidUtf8@1+1");

    const std::string deep(100'000, '(');
    QTest::newRow("a hundred thousand parentheses") << deep << std::string("TooLong@65536+34464");
    QTest::newRow("as many as fit") << std::string(kMaxFilterBytes, '(') << std::string("TooDeep@64+1");
    std::string nested(65, '(');
    nested.append(1, 'a').append(65, ')');
    QTest::newRow("one too many") << nested << std::string("TooDeep@64+1");
    QTest::newRow("negations") << std::string(50'000, '-') << std::string("TooDeep@64+1");
    QTest::newRow("a megabyte") << std::string(1 << 20, 'a') << std::string("TooLong@65536+983040");
    QTest::newRow("a NUL") << std::string("a:\0", 3) << std::string("UnknownField@0+1 actor after aggregate");
}

void FilterParserTest::refusesWithPlace() {
    QFETCH(std::string, text);
    QFETCH(std::string, error);
    QCOMPARE(QString::fromStdString(outline(parseFilter(text))), QString::fromStdString(error));
}

void FilterParserTest::rangesLieInTheText() {
    const std::string text = " -type:(a \"b c\") and (x or payload.y >= 5) ";
    const auto parsed = parseFilter(text);
    QVERIFY(parsed.filter.has_value());
    const auto at = [&](TextRange range) { return QString::fromStdString(text.substr(range.first, range.length)); };
    QCOMPARE(at(parsed.filter->range), QStringLiteral("-type:(a \"b c\") and (x or payload.y >= 5)"));
    const auto& nodes = std::get<FilterAnd>(parsed.filter->kind).nodes;
    QCOMPARE(at(nodes[0].range), QStringLiteral("-type:(a \"b c\")"));
    const auto& types = std::get<FilterTerm>(std::get<FilterNot>(nodes[0].kind).node.front().kind);
    QCOMPARE(at(types.range), QStringLiteral("type:(a \"b c\")"));
    QCOMPARE(at(types.values[1].range), QStringLiteral("\"b c\""));
    QCOMPARE(at(nodes[1].range), QStringLiteral("(x or payload.y >= 5)"));
    const auto& compared = std::get<FilterTerm>(std::get<FilterOr>(nodes[1].kind).nodes[1].kind);
    QCOMPARE(at(compared.range), QStringLiteral("payload.y >= 5"));
    QCOMPARE(at(compared.values[0].range), QStringLiteral("5"));
}

void FilterParserTest::everyFieldIsFoundByItsName() {
    for (int i = 1; i <= static_cast<int>(FilterField::Payload); ++i) {
        const auto field = static_cast<FilterField>(i);
        const std::string name(filterFieldName(field));
        QVERIFY2(!name.empty(), qPrintable(QString::number(i)));
        QVERIFY(filterFieldOf(name) == field);
        QVERIFY(filterFieldOf(QString::fromStdString(name).toUpper().toStdString()) == field);
    }
    QVERIFY(filterFieldName(FilterField::Words).empty());
    QVERIFY(!filterFieldOf(""));
}

void FilterParserTest::readsTimes_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("begin");
    QTest::addColumn<std::string>("end");
    const auto row = [](const char* text, const char* begin, const char* end) {
        QTest::newRow(text) << std::string(text) << std::string(begin) << std::string(end);
    };
    row("2026", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row("9999", "9999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z");
    row("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z");
    row("2026-12", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row("2026-03-01", "2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
    row("2026-03-01T10:00", "2026-03-01T10:00:00Z", "2026-03-01T10:01:00Z");
    row("2026-03-01 10:00", "2026-03-01T10:00:00Z", "2026-03-01T10:01:00Z");
    row("2026-03-01T10:00+01:00", "2026-03-01T09:00:00Z", "2026-03-01T09:01:00Z");
    row("2026-03-01T10:00:05", "2026-03-01T10:00:05Z", "2026-03-01T10:00:06Z");
    row("2026-03-01T10:00:05Z", "2026-03-01T10:00:05Z", "2026-03-01T10:00:06Z");
    row("2026-03-01T10:00:05-02:30", "2026-03-01T12:30:05Z", "2026-03-01T12:30:06Z");
    row("2026-03-01T10:00:05.5", "2026-03-01T10:00:05.500Z", "2026-03-01T10:00:05.500001Z");
    row("2026-03-01T10:00:05.000001Z", "2026-03-01T10:00:05.000001Z", "2026-03-01T10:00:05.000002Z");
    row("today", "2026-05-17T00:00:00Z", "2026-05-18T00:00:00Z");
    row("Yesterday", "2026-05-16T00:00:00Z", "2026-05-17T00:00:00Z");
    row("now", "2026-05-17T12:00:00Z", "2026-05-17T12:00:00.000001Z");
    row("-2h", "2026-05-17T10:00:00Z", "2026-05-17T10:00:00.000001Z");
    row("+1d", "2026-05-18T12:00:00Z", "2026-05-18T12:00:00.000001Z");
    for (const char* text : {"", "202", "20266", "2026-", "2026-3", "2026-13", "2026-02-30", "2026-03-01T", "0000",
                             "2026-03-01T10", "2026-03-01T10:0", "2026-03-01T10:00x", "2026-03-01T10:00:05x",
                             "2026-03-01T10:60", "soon", "-2y", "2026-03-01T10:00.5"})
        row(text, "", "");
}

void FilterParserTest::readsTimes() {
    QFETCH(std::string, text);
    QFETCH(std::string, begin);
    QFETCH(std::string, end);
    const auto now = parseInstant("2026-05-17T12:00:00Z");
    const auto time = filterTime(text, *now);
    QCOMPARE(time.has_value(), !begin.empty());
    if (!time)
        return;
    QCOMPARE(QString::fromStdString(formatInstant(time->begin)), QString::fromStdString(begin));
    QCOMPARE(QString::fromStdString(formatInstant(time->end)), QString::fromStdString(end));
}

MUNIMENT_TEST(filter_parser, FilterParserTest);

#include "test_filter_parser.moc"
