#include "ui/filter/view_name_dialog.h"

#include "models/items/plain_text.h"
#include "ui/look/look.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace muniment {

static constexpr int kMostCharacters = 80;

ViewNameDialog::ViewNameDialog(const QString& words, const QString& name, const QStringList& taken, QWidget* parent)
    : QDialog(parent),
      m_taken(taken),
      m_line(new QLineEdit(name, this)),
      m_told(makeLabel(this, TextSize::Small, Tone::Quiet)),
      m_save(makeButton(this, "main")) {
    setWindowTitle(tr("Save View"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto* title = makeLabel(this);
    title->setText(tr("&Name"));
    title->setBuddy(m_line);
    m_line->setAccessibleName(tr("Name"));
    m_line->setMaxLength(kMostCharacters);
    m_line->selectAll();
    auto* shows = makeLabel(this, TextSize::Small, Tone::Quiet);
    shows->setText(words);
    shows->setWordWrap(true);
    m_told->setMinimumHeight(m_told->fontMetrics().lineSpacing());
    setButtonText(m_save, tr("&Save"));
    m_save->setDefault(true);
    auto* cancel = makeButton(this);
    setButtonText(cancel, tr("&Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(title);
    layout->addWidget(m_line);
    layout->addWidget(m_told);
    layout->addWidget(shows);
    layout->addLayout(buttons);
    connect(m_line, &QLineEdit::textChanged, this, &ViewNameDialog::read);
    connect(m_line, &QLineEdit::returnPressed, this, &ViewNameDialog::choose);
    connect(m_save, &QPushButton::clicked, this, &ViewNameDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    read();
}

void ViewNameDialog::read() {
    const auto name = m_line->text().trimmed();
    m_save->setEnabled(!name.isEmpty());
    m_told->setText(m_taken.contains(name) ? tr("A view of this name is there and will be replaced.") : QString());
}

void ViewNameDialog::choose() {
    const auto name = m_line->text().trimmed();
    if (name.isEmpty())
        return;
    emit nameChosen(name);
    accept();
}

} // namespace muniment
