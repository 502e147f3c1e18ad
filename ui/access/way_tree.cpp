#include "ui/access/way_tree.h"

#include "models/items/plain_text.h"
#include "ui/access/told_line_delegate.h"
#include "ui/look/look.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QStandardItemModel>

namespace muniment {

namespace {

constexpr int kEventRole = Qt::UserRole + 4; ///< of an event's number

} // namespace

WayTree::WayTree(QWidget* parent) : QTreeView(parent), m_model(new QStandardItemModel(this)) {
    setModel(m_model);
    setItemDelegate(new ToldLineDelegate(this));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setIndentation(20);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    connect(this, &QTreeView::activated, this, &WayTree::choose);
}

QStandardItem* WayTree::line(const Sentence& words, const QString& cause, const std::optional<AccessCause>& event,
                             bool isFaint) {
    const QString text = sentenceText(words);
    auto* item = new QStandardItem(cause.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, cause));
    item->setData(QVariant::fromValue(words), kLinePartsRole);
    item->setData(cause, kLineCauseRole);
    item->setData(isFaint, kLineFaintRole);
    if (event)
        item->setData(QVariant::fromValue<qlonglong>(event->number.value), kEventRole);
    return item;
}

QStandardItem* WayTree::addRoot(const Sentence& words, bool isFaint) {
    auto* root = line(words, {}, {}, isFaint);
    m_model->appendRow(root);
    return root;
}

void WayTree::addWay(QStandardItem* root, const AccessWay& way, bool isFaint) {
    QStandardItem* parent = root;
    for (const AccessLink& link : way) {
        const bool hasEnded = link.state != AccessLink::State::Stands;
        auto* step =
            line(linkSentence(link, m_zone), hasEnded ? missingStateText(link, m_zone) : sinceText(link.made, m_zone),
                 hasEnded ? link.ended : link.made, isFaint);
        parent->appendRow(step);
        parent = step;
    }
}

void WayTree::addMissing(const std::vector<AccessLink>& missing) {
    if (missing.empty())
        return;
    auto* root = addRoot({{tr("Missing on the nearest way:"), false}});
    for (const AccessLink& link : missing)
        root->appendRow(line(missingSentence(link), missingStateText(link, m_zone), link.ended, false));
}

void WayTree::showAnswer(const AccessAnswer& answer) {
    m_model->clear();
    const QString who = partyText(answer.subject);
    for (const AccessWay& way : answer.ways)
        addWay(addRoot({{who, true}}), way, false);
    if (answer.isCut)
        (void)addRoot({{tr("There are more ways than these %1.").arg(answer.ways.size()), false}}, true);
    addMissing(answer.missing);
    for (const AccessWay& way : answer.endedWays)
        addWay(addRoot({{tr("Has ended: "), false}, {who, true}}, true), way, true);
    finish();
}

void WayTree::showGrants(const RightsAnswer& answer) {
    m_model->clear();
    for (const AccessWay& way : answer.grants)
        addWay(addRoot({{partyText(answer.subject), true}}), way, false);
    if (answer.isCut)
        (void)addRoot({{tr("There are more grants than these %1.").arg(answer.grants.size()), false}}, true);
    finish();
}

void WayTree::finish() {
    expandAll();
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
    updateGeometry();
}

void WayTree::clear() {
    m_model->clear();
}

QString WayTree::textBelow(const QModelIndex& parent, int depth) const {
    QString text;
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const auto index = m_model->index(row, 0, parent);
        text += QString(2 * depth, QLatin1Char(' ')) + withoutIsolates(index.data().toString()) + QLatin1Char('\n');
        text += textBelow(index, depth + 1);
    }
    return text;
}

QString WayTree::text() const {
    return textBelow({}, 0);
}

QString WayTree::currentText() const {
    return withoutIsolates(currentIndex().data().toString());
}

void WayTree::choose(const QModelIndex& index) {
    if (const auto number = index.data(kEventRole); number.isValid())
        emit eventChosen(EventNumber{number.toLongLong()});
}

void WayTree::mousePressEvent(QMouseEvent* event) {
    const auto index = indexAt(event->pos());
    QTreeView::mousePressEvent(event);
    if (index.isValid() && event->button() == Qt::LeftButton &&
        ToldLineDelegate::causePlace(visualRect(index), index).contains(event->pos()))
        choose(index);
}

void WayTree::mouseMoveEvent(QMouseEvent* event) {
    const auto index = indexAt(event->pos());
    const bool isOnLink = index.isValid() && index.data(kEventRole).isValid() &&
                          ToldLineDelegate::causePlace(visualRect(index), index).contains(event->pos());
    viewport()->setCursor(isOnLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeView::mouseMoveEvent(event);
}

} // namespace muniment
