#include "ui/changes/effect_card.h"

#include "ui/look/look.h"
#include "ui/look/tones.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace muniment {

namespace {

QColor colourOf(EffectLine::Tone tone) {
    switch (tone) {
    case EffectLine::Tone::Gained:
        return tones().good;
    case EffectLine::Tone::Lost:
    case EffectLine::Tone::Alarm:
        return tones().bad;
    case EffectLine::Tone::Plain:
        break;
    }
    return tones().text;
}

} // namespace

EffectCard::EffectCard(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel(this, TextSize::Normal, Tone::Normal, true)),
      m_view(new QTreeView(this)),
      m_model(new QStandardItemModel(this)) {
    setKind(this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kGrid);
    layout->addWidget(m_title);
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setUniformRowHeights(true);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    layout->addWidget(m_view, 1);
    hide();
}

void EffectCard::show(const AccessEffect& effect) {
    m_effect = effect;
    fill();
}

void EffectCard::clear() {
    m_effect = {};
    fill();
}

void EffectCard::retranslate() {
    m_title->setText(tr("What it would do to access"));
    m_title->setToolTip(tr("Worked out on a copy of what the workspace knows now; nothing of it has happened"));
    m_view->setAccessibleName(tr("What the staged changes would do to access, person by person"));
    fill();
}

/// Lines carry the colours of the look in which they were made.
void EffectCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, &EffectCard::fill, Qt::QueuedConnection);
    QFrame::changeEvent(event);
}

void EffectCard::fill() {
    m_model->clear();
    QStandardItem* person = nullptr;
    for (const EffectLine& line : effectLines(m_effect)) {
        auto* item = new QStandardItem(line.text);
        item->setForeground(colourOf(line.tone));
        item->setSizeHint(QSize(0, kRowHeight));
        if (line.tone == EffectLine::Tone::Alarm) {
            QFont bold = item->font();
            bold.setBold(true);
            item->setFont(bold);
        }
        if (line.depth > 0 && person != nullptr)
            person->appendRow(item);
        else
            m_model->appendRow(person = item);
    }
    // A few people are read at a glance; of many, one at a time.
    if (m_model->rowCount() <= 5)
        m_view->expandAll();
    setVisible(m_model->rowCount() > 0);
}

QString EffectCard::text() const {
    QStringList lines;
    for (const EffectLine& line : effectLines(m_effect))
        lines << QString(2 * line.depth, QLatin1Char(' ')) + line.text;
    return lines.join(QLatin1Char('\n'));
}

} // namespace muniment
