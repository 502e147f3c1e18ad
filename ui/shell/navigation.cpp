#include "ui/shell/navigation.h"

#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/elided_text.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace muniment {

namespace {

constexpr int kCountRole = Qt::UserRole + 1;
constexpr int kAttentionRole = Qt::UserRole + 2;

class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto& t = tones();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        const QRectF place = QRectF(option.rect).adjusted(8, 1, -8, -1);
        if (isChosen || (option.state & QStyle::State_MouseOver) != 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isChosen ? t.accent : t.hairline);
            painter->drawRoundedRect(place, 5, 5);
        }
        if ((option.state & QStyle::State_HasFocus) != 0 && (option.state & QStyle::State_KeyboardFocusChange) != 0) {
            painter->setPen(QPen(t.text, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        painter->setPen(isChosen ? t.accentText : t.text);
        painter->setFont(textFont(TextSize::Normal));
        const auto text = place.adjusted(10, 0, -8, 0);
        painter->drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft,
            elidedText(index.data(Qt::DisplayRole).toString(), painter->fontMetrics(), static_cast<int>(text.width())));
        const QString count = index.data(kCountRole).toString();
        if (!count.isEmpty())
            paintCount(*painter, place, count, index.data(kAttentionRole).toBool(), isChosen);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {150, 30}; }

private:
    static void paintCount(QPainter& painter, const QRectF& place, const QString& count, bool isLoud, bool isChosen) {
        const auto& t = tones();
        painter.setFont(textFont(TextSize::Small));
        const double width = painter.fontMetrics().horizontalAdvance(count) + 14;
        const QRectF badge(place.right() - width - 6, place.center().y() - 9, width, 18);
        QColor surface = isLoud ? t.warningSurface : isChosen ? t.accentText : t.border;
        if (isChosen && !isLoud)
            surface.setAlphaF(0.2F);
        painter.setPen(isLoud ? QPen(t.warning, 1) : QPen(Qt::NoPen));
        painter.setBrush(surface);
        painter.drawRoundedRect(badge, 9, 9);
        painter.setPen(isLoud ? t.warning : isChosen ? t.accentText : t.text);
        painter.drawText(badge, Qt::AlignCenter, count);
    }
};

} // namespace

Navigation::Navigation(QWidget* parent)
    : QFrame(parent),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(kPageCount, 1, this)),
      m_viewsTitle(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_views(new QListView(this)),
      m_viewModel(new QStandardItemModel(this)) {
    setKind(this, "side");
    setFixedWidth(176);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, kGrid);
    layout->setSpacing(kGrid);
    for (auto* list : {m_list, m_views}) {
        setKind(list, "navigation");
        list->setModel(list == m_list ? m_model : m_viewModel);
        list->setItemDelegate(new EntryDelegate(list));
        list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setMouseTracking(true);
    }
    m_viewsTitle->setIndent(18);
    m_views->setSelectionMode(QAbstractItemView::NoSelection);
    m_views->setContextMenuPolicy(Qt::CustomContextMenu);
    m_views->installEventFilter(this);
    layout->addWidget(m_list);
    layout->addWidget(m_viewsTitle);
    layout->addWidget(m_views, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            emit pageChosen(static_cast<Page>(current.row()));
    });
    connect(m_views, &QListView::clicked, this, [this](const QModelIndex& index) { emit viewChosen(index.row()); });
    connect(m_views, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        emit viewMenuWanted(m_views->indexAt(place).row(), m_views->viewport()->mapToGlobal(place));
    });
    retranslate();
    setViews({});
}

void Navigation::setViews(const std::vector<ViewEntry>& views) {
    const int current = m_views->currentIndex().row();
    m_viewModel->clear();
    for (const auto& view : views) {
        auto* item = new QStandardItem(view.name);
        item->setToolTip(QStringLiteral("<b>%1</b><br>%2").arg(escapedHtml(view.name), escapedHtml(view.words)));
        item->setAccessibleDescription(view.words);
        m_viewModel->appendRow(item);
    }
    m_views->setCurrentIndex(m_viewModel->index(std::max(0, std::min(current, m_viewModel->rowCount() - 1)), 0));
    m_viewsTitle->setVisible(!views.empty());
    m_views->setVisible(!views.empty());
    // The pages take the whole height where there is nothing below them.
    m_list->setMaximumHeight(views.empty() ? QWIDGETSIZE_MAX : kPageCount * m_list->sizeHintForRow(0) + 4);
}

bool Navigation::eventFilter(QObject* watched, QEvent* event) {
    const auto current = m_views->currentIndex();
    if (watched == m_views && event->type() == QEvent::KeyPress && current.isValid()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            emit viewChosen(current.row());
            return true;
        }
        if (key == Qt::Key_Delete) {
            emit viewRemoved(current.row());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Navigation::retranslate() {
    m_list->setAccessibleName(tr("Pages"));
    m_views->setAccessibleName(tr("Saved views"));
    m_views->setAccessibleDescription(tr("Enter shows a view, Delete removes it, the menu key offers more"));
    m_viewsTitle->setText(tr("Saved views"));
    const QString names[kPageCount]{tr("Overview"),        tr("Timeline"),  tr("Organizations"), tr("Users"),
                                    tr("Teams and Roles"), tr("Resources"), tr("Access"),        tr("Sessions"),
                                    tr("Plans"),           tr("Reviews"),   tr("Findings"),      tr("Compromises"),
                                    tr("Changes"),         tr("Intake"),    tr("Regions"),       tr("Integrity")};
    for (int page = 0; page < kPageCount; ++page)
        m_model->item(page) != nullptr ? m_model->item(page)->setText(names[page])
                                       : m_model->setItem(page, new QStandardItem(names[page]));
}

void Navigation::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Navigation::setCurrent(Page page) {
    m_list->setCurrentIndex(m_model->index(static_cast<int>(page), 0));
}

void Navigation::setCount(Page page, std::int64_t count, bool needsAttention) {
    auto* item = m_model->item(static_cast<int>(page));
    const QString text = count < 0 ? QString() : formatCount(count);
    if (item->data(kCountRole).toString() != text)
        item->setData(text, kCountRole);
    if (item->data(kAttentionRole).toBool() != needsAttention)
        item->setData(needsAttention, kAttentionRole);
    item->setAccessibleText(text.isEmpty() ? item->text() : QStringLiteral("%1, %2").arg(item->text(), text));
}

} // namespace muniment
