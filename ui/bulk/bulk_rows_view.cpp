#include "ui/bulk/bulk_rows_view.h"

#include "models/items/formats.h"
#include "ui/look/tones.h"
#include "ui/pages/cell_delegates.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_columns.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>

#include <algorithm>

namespace muniment {

namespace {

/// What goes wrong stands out by shape and colour, what is done is quiet.
class RowStateDelegate : public TextDelegate {
public:
    using TextDelegate::TextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        TextDelegate::initStyleOption(option, index);
        const auto tone = index.data(BulkRowModel::ToneRole).value<BulkRowModel::Tone>();
        const auto& all = tones();
        switch (tone) {
        case BulkRowModel::Tone::Quiet:
            return mark(option, all.quiet, {});
        case BulkRowModel::Tone::Good:
            return mark(option, all.good, QStringLiteral("● "));
        case BulkRowModel::Tone::Noticed:
            return mark(option, all.warning, QStringLiteral("▲ "));
        case BulkRowModel::Tone::Bad:
            return mark(option, all.bad, QStringLiteral("✕ "));
        }
    }

private:
    static void mark(QStyleOptionViewItem* option, const QColor& colour, const QString& sign) {
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
        option->text.prepend(sign);
    }
};

QString showText(BulkRowModel::Show show) {
    switch (show) {
    case BulkRowModel::Show::All:
        return BulkRowsView::tr("All rows");
    case BulkRowModel::Show::CannotBeSent:
        return BulkRowsView::tr("Only what cannot be sent");
    case BulkRowModel::Show::Noticed:
        return BulkRowsView::tr("Only what is noticed");
    case BulkRowModel::Show::NotWritten:
        return BulkRowsView::tr("Only what is not written");
    }
    return {};
}

} // namespace

BulkRowsView::BulkRowsView(BulkRowModel* model, const char* name, std::vector<BulkRowModel::Show> shows,
                           QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_shows(std::move(shows)),
      m_counts(m_shows.size()),
      m_label(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_choice(new QComboBox(this)),
      m_table(new QTableView(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    m_label->setBuddy(m_choice);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto show : m_shows)
        m_choice->addItem(showText(show));
    row->addWidget(m_label);
    row->addWidget(m_choice);
    row->addStretch();
    layout->addLayout(row);
    auto* card = makeCard(this, 1);
    m_table->setModel(model);
    dressTable(m_table);
    // Line, state, change, details, remark.
    new TableColumns(m_table, name, {{64}, {150}, {130}, {220, 3}, {220, 3}});
    m_table->setItemDelegateForColumn(BulkRowModel::State, new RowStateDelegate(m_table));
    m_table->setItemDelegateForColumn(BulkRowModel::Line, new FiguresDelegate(m_table));
    card->layout()->addWidget(m_table);
    layout->addWidget(card, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &BulkRowsView::enter);
}

void BulkRowsView::enter() {
    m_model->setShow(m_shows[static_cast<std::size_t>(std::max(0, m_choice->currentIndex()))]);
}

void BulkRowsView::choose(BulkRowModel::Show show) {
    m_choice->setCurrentIndex(static_cast<int>(std::ranges::find(m_shows, show) - m_shows.begin()));
    enter();
}

void BulkRowsView::setCounts(const std::vector<std::size_t>& counts) {
    if (m_counts == counts)
        return;
    m_counts = counts;
    updateChoices();
}

void BulkRowsView::updateChoices() {
    for (std::size_t i = 0; i < m_shows.size(); ++i)
        m_choice->setItemText(static_cast<int>(i),
                              tr("%1 (%2)", "which rows, and how many")
                                  .arg(showText(m_shows[i]), formatCount(static_cast<std::int64_t>(m_counts[i]))));
}

void BulkRowsView::retranslate() {
    m_label->setText(tr("Sho&w"));
    m_choice->setAccessibleName(tr("Which rows are shown"));
    m_table->setAccessibleName(tr("The rows of the table"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    updateChoices();
}

} // namespace muniment
