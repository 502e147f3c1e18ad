// Protects the parser from hostile text: whatever the bytes, it ends, answers with a tree or with an error inside the
// text, and takes steps in proportion to the length. More inputs: MUNIMENT_FUZZ_INPUTS=2000000, best with sanitizers.
#include "models/timeline/filter/filter_parser.h"
#include "tests/support/test_registry.h"
#include "tests/timeline/filter_mutations.h"
#include "tests/timeline/filter_outline.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class FilterFuzzTest : public QObject {
    Q_OBJECT
private slots:
    void mutatedTextsAreAnswered();
    void hostileTextsAreAnswered();
    void stepsGrowWithTheLength_data();
    void stepsGrowWithTheLength();
};

namespace {

/// Empty when the answer is sound, else what is wrong with it.
std::string unsoundness(const std::string& text) {
    const auto parsed = parseFilter(text);
    if (parsed.filter.has_value() == parsed.error.has_value())
        return "a tree and an error, or neither";
    if (parsed.error) {
        const auto& range = parsed.error->range;
        const bool isInside = range.first <= text.size() && range.length <= text.size() - range.first;
        return isInside && range.length > 0 ? "" : "error outside the text: " + outline(*parsed.error);
    }
    const std::string printed = printFilter(*parsed.filter);
    if (printed.size() > kMaxFilterBytes)
        return {};
    const auto again = parseFilter(printed);
    if (!again.filter || !(*again.filter == *parsed.filter))
        return "prints as something else: " + printed;
    return printFilter(*again.filter) == printed ? "" : "prints differently the second time";
}

} // namespace

void FilterFuzzTest::mutatedTextsAreAnswered() {
    const int inputs = qEnvironmentVariableIsSet("MUNIMENT_FUZZ_INPUTS")
                           ? qEnvironmentVariableIntValue("MUNIMENT_FUZZ_INPUTS")
                           : 30'000;
    FilterMutations mutations(qEnvironmentVariableIsSet("MUNIMENT_FUZZ_SEED")
                                  ? static_cast<std::uint64_t>(qEnvironmentVariableIntValue("MUNIMENT_FUZZ_SEED"))
                                  : 1);
    int understood = 0;
    for (int i = 0; i < inputs; ++i) {
        const std::string text = mutations.next();
        const auto wrong = unsoundness(text);
        QVERIFY2(wrong.empty(),
                 (wrong + "\n" + QByteArray::fromStdString(text).toPercentEncoding().toStdString()).c_str());
        understood += parseFilter(text).filter ? 1 : 0;
    }
    // Otherwise the mutations would only try the first byte of the grammar.
    QVERIFY2(understood > inputs / 10 && understood < inputs * 9 / 10, qPrintable(QString::number(understood)));
}

void FilterFuzzTest::hostileTextsAreAnswered() {
    for (const auto& text : hostileFilters())
        QVERIFY2(unsoundness(text).empty(), (text.substr(0, 80) + ": " + unsoundness(text)).c_str());
}

void FilterFuzzTest::stepsGrowWithTheLength_data() {
    QTest::addColumn<std::string>("piece");
    for (const char* piece :
         {"a ",   "type:a ",        "(",     "-", "\"", "\\", "seq      ",  "seq ",     "payload.x ", "payload.x=",
          "a:b ", "type:(a or b) ", "a or ", "*", "x.", "!=", "\"a\\\"\" ", "\xC2\xA0", "not ",       "type:("})
        QTest::newRow(piece) << std::string(piece);
}

void FilterFuzzTest::stepsGrowWithTheLength() {
    QFETCH(std::string, piece);
    const auto stepsOf = [&](std::size_t size) {
        std::string text;
        while (text.size() + piece.size() <= size)
            text += piece;
        FilterParser parser(text);
        (void)parser.parse();
        return parser.steps();
    };
    constexpr std::size_t kSmall = kMaxFilterBytes / 16;
    QVERIFY2(stepsOf(kMaxFilterBytes) <= 8 * kMaxFilterBytes, qPrintable(QString::number(stepsOf(kMaxFilterBytes))));
    QVERIFY(stepsOf(kMaxFilterBytes) <= 17 * stepsOf(kSmall) + 1'000);
}

MUNIMENT_TEST(filter_fuzz, FilterFuzzTest);

#include "test_filter_fuzz.moc"
