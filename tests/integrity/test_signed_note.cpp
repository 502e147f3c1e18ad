// Protects: a note means one thing to everybody who reads it, and nobody's text passes for that of a key we know.
#include "models/integrity/signed_note.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

// c2sp.org/signed-note
constexpr std::string_view kKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr std::string_view kText = "This is an example message.\n";
constexpr std::string_view kLine =
    "— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72"
    "IneyaQM=\n";

std::string published() {
    return std::string(kText) + "\n" + std::string(kLine);
}

VerifierKey publishedKey() {
    return parseVerifierKey(kKey).value();
}

/// Who signed, or why nobody is heard.
std::string heard(const std::string& bytes, const std::vector<VerifierKey>& keys) {
    const auto note = parseNote(bytes);
    if (!note)
        return outcome(note);
    const auto signers = verifyNote(*note, keys);
    if (!signers)
        return outcome(signers);
    std::string names;
    for (const auto& signer : *signers)
        names += signer.name + (signer.at ? "@" + formatInstant(*signer.at) : "") + ";";
    return names;
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

std::string cosigned(const SigningKey& key, std::int64_t second) {
    return noteBy(key, checkpointOf("a.log", 7, 1), atSecond(second));
}

std::string lineOf(const std::string& note) {
    return note.substr(note.find("\n\n") + 2);
}

} // namespace

class SignedNoteTest : public QObject {
    Q_OBJECT

private slots:

    void thePublishedNoteVerifies() {
        const auto note = parseNote(published());
        QVERIFY(note.has_value());
        QCOMPARE(note->text, std::string(kText));
        QCOMPARE(heard(published(), {publishedKey()}), std::string("example.com/foo;"));
        QCOMPARE(writeNote(*note).value(), published());
        QCOMPARE(printVerifierKey(publishedKey()), std::string(kKey));
    }

    void noTurnedBitIsHeard_data() {
        QTest::addColumn<bool>("isCosigned");
        QTest::newRow("note") << false;
        QTest::newRow("cosignature") << true;
    }

