#include "ui/access/access_graph_view.h"

#include "models/items/access_sentence.h"
#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/elided_text.h"

#include <QGraphicsPathItem>
#include <QGraphicsSimpleTextItem>
#include <QKeyEvent>

namespace muniment {

namespace {

constexpr double kNodeWidth = 132, kNodeHeight = 38, kAcross = 152, kDown = 86, kEdge = 24;
constexpr double kMostZoom = 2.5, kLeastZoom = 0.2;

QColor mixed(const QColor& a, const QColor& b, double part) {
    return QColor::fromRgbF(static_cast<float>(a.redF() * part + b.redF() * (1 - part)),
                            static_cast<float>(a.greenF() * part + b.greenF() * (1 - part)),
                            static_cast<float>(a.blueF() * part + b.blueF() * (1 - part)));
}

/// Kinds are told by the line below the name, too.
QColor surfaceOf(const AccessParty& party) {
    const auto& t = tones();
    const auto& type = party.entity.aggregate.type;
    if (type == "user")
        return mixed(t.accent, t.surface, t.isDark ? 0.55 : 0.22);
    if (type == "role")
        return mixed(t.good, t.surface, t.isDark ? 0.30 : 0.16);
    if (type == "resource" || type == "org")
        return mixed(t.past, t.surface, t.isDark ? 0.28 : 0.20);
    return t.hairline;
}

QString nameOf(const PictureNode& node) {
    if (node.party.isNone())
        return AccessGraphView::tr("a role that allows it");
    const bool isOrg = node.party.entity.aggregate.type == "org" && !node.party.name.empty();
    return isOrg ? plainText(node.party.name) : partyText(node.party);
}

} // namespace

AccessGraphView::AccessGraphView(AskNeighbours ask, QWidget* parent)
    : QGraphicsView(new QGraphicsScene, parent),
      m_slot(this, std::move(ask), [this](const NeighboursRequest&, const Result<NeighboursAnswer>& answer) {
          if (!answer) {
              emit failed(answer.error());
              return;
          }
          const auto chosen = m_current;
          m_picture.unfold(*answer);
          m_current = chosen;
          build();
      }) {
    scene()->setParent(this);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorViewCenter);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    retranslate();
}

void AccessGraphView::showPicture(AccessPicture picture, const std::optional<Moment>& asOf, Instant now) {
    m_slot.drop();
    m_picture = std::move(picture);
    m_asOf = asOf;
    m_now = now;
    m_current = 0;
    m_isFitted = true;
    build();
}

void AccessGraphView::clear() {
    showPicture({}, {}, {});
}

QRectF AccessGraphView::placeOf(std::size_t node) const {
    const PictureNode& at = m_picture.nodes()[node];
    return {at.across * kAcross - kNodeWidth / 2, at.layer * kDown - kNodeHeight / 2, kNodeWidth, kNodeHeight};
}

void AccessGraphView::build() {
    scene()->clear();
    for (const PictureEdge& edge : m_picture.edges())
        addEdge(edge);
    for (std::size_t node = 0; node < m_picture.nodes().size(); ++node)
        addNode(node);
    scene()->setSceneRect(scene()->itemsBoundingRect().adjusted(-kEdge, -kEdge, kEdge, kEdge));
    fit();
    tell();
}

void AccessGraphView::addEdge(const PictureEdge& edge) {
    const QPointF from = placeOf(edge.from).center(), to = placeOf(edge.to).center();
    const bool isDown = to.y() > from.y();
    QPainterPath path(from + QPointF(0, isDown ? kNodeHeight / 2 : 0));
    path.lineTo(to - QPointF(0, isDown ? kNodeHeight / 2 : 0));
    QPen pen(edge.isBehind ? tones().border : tones().quiet, edge.isBehind ? 1 : 1.4);
    if (edge.isDashed)
        pen.setDashPattern({4, 4});
    scene()->addPath(path, pen)->setZValue(-1);
}

