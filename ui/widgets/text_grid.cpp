#include "ui/widgets/text_grid.h"

#include "models/items/plain_text.h"

#include <QGridLayout>

namespace muniment {

TextGrid::TextGrid(int columns, QWidget* parent)
    : QWidget(parent),
      m_columns(columns),
      m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(2 * kGrid);
    m_layout->setVerticalSpacing(5);
    for (int column = 0; column < columns; ++column)
        m_layout->setColumnStretch(column, column == 0 ? 0 : 1);
}

void TextGrid::setRows(const std::vector<std::vector<TextCell>>& rows) {
    const auto wanted = rows.size() * static_cast<std::size_t>(m_columns);
    while (m_labels.size() < wanted) {
        const int place = static_cast<int>(m_labels.size());
        auto* label = makeValueLabel(this);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_layout->addWidget(label, place / m_columns, place % m_columns);
        m_labels.push_back(label);
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        auto* label = m_labels[i];
        const auto row = i / static_cast<std::size_t>(m_columns);
        const auto column = i % static_cast<std::size_t>(m_columns);
        const bool isUsed = row < rows.size() && column < rows[row].size();
        label->setVisible(isUsed);
        const TextCell cell = isUsed ? rows[row][column] : TextCell{};
        label->setText(cell.text);
        label->setToolTip(cell.whole.isEmpty() ? QString() : escapedHtml(cell.whole));
        label->setFont(cell.isMonospace ? monospaceFont() : textFont(TextSize::Normal, cell.isBold));
        label->setWordWrap(column > 0);
        setTone(label, cell.tone);
    }
}

QString TextGrid::text() const {
    QStringList lines;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        if (!m_labels[i]->isHidden())
            lines << m_labels[i]->text();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace muniment
