// Protects: what a mapping makes of a record is exactly what the record says, and a record that is not as the mapping
// expects it, or not as anybody would, is refused with the member and the place, never taken by half.
#include "models/base/canonical_json.h"
#include "models/commands/command_text.h"
#include "models/intake/mapped_record.h"
#include "models/intake/record_words.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <random>

using namespace muniment;

namespace {

const RegionName kRegion("eu-west-1");

IntakeRecord recordOf(const std::string& body, const std::string& headers = {}) {
    IntakeRecord record;
    record.key.id = randomUuid();
    record.body = body;
    record.headers = headers;
    return record;
}

IntakeMapping joiners() {
    return {"joiners",
            "user.human.add",
            {{"tenant", "/headers/company"}, {"userName", "/body/person/login"}, {"email", "/body/person/mail"}},
            {{"displayName", "Newcomer"}}};
}

/// The command's line; or "field: detail" of what is wrong, with the pointer where there is one.
QString made(const IntakeMapping& mapping, const IntakeRecord& record) {
    const auto request = mapRecord(mapping, kRegion, record);
    if (request)
        return QString::fromStdString(printCommand(*request));
    const Error& error = request.error();
    if (error.code != ErrorCode::InvalidInput || error.detail.empty())
        return QStringLiteral("another error");
    const std::string pointer = error.get("pointer").empty() ? "" : " at " + error.get("pointer");
    return QString::fromStdString(error.get("field") + pointer + ": " + error.detail);
}

QString madeOf(const std::string& body) {
    return made(joiners(), recordOf(body, R"({"company":"acme"})"));
}

/// Any JSON: names that mappings look for among others, values of every kind, broken now and then.
class RandomJson {
public:
    explicit RandomJson(unsigned seed) : m_random(seed) {}

    std::string body() {
        std::string json = object(3);
        if (chance(20))
            json.resize(json.size() / 2);
        if (chance(30))
            json.insert(json.size() / 2, 1, static_cast<char>(m_random() % 256));
        return json;
    }

private:
    bool chance(unsigned percentOfThousand) { return m_random() % 1000 < percentOfThousand; }

    std::string key() {
        constexpr const char* kKeys[]{"tenant", "userName", "id", "name", "key", "person", "roleId", "userId", "until"};
        return kKeys[m_random() % std::size(kKeys)];
    }

    std::string text() {
        static const auto texts = test::hostileTexts();
        std::string out;
        if (chance(300))
            appendCanonicalString(out, texts[m_random() % texts.size()].text);
        else if (chance(60))
            out = R"("\ud800")";
        else
            appendCanonicalString(out, "u" + std::to_string(m_random() % 50));
        return out;
    }

    std::string value(int depth) {
        switch (m_random() % (depth > 0 ? 9 : 7)) {
        case 0:
            return std::to_string(m_random());
        case 1:
            return "-1.5e300";
        case 2:
            return "null";
        case 3:
            return "true";
        case 7:
            return object(depth - 1);
        case 8:
            return "[" + value(depth - 1) + "," + value(depth - 1) + "]";
        default:
            return text();
        }
    }

    std::string object(int depth) {
        std::string json = "{";
        for (auto i = 4 + m_random() % 10; i > 0; --i)
            json += (json.size() > 1 ? "," : "") + ("\"" + key() + "\":") + value(depth);
        return json + "}";
    }

    std::mt19937 m_random;
};

} // namespace

class TestMappedRecord : public QObject {
    Q_OBJECT
private slots:

    void aRecordBecomesACommandsLine() {
        QCOMPARE(madeOf(R"({"person":{"login":"ann","mail":"ann@acme.example"}})"),
                 QStringLiteral(R"({"command":"user.human.add","displayName":"Newcomer","email":"ann@acme.example",)"
                                R"("region":"eu-west-1","tenant":"acme","userName":"ann"})"));
    }

