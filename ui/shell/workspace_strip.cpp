#include "ui/shell/workspace_strip.h"

#include "models/items/plain_text.h"
#include "ui/shell/region_chip.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>

namespace muniment {

WorkspaceStrip::WorkspaceStrip(QWidget* parent)
    : QFrame(parent),
      m_name(new ElidedLabel(this)),
      m_time(makeButton(this, "time")),
      m_now(makeButton(this)),
      m_find(makeButton(this)) {
    setKind(this, "strip");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(2 * kGrid);
    m_name->setFont(textFont(TextSize::Normal, true));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_name->setMinimumWidth(120);
    layout->addWidget(m_name);
    m_chipPlace = new QHBoxLayout;
    m_chipPlace->setSpacing(kGrid);
    layout->addLayout(m_chipPlace);
    layout->addStretch(1);
    layout->addWidget(m_time);
    layout->addWidget(m_now);
    layout->addWidget(m_find);
    connect(m_time, &QPushButton::clicked, this, &WorkspaceStrip::timeChosen);
    connect(m_now, &QPushButton::clicked, this, &WorkspaceStrip::nowChosen);
    connect(m_find, &QPushButton::clicked, this, &WorkspaceStrip::findChosen);
    retranslate();
}

void WorkspaceStrip::retranslate() {
    setButtonText(m_find, tr("Find anything  Ctrl+K"));
    setButtonText(m_now, tr("Back to now"));
    m_now->setToolTip(tr("Leave the past (Ctrl+Shift+T)"));
    m_time->setToolTip(tr("Show everything as it was at another moment (Ctrl+T)"));
    setMoment(m_moment);
}

void WorkspaceStrip::setMoment(const QString& words) {
    m_moment = words;
    setButtonText(m_time, words.isEmpty() ? tr("Now") : tr("As of %1").arg(words));
    m_time->setAccessibleDescription(m_time->toolTip());
    m_time->setProperty("state", words.isEmpty() ? QString() : QStringLiteral("past"));
    restyle(m_time);
    m_now->setVisible(!words.isEmpty());
}

void WorkspaceStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WorkspaceStrip::setWorkspaceName(const QString& name, const QString& path) {
    m_name->setWholeText(plainText(name));
    m_name->setToolTip(escapedHtml(plainText(path)));
}

void WorkspaceStrip::setRegions(const std::vector<RegionStatus>& regions, const ClockZone& zone) {
    m_zone = zone;
    while (m_chips.size() > regions.size()) {
        m_chips.back()->deleteLater();
        m_chips.pop_back();
    }
    while (m_chips.size() < regions.size()) {
        auto* chip = new RegionChip(this);
        connect(chip, &RegionChip::clicked, this, [this, chip] { openStory(chip); });
        m_chipPlace->addWidget(chip);
        m_chips.push_back(chip);
    }
    for (std::size_t i = 0; i < regions.size(); ++i)
        m_chips[i]->setStatus(regions[i], zone);
}

void WorkspaceStrip::openStory(const RegionChip* chip) {
    auto* story = new RegionPopup(chip->status(), m_zone, this);
    connect(story, &RegionPopup::retryChosen, this, &WorkspaceStrip::retryChosen);
    connect(story, &RegionPopup::regionsChosen, this, &WorkspaceStrip::regionsChosen);
    story->openBelow(chip);
}

} // namespace muniment
