#include "ui/widgets/sentence_view.h"

#include "ui/look/look.h"
#include "ui/look/tones.h"

#include <QPainter>
#include <QTextLayout>

#include <memory>

namespace muniment {

static std::unique_ptr<QTextLayout> laidOut(const std::vector<SentencePart>& parts, int width) {
    QString text;
    QList<QTextLayout::FormatRange> ranges;
    for (const auto& part : parts) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(part.text.size());
        range.format.setForeground(tones().text);
        if (part.isValue)
            range.format.setFontWeight(QFont::DemiBold);
        ranges << range;
        text += part.text;
    }
    QFont font = textFont(TextSize::Normal);
    font.setPixelSize(15);
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(ranges);
    layout->beginLayout();
    qreal y = 0;
    for (auto line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height() + 2;
    }
    layout->endLayout();
    return layout;
}

SentenceView::SentenceView(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SentenceView::setParts(std::vector<SentencePart> parts) {
    m_parts = std::move(parts);
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString SentenceView::text() const {
    QString whole;
    for (const auto& part : m_parts)
        whole += part.text;
    return whole;
}

int SentenceView::heightForWidth(int width) const {
    const auto layout = laidOut(m_parts, std::max(40, width));
    return layout->lineCount() == 0
               ? 0
               : static_cast<int>(layout->lineAt(layout->lineCount() - 1).naturalTextRect().bottom() + 3);
}

QSize SentenceView::sizeHint() const {
    const int w = std::max(200, width());
    return {w, heightForWidth(w)};
}

void SentenceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    laidOut(m_parts, width())->draw(&painter, {0, 0});
}

} // namespace muniment
