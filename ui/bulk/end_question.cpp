#include "ui/bulk/end_question.h"

#include "models/items/formats.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

namespace muniment {

EndQuestion::EndQuestion(const BulkSending& sending, QWidget* parent)
    : QDialog(parent),
      m_sending(sending),
      m_howFar(makeLabel(this, TextSize::Normal, Tone::Quiet)),
      m_end(makeButton(this)),
      m_goOn(makeButton(this, "main")) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Cancel the Rest"));
    setAccessibleName(windowTitle());
    setMinimumWidth(440);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    auto* title = makeLabel(this, TextSize::Title, Tone::Normal, true);
    title->setText(tr("Not everything is sent"));
    layout->addWidget(title);
    m_howFar->setWordWrap(true);
    layout->addWidget(m_howFar);
    layout->addStretch();
    layout->addSpacing(kGrid);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_end);
    buttons->addWidget(m_goOn);
    layout->addLayout(buttons);
    setButtonText(m_end, tr("&Cancel the Rest"));
    setButtonText(m_goOn, tr("&Go On Sending"));
    m_goOn->setDefault(true);
    m_goOn->setFocus();
    connect(m_end, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_goOn, &QPushButton::clicked, this, &QDialog::reject);
    connect(&sending, &BulkSending::progressed, this, &EndQuestion::showHowFar);
    connect(&sending, &BulkSending::ended, this, &QDialog::reject);
    showHowFar();
}

void EndQuestion::showHowFar() {
    const auto& status = m_sending.status();
    m_howFar->setText(tr("%1 of %2 rows are written. They stay. The rest can be saved as a table, to be sent later.")
                          .arg(formatCount(static_cast<std::int64_t>(status.done)),
                               formatCount(static_cast<std::int64_t>(status.all))));
    setAccessibleDescription(m_howFar->text());
}

} // namespace muniment
