// Protects: what is stored and hashed has one form, hostile bytes are named for what they are with bounded work, and
// whatever a log holds can still be read and shown.
#include "models/base/canonical_json.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <bit>
#include <random>

using namespace muniment;

namespace {

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

std::string nested(int depth) {
    return "{\"a\":" + repeated("[", depth - 1) + repeated("]", depth - 1) + "}";
}

/// A random JSON value in the loosest spelling the grammar allows.
class Scribbler {
public:
    explicit Scribbler(unsigned seed) : m_random(seed) {}

    std::string object(int depth) {
        std::string text = "{" + blank();
        const auto members = below(5);
        for (unsigned i = 0; i < members; ++i)
            text += (i > 0 ? "," : "") + blank() + string(std::to_string(i)) + blank() + ":" + value(depth - 1);
        return text + "}";
    }

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(m_random() % bound); }

    std::string blank() {
        static const char* const kBlanks[]{"", "", " ", "\n", "\t\r "};
        return kBlanks[below(5)];
    }

    std::string string(const std::string& suffix) {
        static const char* const kParts[]{"a",   "\\u0061", "é",       "\\u00e9", "😂",    "\\ud83d\\ude02",
                                          "\\n", "\\/",     "\\u001f", "\ufb33",  "\\\"", "\x7f",
                                          "\\\\"};
        std::string text = "\"";
        for (unsigned i = below(6); i > 0; --i)
            text += kParts[below(std::size(kParts))];
        return text + suffix + "\"";
    }

    std::string value(int depth) {
        static const char* const kScalars[]{
            "true",    "false",  "null", "0", "-0", "-1", "1.0", "1e3", "1E-7", "0.1e1", "9007199254740991",
            "123.456", "5e-324", "1e21"};
        if (depth > 0 && below(4) == 0)
            return blank() + object(depth);
        if (depth > 0 && below(4) == 0)
            return blank() + "[" + value(depth - 1) + "," + value(depth - 1) + blank() + "]";
        return blank() + (below(2) == 0 ? string("") : std::string(kScalars[below(std::size(kScalars))])) + blank();
    }

    std::mt19937 m_random;
};

} // namespace

class CanonicalJsonTest : public QObject {
    Q_OBJECT

private slots:

