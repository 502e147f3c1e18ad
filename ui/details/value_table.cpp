#include "ui/details/value_table.h"

#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>

namespace muniment {

namespace {

/// Of the width, for the first of several columns.
constexpr int kMostPercent = 40;
constexpr int kMeasuredRows = 200;

QColor colorOf(CellTone tone) {
    switch (tone) {
    case CellTone::Label:
    case CellTone::Quiet:
    case CellTone::Secret:
        return tones().quiet;
    case CellTone::Good:
        return tones().good;
    case CellTone::Bad:
        return tones().bad;
    case CellTone::Link:
        return tones().link;
    case CellTone::Heading:
    case CellTone::Normal:
        break;
    }
    return tones().text;
}

class ValueDelegate : public TextDelegate {
public:
    using TextDelegate::TextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        TextDelegate::initStyleOption(option, index);
        const auto tone = static_cast<CellTone>(index.data(ValueTableModel::ToneRole).toInt());
        if (index.data(ValueTableModel::MonospaceRole).toBool())
            option->font = monospaceFont();
        if (tone == CellTone::Heading)
            option->font = textFont(TextSize::Normal, true);
        option->palette.setColor(QPalette::Text, colorOf(tone));
        option->fontMetrics = QFontMetrics(option->font);
    }
};

} // namespace

ValueTable::ValueTable(ValueTableModel* model, Choice choice, QWidget* parent) : QTableView(parent), m_model(model) {
    setModel(model);
    dressTable(this);
    setKind(this, "plain");
    setItemDelegate(new ValueDelegate(this));
    setSelectionBehavior(choice == Choice::Rows ? SelectRows : SelectItems);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->hide();
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
}

const ShownValue* ValueTable::chosen() const {
    return m_model->valueAt(currentIndex());
}

void ValueTable::fitHeight() {
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    setMaximumHeight(header + m_model->rowCount() * kRowHeight + 2);
}

void ValueTable::fitColumns() {
    const int columns = m_model->columnCount();
    int left = viewport()->width();
    if (columns > 1) {
        int wanted = 0;
        for (int row = 0; row < std::min(m_model->rowCount(), kMeasuredRows); ++row)
            if (columnSpan(row, 0) == 1) // words over the whole width need no column
                wanted = std::max(wanted, sizeHintForIndex(m_model->index(row, 0)).width());
        const int first = std::min(wanted, left * kMostPercent / 100);
        setColumnWidth(0, first);
        left -= first;
    }
    QList<int> sharing;
    for (int column = columns > 1 ? 1 : 0; column < columns; ++column)
        if (!isColumnHidden(column))
            sharing << column;
    for (qsizetype i = 0; i < sharing.size(); ++i) {
        const int share = left / static_cast<int>(sharing.size() - i);
        setColumnWidth(sharing[i], share);
        left -= share;
    }
}

void ValueTable::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard)
        return offerMenu();
    setCurrentIndex(indexAt(event->pos()));
    if (chosen() != nullptr)
        emit menuWanted(event->globalPos());
}

void ValueTable::offerMenu() {
    scrollTo(currentIndex());
    if (chosen() != nullptr)
        emit menuWanted(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void ValueTable::focusInEvent(QFocusEvent* event) {
    QTableView::focusInEvent(event);
    for (int row = 0; !currentIndex().isValid() && row < m_model->rowCount(); ++row)
        if (m_model->valueAt(m_model->index(row, 0)) != nullptr)
            setCurrentIndex(m_model->index(row, selectionBehavior() == SelectItems ? m_model->columnCount() - 1 : 0));
}

void ValueTable::keyPressEvent(QKeyEvent* event) {
    const bool isShifted = event->modifiers() == Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit rowActivated(currentIndex().row());
        return;
    case Qt::Key_Menu:
        return offerMenu();
    case Qt::Key_F10:
        return isShifted ? offerMenu() : QTableView::keyPressEvent(event);
    default:
        QTableView::keyPressEvent(event);
    }
}

void ValueTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace muniment
