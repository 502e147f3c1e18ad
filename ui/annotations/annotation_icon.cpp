#include "ui/annotations/annotation_icon.h"

#include "models/items/plain_text.h"
#include "ui/annotations/annotation_glyphs.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPixmap>

namespace muniment {

namespace {

constexpr int kGlyph = 11;
constexpr int kGlyphPlace = 16; ///< glyphs of all rows stand below one another
constexpr int kChipPadding = 6;
constexpr int kGap = 4;
constexpr int kHeight = 18;
constexpr int kMostChipWidth = 120;

} // namespace

AnnotationIcon::AnnotationIcon(const EventAnnotation& annotation, const QFont& font, int mostWidth)
    : m_font(font),
      m_isBookmarked(annotation.isBookmarked),
      m_hasNote(!annotation.note.empty()) {
    fitChips(annotation, mostWidth - 2 * kGlyphPlace);
    int width = 2 * kGlyphPlace;
    for (const QString& chip : m_chips)
        width += chipWidth(chip) + kGap;
    m_size = {width, kHeight};
}

int AnnotationIcon::chipWidth(const QString& text) const {
    return std::min(kMostChipWidth, QFontMetrics(m_font).horizontalAdvance(text) + 2 * kChipPadding);
}

void AnnotationIcon::fitChips(const EventAnnotation& annotation, int mostWidth) {
    const int restWidth = chipWidth(QStringLiteral("+99")) + kGap;
    int used = 0;
    for (std::size_t i = 0; i < annotation.tags.size(); ++i) {
        const QString tag = plainText(annotation.tags[i]);
        const int width = chipWidth(tag) + kGap;
        const bool isLast = i + 1 == annotation.tags.size();
        if (used + width + (isLast ? 0 : restWidth) > mostWidth) {
            m_chips << QStringLiteral("+%1").arg(annotation.tags.size() - i);
            return;
        }
        m_chips << tag;
        used += width;
    }
}

void AnnotationIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    const bool isChosen = mode == QIcon::Selected;
    const auto& colors = tones();
    QColor edge = isChosen ? colors.selectionText : colors.border;
    edge.setAlphaF(isChosen ? 0.35F : 1.0F); // quieter than the text of a chosen row
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_font);
    const QFontMetrics metrics(m_font);
    int left = rect.left();
    const int top = rect.top() + (rect.height() - kHeight) / 2;
    for (const QString& chip : m_chips) {
        const QRect place(left, top, chipWidth(chip), kHeight);
        painter->setPen(edge);
        painter->setBrush(isChosen ? QBrush(Qt::NoBrush) : QBrush(colors.raised));
        painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), kHeight / 2.0, kHeight / 2.0);
        painter->setPen(isChosen ? colors.selectionText : colors.text);
        painter->drawText(place, Qt::AlignCenter | Qt::TextSingleLine,
                          metrics.elidedText(chip, Qt::ElideRight, place.width() - kChipPadding));
        left += place.width() + kGap;
    }
    const auto glyph = [&](AnnotationGlyph which, int placeFromRight) {
        const int x = rect.right() + 1 - placeFromRight * kGlyphPlace;
        const QRectF place(x + (kGlyphPlace - kGlyph) / 2.0, rect.top() + (rect.height() - kGlyph) / 2.0, kGlyph,
                           kGlyph);
        paintGlyph(*painter, place, which, isChosen ? colors.selectionText : glyphColor(which));
    };
    if (m_hasNote)
        glyph(AnnotationGlyph::Note, 2);
    if (m_isBookmarked)
        glyph(AnnotationGlyph::Bookmark, 1);
    painter->restore();
}

QIconEngine* AnnotationIcon::clone() const {
    return new AnnotationIcon(*this);
}

QPixmap AnnotationIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

} // namespace muniment