    void canonicalForm_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* name, std::string_view json, std::string_view canonical) {
            QTest::newRow(name) << bytes(json) << bytes(canonical);
        };
        row("empty", " { } ", "{}");
        row("blanks", "{ \"a\" :\n[ 1 , 2 ]\t}", "{\"a\":[1,2]}");
        row("key order", "{\"b\":1,\"aa\":2,\"a\":3}", "{\"a\":3,\"aa\":2,\"b\":1}");
        row("keys by UTF-16 units",
            "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude02\":5,\"\\u0080\":6,\"\\u00f6\":7,\"</"
            "script>\":8,\"\\n\":9}",
            "{\"\\n\":9,\"\\r\":2,\"1\":4,\"</script>\":8,\"\u0080\":6,\"ö\":7,\"€\":1,\"😂\":5,\"\ufb33\":3}");
        row("numbers", "{\"a\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}",
            "{\"a\":[333333333.3333333,1e+30,4.5,0.002,1e-27]}");
        row("whole numbers", "{\"a\":[1.0,1e2,-0,-0.0,0.1e1,-5]}", "{\"a\":[1,100,0,0,1,-5]}");
        row("largest integers", "{\"a\":[9007199254740991,-9007199254740991]}",
            "{\"a\":[9007199254740991,-9007199254740991]}");
        row("escapes", "{\"a\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\b\\t\\f\\r\"}",
            "{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\"}");
        row("DEL is a character", "{\"a\":\"\x7f\"}", "{\"a\":\"\x7f\"}");
        row("nested", "{\"z\":{\"b\":null,\"a\":true},\"a\":{}}", "{\"a\":{},\"z\":{\"a\":true,\"b\":null}}");
    }

    void canonicalForm() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, canonical);
        const auto written = canonicalise(json.toStdString());
        QVERIFY2(written.has_value(), written ? "" : written.error().detail.c_str());
        QCOMPARE(bytes(*written), canonical);
        QVERIFY(checkCanonical(*written) == PayloadFault::None);
        if (json != canonical)
            QVERIFY(checkCanonical(json.toStdString()) == PayloadFault::NotCanonical);
    }

    void fault_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* title, std::string_view json, PayloadFault fault) {
            QTest::newRow(title) << bytes(json) << bytes(payloadFaultName(fault));
        };
        row("nothing", "", PayloadFault::NotJson);
        row("text", "hello", PayloadFault::NotJson);
        row("an array", "[1]", PayloadFault::NotAnObject);
        row("a number", "1", PayloadFault::NotAnObject);
        row("unfinished", "{\"a\":1", PayloadFault::NotJson);
        row("two documents", "{}{}", PayloadFault::NotJson);
        row("a comma too many", "{\"a\":1,}", PayloadFault::NotJson);
        row("a leading zero", "{\"a\":01}", PayloadFault::NotJson);
        row("a bare control", "{\"a\":\"\x01\"}", PayloadFault::NotJson);
        row("a strange escape", "{\"a\":\"\\x41\"}", PayloadFault::NotJson);
        row("2^53", "{\"a\":9007199254740992}", PayloadFault::IntegerOutOfRange);
        row("2^53+1", "{\"a\":9007199254740993}", PayloadFault::IntegerOutOfRange);
        row("-2^53", "{\"a\":-9007199254740992}", PayloadFault::IntegerOutOfRange);
        row("2^64", "{\"a\":18446744073709551616}", PayloadFault::IntegerOutOfRange);
        row("2^53 with a point", "{\"a\":9007199254740992.0}", PayloadFault::IntegerOutOfRange);
        row("1e400", "{\"a\":1e400}", PayloadFault::IntegerOutOfRange);
        row("a lone high surrogate", "{\"a\":\"\\ud800\"}", PayloadFault::LoneSurrogate);
        row("a lone low surrogate", "{\"a\":\"x\\udc00\"}", PayloadFault::LoneSurrogate);
        row("a high one before a letter", "{\"a\":\"\\ud800\\u0041\"}", PayloadFault::LoneSurrogate);
        row("a surrogate as bytes", "{\"a\":\"\xed\xa0\x80\"}", PayloadFault::NotUtf8);
        row("not UTF-8", "{\"a\":\"\xff\"}", PayloadFault::NotUtf8);
        row("overlong", "{\"a\":\"\xc0\xaf\"}", PayloadFault::NotUtf8);
        row("a cut sequence", "{\"a\":\"\xe2\x82\"}", PayloadFault::NotUtf8);
        row("NUL as an escape", "{\"a\":\"\\u0000\"}", PayloadFault::HoldsNul);
        row("NUL in a key", "{\"\\u0000\":1}", PayloadFault::HoldsNul);
        row("NUL as a byte", std::string_view("{\"a\":\"\0\"}", 9), PayloadFault::HoldsNul);
        row("the same key twice", "{\"a\":1,\"a\":2}", PayloadFault::DuplicateKey);
        row("the same key in another spelling", "{\"a\":1,\"\\u0061\":2}", PayloadFault::DuplicateKey);
        row("the same key below", "{\"x\":[{\"a\":1,\"b\":2,\"a\":1}]}", PayloadFault::DuplicateKey);
        row("65 levels", nested(65), PayloadFault::TooDeep);
        row("100,000 levels", nested(100'000), PayloadFault::TooDeep);
        row("100,000 open ones", repeated("[", 100'000), PayloadFault::TooDeep);
        row("100,000 open objects", repeated("{\"a\":", 50'000), PayloadFault::TooDeep);
        row("10 MB", "{\"a\":\"" + repeated("0123456789", 1'000'000) + "\"}", PayloadFault::TooLarge);
    }

    void fault() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, name);
        QCOMPARE(bytes(payloadFaultName(checkCanonical(json.toStdString()))), name);
        const auto written = canonicalise(json.toStdString());
        QVERIFY(!written.has_value());
        QCOMPARE(bytes(written.error().get("fault")), name);
    }

    void limitsAreInclusive() {
        QVERIFY(checkCanonical(nested(64)) == PayloadFault::None);
        const std::string frame = "{\"a\":\"\"}";
        const std::string full = "{\"a\":\"" + std::string(kMaxPayloadBytes - frame.size(), 'x') + "\"}";
        QVERIFY(checkCanonical(full) == PayloadFault::None);
        QVERIFY(checkCanonical(full + " ") == PayloadFault::TooLarge);
    }

    void bracketsInStringsAreNotDepth() {
        QVERIFY(checkCanonical("{\"a\":\"" + repeated("[", 1000) + "\\\"{\"}") == PayloadFault::None);
    }

    void notCanonical_data() {
        QTest::addColumn<QByteArray>("json");
        for (const char* json :
             {"{ }", "{}\n", "{\"b\":1,\"a\":1}", "{\"a\":1.0}", "{\"a\":-0}", "{\"a\":1e5}", "{\"a\":1E+21}",
              "{\"a\":\"\\u0041\"}", "{\"a\":\"\\/\"}", "{\"a\":\"\\u001F\"}", "{\"a\":\"\\u000a\"}",
              "{\"a\":\"\\u00e9\"}", "{\"a\":0.10}", "{\"\ufb33\":1,\"😂\":2}", "{\"\\t\":1,\"\\n\":2,\"\\b\":3}"})
            QTest::newRow(json) << QByteArray(json);
    }

    void notCanonical() {
        QFETCH(QByteArray, json);
        QVERIFY(checkCanonical(json.toStdString()) == PayloadFault::NotCanonical);
    }

    void theQuickCheckAgreesWithRewriting() {
        for (unsigned seed = 0; seed < 3'000; ++seed) {
            const std::string json = Scribbler(seed).object(4);
            const auto written = canonicalise(json);
            QVERIFY2(written.has_value(), json.c_str());
            QVERIFY2(checkCanonical(*written) == PayloadFault::None, written->c_str());
            QCOMPARE(bytes(*canonicalise(*written)), bytes(*written));
            QCOMPARE(checkCanonical(json) == PayloadFault::None, json == *written);
            // Any one byte changed: never an answer that differs from writing it anew.
            std::string broken = *written;
            broken[seed % broken.size()] = static_cast<char>(seed * 7);
            const auto again = canonicalise(broken);
            QCOMPARE(checkCanonical(broken) == PayloadFault::None, again.has_value() && *again == broken);
        }
    }

    void numbers_data() {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](std::uint64_t bits, const char* text) {
            QTest::newRow(text) << quint64{bits} << QByteArray(text);
        };
        row(0x0000000000000000, "0");
        row(0x8000000000000000, "0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0x4340000000000001, "9007199254740994");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555554, "333333333.33333325");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
    }

    void numbers() {
        QFETCH(quint64, bits);
        QFETCH(QByteArray, text);
        QCOMPARE(bytes(canonicalNumber(std::bit_cast<double>(std::uint64_t{bits}))), text);
    }

    void buildsInAnyOrder() {
        PayloadBuilder builder;
        QVERIFY(builder.isEmpty());
        QCOMPARE(builder.build(), std::string("{}"));
        builder.text("\ufb33", "z").text("😂", "\"\n").integer("b", -5).boolean("a", true).texts("c", {"x", "ÿ"});
        builder.integer("big", 9'007'199'254'740'992).integer("least", INT64_MIN);
        QCOMPARE(bytes(builder.build()),
                 bytes("{\"a\":true,\"b\":-5,\"big\":\"9007199254740992\",\"c\":[\"x\",\"ÿ\"],"
                       "\"least\":\"-9223372036854775808\",\"😂\":\"\\\"\\n\",\"\ufb33\":\"z\"}"));
        QVERIFY(checkCanonical(builder.build()) == PayloadFault::None);
    }

    void readsMembersLeniently() {
        const auto members =
            readMembers(" {\"t\":\"\\u00e9\\n\",\"n\":123456789012345678901234,\"f\":1e400,\"b\":true,\"z\":null,"
                        "\"o\":{\"x\": [1]},\"a\":[1, 2 ] ,\"t\":\"again\"} ");
        QVERIFY(members.has_value());
        QCOMPARE(members->size(), std::size_t{8});
        QCOMPARE((*members)[0].value, std::string("é\n"));
        QCOMPARE((*members)[1].value, std::string("123456789012345678901234"));
        QVERIFY((*members)[1].kind == PayloadMember::Kind::Number);
        QCOMPARE((*members)[2].value, std::string("1e400"));
        QVERIFY((*members)[3].kind == PayloadMember::Kind::Boolean);
        QVERIFY((*members)[4].kind == PayloadMember::Kind::Null);
        QCOMPARE((*members)[5].value, std::string("{\"x\": [1]}"));
        QCOMPARE((*members)[6].value, std::string("[1, 2 ]"));
        QCOMPARE((*members)[7].value, std::string("again"));
    }

    void readsNothingFromNonsense() {
        for (const char* json :
             {"", " ", "x", "[]", "1", "{", "{\"a\"}", "{\"a\":}", "{\"a\":tru}", "{\"a\":1}{}", "{\"a\":1}x",
              "{\"a\":-}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\xff\"}", "{\"a\":nul}", "{\"a\":1 \"b\":2}"})
            QVERIFY2(!readMembers(json).has_value(), json);
    }

    void readsWhatIsHugeOrDeep() {
        const auto huge = readMembers("{\"a\":\"" + repeated("0123456789", 1'000'000) + "\",\"b\":1}");
        QVERIFY(huge.has_value());
        QCOMPARE(huge->front().value.size(), std::size_t{10'000'000});
        static_cast<void>(readMembers(nested(100'000)));
        static_cast<void>(readMembers(repeated("{\"a\":", 100'000)));
    }

    void elementsOfAnArray() {
        const auto elements = readElements("[1,\"two\",{\"three\":3}]");
        QVERIFY(elements.has_value());
        QCOMPARE(elements->size(), std::size_t{3});
        QCOMPARE((*elements)[1].value, std::string("two"));
        QVERIFY(!readElements("{}").has_value());
    }

    void prettyForm() {
        QCOMPARE(prettyJson("{\"a\":[1,{},{\"x\":\"a,{b\"}],\"b\":{ },\"c\":\"\"}"),
                 std::string("{\n  \"a\": [\n    1,\n    {},\n    {\n      \"x\": \"a,{b\"\n    }\n  ],\n  \"b\": {},\n"
                             "  \"c\": \"\"\n}"));
        for (const auto& odd : {std::string("not json"), std::string("{"), std::string("{\"a\":\"\xff\"}"),
                                nested(5'000), repeated("[", 100'000), std::string("{\"a\":\"\\")})
            QCOMPARE(bytes(prettyJson(odd)), bytes(odd));
    }
};

MUNIMENT_TEST(canonical_json, CanonicalJsonTest);
#include "test_canonical_json.moc"