void AccessGraphView::addNode(std::size_t index) {
    const PictureNode& node = m_picture.nodes()[index];
    const auto& t = tones();
    const QRectF place = placeOf(index);
    QPainterPath shape;
    shape.addRoundedRect(place, 6, 6);
    QPen pen(node.isMissing ? t.quiet : t.border, 1);
    if (node.isMissing)
        pen.setDashPattern({4, 3});
    auto* box = scene()->addPath(shape, pen, node.isMissing || node.isBehind ? t.surface : surfaceOf(node.party));
    const auto write = [&](const QString& text, TextSize size, const QColor& colour, double y) {
        auto* item = new QGraphicsSimpleTextItem(box);
        item->setFont(textFont(size));
        item->setBrush(colour);
        item->setText(elidedText(text, QFontMetrics(item->font()), static_cast<int>(kNodeWidth) - 14));
        item->setPos(place.center().x() - item->boundingRect().width() / 2, y);
    };
    write(nameOf(node), TextSize::Normal, node.isMissing || node.isBehind ? t.quiet : t.text, place.top() + 3);
    write(partyKindText(node.party), TextSize::Small, t.quiet, place.top() + 20);
}

void AccessGraphView::setCurrent(std::size_t node) {
    if (node >= m_picture.nodes().size())
        return;
    m_current = node;
    ensureVisible(placeOf(node), 16, 16);
    tell();
}

void AccessGraphView::unfold(std::size_t node) {
    if (node < m_picture.nodes().size() && !m_picture.nodes()[node].party.isNone())
        m_slot.request({m_picture.nodes()[node].party.entity, m_asOf, m_now});
}

QString AccessGraphView::currentText() const {
    if (m_current >= m_picture.nodes().size())
        return {};
    const PictureNode& node = m_picture.nodes()[m_current];
    QStringList from;
    for (const PictureEdge& edge : m_picture.edges())
        if (edge.to == m_current)
            from << nameOf(m_picture.nodes()[edge.from]);
    const QString what = QStringLiteral("%1 %2").arg(partyKindText(node.party), nameOf(node));
    const QString told = node.isMissing ? tr("%1, not there at that moment").arg(what) : what;
    return from.isEmpty() ? told : tr("%1, reached from %2").arg(told, from.join(QStringLiteral(", ")));
}

void AccessGraphView::tell() {
    setAccessibleDescription(currentText());
    viewport()->update();
}

void AccessGraphView::retranslate() {
    setAccessibleName(tr("Graph: what the tree says, as a picture"));
    setToolTip(tr("Arrow keys go from node to node, Enter shows what else is tied to one, Space its own page, + and - "
                  "change the size, 0 shows all"));
    build();
}

void AccessGraphView::fit() {
    if (!m_isFitted || m_picture.nodes().empty())
        return;
    fitInView(scene()->sceneRect(), Qt::KeepAspectRatio);
    if (transform().m11() > 1) // small graphs are not blown up
        setTransform({});
}

void AccessGraphView::zoom(double factor) {
    const double scale = transform().m11() * factor;
    if (scale < kLeastZoom || scale > kMostZoom)
        return;
    m_isFitted = false;
    this->scale(factor, factor);
}

void AccessGraphView::keyPressEvent(QKeyEvent* event) {
    if (m_picture.nodes().empty())
        return QGraphicsView::keyPressEvent(event);
    const auto go = [this](int layers, int places) {
        if (const auto next = m_picture.next(m_current, layers, places))
            setCurrent(*next);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return go(-1, 0);
    case Qt::Key_Down:
        return go(1, 0);
    case Qt::Key_Left:
        return go(0, -1);
    case Qt::Key_Right:
        return go(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return unfold(m_current);
    case Qt::Key_Space:
        if (const auto& party = m_picture.nodes()[m_current].party; !party.isNone())
            emit entityChosen(party.entity);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.25);
    case Qt::Key_Minus:
        return zoom(0.8);
    case Qt::Key_0:
        m_isFitted = true;
        return fit();
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

std::optional<std::size_t> AccessGraphView::nodeAt(const QPoint& place) const {
    const QPointF at = mapToScene(place);
    for (std::size_t node = 0; node < m_picture.nodes().size(); ++node)
        if (placeOf(node).contains(at))
            return node;
    return std::nullopt;
}

void AccessGraphView::mousePressEvent(QMouseEvent* event) {
    if (const auto node = nodeAt(event->pos()))
        setCurrent(*node);
    QGraphicsView::mousePressEvent(event);
}

void AccessGraphView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const auto node = nodeAt(event->pos()))
        unfold(*node);
}

void AccessGraphView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    fit();
}

void AccessGraphView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        build();
}

void AccessGraphView::drawForeground(QPainter* painter, const QRectF&) {
    if (!hasFocus() || m_current >= m_picture.nodes().size())
        return;
    painter->setPen(QPen(tones().accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(placeOf(m_current).adjusted(-3, -3, 3, 3), 8, 8);
}

} // namespace muniment
