#include "ui/filter/go_to_dialog.h"

#include "models/base/clock.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace muniment {

GoToDialog::GoToDialog(QWidget* parent)
    : QDialog(parent),
      m_line(new QLineEdit(this)),
      m_told(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_go(makeButton(this, "main")) {
    setWindowTitle(tr("Go To"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto* title = makeLabel(this);
    title->setText(tr("&Time, row or ordinal"));
    title->setBuddy(m_line);
    m_line->setAccessibleName(tr("Time, row or ordinal"));
    m_line->setPlaceholderText(tr("2026-11-20 13:14"));
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(3 * m_told->fontMetrics().lineSpacing());
    m_told->setAlignment(Qt::AlignTop);
    setButtonText(m_go, tr("&Go"));
    m_go->setDefault(true);
    auto* cancel = makeButton(this);
    setButtonText(cancel, tr("&Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(title);
    layout->addWidget(m_line);
    layout->addWidget(m_told);
    layout->addLayout(buttons);
    connect(m_line, &QLineEdit::textChanged, this, &GoToDialog::read);
    connect(m_line, &QLineEdit::returnPressed, this, &GoToDialog::choose);
    connect(m_go, &QPushButton::clicked, this, &GoToDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    read();
}

QString GoToDialog::errorText() const {
    return m_told->text();
}

void GoToDialog::read() {
    const bool isEmpty = m_line->text().trimmed().isEmpty();
    const auto target = parseGoTo(m_line->text(), systemClock().now());
    m_go->setEnabled(target.has_value());
    const bool isWrong = !isEmpty && !target;
    setTone(m_told, isWrong ? Tone::Bad : Tone::Quiet);
    if (isWrong)
        m_told->setText(tr("This is no time, row or ordinal: 2026-11-20 13:14, yesterday, -3h, #18,406 or "
                           "eu-west-1 #1204331."));
    else if (const auto* instant = target ? std::get_if<Instant>(&*target) : nullptr)
        m_told->setText(tr("The newest event at or before %1.").arg(formatTimeWithZone(*instant, ClockZone::Utc)));
    else
        m_told->setText(tr("A time (2026-11-20 13:14 is UTC; also yesterday or -3h), # and a row of the list, or a "
                           "region, # and the ordinal in its log."));
}

void GoToDialog::choose() {
    if (const auto target = parseGoTo(m_line->text(), systemClock().now())) {
        emit targetChosen(*target);
        accept();
    }
}

} // namespace muniment
