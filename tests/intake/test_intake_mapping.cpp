// Protects: a mapping that is kept can be used: what it names exists, what its command needs is there; and as JSON it
// comes back as it was, while anything else is refused with the member that is wrong.
#include "models/commands/command_text.h"
#include "models/intake/intake_mapping.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;

namespace {

IntakeMapping joiners() {
    return {"HR joiners",
            "user.human.add",
            {{"tenant", "/headers/company"}, {"userName", "/body/person/login"}, {"email", "/body/person/mail"}},
            {{"displayName", "New “colleague”"}}};
}

/// The field that is wrong; empty: nothing is.
QString wrongField(const std::string& json) {
    const auto mappings = parseMappings(json);
    return mappings ? QString() : QString::fromStdString(mappings.error().get("field"));
}

} // namespace

class TestIntakeMapping : public QObject {
    Q_OBJECT
private slots:

    void isPrintedAndReadAgain() {
        const auto mapping = parseMapping(printMapping(joiners()));
        QVERIFY(mapping.has_value());
        QVERIFY(*mapping == joiners());
        IntakeMapping second = joiners();
        second.name = "a \"second\" one \\ Żółć";
        for (const std::string& json :
             {printMappings({joiners(), second}), printMapping(joiners()) + "\n\n" + printMapping(second) + "\r\n"}) {
            const auto both = parseMappings(json);
            QVERIFY(both.has_value());
            QVERIFY(*both == (std::vector{joiners(), second}));
        }
        QVERIFY(parseMappings("[]")->empty());
        QCOMPARE(parseMappings("\n" + printMapping(joiners()))->size(), std::size_t{1});
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* what, const char* json, const char* field) {
            QTest::newRow(what) << QString::fromUtf8(json) << QString::fromLatin1(field);
        };
        const char* good = R"({"name":"x","command":"user.lock","fields":{"tenant":"/body/t","id":"/body/i"}})";
        row("good", good, "");
        row("nothing", "", "mapping");
        row("no JSON", "{", "mapping");
        row("a list of no objects", "[1]", "mapping");
        row("a text", "\"x\"", "mapping");
        row("a broken array", "[{}", "mapping");
        row("a member twice", R"({"name":"x","name":"y"})", "mapping");
        row("no name", R"({"command":"user.lock","fields":{"tenant":"/body/t","id":"/body/i"}})", "name");
        row("a name of two lines", R"({"name":"x\ny","command":"user.lock"})", "name");
        row("a number for a name", R"({"name":7})", "name");
        row("no command", R"({"name":"x"})", "command");
        row("an unknown command", R"({"name":"x","command":"user.fly"})", "command");
        row("an event", R"({"name":"x","command":"user.locked"})", "command");
        row("an organization's", R"({"name":"x","command":"org.add"})", "command");
        row("a plan's", R"({"name":"x","command":"plan.add"})", "command");
        row("an unknown member", R"({"name":"x","command":"user.lock","fields":{"colour":"/body/c"}})", "colour");
        row("an unknown default", R"({"name":"x","command":"user.lock","defaults":{"colour":"red"}})", "colour");
        row("nothing for the tenant", R"({"name":"x","command":"user.lock","fields":{"id":"/body/i"}})", "tenant");
        row("nothing for the id", R"({"name":"x","command":"user.lock","fields":{"tenant":"/body/t"}})", "id");
        row("a default will do", R"({"name":"x","command":"user.lock","defaults":{"tenant":"t","id":"i"}})", "");
        row("no pointer", R"({"name":"x","command":"user.lock","fields":{"tenant":"body.t","id":"/body/i"}})",
            "tenant");
        row("elsewhere", R"({"name":"x","command":"user.lock","fields":{"tenant":"/t","id":"/body/i"}})", "tenant");
        row("the whole", R"({"name":"x","command":"user.lock","fields":{"tenant":"","id":"/body/i"}})", "tenant");
        row("fields in a list", R"({"name":"x","command":"user.lock","fields":["/body/t"]})", "fields");
        row("a pointer that is a number", R"({"name":"x","command":"user.lock","fields":{"tenant":1}})", "tenant");
        row("a member of its own", R"({"name":"x","command":"user.lock","colour":"red"})", "colour");
        const std::string twice = "[" + std::string(good) + "," + good + "]";
        row("a name twice", twice.c_str(), "name");
    }

    void whatIsWrongIsNamed() {
        QFETCH(QString, json);
        QTEST(wrongField(json.toStdString()), "field");
    }

    void everyCommandButThoseAboutOrganizationsPlansAndReviewsCanBeMapped() {
        const auto& mappable = mappableCommands();
        for (const std::string_view name : commandNames()) {
            const bool isLeftOut = name.starts_with("plan.") || name.starts_with("review.") ||
                                   (name.starts_with("org.") && !name.starts_with("org.domain."));
            QCOMPARE(std::ranges::find(mappable, name) == mappable.end(), isLeftOut);
            QCOMPARE(mappingFields(name).empty(), isLeftOut);
        }
    }

    void fieldsAreThoseThatTheCommandsLineHas() {
        QVERIFY(mappingFields("user.token.add").size() > 6);
        const auto fields = mappingFields("user.human.add");
        QCOMPARE(fields.front(), (MappingField{"tenant", true, false}));
        QVERIFY(std::ranges::find(fields, MappingField{"id", false, false}) != fields.end());
        QVERIFY(std::ranges::find(fields, MappingField{"userName", true, false}) != fields.end());
        QVERIFY(std::ranges::find(fields, MappingField{"email", false, false}) != fields.end());
        const auto token = mappingFields("user.token.add");
        QVERIFY(std::ranges::find(token, MappingField{"scopes", false, true}) != token.end());
        // A line with all the members that a command has is read: none of them is made up.
        for (const std::string& command : mappableCommands()) {
            std::string line = "{\"command\":\"" + command + "\",\"region\":\"eu\"";
            for (const MappingField& field : mappingFields(command)) {
                if (field.name == "teamId") // beside userId: one of the two
                    continue;
                const bool isTime = field.name == "from" || field.name == "until" || field.name == "expiration";
                const std::string value = field.name == "kind" ? "token" : isTime ? "2027-01-01T00:00:00Z" : "x";
                line += ",\"" + field.name + "\":" + (field.isList ? "[\"" + value + "\"]" : "\"" + value + "\"");
            }
            const auto request = parseCommand(line + "}");
            QVERIFY2(request.has_value(), request ? "" : (command + ": " + request.error().get("field")).c_str());
        }
    }

    void namesAreFound() {
        QVERIFY(mappingNamed({joiners()}, "HR joiners").has_value());
        const auto missing = mappingNamed({joiners()}, "leavers");
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().get("what"), std::string("mapping"));
    }
};

MUNIMENT_TEST(intake_mapping, TestIntakeMapping);
#include "test_intake_mapping.moc"
