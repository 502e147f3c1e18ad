#include "ui/bulk/work_line.h"

#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

static constexpr int kSteps = 1000;

WorkLine::WorkLine(QWidget* parent)
    : QWidget(parent),
      m_text(makeLabel(this, TextSize::Normal, Tone::Normal)),
      m_bar(new QProgressBar(this)),
      m_stop(makeButton(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kGrid);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_stop);
    layout->addLayout(row);
    m_bar->setTextVisible(false);
    layout->addWidget(m_bar);
    connect(m_stop, &QPushButton::clicked, this, &WorkLine::stopChosen);
}

void WorkLine::setWords(const QString& name, const QString& stop) {
    m_bar->setAccessibleName(name);
    setButtonText(m_stop, stop);
    m_stop->setVisible(!stop.isEmpty());
}

void WorkLine::setProgress(const QString& text, std::int64_t done, std::int64_t all) {
    m_text->setText(text);
    m_bar->setRange(0, all > 0 ? kSteps : 0);
    if (all > 0)
        m_bar->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(all) * kSteps));
}

QString WorkLine::text() const {
    return m_text->text();
}

} // namespace muniment
