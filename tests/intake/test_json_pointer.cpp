// Protects: a pointer finds what RFC 6901 says it finds and nothing else, and no document, however hostile, makes the
// search fail in another way than by saying so.
#include "models/intake/json_pointer.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

/// The value's text; "-" where nothing stands, "!" where the document or the pointer is wrong.
QString found(const std::string& json, const std::string& pointer) {
    const auto tokens = parsePointer(pointer);
    if (!tokens)
        return QStringLiteral("!");
    const auto value = findValue(json, *tokens);
    if (!value)
        return QStringLiteral("!");
    return *value ? QString::fromStdString((*value)->value) : QStringLiteral("-");
}

} // namespace

class TestJsonPointer : public QObject {
    Q_OBJECT
private slots:

    void findsWhatStandsThere_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        // The document of RFC 6901, section 5.
        const auto row = [](const char* pointer, const char* value) {
            QTest::newRow(*pointer == '\0' ? "whole" : pointer)
                << QString::fromUtf8(pointer) << QString::fromUtf8(value);
        };
        row("/foo", R"(["bar", "baz"])");
        row("/foo/0", "bar");
        row("/foo/1", "baz");
        row("/foo/2", "-");
        row("/foo/01", "-");
        row("/foo/-", "-");
        row("/foo/-1", "-");
        row("/foo/99999999999999999999999", "-");
        row("/foo/bar", "-");
        row("/", "0");
        row("/a~1b", "1");
        row("/c%d", "2");
        row("/i\\j", "5");
        row("/k\"l", "6");
        row("/ ", "7");
        row("/m~0n", "8");
        row("/nobody", "-");
        row("/a~1b/deeper", "-");
        row("/käse", "Żółć");
        row("/big", "12345678901234567890");
        row("/a~2b", "!");
        row("/a~", "!");
        row("foo", "!");
        row("/twice", "!");
        row("/twice/inner", "!");
    }

    void findsWhatStandsThere() {
        QFETCH(QString, pointer);
        const std::string document =
            R"({"foo":["bar", "baz"],"":0,"a/b":1,"c%d":2,"i\\j":5,"k\u0022l":6," ":7,"m~n":8,"käse":"Żółć",)"
            R"("big":12345678901234567890,"twice":1,"twice":{"inner":2}})";
        QTEST(found(document, pointer.toStdString()), "value");
    }

    void aDocumentMayBeAnyValue() {
        QCOMPARE(found("7", ""), QStringLiteral("7"));
        QCOMPARE(found("\"x\"", ""), QStringLiteral("x"));
        QCOMPARE(found("null", ""), QStringLiteral("null"));
        QCOMPARE(found("[1,[2,3]]", "/1/1"), QStringLiteral("3"));
        for (const char* none : {"", " ", "1,2", "{", "]", "[1"})
            QCOMPARE(found(none, ""), QStringLiteral("!"));
    }

    void depthAndSizeAreTakenAsTheyCome() {
        const std::string deep(200'000, '[');
        QCOMPARE(found(deep, "/0/0/0"), QStringLiteral("!"));
        const std::string closed = std::string(500, '[') + std::string(500, ']');
        QCOMPARE(found(closed, "/0/0/0/0/1"), QStringLiteral("-"));
        const std::string large = "{\"a\":\"" + std::string(1024 * 1024, 'x') + "\",\"b\":{\"c\":1}}";
        QCOMPARE(found(large, "/b/c"), QStringLiteral("1"));
        std::string wide = "{";
        for (int i = 0; i < 100'000; ++i)
            wide += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
        QCOMPARE(found(wide + "\"end\":true}", "/k99999"), QStringLiteral("99999"));
    }

    void pointersArePrintedAsTheyAreRead() {
        for (const char* pointer : {"", "/", "/a~1b/~0~01/0", "//", "/ /x"}) {
            const auto tokens = parsePointer(pointer);
            QVERIFY(tokens.has_value());
            QCOMPARE(printPointer(*tokens), std::string(pointer));
        }
    }
};

MUNIMENT_TEST(json_pointer, TestJsonPointer);
#include "test_json_pointer.moc"
