// Protects the pictures that stand for texts of cells: they look as the text itself would, in every surface, colour and
// cut, at first and from memory, and never like an older one.
#include "tests/support/test_registry.h"
#include "ui/look/look.h"
#include "ui/widgets/painted_texts.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace muniment;

namespace {

const QRect kPlace(10, 3, 160, 24);

QImage page(const QColor& surface, double scale) {
    QImage image(QSize(180, 30) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(surface);
    return image;
}

QImage painted(PaintedTexts& texts, const PaintedText& text, Qt::Alignment alignment, double scale = 1) {
    QImage image = page(text.surface, scale);
    QPainter painter(&image);
    texts.paint(painter, text, kPlace, alignment);
    return image;
}

/// `shown` drawn by QPainter.
QImage drawn(const PaintedText& text, const QString& shown, Qt::Alignment alignment, double scale = 1) {
    QImage image = page(text.surface, scale);
    QPainter painter(&image);
    painter.setFont(text.font);
    painter.setPen(text.colour);
    painter.drawText(kPlace, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
    return image;
}

PaintedText textOf(const QString& text) {
    return {text, textFont(TextSize::Normal), QColor(20, 20, 30), QColor(250, 240, 230), kPlace.width(), Fit::Right};
}

} // namespace

class TestPaintedTexts : public QObject {
    Q_OBJECT

private slots:

    void aPictureIsTheText_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fit");
        QTest::addColumn<double>("scale");
        const QString longer = QStringLiteral("user.human.password.check.succeeded.again.and.again");
        for (const double scale : {1.0, 2.0, 1.25}) {
            const auto row = [&](const char* name, const QString& text, Fit fit) {
                QTest::addRow("%s at %g", name, scale) << text << static_cast<int>(fit) << scale;
            };
            row("short", QStringLiteral("success"), Fit::Right);
            row("signs", QStringLiteral("✕ fÄ’jg (j)"), Fit::Right);
            row("markup", QStringLiteral("<b>x</b> &amp;"), Fit::Right);
            row("cut at the right", longer, Fit::Right);
            row("cut in the middle", longer, Fit::Middle);
            row("cut at dots", longer, Fit::Dotted);
            row("right to left", QStringLiteral("\u2068שלום\u2069 was added by \u2068Ann\u2069"), Fit::Right);
        }
    }

    void aPictureIsTheText() {
        QFETCH(QString, text);
        QFETCH(int, fit);
        QFETCH(double, scale);
        PaintedTexts texts;
        auto wanted = textOf(text);
        wanted.fit = static_cast<Fit>(fit);
        const auto first = painted(texts, wanted, Qt::AlignLeft | Qt::AlignVCenter, scale);
        QVERIFY(first != page(wanted.surface, scale));
        QCOMPARE(painted(texts, wanted, Qt::AlignLeft | Qt::AlignVCenter, scale), first);
        if (QFontMetrics(wanted.font).horizontalAdvance(text) <= wanted.width)
            QCOMPARE(first, drawn(wanted, text, Qt::AlignLeft | Qt::AlignVCenter, scale));
        for (int y = 0; y < first.height(); ++y) // nothing beyond its place
            for (int x = 0; x < first.width(); ++x)
                if (!kPlace.adjusted(-1, 0, 1, 0).contains(QPointF(x / scale, y / scale).toPoint()))
                    QCOMPARE(first.pixelColor(x, y), wanted.surface);
    }

    void nothingOlderIsShown() {
        PaintedTexts texts;
        const auto first = textOf(QStringLiteral("Time"));
        (void)painted(texts, first, Qt::AlignVCenter);
        const auto differs = [&](auto change) {
            auto other = first;
            change(other);
            PaintedTexts fresh;
            return painted(texts, other, Qt::AlignVCenter) == painted(fresh, other, Qt::AlignVCenter) &&
                   painted(texts, other, Qt::AlignVCenter) != painted(texts, first, Qt::AlignVCenter);
        };
        QVERIFY(differs([](PaintedText& text) { text.text = QStringLiteral("Tide"); }));
        QVERIFY(differs([](PaintedText& text) { text.font = monospaceFont(); }));
        QVERIFY(differs([](PaintedText& text) { text.font.setWeight(QFont::DemiBold); }));
        QVERIFY(differs([](PaintedText& text) { text.colour = QColor(200, 0, 0); }));
        QVERIFY(differs([](PaintedText& text) { text.surface = QColor(30, 30, 40); }));
        QVERIFY(differs([](PaintedText& text) { text.width = 12; }));
    }

    void figuresStandAtTheRight() {
        PaintedTexts texts;
        const auto number = textOf(QStringLiteral("1,204"));
        QCOMPARE(painted(texts, number, Qt::AlignRight | Qt::AlignVCenter),
                 drawn(number, number.text, Qt::AlignRight | Qt::AlignVCenter));
    }
};

MUNIMENT_TEST(painted_texts, TestPaintedTexts);
#include "test_painted_texts.moc"
