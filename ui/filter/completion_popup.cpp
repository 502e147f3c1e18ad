#include "ui/filter/completion_popup.h"

#include "models/base/clock.h"
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"
#include "ui/filter/filter_edit.h"
#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/elided_text.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace muniment {

namespace {

constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kCountRole = Qt::UserRole + 2;
constexpr int kEntryHeight = 26;
constexpr int kMostRows = 12;
constexpr int kWidth = 520;

class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto& t = tones();
        painter->save();
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        if (isChosen)
            painter->fillRect(option.rect, t.selection);
        QRect place = option.rect.adjusted(10, 0, -10, 0);
        const auto draw = [&](const QString& text, const QFont& font, const QColor& colour, Qt::Alignment side) {
            painter->setFont(font);
            painter->setPen(colour);
            const auto shown = elidedText(text, painter->fontMetrics(), std::max(0, place.width()));
            painter->drawText(place, Qt::AlignVCenter | side, shown);
            return painter->fontMetrics().horizontalAdvance(shown) + 12;
        };
        const auto count = index.data(kCountRole).toString();
        if (!count.isEmpty())
            place.setRight(place.right() - draw(count, textFont(TextSize::Small), isChosen ? t.selectionText : t.quiet,
                                                Qt::AlignRight));
        place.setLeft(place.left() + draw(index.data().toString(), monospaceFont(), isChosen ? t.selectionText : t.text,
                                          Qt::AlignLeft));
        draw(index.data(kDetailRole).toString(), textFont(TextSize::Small), t.quiet, Qt::AlignLeft);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kWidth, kEntryHeight};
    }
};

QStandardItem* itemOf(const FilterCompletion& completion) {
    auto* item = new QStandardItem(plainText(completion.label));
    const auto detail = completion.kind == FilterCompletion::Kind::Field ? filterFieldDescription(completion.field)
                                                                         : plainText(completion.detail);
    const auto count = completion.count ? formatCount(*completion.count) : QString();
    item->setData(detail, kDetailRole);
    item->setData(count, kCountRole);
    QStringList spoken{item->text()};
    for (const auto& part : {detail, count})
        if (!part.isEmpty())
            spoken << part;
    item->setAccessibleText(spoken.join(QStringLiteral(", ")));
    return item;
}

} // namespace

CompletionPopup::CompletionPopup(AskCompletions ask, FilterEdit* edit, QWidget* window)
    : QFrame(window),
      m_slot(this, std::move(ask),
             [this](const CompletionRequest& request, Result<FilterCompletions> answer) {
                 take(request, std::move(answer));
             }),
      m_edit(edit),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)) {
    setKind(this, "popup");
    setAccessibleName(tr("Completions"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 4, 1, 4);
    layout->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Completions"));
    hide();
    edit->installEventFilter(this);
    connect(edit, &FilterEdit::typed, this, &CompletionPopup::ask);
    connect(edit, &FilterEdit::completionWanted, this, &CompletionPopup::ask);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { accept(index.row()); });
}

void CompletionPopup::ask() {
    CompletionRequest request{m_edit->text().toStdString(), m_edit->cursorByte(), {}};
    request.scope.now = systemClock().now();
    m_slot.request(std::move(request));
}

void CompletionPopup::take(const CompletionRequest& request, Result<FilterCompletions> answer) {
    const bool isLate = request.text != m_edit->text().toStdString() || request.cursor != m_edit->cursorByte();
    if (isLate || !m_edit->hasFocus())
        return;
    // Without completions the filter can be typed all the same: nothing to say.
    if (answer)
        show(*answer);
    else
        hide();
}

void CompletionPopup::show(const FilterCompletions& completions) {
    m_shown = completions;
    m_model->clear();
    const auto typed = m_edit->text().toStdString().substr(completions.replaced.first, completions.replaced.length);
    const bool isWholeAlready = completions.items.size() == 1 && completions.items.front().text == typed;
    if (completions.items.empty() || isWholeAlready) {
        hide();
        return;
    }
    for (const auto& completion : completions.items)
        m_model->appendRow(itemOf(completion));
    const int rows = std::min(kMostRows, m_model->rowCount());
    const auto below = m_edit->rectAt(completions.replaced.first);
    const QPoint place = m_edit->mapTo(parentWidget(), QPoint(below.left() - 10, m_edit->height() + 4));
    const int width = std::min(kWidth, parentWidget()->width() - 16);
    setGeometry(std::clamp(place.x(), 0, std::max(0, parentWidget()->width() - width - 8)), place.y(), width,
                rows * kEntryHeight + 12);
    raise();
    QFrame::show();
}

void CompletionPopup::moveBy(int rows) {
    const int count = m_model->rowCount();
    const auto current = m_list->currentIndex();
    const int from = current.isValid() ? current.row() : rows > 0 ? -1 : count;
    m_list->setCurrentIndex(m_model->index((from + rows + count) % count, 0));
}

void CompletionPopup::accept(int row) {
    const auto completion = m_shown.items.at(static_cast<std::size_t>(row));
    const auto range = m_shown.replaced;
    hide();
    const bool isAtEnd = range.first + range.length >= m_edit->text().toStdString().size();
    auto text = QString::fromStdString(completion.text);
    if (completion.kind != FilterCompletion::Kind::Field && isAtEnd)
        text += QLatin1Char(' ');
    m_edit->replace(range, text);
    if (completion.kind == FilterCompletion::Kind::Field)
        ask();
}

bool CompletionPopup::takeKey(int key) {
    const auto current = m_list->currentIndex();
    switch (key) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Tab:
        accept(std::max(0, current.row()));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current.isValid()) {
            hide();
            return false;
        }
        accept(current.row());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && isVisible()) {
        if (event->type() == QEvent::KeyPress)
            return takeKey(static_cast<QKeyEvent*>(event)->key());
        if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace muniment
