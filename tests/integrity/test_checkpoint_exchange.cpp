// Protects: two people who compare checkpoints see it when a log has told them two stories, and believe nobody they do
// not know.
#include "models/integrity/base64.h"
#include "models/integrity/checkpoint_exchange.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr std::int64_t kNow = 1'000'000;

const SigningKey& colleague() {
    static const SigningKey key = keyOf("colleague", 7);
    return key;
}

std::string note(const std::string& origin, std::uint64_t size, std::uint8_t root, std::int64_t second = kNow) {
    return noteBy(colleague(), checkpointOf(origin, size, root), atSecond(second));
}

std::string nameOf(CheckpointVerdict verdict) {
    switch (verdict) {
    case CheckpointVerdict::Unreadable:
        return "unreadable";
    case CheckpointVerdict::BadSignature:
        return "badSignature";
    case CheckpointVerdict::UnknownSigner:
        return "unknownSigner";
    case CheckpointVerdict::Contradicts:
        return "contradicts";
    case CheckpointVerdict::InFuture:
        return "inFuture";
    case CheckpointVerdict::Same:
        return "same";
    case CheckpointVerdict::NotKept:
        return "notKept";
    }
    return "?";
}

std::string printed(const std::vector<ComparedCheckpoint>& all) {
    std::string words;
    for (const auto& one : all)
        words += nameOf(one.verdict) + (one.kept ? "/" + std::to_string(one.kept->entry) : "") +
                 (one.other ? "~" + std::to_string(*one.other) : "") + " ";
    return words;
}

} // namespace

class CheckpointExchangeTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    /// What is said of these notes, with a.log kept at sizes 5 and 9.
    [[nodiscard]] std::string said(const std::vector<std::string>& notes,
                                   const std::vector<VerifierKey>& keys = {colleague().verifierKey()}) const {
        const auto path = m_folder->filePath(QStringLiteral("kept")).toStdString();
        auto kept = std::move(KeptCheckpoints::open(path, {}).value());
        if (kept.count() == 0 && !(kept.append(note("a.log", 5, 1)) && kept.append(note("a.log", 9, 1))))
            return "nothing kept";
        return printed(compareCheckpoints(kept, notes, keys, atSecond(kNow)));
    }

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void eachIsToldWhatItIs_data() {
        QTest::addColumn<std::string>("foreign");
        QTest::addColumn<std::string>("verdict");
        const auto row = [](const char* name, const std::string& foreign, const char* verdict) {
            QTest::newRow(name) << foreign << std::string(verdict);
        };
        const auto stranger = keyOf("stranger", 8);
        const auto good = note("a.log", 5, 1);
        row("same", good, "same/1 ");
        row("another size", note("a.log", 6, 1), "notKept ");
        row("another log", note("b.log", 5, 1), "notKept ");
        row("another root", note("a.log", 9, 2), "contradicts/2 ");
        row("no note", "hello", "unreadable ");
        row("no checkpoint", "hello\n\n— a AAAAAAA=\n", "unreadable ");
        row("bad signature", turned(good, 6, 0), "badSignature ");
        row("nobody we know", noteBy(stranger, checkpointOf("a.log", 5, 1), atSecond(kNow)), "unknownSigner/1 ");
        row("nobody we know contradicts", noteBy(stranger, checkpointOf("a.log", 5, 2), atSecond(kNow)),
            "unknownSigner/1 ");
        row("as fast as a clock may be", note("a.log", 5, 1, kNow + 300), "same/1 ");
        row("faster", note("a.log", 5, 1, kNow + 301), "inFuture/1 ");
        row("at the end of times", note("a.log", 6, 1, 9'000'000'000'000), "inFuture ");
        row("another root in the future", note("a.log", 5, 2, kNow + 301), "contradicts/1 ");
    }

    void eachIsToldWhatItIs() {
        QFETCH(std::string, foreign);
        QFETCH(std::string, verdict);
        QCOMPARE(said({foreign}), verdict);
    }

    void whoSignedIsTold() {
        auto kept =
            std::move(KeptCheckpoints::open(m_folder->filePath(QStringLiteral("kept")).toStdString(), {}).value());
        const std::vector notes{note("a.log", 5, 1)};
        const auto compared =
            compareCheckpoints(kept, notes, std::vector{colleague().verifierKey()}, atSecond(kNow)).front();
        QVERIFY(compared.checkpoint == checkpointOf("a.log", 5, 1));
        QCOMPARE(compared.signers.size(), std::size_t(1));
        QCOMPARE(compared.signers.front().name, std::string("muniment.workstation/colleague"));
        QCOMPARE(compared.signers.front().at->micros, atSecond(kNow).micros);
        QCOMPARE(kept.count(), std::uint64_t(0)); // comparing keeps nothing
    }

    void twoStrangersStoriesAreSeen() {
        QCOMPARE(said({note("b.log", 1, 1), note("b.log", 2, 2), note("b.log", 1, 3), note("b.log", 1, 1)}),
                 std::string("contradicts~2 notKept contradicts~0 contradicts~2 "));
        // What is kept says which of them is the other one.
        QCOMPARE(said({note("a.log", 5, 2), note("a.log", 5, 1)}), std::string("contradicts/1 same/1 "));
        // Anybody could make one, to throw doubt on the other.
        const auto forged = noteBy(keyOf("stranger", 8), checkpointOf("b.log", 1, 2), atSecond(kNow));
        QCOMPARE(said({note("b.log", 1, 1), forged}), std::string("notKept unknownSigner "));
    }

    void travelsAsOneLine() {
        const auto text = note("a.log", 5, 1);
        const auto line = printExchange(text);
        QVERIFY(line.starts_with("muniment-checkpoint:"));
        QVERIFY(line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:") ==
                std::string::npos);
        QVERIFY(parseExchange(line).value() == std::vector{text});
    }

    void mailMayWrapIt() {
        const auto text = note("a.log", 5, 1);
        const auto line = printExchange(text);
        for (const std::size_t width : {1, 7, 64, 76}) {
            for (const char* end : {"\n", "\r\n", " \n\t"}) {
                std::string wrapped = " \n";
                for (std::size_t at = 0; at < line.size(); at += width)
                    wrapped += line.substr(at, width) + end;
                QVERIFY(parseExchange(wrapped).value() == std::vector{text});
            }
        }
    }

    void severalStandInOneText() {
        const std::vector notes{note("a.log", 5, 1), note("a.log", 66, 1), note("a.log", 777, 1)};
        std::string lines;
        for (const auto& one : notes)
            lines += printExchange(one) + "\n";
        QVERIFY(parseExchange(lines).value() == notes);
        std::erase(lines, '\n');
        QVERIFY(parseExchange(lines).value() == notes);
    }

    void whatIsNoneIsRefused_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("answer");
        const auto line = printExchange(note("a.log", 5, 1));
        const auto row = [](const char* name, const std::string& text, const char* answer) {
            QTest::newRow(name) << text << std::string(answer);
        };
        row("empty", "", "invalidInput prefix");
        row("spaces", " \n", "invalidInput prefix");
        row("words before", "Hello: " + line, "invalidInput prefix");
        row("another prefix", "M" + line.substr(1), "invalidInput prefix");
        row("nothing in it", "muniment-checkpoint:", "invalidInput text");
        row("a sign that is none", line + "+", "invalidInput base64");
        row("padding", line + "=", "invalidInput base64");
        row("a part is missing", line.substr(0, line.size() - 40), "invalidInput text");
        row("another colon", line + ":", "invalidInput prefix");
        row("a colon at once", "muniment-checkpoint::", "invalidInput prefix");
        row("a bare prefix behind", line + "muniment-checkpoint:", "invalidInput text");
        row("too much", std::string(5 << 20, ' ') + line, "invalidInput size");
        row("a large note", printExchange(std::string(kMaxNoteBytes + 1, 'x')), "invalidInput size");
    }

    void whatIsNoneIsRefused() {
        QFETCH(std::string, text);
        QFETCH(std::string, answer);
        QCOMPARE(outcome(parseExchange(text)), answer);
    }
};

MUNIMENT_TEST(checkpoint_exchange, CheckpointExchangeTest);
#include "test_checkpoint_exchange.moc"
