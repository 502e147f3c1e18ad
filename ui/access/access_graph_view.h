// An answer about access as a graph, for the eye; the tree beside it says the same in words.
#pragma once

#include "models/items/access_picture.h"

#include <QGraphicsView>

namespace muniment {

/// The arrow keys go from node to node, Enter or a double click unfolds what else is tied to one, Space shows it on its
/// own page, + and - make it larger and smaller, 0 shows all of it.
class AccessGraphView : public QGraphicsView {
    Q_OBJECT
public:
    AccessGraphView(AskNeighbours ask, QWidget* parent);

    void showPicture(AccessPicture picture, const std::optional<Moment>& asOf, Instant now);
    void clear();

    [[nodiscard]] const AccessPicture& picture() const { return m_picture; }

    [[nodiscard]] std::size_t current() const { return m_current; }

    void setCurrent(std::size_t node);
    void unfold(std::size_t node);
    /// What the current node is and what leads to it, in words.
    [[nodiscard]] QString currentText() const;
    void retranslate();

signals:
    void entityChosen(const muniment::EntityRef& entity);
    void failed(const muniment::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void build();
    void addNode(std::size_t index);
    void addEdge(const PictureEdge& edge);
    void fit();
    void zoom(double factor);
    [[nodiscard]] QRectF placeOf(std::size_t node) const;
    [[nodiscard]] std::optional<std::size_t> nodeAt(const QPoint& place) const;
    void tell();

    AccessPicture m_picture;
    std::optional<Moment> m_asOf;
    Instant m_now;
    std::size_t m_current = 0;
    bool m_isFitted = true; ///< until the person has chosen a size
    RequestSlot<NeighboursRequest, NeighboursAnswer> m_slot;
};

} // namespace muniment