    void noTurnedBitIsHeard() {
        QFETCH(bool, isCosigned);
        const auto key = keyOf("w", 5);
        const auto note = isCosigned ? cosigned(key, 1'700'000'000) : published();
        const std::vector keys{isCosigned ? key.verifierKey() : publishedKey()};
        const auto textSize = note.find("\n\n") + 1;
        QVERIFY(heard(note, keys).ends_with(';'));
        for (std::size_t at = 0; at < note.size(); ++at) {
            for (unsigned int bit = 0; bit < 8; ++bit) {
                const auto answer = heard(turned(note, at, bit), keys);
                const auto where = QByteArray::number(static_cast<int>(at)) + ": " + answer.c_str();
                QVERIFY2(answer.empty() || answer.starts_with("invalidInput") || answer == "refused badSignature",
                         where.constData());
                // The text's line still names the key; only its own name and id may make it somebody else's.
                QVERIFY2(at >= textSize || !answer.empty(), where.constData());
            }
        }
    }

    void hasOneForm_data() {
        QTest::addColumn<std::string>("note");
        QTest::addColumn<std::string>("answer");
        const std::string text(kText);
        const std::string line(kLine);
        const std::string refusedLine = "invalidInput signature";
        const std::string refusedText = "invalidInput text";
        const std::string refusedForm = "invalidInput form";
        const auto row = [](const char* name, const std::string& note, const std::string& answer) {
            QTest::newRow(name) << note << answer;
        };
        row("empty", "", refusedText);
        row("no newline at the end", published().substr(0, published().size() - 1), refusedText);
        row("no blank line", text + line, refusedForm);
        row("no signature", text + "\n", refusedForm);
        row("a blank line behind it", published() + "\n", refusedForm);
        row("a blank line between", text + "\n" + line + "\n" + line, "refused badSignature");
        row("a line that is no signature", published() + "x\n", refusedLine);
        row("lines end like on Windows", text + "\r\n" + line, refusedText);
        row("a signature line ends like that", text + "\n" + line.substr(0, line.size() - 1) + "\r\n", refusedText);
        row("a tab", "\t" + published(), refusedText);
        row("a NUL", std::string(1, '\0') + published(), refusedText);
        row("not UTF-8", "\xff" + published(), refusedText);
        row("an overlong form", "\xc0\xaf" + published(), refusedText);
        row("half a character", "\xe2\x80\n" + published(), refusedText);
        row("a space at the end", text + "\n" + line.substr(0, line.size() - 1) + " \n", refusedLine);
        row("a space before", text + "\n " + line, refusedLine);
        row("two spaces", text + "\n—  example.com/foo AAAAAAA=\n", refusedLine);
        row("a hyphen for the dash", text + "\n- example.com/foo AAAAAAA=\n", refusedLine);
        row("no name", text + "\n—  AAAAAAA=\n", refusedLine);
        row("a plus in the name", text + "\n— a+b AAAAAAA=\n", refusedLine);
        row("a space of Unicode in the name", text + "\n— a\u00a0b AAAAAAA=\n", refusedLine);
        row("no base64", text + "\n— a \n", refusedLine);
        row("an id and no bytes", text + "\n— a AAAAAA==\n", refusedLine);
        row("no padding", text + "\n— a AAAAAAA\n", refusedLine);
        row("too much padding", text + "\n— a AAAAAAA==\n", refusedLine);
        row("spare bits set", text + "\n— a AAAAAAB=\n", refusedLine);
        row("base64 for links", text + "\n— a AAAA__8=\n", refusedLine);
        row("base64 in two pieces", text + "\n— a AAAA AAA=\n", refusedLine);
        row("one byte", text + "\n— a AAAAAAA=\n", "");
        row("a hundred signatures", text + "\n" + repeated("— a AAAAAAA=\n", 100), "");
        row("one more", text + "\n" + repeated("— a AAAAAAA=\n", 101), "invalidInput signatures");
        row("larger than a note may be", std::string(kMaxNoteBytes, 'x') + "\n\n" + line, "invalidInput size");
        row("text with blank lines", "\n\nx\n\n\n— a AAAAAAA=\n", "");
        row("text of one newline", "\n\n— a AAAAAAA=\n", "");
    }

    void hasOneForm() {
        QFETCH(std::string, note);
        QFETCH(std::string, answer);
        QCOMPARE(heard(note, {publishedKey()}), answer);
        if (const auto parsed = parseNote(note))
            QCOMPARE(writeNote(*parsed).value(), note);
    }

    void theLastBlankLineSplits() {
        const auto note = parseNote("one\n\n— a AAAAAAA=\n\n— b AAAAAAA=\n");
        QVERIFY(note.has_value());
        QCOMPARE(note->text, std::string("one\n\n— a AAAAAAA=\n"));
        QCOMPARE(note->signatures.size(), std::size_t(1));
        QCOMPARE(note->signatures.front().name, std::string("b"));
    }

    void aKeyIsItsNameAndItsId() {
        const auto key = publishedKey();
        auto note = parseNote(published()).value();
        QCOMPARE(heard(published(), {}), std::string());
        QCOMPARE(heard(published(), {keyOf("w", 1).verifierKey(), key}), std::string("example.com/foo;"));
        note.signatures.front().name = "example.com/bar";
        QCOMPARE(heard(writeNote(note).value(), {key}), std::string());
        note.signatures.front() = parseNote(published()).value().signatures.front();
        note.signatures.front().keyId[3] ^= 1;
        QCOMPARE(heard(writeNote(note).value(), {key}), std::string());
        // The same key and name in another role is another id.
        const auto other = makeVerifierKey(key.name, NoteKeyType::Cosignature, key.publicKey).value();
        QVERIFY(other.id != key.id);
        QCOMPARE(heard(published(), {other}), std::string());
    }

    void aStrangersLineChangesNothing() {
        const auto key = keyOf("w", 1);
        const auto note = cosigned(key, 5) + "— stranger AAAAAAA=\n" + lineOf(cosigned(keyOf("w", 2), 6));
        QCOMPARE(heard(note, {key.verifierKey()}), std::string("muniment.workstation/w@1970-01-01T00:00:05Z;"));
    }

    void oneBadLineOfAKnownKeyRefusesAll() {
        const auto good = keyOf("good", 1);
        const auto bad = keyOf("bad", 2);
        const auto foreign = noteBy(bad, checkpointOf("a.log", 8, 1), atSecond(5));
        const std::vector keys{good.verifierKey(), bad.verifierKey()};
        QCOMPARE(heard(cosigned(good, 5) + lineOf(foreign), keys), std::string("refused badSignature"));
        QCOMPARE(heard(cosigned(good, 5) + lineOf(foreign), {good.verifierKey()}),
                 std::string("muniment.workstation/good@1970-01-01T00:00:05Z;"));
        const auto twice = published() + std::string(turned(std::string(kLine), kLine.size() - 6, 0));
        QCOMPARE(heard(twice, {publishedKey()}), std::string("refused badSignature"));
    }

    void whoSignsTwiceIsListedOnce() {
        const auto key = keyOf("w", 1);
        QCOMPARE(heard(published() + std::string(kLine), {publishedKey()}), std::string("example.com/foo;"));
        for (const auto& [first, second] : {std::pair(5, 9), std::pair(9, 5)})
            QCOMPARE(heard(cosigned(key, first) + lineOf(cosigned(key, second)), {key.verifierKey()}),
                     std::string("muniment.workstation/w@1970-01-01T00:00:09Z;"));
    }

    void aCosignatureIsOfItsTimeToo() {
        const auto key = keyOf("w", 1);
        auto note = parseNote(cosigned(key, 1'679'315'147)).value();
        auto& bytes = note.signatures.front().bytes;
        QCOMPARE(QByteArray::fromStdString(bytes.substr(0, 8)).toHex(), QByteArray("00000000641850cb"));
        QCOMPARE(cosignatureSeconds(note.signatures.front()).value(), std::uint64_t(1'679'315'147));
        bytes[7] = static_cast<char>(bytes[7] ^ 1);
        QCOMPARE(outcome(verifyNote(note, std::vector{key.verifierKey()})), std::string("refused badSignature"));
        // Beyond what the specification lets a time be, and without room for one.
        bytes[0] = '\x80';
        QVERIFY(!cosignatureSeconds(note.signatures.front()));
        QCOMPARE(outcome(verifyNote(note, std::vector{key.verifierKey()})), std::string("refused badSignature"));
        bytes.erase(0, 8);
        QCOMPARE(outcome(verifyNote(note, std::vector{key.verifierKey()})), std::string("refused badSignature"));
        QCOMPARE(instantOfSeconds(~0ULL).micros, std::numeric_limits<std::int64_t>::max());
    }

    void verifierKeysHaveOneForm_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("answer");
        const std::string key(kKey);
        const auto row = [](const char* name, const std::string& text, const char* answer) {
            QTest::newRow(name) << text << std::string(answer);
        };
        row("published", key, "ok");
        row("another id", turned(key, 16, 0), "invalidInput id");
        row("another name", turned(key, 0, 1), "invalidInput id");
        row("another key", turned(key, key.size() - 3, 1), "invalidInput id");
        row("id in upper case", "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "invalidInput id");
        row("no name", key.substr(15), "invalidInput name");
        row("a space in the name", "a " + key, "invalidInput name");
        row("a type that we do not know", "example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "invalidInput type");
        row("a key too short",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=", "invalidInput form");
        row("no key", "example.com/foo+530d903a+", "invalidInput form");
        row("no id", "example.com/foo", "invalidInput form");
        row("a newline behind", key + "\n", "invalidInput form");
        row("empty", "", "invalidInput form");
    }

    void verifierKeysHaveOneForm() {
        QFETCH(std::string, text);
        QFETCH(std::string, answer);
        const auto key = parseVerifierKey(text);
        QCOMPARE(outcome(key), answer);
        if (key)
            QCOMPARE(printVerifierKey(*key), text);
    }

    void writesOnlyWhatIsReadBack() {
        const SignedNote good = parseNote(published()).value();
        const auto answer = [&](auto spoil) {
            SignedNote note = good;
            spoil(note);
            return outcome(writeNote(note));
        };
        QCOMPARE(answer([](SignedNote&) {}), std::string("ok"));
        QCOMPARE(answer([](SignedNote& note) { note.text.pop_back(); }), std::string("invalidInput text"));
        QCOMPARE(answer([](SignedNote& note) { note.text.clear(); }), std::string("invalidInput text"));
        QCOMPARE(answer([](SignedNote& note) { note.signatures.clear(); }), std::string("invalidInput signatures"));
        QCOMPARE(answer([](SignedNote& note) { note.signatures.front().name = "a b"; }),
                 std::string("invalidInput signature"));
        QCOMPARE(answer([](SignedNote& note) { note.signatures.front().bytes.clear(); }),
                 std::string("invalidInput signature"));
        QCOMPARE(answer([](SignedNote& note) { note.text.insert(0, kMaxNoteBytes, 'x'); }),
                 std::string("invalidInput size"));
    }
};

MUNIMENT_TEST(signed_note, SignedNoteTest);
#include "test_signed_note.moc"
