#include "ui/widgets/cards.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/text_delegate.h"

#include <QHeaderView>

namespace muniment {

QFrame* makeCard(QWidget* parent, int margin) {
    auto* card = new QFrame(parent);
    setKind(card, "card");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(kGrid);
    return card;
}

QFrame* makeLine(QWidget* parent) {
    auto* line = new QFrame(parent);
    setKind(line, "line");
    line->setFixedHeight(1);
    return line;
}

QPushButton* makeButton(QWidget* parent, const char* kind) {
    auto* button = new QPushButton(parent);
    setKind(button, kind);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

void setButtonText(QPushButton* button, const QString& text) {
    button->setText(text);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
}

void dressTable(QTableView* table) {
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
    table->setTextElideMode(Qt::ElideRight);
    table->setItemDelegate(new TextDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setMinimumSectionSize(48);
}

EmptyPlace::EmptyPlace(QWidget* parent)
    : QWidget(parent),
      m_title(makeLabel(this, TextSize::Title, Tone::Normal, true)),
      m_text(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_button(makeButton(this, "main")) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 4 * kGrid);
    layout->setSpacing(kGrid);
    layout->addStretch();
    for (auto* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addSpacing(kGrid);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_button, &QPushButton::clicked, this, &EmptyPlace::actionChosen);
}

void EmptyPlace::say(const QString& title, const QString& text, const QString& action) {
    m_title->setText(title);
    m_text->setText(text);
    setButtonText(m_button, action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

} // namespace muniment
