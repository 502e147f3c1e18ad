// Protects: facts keep their fonts when the look changes between light and dark, whatever they showed before.
#include "tests/support/test_registry.h"
#include "ui/look/look.h"
#include "ui/widgets/text_grid.h"

#include <QApplication>
#include <QGridLayout>
#include <QTest>

using namespace muniment;

class TestTextGrid : public QObject {
    Q_OBJECT
private slots:

    void fontsOutliveTheLook() {
        Look look(*qApp);
        look.setAppearance(Appearance::Light);
        TextGrid grid(2, nullptr);
        TextCell plain;
        plain.text = QStringLiteral("plain");
        TextCell bold = plain;
        bold.isBold = true;
        TextCell monospace = plain;
        monospace.isMonospace = true;
        grid.setRows({{plain, plain}});
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        grid.setRows({{bold, monospace}, {monospace, bold}});
        for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
            look.setAppearance(appearance);
            QCOMPARE(fontsOf(grid), (QStringList{QStringLiteral("bold"), QStringLiteral("monospace"),
                                                 QStringLiteral("monospace"), QStringLiteral("bold")}));
        }
        grid.setRows({{plain, bold}, {}});
        look.setAppearance(Appearance::Dark);
        QCOMPARE(fontsOf(grid), (QStringList{QStringLiteral("plain"), QStringLiteral("bold")}));
    }

private:
    /// From left to right and top to bottom.
    static QStringList fontsOf(const TextGrid& grid) {
        QStringList names;
        auto* const layout = qobject_cast<QGridLayout*>(grid.layout());
        for (int row = 0; row < layout->rowCount(); ++row)
            for (int column = 0; column < layout->columnCount(); ++column) {
                const auto* item = layout->itemAtPosition(row, column);
                if (item == nullptr || item->widget()->isHidden())
                    continue;
                const QFont font = item->widget()->font();
                names << (font.family() == monospaceFont().family() ? QStringLiteral("monospace")
                          : font.bold() || font.weight() == textFont(TextSize::Normal, true).weight()
                              ? QStringLiteral("bold")
                              : QStringLiteral("plain"));
            }
        return names;
    }
};

MUNIMENT_TEST(text_grid, TestTextGrid);
#include "test_text_grid.moc"
