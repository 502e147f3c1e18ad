#include "ui/start/opening_place.h"

#include "models/items/plain_text.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

namespace muniment {

static constexpr int kPatienceMillis = 200;

OpeningPlace::OpeningPlace(QWidget* parent)
    : QWidget(parent),
      m_column(new QWidget(this)),
      m_title(makeLabel(m_column, TextSize::Title, Tone::Normal, true)),
      m_text(makeLabel(m_column, TextSize::Normal, Tone::Quiet)),
      m_bar(new QProgressBar(m_column)),
      m_cancel(makeButton(m_column)) {
    auto* outer = new QHBoxLayout(this);
    outer->addStretch();
    m_column->setFixedWidth(560);
    outer->addWidget(m_column);
    outer->addStretch();
    auto* layout = new QVBoxLayout(m_column);
    layout->setSpacing(12);
    layout->addStretch(2);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addStretch(3);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMillis);
    connect(&m_patience, &QTimer::timeout, m_column, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &OpeningPlace::cancelChosen);
    retranslate();
}

void OpeningPlace::showFile(const QString& name) {
    m_name = name;
    m_column->hide();
    m_patience.start();
    retranslate();
}

void OpeningPlace::retranslate() {
    m_title->setText(tr("Opening %1…").arg(isolated(plainText(m_name))));
    m_text->setText(tr("The file is checked, and brought up to date when an older version of the program wrote it."));
    m_bar->setAccessibleName(m_title->text());
    setButtonText(m_cancel, tr("Cancel"));
}

void OpeningPlace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace muniment
