// An event's tags as chips, its note and its bookmark, side by side in a table's cell.
#pragma once

#include "models/replica/annotations.h"

#include <QFont>
#include <QIconEngine>
#include <QStringList>

namespace muniment {

/// Chips that do not fit into the width given are counted in the last one.
class AnnotationIcon : public QIconEngine {
public:
    AnnotationIcon(const EventAnnotation& annotation, const QFont& font, int mostWidth);

    [[nodiscard]] QSize size() const { return m_size; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine* clone() const override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;

private:
    void fitChips(const EventAnnotation& annotation, int mostWidth);
    [[nodiscard]] int chipWidth(const QString& text) const;

    QFont m_font;
    QStringList m_chips;
    bool m_isBookmarked;
    bool m_hasNote;
    QSize m_size;
};

} // namespace muniment
