#include "ui/widgets/painted_texts.h"

#include "ui/widgets/dotted_text.h"
#include "ui/widgets/elided_text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace muniment {

namespace {

QString cut(const PaintedText& text, const QFontMetrics& metrics) {
    if (hasOwnDirections(text.text))
        return elidedText(text.text, metrics, text.width);
    switch (text.fit) {
    case Fit::Middle:
        return metrics.elidedText(text.text, Qt::ElideMiddle, text.width);
    case Fit::Dotted:
        return fittingDottedText(text.text, metrics, text.width);
    case Fit::Right:
        break;
    }
    return metrics.elidedText(text.text, Qt::ElideRight, text.width);
}

void draw(QPainter& painter, const PaintedText& text, const QString& shown, const QRect& place,
          Qt::Alignment alignment) {
    painter.setFont(text.font);
    painter.setPen(text.colour);
    painter.drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

} // namespace

QPixmap PaintedTexts::pictureOf(const PaintedText& text, int scale) {
    const Key key{text, scale};
    if (const auto* known = m_pictures.object(key))
        return *known;
    const QFontMetrics metrics(text.font);
    const QString shown = cut(text, metrics);
    // Slanted and wide glyphs reach beyond their advance.
    const QRect box(0, 0, std::min(text.width, metrics.horizontalAdvance(shown) + metrics.averageCharWidth()),
                    metrics.height());
    QPixmap picture(std::max(1, box.width()) * scale, std::max(1, box.height()) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(text.surface); // opaque, so that glyphs are blended as on the page itself
    QPainter painter(&picture);
    draw(painter, text, shown, box, Qt::AlignLeft | Qt::AlignVCenter);
    painter.end();
    const int cost = 1 + picture.width() * picture.height() * 4 / 1024;
    m_pictures.insert(key, new QPixmap(picture), cost); // one data, shared; what is larger than all is not kept
    return picture;
}

void PaintedTexts::paint(QPainter& painter, const PaintedText& text, const QRect& place, Qt::Alignment alignment) {
    const double scale = painter.device()->devicePixelRatioF();
    const bool isWhole = scale == static_cast<int>(scale); // else a picture would stand between pixels, blurred
    if (!isWhole || alignment.testFlag(Qt::AlignRight)) {
        draw(painter, text, cut(text, QFontMetrics(text.font)), place, alignment);
        return;
    }
    const QPixmap picture = pictureOf(text, static_cast<int>(scale));
    const QSize size = picture.deviceIndependentSize().toSize();
    painter.drawPixmap(QStyle::alignedRect(Qt::LeftToRight, alignment, size, place).topLeft(), picture);
}

} // namespace muniment
