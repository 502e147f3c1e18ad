// Protects: every error code and every reason has words of its own, nothing of the context is left as a hole, and text
// from outside cannot disguise itself in the sentence.
#include "models/items/error_sentence.h"
#include "tests/support/test_registry.h"

#include <QSet>
#include <QTest>

using namespace muniment;

namespace {

constexpr int kCodes = static_cast<int>(ErrorCode::Internal) + 1;

Error fullError(ErrorCode code) {
    return {code,
            "the detail",
            {{"field", "name"},
             {"what", "user"},
             {"id", "u1"},
             {"candidates", "u1, u12"},
             {"reason", "alreadyLocked"},
             {"stage", "tls"},
             {"found", "7"},
             {"known", "1"},
             {"privilege", "INSERT"},
             {"actual", "12"},
             {"kind", "user_name"},
             {"movedTo", "us-east-1"},
             {"file", "a.muniment"},
             {"pid", "77"},
             {"sqlstate", "XX000"},
             {"endpoint", "db:5432"}}};
}

} // namespace

class TestErrorSentence : public QObject {
    Q_OBJECT
private slots:

    void everyCodeHasWordsOfItsOwn() {
        QSet<QString> seen;
        for (int i = 0; i < kCodes; ++i) {
            for (const auto& error : {fullError(static_cast<ErrorCode>(i)), Error{static_cast<ErrorCode>(i), {}, {}}}) {
                const auto words = errorWords(error);
                QVERIFY2(!words.happened.isEmpty(), qPrintable(QString::number(i)));
                QVERIFY2(!errorSentence(error).contains(QLatin1Char('%')), qPrintable(errorSentence(error)));
            }
            const auto sentence = errorSentence(fullError(static_cast<ErrorCode>(i)));
            QVERIFY2(!seen.contains(sentence), qPrintable(sentence));
            seen.insert(sentence);
        }
    }

    void aRecordThatIsNotNewSaysWhatItIs() {
        QSet<QString> seen;
        for (const char* state : {"promoted", "rejected", "missing"}) {
            const auto words = errorWords({ErrorCode::Conflict, {}, {{"record", "r"}, {"state", state}}});
            QVERIFY2(!words.happened.contains(QStringLiteral("Somebody else")), state);
            seen.insert(words.happened);
        }
        QCOMPARE(seen.size(), 3);
        const auto field = errorWords(
            {ErrorCode::InvalidInput, "nothing stands there", {{"field", "userName"}, {"pointer", "/body/login"}}});
        QVERIFY2(field.happened.contains(QStringLiteral("/body/login")), qPrintable(field.happened));
    }

    void everyReasonHasWordsOfItsOwn() {
        QSet<QString> seen;
        for (int i = 0; i < kReasonCount; ++i) {
            const auto reason = static_cast<Reason>(i);
            const auto failed = refused(reason);
            QCOMPARE(errorWords(failed.value()).happened, reasonSentence(reason));
            seen.insert(reasonSentence(reason));
        }
        QCOMPARE(seen.size(), kReasonCount);
    }

    void wordsThatCannotBeFoundHaveAReasonAndAWayOut() {
        const Error absent{ErrorCode::InvalidInput, "technical", {{"field", "FILTER"}, {"words", "absent"}}};
        QCOMPARE(errorSentence(absent),
                 QStringLiteral("This file keeps no index of words. Switch it on in the workspace's settings, or leave "
                                "the words out of the filter."));
        const Error incomplete{ErrorCode::InvalidInput, "technical", {{"field", "FILTER"}, {"words", "incomplete"}}};
        QCOMPARE(errorWords(incomplete).happened, QStringLiteral("This file's index of words is not complete yet."));
    }

    void theRegionIsNamedOnce() {
        const Error down{ErrorCode::Unreachable, "refused", {{"region", "eu-west-1"}, {"stage", "tcp"}}};
        QVERIFY(errorSentence(down).startsWith(QStringLiteral("eu-west-1: ")));
        const Error moved{ErrorCode::TenantNotHere, {}, {{"region", "eu-west-1"}, {"movedTo", "eu-west-1"}}};
        QCOMPARE(errorSentence(moved).count(QStringLiteral("eu-west-1")), 1);
    }

    void whomAFenceKeepsOutKnowsWhoseItIs() {
        const Error fenced{ErrorCode::TenantNotHere,
                           {},
                           {{"state", "fenced"},
                            {"movingTo", "us-east-1"},
                            {"by", "olga"},
                            {"fencedAt", "2026-11-20T13:14:28.692000Z"}}};
        const ErrorWords words = errorWords(fenced);
        for (const char* fact : {"olga", "us-east-1", "2026-11-20 13:14:28.692 UTC"})
            QVERIFY2(words.happened.contains(QLatin1String(fact)), qPrintable(words.happened));
        for (const char* way : {"region move resume", "region move cancel"})
            QVERIFY2(words.advice.contains(QLatin1String(way)), qPrintable(words.advice));
        const Error taken{ErrorCode::TenantNotHere, {}, {{"state", "moving"}, {"takenUp", "true"}}};
        QVERIFY(errorSentence(taken).contains(QStringLiteral("taken up")));
    }

    void serverTextCannotDisguiseItself() {
        const Error error{ErrorCode::ServerError, "evil\xE2\x80\xAE\n<b>text</b>", {{"sqlstate", "XX000"}}};
        const auto sentence = errorSentence(error);
        QVERIFY(sentence.contains(QStringLiteral("\\u202e")));
        QVERIFY(!sentence.contains(QLatin1Char('\n')));
        QVERIFY(sentence.contains(QStringLiteral("<b>text</b>"))); // shown as it is: labels are plain text
    }
};

MUNIMENT_TEST(error_sentence, TestErrorSentence);
#include "test_error_sentence.moc"
