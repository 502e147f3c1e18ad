// Protects: what is taken for a phone number, an address and a name, and which user names are the same.
#include "models/domain/user.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

UserState ann() {
    return evolve(UserState(), HumanAdded{"ann", "Ann", "Smith", "Ann Smith", "ann@acme.example", "+1 555 100"});
}

std::string repeated(const char* text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

class UserFieldsTest : public QObject {
    Q_OBJECT

private slots:

    void numbers_data() {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<bool>("isValid");
        const auto row = [](const std::string& number, bool isValid) {
            QTest::addRow("%.40s", number.c_str()) << QByteArray::fromStdString(number) << isValid;
        };
        for (const char* good : {"112", "+1 555 100", "030/123-45.67", "+49 (0)30 123456", "+123456789012345"})
            row(good, true);
        for (const char* bad : {"", "+", "12", "1+23456", "++1234", "call 112", "+1234567890123456", "112\n",
                                "1\u06602", "\u202e112", "112;ext=5"})
            row(bad, std::string(bad) == "112\n"); // blanks around are cut off
        row("1" + repeated("-", 40) + "12", false);
    }

    void numbers() {
        QFETCH(QByteArray, number);
        QFETCH(bool, isValid);
        const auto decision = decide(ann(), ChangePhone{number.toStdString()});
        const bool isSame = !decision && decision.error().get("reason") == reasonName(Reason::NothingChanges);
        QCOMPARE(decision.has_value() || isSame, isValid);
    }

    void hostileNames_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& hostile : test::hostileTexts())
            QTest::newRow(hostile.what) << i++;
    }

    void hostileNames() {
        QFETCH(int, number);
        const auto hostile = test::hostileTexts()[static_cast<std::size_t>(number)];
        const auto decision = decide(UserState(), AddHuman{hostile.text, "", "", "", "", ""});
        QCOMPARE(decision.has_value(), hostile.isName);
        if (decision)
            test::checkRoundTrips(*decision, decodeUserEvent);
        for (const UserCommand& wish : std::vector<UserCommand>{ChangeEmail{hostile.text}, ChangePhone{hostile.text}})
            QVERIFY(!decide(ann(), wish));
    }

    void addresses_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("isValid");
        const auto row = [](const std::string& address, bool isValid) {
            QTest::addRow("%.40s", address.c_str()) << QByteArray::fromStdString(address) << isValid;
        };
        for (const char* good : {"a@b.example", "ann.smith+tag@mail.acme.example", "o'brien@acme.example",
                                 "zoë@müller.example", "a@localhost", "1@2.example", "a@xn--mller-kva.example"})
            row(good, true);
        for (const char* bad :
             {"", "a", "@", "a@", "@b", "a b@c.example", "a@b c.example", "a@@b.example", ".a@b.example",
              "a.@b.example", "a..b@c.example", "a@-b.example", "a@b-.example", "a@b..example", "a@b.example.",
              "<a@b.example>", "a@b.example\nBcc: x", "a@b.ex\u202eample", "a\u00a0@b.c"})
            row(bad, false);
        row(repeated("a", 64) + "@b.example", true);
        row(repeated("a", 65) + "@b.example", false);
        row("a@" + repeated("abcdefghi.", 25) + "example", false);
    }

    void addresses() {
        QFETCH(QByteArray, address);
        QFETCH(bool, isValid);
        const auto decision = decide(ann(), ChangeEmail{address.toStdString()});
        QCOMPARE(decision.has_value(), isValid);
    }

    void userNamesAreComparedByWhatTheyMean_data() {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("areEqual");
        QTest::newRow("case") << QByteArray("Ann") << QByteArray("aNN") << true;
        QTest::newRow("blanks") << QByteArray(" ann ") << QByteArray("ann") << true;
        QTest::newRow("composition") << QByteArray("Zo\u00eb") << QByteArray("zoe\u0308") << true;
        QTest::newRow("sharp s") << QByteArray("Stra\u00dfe") << QByteArray("STRA\u1e9eE") << true;
        QTest::newRow("full width") << QByteArray("\uff21nn") << QByteArray("ann") << true;
        QTest::newRow("ligature") << QByteArray("\ufb01n") << QByteArray("FIN") << true;
        QTest::newRow("another letter") << QByteArray("ann") << QByteArray("anne") << false;
        QTest::newRow("accent") << QByteArray("zo\u00eb") << QByteArray("zoe") << false;
    }

    void userNamesAreComparedByWhatTheyMean() {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, areEqual);
        const auto normalised = normalisedUserName(one.toStdString());
        QCOMPARE(normalised == normalisedUserName(other.toStdString()), areEqual);
        QCOMPARE(normalisedUserName(normalised), normalised);
    }
};

MUNIMENT_TEST(user_fields, UserFieldsTest);
#include "test_user_fields.moc"
