// Protects: what the filter line is coloured by, what "go to" understands, and that a view passed on as a file comes
// back as it was, whatever its name and whoever wrote the file.
#include "models/items/filter_spans.h"
#include "models/items/go_to.h"
#include "models/items/view_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

/// "type" as F, ":" as S and so on, each part in brackets: "F[type]S[:]V[user.*]".
QString printed(std::string_view text) {
    static constexpr char kKinds[] = {'F', 'S', 'V', 'K', 'W'};
    QString result;
    for (const auto& span : filterSpans(text))
        result += QChar::fromLatin1(kKinds[static_cast<std::size_t>(span.kind)]) + QLatin1Char('[') +
                  QString::fromUtf8(text.data() + span.range.first, static_cast<qsizetype>(span.range.length)) +
                  QLatin1Char(']');
    return result;
}

constexpr Instant kNow{1'795'000'000LL * kMicrosPerSecond};

QString printed(const std::optional<GoToTarget>& target) {
    if (!target)
        return QStringLiteral("nothing");
    if (const auto* instant = std::get_if<Instant>(&*target))
        return QString::fromStdString(formatInstant(*instant));
    if (const auto* row = std::get_if<RowTarget>(&*target))
        return QStringLiteral("row %1").arg(row->row);
    const auto& ordinal = std::get<OrdinalRequest>(*target);
    return QStringLiteral("%1 %2").arg(QString::fromStdString(ordinal.region)).arg(ordinal.ordinal);
}

} // namespace

class TestFilterText : public QObject {
    Q_OBJECT
private slots:

    void partsAreTold_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char* text, const char* parts) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(parts);
        };
        row("type:user.*", "F[type]S[:]V[user.*]");
        row("-type:(a \"b c\") or seq>=5", "S[-]F[type]S[:]S[(]V[a]V[\"b c\"]S[)]K[or]F[seq]S[>=]V[5]");
        row("not (petra or \"a b\")", "K[not]S[(]W[petra]K[or]V[\"a b\"]S[)]");
        row("payload.roleKeys:admin", "F[payload.roleKeys]S[:]V[admin]");
        row("type:", "F[type]S[:]");
        row("type:(a", "F[type]S[:]S[(]V[a]");
        row("\"open", "V[\"open]");
        row("tenant:or x", "F[tenant]S[:]V[or]W[x]");
        row("", "");
    }

    void partsAreTold() {
        QFETCH(QByteArray, text);
        QFETCH(QString, parts);
        QCOMPARE(printed(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), parts);
    }

    void anyBytesAreToldToTheirEnd() {
        for (int first = 0; first < 256; ++first)
            for (int second = 0; second < 256; ++second) {
                const std::string text{static_cast<char>(first), static_cast<char>(second), ':'};
                std::size_t end = 0;
                for (const auto& span : filterSpans(text)) {
                    QVERIFY(span.range.first >= end && span.range.length > 0);
                    end = span.range.first + span.range.length;
                    QVERIFY(end <= text.size());
                }
            }
    }

    void goToIsUnderstood_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        const auto row = [](const char* text, const char* target) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(target);
        };
        row("#1", "row 0");
        row(" # 18,406 ", "row 18405");
        row("#18.406", "row 18405");
        row("eu-west-1 #1204331", "eu-west-1 1204331");
        row("eu-west-1#7", "eu-west-1 7");
        row("2026-11-20", "2026-11-20T00:00:00Z");
        row("2026-11-20T13:14", "2026-11-20T13:14:00Z");
        row("2026-11-20 13:14", "2026-11-20T13:14:00Z");
        row("2026-11-20 13:14:28.692 UTC", "2026-11-20T13:14:28.692Z");
        row("2026-11-20 14:14:28.692 +01:00", "2026-11-20T13:14:28.692Z");
        row("2026-11-20 08:14 -05:00", "2026-11-20T13:14:00Z");
        row("#0", "nothing");
        row("#99999999999999999999", "nothing");
        row("soon", "nothing");
        row("", "nothing");
    }

    void goToIsUnderstood() {
        QFETCH(QString, text);
        QFETCH(QString, target);
        QCOMPARE(printed(parseGoTo(text, kNow)), target);
    }

    void aViewComesBackFromItsFile() {
        for (const SavedView& view :
             {SavedView{"Failed logins, 24 h", "type:user.human.password.check.failed after:-24h", "0 1 0,1 1 120"},
              SavedView{"Zürich: alles", "tenant:\"A: b\" or \"c d\"", ""}, SavedView{"Everything", "", ""}}) {
            const auto read = parseViewFile(printViewFile(view));
            QVERIFY(read);
            QVERIFY(*read == view);
        }
        const auto windows = parseViewFile("Muniment view 1\r\nname: a\r\nlater: x\r\nfilter: type:b\r\n");
        QVERIFY(windows && windows->name == "a" && windows->filter == "type:b");
        // A name of two lines cannot smuggle in a filter.
        const auto smuggled = parseViewFile(printViewFile({"a\nfilter: type:x", "type:y", ""}));
        QVERIFY(smuggled && smuggled->filter == "type:y");
    }

    void whatIsNoViewIsRefused() {
        const auto refused = [](std::string_view text, const char* field) {
            const auto read = parseViewFile(text);
            return !read && read.error().code == ErrorCode::InvalidInput && read.error().get("field") == field;
        };
        QVERIFY(refused("", "format"));
        QVERIFY(refused("name: a\nfilter: b\n", "format"));
        QVERIFY(refused("Muniment view 1\nfilter: b\n", "name"));
        QVERIFY(refused("Muniment view 1\nname: a\nfilter: type:(\n", "filter"));
    }
};

MUNIMENT_TEST(filter_text, TestFilterText);
#include "test_filter_text.moc"
