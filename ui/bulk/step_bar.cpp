#include "ui/bulk/step_bar.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace muniment {

StepBar::StepBar(int steps, QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (int step = 0; step < steps; ++step) {
        if (step > 0) {
            auto* between = makeLabel(this, TextSize::Normal, Tone::Quiet);
            between->setText(QStringLiteral("›"));
            layout->addWidget(between);
        }
        m_steps.push_back(
            {makeLabel(this, TextSize::Normal, Tone::Normal, true), makeLabel(this, TextSize::Normal, Tone::Quiet)});
        layout->addWidget(m_steps.back().current);
        layout->addWidget(m_steps.back().other);
    }
    layout->addStretch();
}

void StepBar::setTitles(const QStringList& titles) {
    m_titles = titles;
    show();
}

void StepBar::setCurrent(int step) {
    m_current = step;
    show();
}

void StepBar::show() {
    for (int step = 0; step < static_cast<int>(m_steps.size()); ++step) {
        const auto& [current, other] = m_steps[static_cast<std::size_t>(step)];
        const QString text = QStringLiteral("%1 %2").arg(step + 1).arg(m_titles.value(step));
        current->setText(text);
        other->setText(text);
        current->setVisible(step == m_current);
        other->setVisible(step != m_current);
    }
    setAccessibleName(tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(m_titles.value(m_current)));
}

} // namespace muniment