    void whatIsNotAsExpectedIsNamed_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("made");
        const auto row = [](const char* what, const char* body, const char* made) {
            QTest::newRow(what) << QString::fromUtf8(body) << QString::fromUtf8(made);
        };
        row("nothing there", R"({"person":{}})", "userName at /body/person/login: nothing stands there");
        row("null is nothing", R"({"person":{"login":null}})", "userName at /body/person/login: nothing stands there");
        row("an object", R"({"person":{"login":{}}})", "userName at /body/person/login: a text is needed");
        row("a list", R"({"person":{"login":["ann"]}})", "userName at /body/person/login: a text is needed");
        row("true", R"({"person":{"login":true}})", "userName at /body/person/login: a text is needed");
        row("twice", R"({"person":{"login":"ann","login":"bob"}})",
            "userName at /body/person/login: it stands there twice");
        row("NUL", R"({"person":{"login":"a\u0000b"}})", "userName at /body/person/login: not UTF-8, or holds NUL");
        row("a number is taken as it is written", R"({"person":{"login":12345678901234567890}})",
            R"({"command":"user.human.add","displayName":"Newcomer","region":"eu-west-1","tenant":"acme",)"
            R"("userName":"12345678901234567890"})");
        row("an array where an object was", R"([{"login":"ann"}])",
            "userName at /body/person/login: nothing stands there");
    }

    void whatIsNotAsExpectedIsNamed() {
        QFETCH(QString, body);
        QTEST(madeOf(body.toStdString()), "made");
    }

    void listsAndTimesAreRead() {
        IntakeMapping mapping{"keys",
                              "user.token.add",
                              {{"tenant", "/body/t"},
                               {"id", "/body/u"},
                               {"tokenId", "/body/k"},
                               {"hash", "/body/h"},
                               {"fingerprint", "/body/f"},
                               {"scopes", "/body/s"},
                               {"expiration", "/body/e"}},
                              {}};
        const auto of = [&](const char* more) {
            return made(mapping, recordOf(std::string(R"({"t":"a","u":"u1","k":"k1","h":"x","f":"y")") + more + "}"));
        };
        QVERIFY(of(R"(,"s":["read",7])").contains(QStringLiteral(R"("scopes":["read","7"])")));
        QVERIFY(of(R"(,"s":"read")").contains(QStringLiteral(R"("scopes":["read"])")));
        QCOMPARE(of(R"(,"s":["read",null])"), QStringLiteral("scopes at /body/s: a list of texts is needed"));
        QVERIFY(of(R"(,"e":"2027-01-01T00:00:00Z")").contains(QStringLiteral("2027-01-01")));
        QVERIFY(of(R"(,"e":"tomorrow")").startsWith(QStringLiteral("expiration at /body/e: it is to be a time")));
    }

    void aTenantIsNeeded() {
        QCOMPARE(made(joiners(), recordOf(R"({"person":{"login":"ann"}})")),
                 QStringLiteral("tenant at /headers/company: nothing stands there"));
        QCOMPARE(made(joiners(), recordOf(R"({"person":{"login":"ann"}})", R"({"company":""})")),
                 QStringLiteral("tenant at /headers/company: it names no organization"));
    }

    void hostileBodiesAreRefused_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("100,000 deep") << QByteArray("{\"person\":") + QByteArray(100'000, '[');
        QTest::newRow("deep and closed") << QByteArray("{\"person\":{\"login\":") + QByteArray(2'000, '[') +
                                                QByteArray(2'000, ']') + "}}";
        QTest::newRow("a lone surrogate") << QByteArray(R"({"person":{"login":"\ud800"}})");
        QTest::newRow("not UTF-8") << QByteArray("{\"person\":{\"login\":\"a\xff\"}}");
        QTest::newRow("1 MB of a name") << QByteArray("{\"person\":{\"login\":\"") + QByteArray(1024 * 1024, 'x') +
                                               "\"}}";
        QTest::newRow("cut short") << QByteArray("{\"person\":{\"login\":\"a");
        QTest::newRow("two documents") << QByteArray(R"({"person":{"login":"a"}}{})");
        QTest::newRow("a scalar") << QByteArray("17");
    }

    void hostileBodiesAreRefused() {
        QFETCH(QByteArray, body);
        const QString answer = madeOf(body.toStdString());
        QVERIFY2(!answer.startsWith(QLatin1Char('{')) && answer != QStringLiteral("another error"),
                 qPrintable(answer.left(200)));
        // What is shown of it in a list is short, whatever it is.
        QVERIFY(firstWords(recordOf(body.toStdString())).size() < 400);
    }

    /// Ten thousand made-up bodies under every mapping there can be: a line that is read again as it was, or what is
    /// wrong.
    void anyBodyMakesACommandOrSaysWhyNot() {
        RandomJson random(20260301);
        std::vector<IntakeMapping> mappings;
        for (const std::string& command : mappableCommands()) {
            IntakeMapping mapping{command, command, {}, {}};
            for (const MappingField& field : mappingFields(command))
                mapping.fields[field.name] = "/body/" + field.name;
            QVERIFY(checkMapping(mapping).has_value());
            mappings.push_back(std::move(mapping));
        }
        int commands = 0;
        for (int i = 0; i < 10'000; ++i) {
            const IntakeRecord record = recordOf(random.body());
            const IntakeMapping& mapping = mappings[static_cast<std::size_t>(i) % mappings.size()];
            const auto request = mapRecord(mapping, kRegion, record);
            if (!request) {
                QCOMPARE(request.error().code, ErrorCode::InvalidInput);
                QVERIFY2(!request.error().detail.empty() && !request.error().get("field").empty(), record.body.c_str());
                continue;
            }
            ++commands;
            QCOMPARE(commandName(request->command), std::string_view(mapping.command));
            const auto again = parseCommand(printCommand(*request));
            QVERIFY2(again.has_value(), printCommand(*request).c_str());
            QCOMPARE(printCommand(*again), printCommand(*request));
        }
        QVERIFY2(commands > 50, std::to_string(commands).c_str());
    }

    void valuesAreOfferedOutermostFirst() {
        const auto values =
            valuesIn(recordOf(R"({"a":{"b":"deep"},"c/d":"x","e":[1,null,{}]})", R"({"source":"hr"})"), 10);
        std::vector<std::string> pointers;
        for (const PointedValue& value : values)
            pointers.push_back(value.pointer + "=" + value.value);
        QCOMPARE(pointers,
                 (std::vector<std::string>{"/headers/source=hr", "/body/c~1d=x", "/body/a/b=deep", "/body/e/0=1"}));
        QCOMPARE(valuesIn(recordOf(R"({"a":1,"b":2,"c":3})"), 2).size(), std::size_t{2});
        QVERIFY(valuesIn(recordOf("{"), 10).empty());
    }

    void aListShowsTheFirstWords() {
        QCOMPARE(firstWords(recordOf(R"({"person":{"login":"ann"},"kind":"joiner"})")),
                 std::string("kind: joiner, login: ann"));
        QCOMPARE(firstWords(recordOf(R"({"labels":["filed","urgent"],"pages":3})")),
                 std::string("pages: 3, filed, urgent"));
        QCOMPARE(firstWords(recordOf("", R"({"source":"hr"})")), std::string("source: hr"));
        QCOMPARE(firstWords(recordOf("[]")), std::string("[]"));
    }
};

MUNIMENT_TEST(mapped_record, TestMappedRecord);
#include "test_mapped_record.moc"
