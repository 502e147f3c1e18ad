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
        m_labels << makeLabel(this, TextSize::Normal, Tone::Quiet);
        layout->addWidget(m_labels.last());
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
    for (int step = 0; step < m_labels.size(); ++step) {
        auto* label = m_labels.at(step);
        label->setText(QStringLiteral("%1 %2").arg(step + 1).arg(m_titles.value(step)));
        setTone(label, step == m_current ? Tone::Normal : Tone::Quiet);
        label->setFont(textFont(TextSize::Normal, step == m_current));
    }
    setAccessibleName(tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_labels.size()).arg(m_titles.value(m_current)));
}

} // namespace muniment
