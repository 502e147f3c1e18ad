// Protects: no secret of a payload reaches screen, tool tip, reader or clipboard before somebody has given a reason, in
// whatever form it stands in the payload; and what was given a reason for is shown, and nothing else.
#include "models/domain/event_catalogue.h"
#include "models/items/copy_as.h"
#include "models/items/event_changes.h"
#include "models/items/event_facts.h"
#include "models/items/event_sentence.h"
#include "models/items/payload_lines.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

constexpr const char* kWord = "hunter2";

TimelineRow rowOf(const std::string& type, const std::string& payload) {
    TimelineRow row;
    row.event.type = type;
    row.event.aggregate = {"user", AggregateId("0d0bd6aa-1111-2222-3333-444444db637f")};
    row.event.outcome = "success";
    row.event.payload = payload;
    return row;
}

void collect(QStringList& texts, const ShownValue& value) {
    texts << value.text << value.whole << value.hint << QString::fromStdString(value.path);
    for (const auto form : {ValueForm::Text, ValueForm::Csv, ValueForm::Json, ValueForm::Markdown, ValueForm::Filter})
        texts << copyText(value, form);
}

void collect(QStringList& texts, const std::vector<ValueRow>& rows) {
    ValueTableModel model(3, nullptr);
    model.setRows(rows);
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < 3; ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::ToolTipRole),
                                   int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)})
                texts << model.index(row, column).data(role).toString();
    for (const auto& row : rows)
        for (const auto& cell : row)
            collect(texts, cell.value);
}

/// Everything that any tab shows of the event, and every copy of it.
QStringList everything(const TimelineRow& row, const ShownSecrets& shown) {
    QStringList texts{eventSentence(row), exactPayload(row.event, shown), eventJson(row),
                      copyText(eventTable({row}), CopyForm::Csv)};
    for (const auto& fact : eventFacts(row, ClockZone()))
        collect(texts, fact.value);
    collect(texts, changeRows(row.event, {}, shown));
    collect(texts, payloadLines(row.event, shown));
    collect(texts, payloadValue(row.event, shown));
    return texts;
}

bool tells(const QStringList& texts, const char* word) {
    return std::ranges::any_of(texts, [&](const QString& text) { return text.contains(QLatin1String(word)); });
}

} // namespace

class TestSecrets : public QObject {
    Q_OBJECT
private slots:

    void everySecretOfTheCatalogueIsMasked() {
        int secrets = 0;
        for (const auto& entry : EventCatalogue::instance().entries()) {
            for (const auto& field : entry.fields) {
                if (!field.isSecret)
                    continue;
                ++secrets;
                const auto row = rowOf(entry.type, R"({")" + field.name + R"(":")" + kWord + R"("})");
                QVERIFY2(!tells(everything(row, {}), kWord), entry.type.c_str());
                QCOMPARE(secretsOf(row.event), std::vector<std::string>{field.name});
                QVERIFY(tells(everything(row, {field.name}), kWord));
            }
        }
        QVERIFY(secrets > 0);
    }

    void whateverFormItHas_data() {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("an object") << QByteArray(R"({"otpSecret":{"crypted":"hunter2","id":"k"}})")
                                   << QByteArray("otpSecret");
        QTest::newRow("an array") << QByteArray(R"({"a":1,"otpSecret":["x","hunter2"]})") << QByteArray("otpSecret");
        QTest::newRow("a name with dots")
            << QByteArray(R"({"otpSecret.crypted":"hunter2"})") << QByteArray("otpSecret.crypted");
        QTest::newRow("an escaped name") << QByteArray(R"({"otp\u0053ecret":"hunter2"})") << QByteArray("otpSecret");
        QTest::newRow("twice") << QByteArray(R"({"otpSecret":"x","otpSecret":"hunter2"})") << QByteArray("otpSecret");
        QTest::newRow("no JSON") << QByteArray("otpSecret=hunter2") << QByteArray(kWholePayload);
        QTest::newRow("cut short") << QByteArray("{\"otpSecret\":\"hunter2") << QByteArray(kWholePayload);
        QTest::newRow("an array outside") << QByteArray(R"(["hunter2"])") << QByteArray(kWholePayload);
    }

    void whateverFormItHas() {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, secret);
        const auto row = rowOf("user.human.mfa.otp.added", payload.toStdString());
        QVERIFY(!tells(everything(row, {}), kWord));
        QVERIFY(!tells(everything(row, {"reason"}), kWord));
        QVERIFY(!secretsOf(row.event).empty());
        QCOMPARE(secretsOf(row.event).front(), secret.toStdString());
        const ShownSecrets shown{secret.toStdString()};
        QVERIFY(exactPayload(row.event, shown).contains(QLatin1String(kWord)));
        QCOMPARE(maskedPayload(row.event, shown), payload.toStdString());
        // What is copied of the row is masked whatever is shown at the moment.
        QVERIFY(!eventJson(row).contains(QLatin1String(kWord)));
    }

    void onlyTheSecretThatWasAskedForIsShown() {
        const auto row = rowOf("user.human.password.changed",
                               R"({"changeRequired":false,"encodedHash":"$2a$hunter2","secret":"other3"})");
        QCOMPARE(secretsOf(row.event), (std::vector<std::string>{"encodedHash", "secret"}));
        const auto texts = everything(row, {"encodedHash"});
        QVERIFY(tells(texts, kWord));
        QVERIFY(!tells(texts, "other3"));
        QVERIFY(tells(texts, "changeRequired"));
    }

    void noConditionAndNoColumnTakesASecret() {
        const auto row =
            rowOf("user.human.mfa.otp.added", R"({"otpSecret":{"crypted":"hunter2"},"reason":"new phone"})");
        for (const ShownSecrets& shown : {ShownSecrets{}, ShownSecrets{"otpSecret"}}) {
            int secrets = 0;
            auto rows = payloadLines(row.event, shown);
            for (auto& change : changeRows(row.event, {}, shown))
                rows.push_back(std::move(change));
            for (const auto& line : rows) {
                for (const auto& cell : line) {
                    secrets += cell.value.secret.empty() ? 0 : 1;
                    QVERIFY(cell.value.secret.empty() || (!cell.value.term && cell.value.path.empty()));
                    const bool isReason = cell.value.field == "payload.reason";
                    QCOMPARE(cell.value.term.has_value(), isReason);
                }
            }
            QVERIFY(secrets > 0);
        }
    }

    void othersAreLeftAsTheyAre() {
        const std::string odd = R"({ "reason" : "x",  "z":1.0 })";
        QCOMPARE(maskedPayload(rowOf("user.human.mfa.otp.added", odd).event), odd);
        QCOMPARE(maskedPayload(rowOf("nobody.knows", R"({"otpSecret":"x"})").event),
                 std::string(R"({"otpSecret":"x"})"));
        RecordedEvent without;
        without.type = "user.human.mfa.otp.added";
        QVERIFY(secretsOf(without).empty());
        QVERIFY(maskedPayload(without).empty());
    }
};

MUNIMENT_TEST(secrets, TestSecrets);
#include "test_secrets.moc"
