// The moment that the window shows: every page follows it, in a tinted frame with a permanent sign; in the past nothing
// can be changed and nothing moves by itself.
#include "models/items/error_sentence.h"
#include "models/items/time_machine.h"
#include "ui/look/tones.h"
#include "ui/pages/page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/workspace_strip.h"
#include "ui/shell/workspace_view.h"
#include "ui/time/changed_dialog.h"
#include "ui/time/time_band.h"
#include "ui/time/time_panel.h"

#include <QLayout>
#include <QPainter>
#include <QPushButton>

namespace muniment {

static constexpr int kFrame = 4;

void WorkspaceView::connectTime() {
    const auto on = [this](ActionId id, auto carryOut) {
        connect(m_actions.action(id), &QAction::triggered, this, carryOut);
    };
    on(ActionId::AsOf, [this] { openTimePanel(); });
    on(ActionId::BackToNow, [this] { m_time->backToNow(); });
    on(ActionId::EarlierEvent, [this] { m_time->step(-1); });
    on(ActionId::LaterEvent, [this] { m_time->step(1); });
    on(ActionId::WhatChanged, [this] { openWhatChanged(); });
    connect(m_strip, &WorkspaceStrip::timeChosen, this, &WorkspaceView::openTimePanel);
    connect(m_strip, &WorkspaceStrip::nowChosen, m_time, &TimeMachine::backToNow);
    connect(m_time, &TimeMachine::momentChanged, this, &WorkspaceView::takeMoment);
    connect(m_time, &TimeMachine::reloadWanted, this, &WorkspaceView::reloadMoment);
    connect(m_time, &TimeMachine::failed, this, [this](const Error& error) {
        m_messages->say({Message::Kind::Failed, errorSentence(error), {}, {}});
    });
    connect(m_time, &TimeMachine::ended, this, [this](bool isEarliest) {
        m_messages->say({Message::Kind::Done,
                         isEarliest ? tr("There is no earlier event.") : tr("There is no later event."),
                         {},
                         {}});
    });
    updateTimeWords();
}

/// The page that is looked at asks first.
void WorkspaceView::takeMoment() {
    const auto& asOf = m_time->asOf();
    m_messages->dismissDone(); // it may offer to take a change back
    current().setAsOf(asOf);
    for (auto* page : m_pages)
        page->setAsOf(asOf);
    m_counts.drop();
    m_counts.request(asOf);
    m_actions.setPast(asOf.has_value());
    m_status->setPast(asOf.has_value());
    const int frame = asOf ? kFrame : 0;
    layout()->setContentsMargins(frame, frame, frame, frame);
    updateTimeWords();
    updateStale();
    update();
}

void WorkspaceView::reloadMoment() {
    current().reload();
    m_counts.request(m_time->asOf());
}

void WorkspaceView::updateTimeWords() {
    const bool isPast = m_time->isPast();
    m_strip->setMoment(isPast ? momentText(*m_time->asOf(), m_zone.ofMany()) : QString());
    const QString isNow = tr("The window shows now.");
    for (const auto id : {ActionId::BackToNow, ActionId::LaterEvent})
        m_actions.setObjection(id, isPast ? QString() : isNow);
    m_actions.setObjection(ActionId::HoldTimeline, isPast ? tr("The past stands still.") : QString());
}

void WorkspaceView::openTimePanel() {
    auto* panel = new TimePanel(*m_time, m_workspace, m_zone, window());
    connect(panel, &TimePanel::comparisonWanted, this, &WorkspaceView::openWhatChanged);
    panel->openBelow(m_strip->timeButton());
}

void WorkspaceView::openWhatChanged() {
    auto* dialog = new ChangedDialog(*m_time, m_workspace, m_zone, this);
    connect(dialog, &ChangedDialog::eventChosen, &current(), &PageWidget::eventChosen);
    connect(dialog, &ChangedDialog::said, m_messages, &MessageBar::say);
    dialog->show();
}

void WorkspaceView::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!m_time->isPast())
        return;
    QPainter painter(this);
    painter.setPen(QPen(tones().past, kFrame));
    painter.drawRect(QRectF(rect()).adjusted(kFrame / 2.0, kFrame / 2.0, -kFrame / 2.0, -kFrame / 2.0));
}

} // namespace muniment
