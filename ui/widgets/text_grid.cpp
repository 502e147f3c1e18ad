#include "ui/widgets/text_grid.h"

#include "models/items/plain_text.h"
#include "ui/widgets/monospace_label.h"

#include <QGridLayout>

#include <algorithm>

namespace muniment {

namespace {

constexpr const char* kFont = "gridFont"; ///< of a label: which one it was made with

/// Made with its font, since one that is set later is lost when the look changes.
QLabel* makeCell(QWidget* parent, const TextCell& cell) {
    auto* label =
        cell.isMonospace ? makeMonospaceLabel(parent) : makeLabel(parent, TextSize::Normal, Tone::Normal, cell.isBold);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

int fontOf(const TextCell& cell) {
    return cell.isMonospace ? 2 : cell.isBold ? 1 : 0;
}

} // namespace

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
    m_labels.resize(std::max(m_labels.size(), wanted));
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const auto row = i / static_cast<std::size_t>(m_columns);
        const auto column = i % static_cast<std::size_t>(m_columns);
        const bool isUsed = row < rows.size() && column < rows[row].size();
        const TextCell cell = isUsed ? rows[row][column] : TextCell{};
        QLabel*& label = m_labels[i];
        if (label == nullptr || (isUsed && label->property(kFont).toInt() != fontOf(cell))) {
            delete label;
            label = makeCell(this, cell);
            label->setProperty(kFont, fontOf(cell));
            m_layout->addWidget(label, static_cast<int>(row), static_cast<int>(column));
        }
        label->setVisible(isUsed);
        label->setText(cell.text);
        label->setToolTip(cell.whole.isEmpty() ? QString() : escapedHtml(cell.whole));
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
