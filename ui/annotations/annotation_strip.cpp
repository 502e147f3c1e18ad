#include "ui/annotations/annotation_strip.h"

#include "models/items/annotation_words.h"
#include "models/items/plain_text.h"
#include "ui/annotations/annotation_glyphs.h"
#include "ui/look/look.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QPainter>

namespace muniment {

namespace {

constexpr int kGlyph = 12;

/// A glyph in the present tones, beside its line of text.
class GlyphPlace : public QWidget {
public:
    GlyphPlace(AnnotationGlyph glyph, QWidget* parent) : QWidget(parent), m_glyph(glyph) {
        setFixedSize(kGlyph, kGlyph + 2);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintGlyph(painter, QRectF(0, 2, kGlyph, kGlyph), m_glyph, glyphColor(m_glyph));
    }

private:
    AnnotationGlyph m_glyph;
};

void showRow(QGridLayout* layout, QLabel* label, const QString& text) {
    const int row = layout->indexOf(label) / 2;
    label->setText(text);
    for (int column = 0; column < 2; ++column)
        layout->itemAtPosition(row, column)->widget()->setVisible(!text.isEmpty());
}

} // namespace

AnnotationStrip::AnnotationStrip(QWidget* parent)
    : QWidget(parent),
      m_bookmark(makeLabel(this)),
      m_tags(makeValueLabel(this)),
      m_note(makeValueLabel(this)) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setHorizontalSpacing(kGrid);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [glyph, label] :
         {std::pair{AnnotationGlyph::Bookmark, m_bookmark}, std::pair{AnnotationGlyph::Tag, m_tags},
          std::pair{AnnotationGlyph::Note, m_note}}) {
        label->setWordWrap(true);
        layout->addWidget(new GlyphPlace(glyph, this), row, 0, Qt::AlignTop);
        layout->addWidget(label, row++, 1);
    }
    tell({});
}

void AnnotationStrip::tell(const EventAnnotation& annotation) {
    auto* rows = static_cast<QGridLayout*>(layout());
    showRow(rows, m_bookmark, annotation.isBookmarked ? tr("Bookmarked") : QString());
    showRow(rows, m_tags, tagsText(annotation.tags));
    showRow(rows, m_note, plainLines(annotation.note));
    setAccessibleName(annotationWords(annotation));
    setVisible(!annotation.isEmpty());
}

} // namespace muniment
