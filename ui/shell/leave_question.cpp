#include "ui/shell/leave_question.h"

#include "ui/shell/workspace_view.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace muniment {

LeaveQuestion::LeaveQuestion(const WorkspaceView& view, QWidget* parent)
    : QDialog(parent),
      m_view(view),
      m_list(new QVBoxLayout),
      m_leave(makeButton(this)),
      m_stay(makeButton(this, "main")) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Leave the Workspace"));
    setAccessibleName(windowTitle());
    setMinimumWidth(480);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(tr("Not everything is finished"));
    layout->addWidget(title);
    m_list->setSpacing(kGrid / 2);
    layout->addLayout(m_list);
    layout->addStretch();
    layout->addSpacing(kGrid);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_leave);
    buttons->addWidget(m_stay);
    layout->addLayout(buttons);
    setButtonText(m_leave, tr("&Leave"));
    setButtonText(m_stay, tr("&Stay"));
    m_stay->setDefault(true);
    m_stay->setFocus();
    connect(m_leave, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(&view, &WorkspaceView::unfinishedChanged, this, &LeaveQuestion::showUnfinished);
    connect(&view, &QObject::destroyed, this, &QDialog::reject);
    showUnfinished();
}

void LeaveQuestion::showUnfinished() {
    while (const auto* item = m_list->takeAt(0)) {
        const std::unique_ptr<const QLayoutItem> taken(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    const auto unfinished = m_view.unfinished();
    for (const auto& work : unfinished) {
        auto* what = makeLabel(this, TextSize::Normal, Tone::Normal, true);
        what->setText(work.what);
        auto* onLeaving = makeLabel(this, TextSize::Normal, Tone::Quiet);
        onLeaving->setText(work.onLeaving);
        for (auto* label : {what, onLeaving}) {
            label->setWordWrap(true);
            m_list->addWidget(label);
        }
    }
    setAccessibleDescription(text());
    if (unfinished.empty())
        reject();
}

QString LeaveQuestion::text() const {
    QStringList lines;
    for (int i = 0; i < m_list->count(); ++i)
        lines << qobject_cast<const QLabel*>(m_list->itemAt(i)->widget())->text();
    return lines.join(QLatin1Char('\n'));
}

} // namespace muniment
